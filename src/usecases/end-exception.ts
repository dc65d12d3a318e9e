import { besideReview } from '../domain/review/after-sign-off';
import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import { endException } from '../domain/review/exceptions';
import { getCycle } from './cycle-ledger';
import { recordOrganization, type LedgerTools } from './organization-ledger';

/** Ends an exception before its day; its seat is judged like others from the next scan on. */
export async function endExceptionEarly(
  command: { readonly cycleId: string; readonly line: number; readonly reason: string },
  actor: Actor,
  tools: LedgerTools,
): Promise<void> {
  const cycle = await getCycle(tools, command.cycleId);
  await recordOrganization(tools, actor, ({ afterSignOff }) => {
    const deed = { by: actor.accountId ?? 'app', at: toIso(tools.platform.now()) };
    const ruling = endException(cycle, afterSignOff, command, deed);
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    return besideReview(cycle, ruling.event);
  });
}
