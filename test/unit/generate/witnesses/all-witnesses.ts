import type { SituationName } from '../../../local/generate/situations/all-situations';
import { CLEANUP_WITNESSES } from './cleanups';
import { OWNED_ELSEWHERE_WITNESSES, UNKNOWN_WITNESSES } from './owned-elsewhere';
import { EVERYDAY_WITNESSES, IDENTITY_WITNESSES, NOT_BILLING_WITNESSES } from './people';
import { PERSONA_WITNESSES, PRIVILEGE_WITNESSES } from './privileges';
import type { Witness } from './words';

/** One for each situation: the compiler asks for every name. */
export const WITNESSES: Readonly<Record<SituationName, Witness>> = {
  ...PERSONA_WITNESSES,
  ...CLEANUP_WITNESSES,
  ...OWNED_ELSEWHERE_WITNESSES,
  ...UNKNOWN_WITNESSES,
  ...PRIVILEGE_WITNESSES,
  ...IDENTITY_WITNESSES,
  ...NOT_BILLING_WITNESSES,
  ...EVERYDAY_WITNESSES,
};
