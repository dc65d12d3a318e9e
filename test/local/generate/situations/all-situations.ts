import type { Situation } from '../situation';
import { CLEANUPS } from './cleanups';
import type { EVERYDAY } from './everyday';
import { IDENTITIES } from './identities';
import { NOT_BILLING } from './not-billing';
import { OWNED_ELSEWHERE } from './owned-elsewhere';
import { PERSONAS } from './personas';
import { PRIVILEGES } from './privileges';
import { UNKNOWNS } from './unknowns';

/** Every named situation but the everyday ones, in the order in which a small organization gets them. */
export const SPECIAL = [
  ...PERSONAS,
  ...CLEANUPS,
  ...OWNED_ELSEWHERE,
  ...UNKNOWNS,
  ...PRIVILEGES,
  ...IDENTITIES,
  ...NOT_BILLING,
] as const satisfies readonly Situation[];

export type PersonaName = (typeof PERSONAS)[number]['name'];

export type SituationName = (typeof SPECIAL)[number]['name'] | (typeof EVERYDAY)[number]['name'];

/** A situation whose name is known to exist. */
export type NamedSituation = Situation & { readonly name: SituationName };
