import type { UndoFact } from '../../domain/review/after-removal';
import { AppError } from '../../lib/app-error';
import { toIso } from '../../lib/duration';
import type { Actor } from '../../domain/evidence/record';
import { besideReview, standsNow } from '../../domain/review/after-sign-off';
import type { Cycle } from '../../domain/review/cycle';
import { appendToCycle, getCycle } from '../cycle-ledger';
import { loadOrganization, recordOrganization, type LedgerTools } from '../organization-ledger';

const ATTEMPTS = 6;

/** What to record on the review as it stands; null where there is nothing to record any more. */
type Decide = (stands: Cycle, at: string) => UndoFact | null;

interface Recorded {
  /** The review as it stands then. */
  readonly cycle: Cycle;
  readonly recorded: boolean;
}

/** A review as it stands now, with what came after its sign-off. */
export async function undoStands(cycleId: string, tools: LedgerTools): Promise<Cycle> {
  const { afterSignOff } = await loadOrganization(tools);
  return standsNow(await getCycle(tools, cycleId), afterSignOff);
}

/**
 * Records one step of an undo: in the review while it is open, beside it once it is signed off. `decide` sees the
 * review as it stands each time somebody else was quicker.
 */
export async function recordUndo(
  cycleId: string,
  actor: Actor,
  tools: LedgerTools,
  decide: Decide,
): Promise<Recorded> {
  for (let attempt = 1; ; attempt += 1) {
    const newest = await getCycle(tools, cycleId);
    if (newest.signedOff !== null) return recordBeside(newest, actor, tools, decide);
    const what = decide(newest, toIso(tools.platform.now()));
    if (what === null) return { cycle: newest, recorded: false };
    try {
      return { cycle: await appendToCycle(tools, newest, actor, { kind: 'undo', what }), recorded: true };
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
  decide: Decide,
): Promise<Recorded> {
  let recorded = false;
  const { afterSignOff } = await recordOrganization(tools, actor, (state) => {
    const what = decide(standsNow(cycle, state.afterSignOff), toIso(tools.platform.now()));
    recorded = what !== null;
    return what === null ? null : besideReview(cycle, what);
  });
  return { cycle: standsNow(cycle, afterSignOff), recorded };
}
