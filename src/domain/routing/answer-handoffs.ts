import type { Cycle } from '../review/cycle';
import type { AfterSignOffFact } from '../review/after-sign-off';
import { lineOf } from '../review/cycle';
import { refuseUnlessOpen } from '../review/find-lines';
import { isApproved } from '../review/line';
import { record, refuse, type Ruling } from '../review/ruling';
import type { AnswerKind } from './handoff';

export interface AnswerCommand {
  readonly handoffIds: readonly string[];
  readonly answer: AnswerKind;
  readonly answeredBy: string;
  readonly answeredByAccount?: string | undefined;
  readonly note: string;
  readonly until?: string | undefined;
}

/** An owner's answer, recorded by a reviewer while the review is open (product.md §7, Consent; §9). */
export function answerHandoffs(cycle: Cycle, command: AnswerCommand, by: string): Ruling {
  const refusal = refuseUnlessOpen(cycle) ?? refuseAnswer(cycle, command, by);
  return refusal ?? record({ kind: 'handoffs-answered', ...answerOf(command) });
}

/** The same once the review is signed off: a record beside it. `answeredAt` is ISO UTC. */
export function answerAfterSignOff(
  cycle: Cycle,
  { answeredAt, ...command }: AnswerCommand & { readonly answeredAt: string },
  by: string,
): Ruling<AfterSignOffFact> {
  const refusal = refuseAnswer(cycle, command, by);
  return refusal ?? { ok: true, event: { is: 'handoffs-answered', ...answerOf(command), answeredAt } };
}

function answerOf(command: AnswerCommand) {
  return {
    handoffIds: [...new Set(command.handoffIds)],
    answer: command.answer,
    answeredBy: command.answeredBy,
    answeredByAccount: command.answeredByAccount ?? null,
    note: command.note,
    until: command.until ?? null,
  };
}

/**
 * Neither who answers nor who records it speaks of their own account: whoever records an answer could else put words
 * into an owner's mouth.
 */
function refuseAnswer(
  cycle: Cycle,
  command: AnswerCommand,
  by: string,
): Extract<Ruling, { ok: false }> | null {
  for (const id of command.handoffIds) {
    const handoff = cycle.handoffs.find((candidate) => candidate.id === id);
    if (handoff === undefined) return refuse('handoff.not-found', `This review has no handoff ${id}.`);
    if (handoff.closed !== null) return refuse('cycle.wrong-state', `Handoff ${id} is closed already.`);
    const concerned = lineOf(cycle, handoff.line)?.facts.seat.accountId;
    if (concerned !== undefined && concerned === command.answeredByAccount)
      return refuse(
        'decision.not-allowed',
        `Handoff ${id} is about the answering person's own account: ask the fallback owner.`,
      );
    if (concerned === by)
      return refuse(
        'decision.not-allowed',
        `Handoff ${id} is about your own account: somebody else must record the answer.`,
      );
    const line = lineOf(cycle, handoff.line);
    // Consent of the other owners carries an approval; the identity owner's answer never does.
    if (
      handoff.owner !== 'identity' &&
      line !== undefined &&
      (isApproved(line) || line.state === 'executing' || line.state === 'verifying')
    )
      return refuse(
        'cycle.wrong-state',
        `Line ${String(handoff.line)} is past its approval; its answers stand. Have an approver return it to record another.`,
      );
  }
  return null;
}
