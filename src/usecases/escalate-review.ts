import { toIso } from '../lib/duration';
import { planEscalation } from '../domain/review/escalation';
import { getCycle, recordFact } from './cycle-ledger';
import { APP, type LedgerTools } from './organization-ledger';

/** Hands what is undecided on the due day to the fallback reviewer, once; repeating it changes nothing. */
export async function escalateReview(cycleId: string, tools: LedgerTools): Promise<void> {
  const cycle = await getCycle(tools, cycleId);
  const event = planEscalation(cycle, toIso(tools.platform.now()));
  if (event === null) return;
  await recordFact(tools, cycle, APP, { event, unless: ({ escalatedAt }) => escalatedAt !== null });
}
