import { toIso } from '../lib/duration';
import type { Cycle } from '../domain/review/cycle';
import { planEscalation } from '../domain/review/escalation';
import { getCycle, recordFact } from './cycle-ledger';
import { APP, type LedgerTools } from './organization-ledger';

/** Hands what is undecided from the due day on to the fallback reviewer, each line once; repeating changes nothing. */
export async function escalateReview(cycleId: string, tools: LedgerTools): Promise<void> {
  const cycle = await getCycle(tools, cycleId);
  const event = planEscalation(cycle, toIso(tools.platform.now()));
  if (event === null) return;
  // Lines that somebody decided or handed over meanwhile are left to the next wake.
  const isOtherNow = (newest: Cycle): boolean => newest.sequence !== cycle.sequence;
  await recordFact(tools, cycle, APP, { event, unless: isOtherNow });
}
