import type { Cast } from './cast';
import { castOf } from './cast';
import type { GroupKey } from './core-groups';
import type { Groups } from './groups';
import { COUNSEL_DOMAIN } from './mail-addresses';
import type { GeneratedExemption, GeneratedPolicy } from './organization-shape';
import { CONFLUENCE, JSM } from './products';
import type { ProductKey } from './products';
import type { SituationName } from './situations/all-situations';
import { timeAfter } from './times';

interface ExemptionRow {
  /** What the exemption covers: the accounts of a situation one by one, a group, a domain or a name. */
  readonly covers:
    | { readonly situation: SituationName }
    | { readonly group: GroupKey }
    | { readonly emailDomain: string }
    | { readonly namePattern: string };
  readonly product?: ProductKey;
  /** Days after the clock; negative has expired. */
  readonly expiresIn: number;
  readonly reason: string;
  readonly control?: string;
}

const EXEMPTIONS: readonly ExemptionRow[] = [
  {
    covers: { situation: 'exempt-account' },
    expiresIn: 120,
    reason: 'On parental leave until spring',
    control: 'Manager confirms the return date each quarter',
  },
  {
    covers: { situation: 'exempt-on-one-product' },
    product: CONFLUENCE,
    expiresIn: 60,
    reason: 'Owns the policy library during the certification',
  },
  {
    covers: { group: 'on-call-rotation' },
    product: JSM,
    expiresIn: 150,
    reason: 'Licence needed for the on-call schedule',
    control: 'Schedule is reviewed monthly',
  },
  { covers: { emailDomain: COUNSEL_DOMAIN }, expiresIn: 200, reason: 'Outside counsel under a retainer' },
  // Soon to expire: what the watch points at.
  {
    covers: { namePattern: 'Kiosk *' },
    expiresIn: 12,
    reason: 'Screens on the shop floor, replaced in November',
  },
  { covers: { situation: 'exemption-expired' }, expiresIn: -20, reason: 'Project ended in October' },
];

/** The app's policy at the start. Accounts that a small organization lacks are left out of it. */
export function makePolicy(question: {
  readonly clock: number;
  readonly cast: Cast;
  readonly groups: Groups;
  readonly jsmOnCall: GeneratedPolicy['jsmOnCall'];
}): GeneratedPolicy {
  const { clock, cast, groups, jsmOnCall } = question;
  const owner = castOf(cast, 'jira-admin')[0] ?? castOf(cast, 'admin')[0] ?? '';
  return {
    thresholdDays: 90,
    newDays: 30,
    technical: castOf(cast, 'on-technical-list'),
    unmanaged: 'ask-business',
    jsmOnCall,
    exemptions: EXEMPTIONS.flatMap(({ covers, expiresIn, ...row }) =>
      matches(covers, cast, groups).map((match) => ({
        match,
        ...row,
        expires: timeAfter(clock, expiresIn),
        owner,
      })),
    ),
  };
}

function matches(covers: ExemptionRow['covers'], cast: Cast, groups: Groups): GeneratedExemption['match'][] {
  if ('situation' in covers) return castOf(cast, covers.situation).map((account) => ({ account }));
  if ('group' in covers) return [{ group: groups.idOf(covers.group) }];
  return [covers];
}
