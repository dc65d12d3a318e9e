import { AppError } from '../lib/app-error';
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

/** @throws AppError `scan.none` before the first complete scan */
export async function getCurrentSnapshot(tools: SnapshotTools): Promise<Snapshot> {
  const snapshot = await findCurrentSnapshot(tools);
  if (snapshot === undefined)
    throw new AppError('scan.none', 'There is no complete scan yet. Start one from the Overview.');
  return snapshot;
}
