import type { UndoFact } from '../../domain/review/after-removal';
import { AppError } from '../../lib/app-error';
import { toIso } from '../../lib/duration';
import type { Actor } from '../../domain/evidence/record';
import { besideReview, standsNow } from '../../domain/review/after-sign-off';
import type { Cycle } from '../../domain/review/cycle';
import { appendToCycle, getCycle } from '../cycle-ledger';
import { loadOrganization, recordOrganization, type LedgerTools } from '../organization-ledger';

const ATTEMPTS = 6;

/**
 * Records one step of an undo: in the review while it is open, beside it once it is signed off. `decide` sees the
 * review as it stands each time somebody else was quicker; null means that there is nothing to record any more.
 * @returns the review as it stands then
 */
export async function recordUndo(
  cycle: Cycle,
  actor: Actor,
  tools: LedgerTools,
  decide: (stands: Cycle, at: string) => UndoFact | null,
): Promise<Cycle> {
  for (let attempt = 1; ; attempt += 1) {
    const newest = await getCycle(tools, cycle.cycleId);
    if (newest.signedOff !== null) return recordBeside(newest, actor, tools, decide);
    const what = decide(newest, toIso(tools.platform.now()));
    if (what === null) return newest;
    try {
      return await appendToCycle(tools, newest, actor, { kind: 'undo', what });
    } catch (error) {
      if (attempt >= ATTEMPTS || !(error instanceof AppError) || error.code !== 'storage.conflict')
        throw error;
    }
  }
}

async function recordBeside(
  cycle: Cycle,
  actor: Actor,
  tools: LedgerTools,
  decide: (stands: Cycle, at: string) => UndoFact | null,
): Promise<Cycle> {
  await recordOrganization(tools, actor, ({ afterSignOff }) => {
    const what = decide(standsNow(cycle, afterSignOff), toIso(tools.platform.now()));
    return what === null ? null : besideReview(cycle, what);
  });
  const { afterSignOff } = await loadOrganization(tools);
  return standsNow(cycle, afterSignOff);
}
