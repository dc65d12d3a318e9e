import type { AccountFacts } from '../../domain/account';
import type { Snapshot } from '../../domain/snapshot';
import { byCodeUnit } from '../../lib/order';
import type { OrganizationDirectory, SiteDirectory } from '../../ports/site-directory';
import type { SnapshotTools } from '../current-snapshot';
import { loadOrganization } from '../organization-ledger';
import { readAdditions } from '../read-membership-events';

interface AdditionTools extends SnapshotTools {
  readonly jira: SiteDirectory;
  /** Null without an organization key: Jira's audit log tells alone. */
  readonly organization: OrganizationDirectory | null;
}

/** When an account was added to its groups, as told by now; null where nobody tells. */
export type JoinedOf = (accountId: string) => AccountFacts['joined'];

/**
 * Additions to groups since the review was drafted: what the last scan that read them tells, and what the log tells
 * since. A seat that was given again meanwhile is new again (product.md §5, seat age).
 */
export async function readRecentAdditions(frozen: Snapshot, tools: AdditionTools): Promise<JoinedOf> {
  const { lastScan } = await loadOrganization(tools);
  const isFrozen = lastScan === null || lastScan.snapshotId === frozen.header.id;
  const current = isFrozen ? undefined : await tools.snapshots.find(lastScan.snapshotId);
  const told = [frozen, ...(current === undefined ? [] : [current])].filter(tellsAdditions);
  const [newest] = told.sort((a, b) => byCodeUnit(b.header.takenAt, a.header.takenAt));
  if (newest === undefined) return () => null;
  const added = await readAdditions(newest.header.takenAt, { ...tools, header: newest.header });
  if (added === null) return () => null;
  const since = new Map<string, Record<string, string>>();
  for (const { accountId, groupId, at } of [...added].sort((a, b) => byCodeUnit(a.at, b.at)))
    since.set(accountId, { ...since.get(accountId), [groupId]: at });
  const before = new Map(newest.accounts.map(({ accountId, joined }) => [accountId, joined]));
  return (accountId) => ({ ...before.get(accountId), ...since.get(accountId) });
}

/** Of a scan that could not read additions, no account tells any. */
function tellsAdditions({ accounts }: Snapshot): boolean {
  return accounts.some(({ joined }) => joined !== null);
}
