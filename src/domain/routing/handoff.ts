import type { OwnerClass } from '../seat';

export type AnswerKind = 'remove' | 'keep' | 'not-mine' | 'done' | 'no-answer';

/** Answers as sentences quote them. */
export const ANSWER_WORDS: Readonly<Record<AnswerKind, string>> = {
  remove: 'may be removed',
  keep: 'still needed',
  'not-mine': 'not theirs to decide',
  done: 'ended by the owner',
  'no-answer': 'no answer',
};

/** Why a handoff ended without an answer of its owner (product.md §9). */
export type ClosingCause = 'path-removed' | 'seat-ended' | 'withdrawn' | 'answered';

/** One question to one owner. */
export interface Handoff {
  /** `<line>-<owner class>`, the handoff's name within its cycle. */
  readonly id: string;
  readonly line: number;
  readonly owner: OwnerClass;
  /** Who that is, from the register in Settings, as it was when the handoff was opened. */
  readonly contact: string;
  readonly ownerAccountId: string | null;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly answer: {
    readonly kind: AnswerKind;
    readonly by: string;
    readonly byAccountId: string | null;
    readonly at: string;
    readonly note: string;
    readonly until: string | null;
  } | null;
  readonly closed: { readonly cause: ClosingCause; readonly at: string; readonly note: string } | null;
  /** Cycle in which the question was first asked, when it was carried over. */
  readonly carriedFrom: string | null;
}

export function handoffId(line: number, owner: OwnerClass): string {
  return `${String(line)}-${owner}`;
}

/** The line that a handoff's name begins with. */
export function lineOfHandoff(id: string): number {
  return Number.parseInt(id, 10);
}

/** The owner class that a handoff's name ends with. */
export function ownerOfHandoff(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}

export function isOpen({ answer, closed }: Handoff): boolean {
  return closed === null && (answer === null || answer.kind === 'no-answer');
}

export function isOverdue(handoff: Handoff, now: string): boolean {
  return isOpen(handoff) && handoff.dueAt < now;
}

/** Closings after which a question no longer speaks for its owner. */
const IDLE: readonly ClosingCause[] = ['withdrawn', 'answered'];

/**
 * Every owner other than `identity` answered remove (product.md §7, Consent): those whom the facts demand, and
 * whoever else was asked. A question that a newer decision closed must be asked anew.
 */
export function isConsented(handoffs: readonly Handoff[], demanded: readonly OwnerClass[]): boolean {
  const asked = handoffs.filter(
    ({ owner, closed }) => owner !== 'identity' && !(closed !== null && IDLE.includes(closed.cause)),
  );
  const agreed = new Set(asked.filter(({ answer }) => answer?.kind === 'remove').map(({ owner }) => owner));
  return (
    asked.length > 0 &&
    asked.every(({ owner }) => agreed.has(owner)) &&
    demanded.every((owner) => owner === 'identity' || agreed.has(owner))
  );
}
