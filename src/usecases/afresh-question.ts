import type { AccountFacts } from '../domain/account';
import type { Policy } from '../domain/policy';
import type { SnapshotHeader } from '../domain/snapshot';
import type { ApplicationRole, OrganizationDirectory, Project, SiteDirectory } from '../ports/site-directory';
import type { ExportInHand } from './scan/facts-of-export';

export interface AfreshTools {
  readonly jira: SiteDirectory;
  /** Null without an organization key. */
  readonly organization: OrganizationDirectory | null;
  readonly now: () => string;
}

export interface AfreshQuestion {
  readonly accountId: string;
  /** Group additions and first sights of the frozen snapshot still date the seat. */
  readonly frozen: { readonly header: SnapshotHeader; readonly account: AccountFacts | undefined };
  /** Additions to groups as they are told now, null where they are not; absent: those of the frozen snapshot. */
  readonly joined?: AccountFacts['joined'];
  readonly policy: Policy;
  /** Who administers Jira through which groups, read in this invocation. */
  readonly administering: { readonly admin: readonly string[]; readonly siteAdmin: readonly string[] };
  readonly projects: readonly Project[];
  /** What gives Jira apps; asked where there is no organization key to tell it of each group. */
  readonly roles: readonly ApplicationRole[];
  /** The imported user export, which alone tells of last use without an organization key; absent: nothing does. */
  readonly exported?: ExportInHand | null;
  /**
   * Whether, without an organization key, Jira's own word on its apps stands in for roles on the account. Only for
   * checks: right before a write it may lag behind what was just removed.
   */
  readonly rolesByJira?: boolean;
}

/** When the account's seats began, as far as anybody tells. */
export function seatDates({
  frozen: { account },
  joined,
}: AfreshQuestion): Pick<AccountFacts, 'joined' | 'firstSeen' | 'undone'> {
  return {
    joined: joined === undefined ? (account?.joined ?? null) : joined,
    firstSeen: account?.firstSeen ?? {},
    undone: account?.undone ?? {},
  };
}
