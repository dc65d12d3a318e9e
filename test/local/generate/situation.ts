import type { GroupKey } from './core-groups';
import type { GeneratedAccount, GeneratedAccountRole } from './organization-shape';
import type { ProductKey } from './products';
import type { Since, Use } from './times';

/** Why the app should say what it says of a seat: the reason codes of product.md §6. */
export type Reason =
  | 'active'
  | 'too-new'
  | 'exempt'
  | 'activity-unknown'
  | 'owner-decision'
  | 'source-unknown'
  | 'idp-owned'
  | 'idp-owned-shared'
  | 'collateral-active'
  | 'mixed-ownership'
  | 'local-paths';

/** How to make one account of a situation. What is left out is the plain case: a managed person, added years ago. */
export interface Recipe {
  /** Each stands for the core group or one of its siblings. */
  readonly groups?: readonly GroupKey[];
  /** A product that is left out was never used. */
  readonly uses?: { readonly [P in ProductKey]?: Use };
  readonly added?: Since;
  /** Days since the account joined a group, where events tell it. */
  readonly joined?: { readonly [G in GroupKey]?: number };
  /** Instead of a person's name, taken in turn. */
  readonly names?: readonly string[];
  /** Local parts of e-mail addresses, taken in turn, instead of one made from the name. */
  readonly mailboxes?: readonly string[];
  readonly mail?: MailKind;
  /** `untold`: the API says neither. */
  readonly claim?: 'managed' | 'unmanaged' | 'untold';
  readonly source?: 'invited' | 'synced' | null;
  readonly platformRoles?: readonly string[];
  readonly roles?: readonly GeneratedAccountRole[];
  readonly guestOf?: readonly ProductKey[];
  /** Days since an API token was used. */
  readonly tokenUsed?: number;
  readonly openIssues?: number;
  readonly accountType?: 'atlassian' | 'app' | 'customer';
  readonly appType?: NonNullable<GeneratedAccount['appType']>;
  readonly accountStatus?: GeneratedAccount['accountStatus'];
  readonly membershipStatus?: GeneratedAccount['membershipStatus'];
  /** What a project says of the account: its lead, a member of its administrators, … (projects.ts). */
  readonly project?: ProjectTie;
}

export type MailKind = 'company' | 'agency' | 'counsel' | 'none';

export type ProjectTie = 'lead' | 'administrator-role' | 'permission-entry' | 'permission-by-role';

/** One row of the tables under situations/. */
export interface Situation {
  readonly name: string;
  /** The rule that the situation is about. */
  readonly rule: string;
  /** Accounts of this kind among a thousand; 0 is one account whatever the size. There is always at least one. */
  readonly share: number;
  readonly person: Recipe;
  /** Product → reason code for each seat, under the generated policy and when everything could be read. */
  readonly seats: { readonly [P in ProductKey]?: Reason };
}
