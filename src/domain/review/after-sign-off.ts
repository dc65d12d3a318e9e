import type { CheckedRemovals, UndoFact } from './after-removal';
import { handoffId, type AnswerKind, type ClosingCause, type Handoff } from '../routing/handoff';
import { foldUndo, linesOfUndo } from './fold-undo';
import { changeHandoffs, changeLines } from './change-cycle';
import type { Cycle } from './cycle';
import { foldChecks } from './fold-checks';

/** What happens to a review once nothing in it changes any more; each is a record of the organization's ledger. */
export type AfterSignOffFact =
  | {
      readonly is: 'handoff-closed';
      readonly handoffId: string;
      readonly cause: ClosingCause;
      readonly note: string;
    }
  | {
      readonly is: 'handoffs-answered';
      readonly handoffIds: readonly string[];
      readonly answer: AnswerKind;
      readonly answeredBy: string;
      readonly answeredByAccount: string | null;
      readonly note: string;
      readonly until: string | null;
      /** When the answer was given: earlier than the record where a cancelled review had taken it. ISO 8601 UTC. */
      readonly answeredAt: string;
    }
  | ({ readonly is: 'removals-checked' } & CheckedRemovals)
  | UndoFact
  /** An exception that ends before its day: its seat is judged like others from then on. */
  | {
      readonly is: 'exception-ended';
      readonly line: number;
      readonly accountId: string;
      readonly product: string;
      readonly reason: string;
    };

/** What came after a sign-off, with the record of the organization's ledger that tells it. */
export interface AfterSignOff {
  readonly cycleId: string;
  /** Hash of the cycle's last record: what this comes after. */
  readonly cycleHead: string;
  readonly what: AfterSignOffFact;
  /** Account id, or `app`. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The record of the organization's ledger that tells something beside a signed-off review. */
export function besideReview(
  { cycleId, headHash }: Pick<Cycle, 'cycleId' | 'headHash'>,
  what: AfterSignOffFact,
) {
  return { kind: 'after-sign-off' as const, cycleId, cycleHead: headHash, what };
}

/** A signed-off review as it stands now; its own records say what stood at the sign-off. */
export function standsNow(cycle: Cycle, afterSignOff: readonly AfterSignOff[]): Cycle {
  return afterSignOff.filter(({ cycleId }) => cycleId === cycle.cycleId).reduce(foldFact, cycle);
}

function foldFact(cycle: Cycle, { what, by, at }: AfterSignOff): Cycle {
  switch (what.is) {
    case 'handoff-closed': {
      const closed = { cause: what.cause, at, note: what.note };
      return changeHandoffs(cycle, [what.handoffId], (handoff) =>
        handoff.closed === null ? { ...handoff, closed } : handoff,
      );
    }
    case 'handoffs-answered': {
      const answer = answerOf(what);
      return changeHandoffs(cycle, what.handoffIds, (handoff) =>
        handoff.closed === null ? { ...handoff, answer } : handoff,
      );
    }
    case 'removals-checked':
      return foldChecks(cycle, what, at);
    case 'exception-ended':
      return cycle;
    default:
      return changeLines(cycle, linesOfUndo(what), (line) => foldUndo(line, what, { by, at }));
  }
}

function answerOf(
  fact: Extract<AfterSignOffFact, { is: 'handoffs-answered' }>,
): NonNullable<Handoff['answer']> {
  const { answer: kind, answeredBy: by, answeredByAccount: byAccountId, answeredAt: at, note, until } = fact;
  return { kind, by, byAccountId, at, note, until };
}

/**
 * Answers that a cancelled review took on questions of earlier ones, by the review that asked them first: they would
 * be lost with it, and the owners asked again. `askedIn` gives that review as it stands now.
 */
export function answersToKeep(
  { lines, handoffs }: Pick<Cycle, 'lines' | 'handoffs'>,
  askedIn: (cycleId: string) => Cycle | undefined,
): { readonly cycle: Cycle; readonly what: AfterSignOffFact }[] {
  return handoffs.flatMap(({ carriedFrom, line, owner, answer }) => {
    const before = lines[line - 1]?.facts.before;
    if (carriedFrom === null || answer === null || before === undefined) return [];
    const cycle = askedIn(before.cycleId);
    const asked = cycle?.handoffs.find(({ id }) => id === handoffId(before.line, owner));
    if (cycle === undefined || asked?.closed !== null || asked.answer?.at === answer.at) return [];
    const { kind, by, byAccountId, at, note, until } = answer;
    const what = {
      is: 'handoffs-answered' as const,
      handoffIds: [asked.id],
      ...{ answer: kind, answeredBy: by, answeredByAccount: byAccountId, note, until, answeredAt: at },
    };
    return [{ cycle, what }];
  });
}
