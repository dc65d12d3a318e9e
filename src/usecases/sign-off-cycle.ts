import { AppError } from '../lib/app-error';
import { classifySnapshot } from '../domain/classification/classify-snapshot';
import type { Actor } from '../domain/evidence/record';
import { signOffStatement } from '../domain/evidence/sign-off-statement';
import type { Cycle } from '../domain/review/cycle';
import { carriedLines, carriedTo } from '../domain/review/carried';
import { refuseSignOff } from '../domain/review/sign-off';
import type { SnapshotStore } from '../ports/stores';
import { commandCycle, getCycle } from './cycle-ledger';
import { tellEnd, tellUntoldEnds } from './end-cycle';
import type { LedgerTools } from './organization-ledger';

export interface SignOffTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
}

/** Ends a review for good; what it prints becomes part of the record (product.md §7, Sign-off). */
export async function signOffCycle(
  command: { readonly cycleId: string; readonly statement: string },
  actor: Actor,
  tools: SignOffTools,
): Promise<Cycle> {
  const by = actor.accountId ?? '';
  // Whoever signs again after a crash is told that it was done, and then it is done everywhere.
  await tellUntoldEnds(tools);
  const before = await getCycle(tools, command.cycleId);
  const refusal = refuseSignOff(before, by);
  if (refusal !== null) throw new AppError(refusal.code, refusal.message);
  const snapshot = await tools.snapshots.find(before.snapshotId);
  if (snapshot === undefined)
    throw new AppError('evidence.broken', 'The snapshot that this review rests on is gone.');
  const protectedSeats = classifySnapshot(snapshot).filter(({ verdict }) => verdict === 'protected').length;
  const cycle = await commandCycle(tools, {
    cycleId: command.cycleId,
    actor,
    rule: (newest, at) =>
      refuseSignOff(newest, by) ?? {
        ok: true,
        event: {
          kind: 'cycle-signed-off',
          statement: command.statement,
          printed: signOffStatement(newest, {
            header: snapshot.header,
            protectedSeats,
            signature: { by, at, statement: command.statement },
          }),
          carried: carriedLines(newest),
          carriedTo: carriedTo(newest, at),
        },
      },
  });
  await tellEnd(cycle, actor, tools);
  return cycle;
}
