import type { AnswerKind, ClosingCause, Handoff } from '../routing/handoff';
import { handoffId } from '../routing/handoff';
import type { Cycle } from './cycle';

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

/** A signed-off review with its questions as they stand now; its records say what stood at the sign-off. */
export function standsNow(cycle: Cycle, afterSignOff: readonly AfterSignOff[]): Cycle {
  const later = afterSignOff.filter(({ cycleId }) => cycleId === cycle.cycleId);
  if (later.length === 0) return cycle;
  const changes = new Map<string, Partial<Handoff>>();
  const change = (id: string, to: Partial<Handoff>): unknown =>
    changes.set(id, { ...changes.get(id), ...to });
  for (const { what, at } of later) {
    if (what.is === 'handoff-closed')
      change(what.handoffId, { closed: { cause: what.cause, at, note: what.note } });
    if (what.is === 'handoffs-answered')
      for (const id of what.handoffIds) change(id, { answer: answerOf(what) });
  }
  const handoffs = cycle.handoffs.map((handoff) =>
    handoff.closed === null ? { ...handoff, ...changes.get(handoff.id) } : handoff,
  );
  return { ...cycle, handoffs };
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
