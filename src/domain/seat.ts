import type { ActivityState } from './classification/activity';

/** product.md §4, in the order of its table. */
export type PathSource = 'team' | 'scim' | 'default' | 'local' | 'unknown' | 'direct' | 'inferred';

/** One way by which an account holds a seat: a group and a role, or a role on the account. */
export interface AccessPath {
  readonly source: PathSource;
  readonly via: 'group' | 'direct' | 'inferred';
  readonly groupId?: string;
  readonly groupName?: string;
  readonly role: string;
  /** The group also administers something (product.md §4). */
  readonly privileged: boolean;
  /** `default` without provenance is an inference: enough to recommend, not to write. */
  readonly inferredSource: boolean;
}

export type Verdict = 'keep' | 'protected' | 'hold' | 'cleanup' | 'split' | 'route-out';

export type ReasonCode =
  | 'active'
  | 'too-new'
  | 'exempt'
  | 'activity-unknown'
  | 'owner-decision'
  | 'source-unknown'
  | 'idp-owned'
  | 'idp-owned-shared'
  | 'facts-unread'
  | 'collateral-active'
  | 'mixed-ownership'
  | 'local-paths';

export type OwnerClass =
  'identity' | 'technical' | 'privileged' | 'business' | 'project' | 'team' | 'app' | 'security';

/** Another access of the account that hangs on the same groups alone. */
export interface ElseEnd {
  readonly product: string;
  readonly activity: ActivityState;
  readonly live: boolean;
}

export interface Consented {
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  /** What else ends with the consented removal set. */
  readonly elseEnds: readonly ElseEnd[];
}

/** One account on one product of one site, explained. */
export interface Seat {
  readonly accountId: string;
  readonly product: string;
  readonly activity: ActivityState;
  readonly activityReason: string | null;
  readonly lastActiveAt: string | null;
  readonly identity: 'human' | 'non-human';
  /** Why the identity is non-human, else null. */
  readonly identityReason: string | null;
  readonly privilege: readonly string[];
  readonly claim: 'managed' | 'unmanaged' | 'unknown';
  readonly paths: readonly AccessPath[];
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly owners: readonly OwnerClass[];
  /** Account-level facts are still unread: the verdict can enter no plan (product.md §6). */
  readonly provisional: boolean;
  readonly removalSet: readonly string[];
  readonly consentedRemovalSet: readonly string[];
  /** What an owner's decision comes to once every owner consented: rows 5 and 7 to 10 asked without row 4. */
  readonly consented: Consented | null;
  readonly accessAfter: readonly string[];
  readonly elseEnds: readonly ElseEnd[];
  readonly marks: readonly SeatMark[];
  /** Index into the policy's exemptions, or null. */
  readonly exemption: number | null;
  /** Short phrases: what nobody looked at for this seat. */
  readonly notChecked: readonly string[];
}

/** Said beside a verdict without changing it. */
export type SeatMark =
  'admin-only' | 'inferred-only' | 'guest-too' | 'possible-leaver' | 'was-synced' | 'synced-default';

/** The key of a seat in lists, lines and links. */
export function seatKey(accountId: string, product: string): string {
  return `${product}/${accountId}`;
}
