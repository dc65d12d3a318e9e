import type { Actor } from '../../domain/evidence/record';
import type { Policy } from '../../domain/policy';
import type { Snapshot } from '../../domain/snapshot';
import type { MembershipWriter } from '../../ports/membership-writer';
import type { OrganizationDirectory, Project, SiteDirectory } from '../../ports/site-directory';
import type { LedgerTools } from '../organization-ledger';

/** What does not change from one person to the next within a slice. */
export interface RemovalContext {
  readonly tools: LedgerTools & {
    readonly jira: SiteDirectory;
    readonly organization: OrganizationDirectory;
    readonly writer: MembershipWriter;
  };
  readonly actor: Actor;
  readonly snapshot: Snapshot;
  readonly policy: Policy;
  readonly confirmedGroups: ReadonlySet<string>;
  readonly administering: { readonly admin: readonly string[]; readonly siteAdmin: readonly string[] };
  readonly projects: readonly Project[];
}
