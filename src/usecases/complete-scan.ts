import { toIso } from '../lib/duration';
import type { AccountFacts } from '../domain/account';
import { accessByProduct, holdingsOf, seatProducts } from '../domain/classification/access';
import { classifySnapshot } from '../domain/classification/classify-snapshot';
import { namesOf } from '../domain/classification/explain';
import { indexOrganization } from '../domain/classification/organization-index';
import { diffSnapshots } from '../domain/diff-snapshots';
import { hashOf } from '../domain/evidence/hash-chain';
import type { OrganizationState } from '../domain/organization-state';
import type { Snapshot } from '../domain/snapshot';
import type { ScanState, ScanStore, SnapshotStore } from '../ports/stores';
import { APP, loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';
import { assembleSnapshot, readingsOf } from './scan/assemble-snapshot';
import { toProjectReading } from './scan/project-use-phase';
import type { CountedRow } from './scan/rows';
import { tolerate, type ScanRun } from './scan/scan-run';

export const COMPLETE = 'The scan is complete';

export interface CompleteTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly store: ScanStore;
  /** Closes handoffs whose path or seat is gone, once the new snapshot stands. */
  readonly closeHandoffs: (snapshotId: string) => Promise<void>;
  /** Drafts the review whose day has come, once the new snapshot stands. */
  readonly draftNext: () => Promise<void>;
}

/**
 * Makes the snapshot, compares it with the last one and records it, which makes it the current one. Safe to repeat
 * after a crash at any point: the snapshot's id follows from the scan's, and the ledger knows whether it was recorded.
 */
export async function completeScan(scan: ScanRun, tools: CompleteTools): Promise<void> {
  const { scanId } = scan.state;
  const snapshotId = snapshotIdOf(scanId);
  const organization = await loadOrganization(tools);
  if (organization.lastScan?.snapshotId !== snapshotId)
    await makeSnapshot(scan, snapshotId, organization, tools);
  await tools.closeHandoffs(snapshotId);
  await tools.draftNext();
  await tools.snapshots.keepOnly(kept(await loadOrganization(tools)));
  await tools.store.dropParts(scanId, scan.state.parts);
  await scan.checkpoint({ state: 'complete', message: COMPLETE, endedAt: scan.now(), parts: {} });
}

function snapshotIdOf(scanId: string): string {
  return scanId.replace(/^scan/, 'snapshot');
}

async function makeSnapshot(
  scan: ScanRun,
  snapshotId: string,
  organization: OrganizationState,
  tools: CompleteTools,
): Promise<void> {
  const previous = await comparable(organization, scan.state, tools);
  const reported = { ...(await reportedByOrganization(scan)), ...(await reportedByJira(scan)) };
  const assembled = assembleSnapshot(scan, await readingsOf(scan, reported), {
    id: snapshotId,
    completedAt: scan.now(),
  });
  const snapshot = withGivenBack(withFirstSeen(assembled, previous), organization);
  await tools.snapshots.save(snapshot);
  if (scan.state.projectScan) await saveProjects(scan, snapshotId, organization, tools);
  await recordCompletion(scan.state, snapshot, previous, tools);
}

type Counts = Readonly<Record<string, number>>;

async function reportedByJira({ sources }: ScanRun): Promise<Counts> {
  const roles = await sources.jira.readApplicationRoles();
  return Object.fromEntries(
    roles.flatMap(({ key, userCount }) => (userCount === null ? [] : [[key, userCount]])),
  );
}

/** Counted again at the end, where it was counted at the beginning. */
async function reportedByOrganization(scan: ScanRun): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const { product, resource } of await scan.rows<CountedRow>('counted')) {
    const count = await tolerate(() => scan.organization.countSeatHolders(resource));
    if (count.known) counts[product] = count.value;
  }
  return counts;
}

/** Stored before the snapshot is recorded; the reading before is what it is compared with. */
async function saveProjects(
  scan: ScanRun,
  snapshotId: string,
  { projectsReadIn }: OrganizationState,
  { snapshots }: CompleteTools,
): Promise<void> {
  const before = projectsReadIn === null ? undefined : await snapshots.findProjects(projectsReadIn);
  await snapshots.saveProjects(snapshotId, await toProjectReading(scan, before ?? null));
}

/** The last complete snapshot, if it can be compared: same mode (product.md §11). */
async function comparable(
  { lastScan }: OrganizationState,
  { mode }: ScanState,
  { snapshots }: CompleteTools,
): Promise<Snapshot | null> {
  if (lastScan === null) return null;
  const snapshot = await snapshots.find(lastScan.snapshotId);
  return snapshot?.header.mode === mode ? snapshot : null;
}

/** A seat that an undo gave back is as new as that (product.md §5, seat age). */
function withGivenBack(snapshot: Snapshot, { givenBack }: OrganizationState): Snapshot {
  if (givenBack.length === 0) return snapshot;
  const byAccount = new Map<string, Record<string, string>>();
  for (const { accountId, product, at } of givenBack)
    byAccount.set(accountId, { ...byAccount.get(accountId), [product]: at });
  return {
    ...snapshot,
    accounts: snapshot.accounts.map((account) => {
      const undone = byAccount.get(account.accountId);
      return undone === undefined ? account : { ...account, undone };
    }),
  };
}

/** A seat that the snapshot before lacked is new as of this one (product.md §5, seat age). */
function withFirstSeen(snapshot: Snapshot, previous: Snapshot | null): Snapshot {
  if (previous === null) return snapshot;
  const index = indexOrganization(snapshot.header);
  const indexBefore = indexOrganization(previous.header);
  const before = new Map(previous.accounts.map((account) => [account.accountId, account]));
  const productsOf = (account: AccountFacts, which: typeof index): string[] =>
    seatProducts(account, accessByProduct(holdingsOf(account, which)), which);
  const accounts = snapshot.accounts.map((account) => {
    const past = before.get(account.accountId);
    const had = past === undefined ? [] : productsOf(past, indexBefore);
    const firstSeen: Record<string, string> = {};
    for (const product of productsOf(account, index)) {
      const known = past?.firstSeen[product];
      if (!had.includes(product)) firstSeen[product] = snapshot.header.takenAt;
      else if (known !== undefined) firstSeen[product] = known;
    }
    return { ...account, firstSeen };
  });
  return { ...snapshot, accounts };
}

async function recordCompletion(
  state: ScanState,
  snapshot: Snapshot,
  previous: Snapshot | null,
  tools: CompleteTools,
): Promise<void> {
  const { header } = snapshot;
  const seats = classifySnapshot(snapshot);
  const samePolicy = previous !== null && hashOf(previous.header.policy) === hashOf(header.policy);
  const difference = samePolicy
    ? diffSnapshots(classifySnapshot(previous), seats, {
        at: header.takenAt,
        productName: namesOf(header).product,
      })
    : { flags: [], becameKnown: 0 };
  await recordOrganization(tools, { ...APP, accountId: null }, (organization) =>
    organization.lastScan?.snapshotId === header.id
      ? null
      : {
          kind: 'scan-completed',
          scanId: state.scanId,
          snapshotId: header.id,
          takenAt: header.takenAt,
          mode: header.mode,
          depth: header.depth,
          startedBy: state.startedBy,
          seats: seats.length,
          ...(state.projectScan ? { projectsRead: true } : {}),
          flags: difference.flags,
          becameKnown: difference.becameKnown,
        },
  );
}

/** Snapshots that something still rests on: the newest, those of reviews, and the newest with a project scan. */
function kept(organization: OrganizationState): string[] {
  const reviewed = organization.cycles.filter(({ state }) => state !== 'cancelled');
  const current = organization.lastScan === null ? [] : [organization.lastScan.snapshotId];
  const projects = organization.projectsReadIn === null ? [] : [organization.projectsReadIn];
  return [...new Set([...current, ...projects, ...reviewed.map(({ snapshotId }) => snapshotId)])];
}

/** Whether the scan's snapshot stands, whatever came after: the ledger is what decides. */
export async function isScanRecorded({ scanId }: ScanState, tools: LedgerTools): Promise<boolean> {
  const { lastScan } = await loadOrganization(tools);
  return lastScan?.snapshotId === snapshotIdOf(scanId);
}

/** Records a scan that ended without a snapshot; the last complete one stays, what was begun of another goes. */
export async function recordIncompleteScan(
  state: ScanState,
  tools: LedgerTools & { readonly snapshots: SnapshotStore },
): Promise<void> {
  const at = toIso(tools.platform.now());
  const organization = await recordOrganization(tools, APP, () => ({
    kind: 'scan-incomplete',
    scanId: state.scanId,
    message: state.message,
    flag: {
      id: `scan-failed:${state.scanId}`,
      kind: 'scan-failed',
      raisedAt: at,
      text: `The scan stopped: ${state.message} The last complete scan stays in place.`,
      accountId: null,
      product: null,
    },
  }));
  await tools.snapshots.keepOnly(kept(organization));
}
