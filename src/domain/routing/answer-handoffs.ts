import type { Cycle } from '../review/cycle';
import { lineOf } from '../review/cycle';
import { refuseUnlessOpen } from '../review/find-lines';
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

/**
 * An owner's answer, recorded by a reviewer (product.md §7, Consent; §9). Neither of the two speaks of their own
 * account: whoever records an answer could else put words into an owner's mouth.
 */
export function answerHandoffs(cycle: Cycle, command: AnswerCommand, by: string): Ruling {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed;
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
    const state = lineOf(cycle, handoff.line)?.state;
    // Consent of the other owners carries an approval; the identity owner's answer never does.
    if (
      handoff.owner !== 'identity' &&
      (state === 'approved' || state === 'executing' || state === 'verifying')
    )
      return refuse(
        'cycle.wrong-state',
        `Line ${String(handoff.line)} is past its approval; its answers stand.`,
      );
  }
  return record({
    kind: 'handoffs-answered',
    handoffIds: [...new Set(command.handoffIds)],
    answer: command.answer,
    answeredBy: command.answeredBy,
    answeredByAccount: command.answeredByAccount ?? null,
    note: command.note,
    until: command.until ?? null,
  });
}
