import { AppError } from '../../lib/app-error';
import type { Cycle } from '../../domain/review/cycle';
import type { Snapshot } from '../../domain/snapshot';
import type { SnapshotStore } from '../../ports/stores';
import type { LedgerTools } from '../organization-ledger';

export interface CycleTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
}

/** The scan that a review rests on, frozen. */
export async function getSnapshotOf(cycle: Cycle, { snapshots }: CycleTools): Promise<Snapshot> {
  const snapshot = await snapshots.find(cycle.snapshotId);
  if (snapshot === undefined)
    throw new AppError('evidence.broken', 'The snapshot that this review rests on is gone.');
  return snapshot;
}
