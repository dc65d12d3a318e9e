import type { CallerRights, KeyedOrganization, MembershipWriter } from '../ports/membership-writer';
import type { NoticeWriter } from '../ports/notice-writer';
import type { Platform, TimeLeft } from '../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';
import type {
  ExportStore,
  Jobs,
  KeyStore,
  LedgerStore,
  OrganizationKey,
  RunStore,
  SavedFilterStore,
  ScanStore,
  SnapshotStore,
} from '../ports/stores';

/** Everything that entries hand to use cases; put together once in app.ts. Keeps no state of any tenant. */
export interface AppTools {
  readonly platform: Platform;
  readonly timeLeft: TimeLeft;
  readonly ledger: LedgerStore;
  readonly snapshots: SnapshotStore;
  readonly store: ScanStore;
  readonly runs: RunStore;
  readonly exports: ExportStore;
  readonly filters: SavedFilterStore;
  readonly keys: KeyStore;
  readonly jobs: Jobs;
  readonly jira: SiteDirectory;
  readonly rights: CallerRights;
  /** Writes as the user in front of the page. */
  readonly writer: MembershipWriter;
  readonly notices: NoticeWriter;
  /** The organization API with the stored key; null when none is stored. */
  readonly openOrganization: (cloudId: string) => Promise<OrganizationDirectory | null>;
  /** The same with the writer of runs that the key carries out. */
  readonly openToWrite: (cloudId: string) => Promise<KeyedOrganization | null>;
  /** The organization API with a key that is being tried. */
  readonly openDirectory: (key: OrganizationKey, cloudId: string) => OrganizationDirectory;
  readonly findOrganization: (
    key: string,
  ) => Promise<{ organizationId: string; name: string; directoryId: string }>;
}
