import type { OwnerClass, Verdict } from '../seat';

export type DecisionKind = 'remove' | 'keep' | 'exception' | 'route-out' | 'not-mine' | 'wait';

/** Decisions as sentences name them. */
export const DECISION_WORDS: Readonly<Record<DecisionKind, string>> = {
  remove: 'remove',
  keep: 'keep',
  exception: 'keep as an exception',
  'route-out': 'route out',
  'not-mine': 'not mine',
  wait: 'wait for facts',
};

/** What a reviewer said of a line, and why. */
export interface Decision {
  readonly kind: DecisionKind;
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly reason: string;
  readonly note: string;
  readonly until: string | null;
  readonly owners: readonly OwnerClass[];
  readonly control: string | null;
  /** Account id of who answers for an exception; null for other decisions, and on records of the first version. */
  readonly owner: string | null;
}

/** Reasons of decisions that follow from a rule or from an earlier review: nobody looked at the line. */
export const NOBODY_ANSWERED = 'nobody-answered';
export const CARRIED_OVER = 'carried-over';
/** An owner who was asked keeps the seat until a day. */
export const OWNER_KEEPS = 'owner-keeps';

const ALLOWED: Readonly<Record<Verdict, readonly DecisionKind[]>> = {
  cleanup: ['remove', 'keep', 'exception', 'route-out', 'not-mine'],
  split: ['remove', 'keep', 'exception', 'route-out', 'not-mine'],
  'route-out': ['route-out', 'keep', 'exception', 'not-mine'],
  hold: ['keep', 'exception', 'route-out', 'not-mine', 'wait'],
  keep: [],
  protected: [],
};

/** Decisions that a line allows (product.md §7). `consented`: every owner but identity answered remove. */
export function allowedDecisions(verdict: Verdict, consented: boolean): DecisionKind[] {
  const allowed = ALLOWED[verdict];
  return consented && verdict === 'route-out' ? ['remove', ...allowed] : [...allowed];
}

/** What the verdict recommends; departing from it needs free text. */
export function recommendedDecision(verdict: Verdict, consented: boolean): DecisionKind {
  if (verdict === 'route-out') return consented ? 'remove' : 'route-out';
  return verdict === 'hold' ? 'wait' : verdict === 'cleanup' || verdict === 'split' ? 'remove' : 'keep';
}

/** Reasons that speak for leaving the seat. */
const REASONS_TO_STAY: readonly string[] = ['still-needed', 'seasonal-use', 'on-leave'];

/** Whether a reason says the contrary of the decision that it is given for; an auditor reads both side by side. */
export function isReasonContrary(reason: string, kind: DecisionKind, recommended: DecisionKind): boolean {
  if (reason === 'follows-recommendation') return kind !== recommended;
  return kind === 'remove' && REASONS_TO_STAY.includes(reason);
}

/** Decisions that take effect only when somebody else approved them (product.md §7, separation of duties). */
export function needsApproval(kind: DecisionKind): boolean {
  return kind === 'remove' || kind === 'exception';
}
