import { AppError } from '../../lib/app-error';
import type { Cycle } from '../../domain/review/cycle';
import type { Snapshot, SnapshotHeader } from '../../domain/snapshot';
import type { SnapshotStore } from '../../ports/stores';
import type { LedgerTools } from '../organization-ledger';

export interface CycleTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
}

/** Names of groups and products as the review froze them, without the accounts: a page of lines needs no more. */
export async function getHeaderOf(cycle: Cycle, { snapshots }: CycleTools): Promise<SnapshotHeader> {
  return found(await snapshots.findHeader(cycle.snapshotId));
}

/** The scan that a review rests on, frozen. */
export async function getSnapshotOf(cycle: Cycle, { snapshots }: CycleTools): Promise<Snapshot> {
  return found(await snapshots.find(cycle.snapshotId));
}

function found<Stored>(stored: Stored | undefined): Stored {
  if (stored === undefined)
    throw new AppError('evidence.broken', 'The snapshot that this review rests on is gone.');
  return stored;
}
