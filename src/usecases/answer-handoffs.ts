import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import { openCycleOf, type OrganizationState } from '../domain/organization-state';
import { besideReview, standsNow } from '../domain/review/after-sign-off';
import { lineOf, type Cycle } from '../domain/review/cycle';
import { answerAfterSignOff, type AnswerCommand } from '../domain/routing/answer-handoffs';
import { lineOfHandoff } from '../domain/routing/handoff';
import { getCycle } from './cycle-ledger';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';
import { findQuestioned } from './questioned-cycles';
import { createReview } from './review-lines';

/**
 * Records an owner's answer: in the review while it is open, beside it once it is signed off (product.md §7, Sign-off).
 * @throws AppError where the answer is refused, or a newer review asks the question now
 */
export async function recordAnswer(
  asked: { readonly cycleId: string; readonly actor: Actor },
  command: AnswerCommand & { readonly seen?: number | undefined },
  tools: LedgerTools,
): Promise<void> {
  const cycle = await getCycle(tools, asked.cycleId);
  if (cycle.signedOff === null || cycle.rehearsal) await createReview(tools).answer(asked, command);
  else await recordBeside(cycle, asked.actor, command, tools);
}

async function recordBeside(
  cycle: Cycle,
  actor: Actor,
  command: AnswerCommand,
  tools: LedgerTools,
): Promise<void> {
  const before = await loadOrganization(tools);
  await refuseTakenOver(cycle, command, before, tools);
  const at = toIso(tools.platform.now());
  await recordOrganization(tools, actor, (state) => {
    if (openCycleOf(state)?.cycleId !== openCycleOf(before)?.cycleId)
      throw new AppError('changed-meanwhile', 'A review was opened or ended meanwhile. Look again.');
    const answer = { ...command, answeredAt: at };
    const ruling = answerAfterSignOff(standsNow(cycle, state.afterSignOff), answer, actor.accountId ?? 'app');
    if (!ruling.ok) throw new AppError(ruling.code, ruling.message);
    return besideReview(cycle, ruling.event);
  });
}

/** A question is answered where it stands: the newest review of its product carries it on. */
async function refuseTakenOver(
  { cycleId, lines }: Cycle,
  { handoffIds }: AnswerCommand,
  organization: OrganizationState,
  tools: LedgerTools,
): Promise<void> {
  const questioned = (await findQuestioned(organization, tools)).find(
    ({ cycle }) => cycle.cycleId === cycleId,
  );
  const stands = (id: string): boolean => {
    const product = lineOf({ lines }, lineOfHandoff(id))?.facts.seat.product;
    return product === undefined || questioned?.asks(product) === true;
  };
  if (!handoffIds.every(stands))
    throw new AppError('cycle.wrong-state', 'A newer review carries this question on: answer it there.');
}
