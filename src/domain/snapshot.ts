import type { AccountFacts } from './account';
import type { GroupFacts } from './group';
import type { Policy } from './policy';
import type { ProductFacts } from './product';

export type ScanMode = 'org-key' | 'jira-only';

/** How far one source could be read. */
export interface SourceNote {
  readonly source: string;
  readonly state: 'read' | 'unreadable' | 'not-read';
  /** What was asked, or why it could not be read; safe to show. */
  readonly note: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly requests: number;
  /** SHA-256 over the raw replies in their order, where they were kept track of. */
  readonly hash: string | null;
  readonly rows: number | null;
}

/** Everything of a scan but its accounts. Small enough for one stored value on any organization. */
export interface SnapshotHeader {
  readonly id: string;
  /** The moment at which the scan started; ISO 8601 UTC. */
  readonly takenAt: string;
  readonly completedAt: string;
  readonly mode: ScanMode;
  readonly depth: 'bulk' | 'deep';
  readonly site: { readonly cloudId: string; readonly url: string };
  readonly organization: { readonly id: string; readonly directoryId: string } | null;
  readonly otherSites: readonly string[];
  readonly policy: Policy;
  readonly products: readonly ProductFacts[];
  readonly groups: readonly GroupFacts[];
  /** Whether the organization manages at least one account (product.md §6 row 4). */
  readonly managesAccounts: boolean;
  /** Account ids that joined or left during the scan, by product. */
  readonly movedDuringScan: readonly {
    readonly product: string;
    readonly accountId: string;
    readonly change: 'joined' | 'left';
  }[];
  readonly sources: readonly SourceNote[];
  readonly accountCount: number;
}

/** What a scan read, frozen. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly accounts: readonly AccountFacts[];
}
