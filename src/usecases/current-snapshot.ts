import { AppError } from '../lib/app-error';
import { indexUse, type UseIndex } from '../domain/classification/group-use';
import type { Snapshot, SnapshotHeader } from '../domain/snapshot';
import type { SnapshotStore } from '../ports/stores';
import { loadOrganization, type LedgerTools } from './organization-ledger';

export interface SnapshotTools extends Pick<LedgerTools, 'ledger'> {
  readonly snapshots: SnapshotStore;
}

/** Header of the last complete snapshot: the one that the organization's ledger names last. */
export async function findCurrentHeader(tools: SnapshotTools): Promise<SnapshotHeader | undefined> {
  const { lastScan } = await loadOrganization(tools);
  return lastScan === null ? undefined : tools.snapshots.findHeader(lastScan.snapshotId);
}

/** The last complete snapshot, undefined before the first. */
export async function findCurrentSnapshot(tools: SnapshotTools): Promise<Snapshot | undefined> {
  const { lastScan } = await loadOrganization(tools);
  return lastScan === null ? undefined : tools.snapshots.find(lastScan.snapshotId);
}

/** What the newest full project scan read, of an earlier snapshot where the last one has none; null before the first. */
export async function findCurrentUse(tools: SnapshotTools): Promise<UseIndex | null> {
  const { projectsReadIn } = await loadOrganization(tools);
  return projectsReadIn === null ? null : findUse(projectsReadIn, tools);
}

/** What the scan of one snapshot read of projects; null when it did not. */
export async function findUse(
  snapshotId: string,
  { snapshots }: Pick<SnapshotTools, 'snapshots'>,
): Promise<UseIndex | null> {
  const reading = await snapshots.findProjects(snapshotId);
  return reading === undefined ? null : indexUse(reading);
}

/** @throws AppError `scan.none` before the first complete scan */
export async function getCurrentSnapshot(tools: SnapshotTools): Promise<Snapshot> {
  const snapshot = await findCurrentSnapshot(tools);
  if (snapshot === undefined)
    throw new AppError('scan.none', 'There is no complete scan yet. Start one from the Overview.');
  return snapshot;
}
