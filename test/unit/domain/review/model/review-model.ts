import type { DecisionKind } from '../../../../../src/domain/review/decision';
import type { LineOutcome, LineState } from '../../../../../src/domain/review/line';
import type { AnswerKind } from '../../../../../src/domain/routing/handoff';
import type { OwnerClass } from '../../../../../src/domain/seat';

/**
 * A review as product.md §7 and §8 tell it, in the fewest words: what each line is, who may do what, and what
 * comes of it. It shares no rule with the code under test, only names.
 */
export interface ModelLine {
  readonly line: number;
  readonly account: string;
  readonly verdict: 'cleanup' | 'split' | 'route-out' | 'hold';
  /** Owner classes that the facts demand. */
  readonly demands: readonly OwnerClass[];
  /** A removal would be right once the owners of a route-out agreed. */
  readonly consentable: boolean;
  readonly bundle: number;
  /** Groups that a removal leaves. */
  readonly groups: readonly string[];
  state: LineState;
  outcome: LineOutcome | null;
  decision: DecisionKind | null;
  /** Everybody whose decision stood on the line. */
  readonly deciders: Set<string>;
  approver: string | null;
  /** Whose queue it is in. */
  assignee: string | null;
  readonly executors: Set<string>;
  /** Questions that are still asked, or whose answer still stands. */
  readonly questions: Map<OwnerClass, AnswerKind | null>;
  /** Whether the person concerned was told, and had their days to answer. */
  told: 'no' | 'told' | 'due';
  /** What is known of each removal that was begun. */
  readonly removals: Map<string, 'in doubt' | 'not sent' | 'sent' | 'gone' | 'blocked'>;
}

export interface Model {
  readonly separation: 'two-person' | 'three-person';
  readonly noResponse: 'close-as-kept' | 'carry' | 'follow-recommendation';
  /** Who chose the no-response rule. */
  readonly chooser: string;
  readonly approvers: readonly string[];
  /** The people concerned are told first. */
  readonly notice: boolean;
  readonly fallbackReviewer: string | null;
  readonly lines: readonly ModelLine[];
  /** Who runs the plan now. */
  running: string | null;
  readonly executors: Set<string>;
  ended: 'signed-off' | 'cancelled' | null;
}

export function linesOf({ lines }: Model, numbers: readonly number[]): ModelLine[] {
  return lines.filter(({ line }) => numbers.includes(line));
}

export function bundleOf({ lines }: Model, { bundle }: ModelLine): ModelLine[] {
  return lines.filter((other) => other.bundle === bundle);
}

/** Every owner but the identity provider's was asked and answered remove (§7, Consent). */
export function consented({ verdict, consentable, questions, demands }: ModelLine): boolean {
  const asked = [...questions].filter(([owner]) => owner !== 'identity');
  return (
    verdict === 'route-out' &&
    consentable &&
    asked.length > 0 &&
    asked.every(([, answer]) => answer === 'remove') &&
    demands.every((owner) => owner === 'identity' || questions.get(owner) === 'remove')
  );
}

/** A write was begun and nobody knows what became of it. */
export const inDoubt = ({ removals }: ModelLine): boolean => [...removals.values()].includes('in doubt');

/** A membership was ended, or nobody knows whether it was. */
export const isBegun = (line: ModelLine): boolean =>
  inDoubt(line) || [...line.removals.values()].includes('sent');

/** Whether every membership of the line is gone, whoever ended it. */
export const allGone = ({ groups, removals }: ModelLine): boolean =>
  groups.every((group) => ['sent', 'gone'].includes(removals.get(group) ?? ''));

/** The app ended some of its memberships and not all: only an undo takes that back (§8). */
export const isHalf = (line: ModelLine): boolean =>
  [...line.removals.values()].includes('sent') && !allGone(line);

/** Decisions a line allows (§7). */
export function allows(line: ModelLine, decision: DecisionKind): boolean {
  switch (decision) {
    case 'keep':
    case 'exception':
    case 'route-out':
    case 'not-mine':
      return true;
    case 'wait':
      return line.verdict === 'hold';
    case 'remove':
      return line.verdict === 'cleanup' || line.verdict === 'split' || consented(line);
  }
}

const TAKEN_BACK: readonly (LineOutcome | null)[] = [
  'kept',
  'waiting',
  'routed',
  'cancelled',
  'no-answer',
  'carried',
];

/** A line may return to its reviewer until sign-off, but not past an approval. */
export function isChangeable(line: ModelLine): boolean {
  const { state, outcome } = line;
  if (isHalf(line)) return false;
  return state === 'undecided' || state === 'decided' || (state === 'closed' && TAKEN_BACK.includes(outcome));
}

/** Decider, approver and executor of a line are three people, in whatever order they come (§7). */
export function isThird({ separation }: Model, line: ModelLine, by: string): boolean {
  return separation === 'two-person' || !line.executors.has(by);
}

/** Approved, and its removal has not begun. */
export const isApproved = ({ state }: ModelLine): boolean => state === 'approved' || state === 'noticed';

/** Where an approved line stands. */
export const approvedState = ({ told }: ModelLine): LineState => (told === 'no' ? 'approved' : 'noticed');

/** Lines that a run would take: those whose people were told and had their days. What was begun is looked at (§8). */
export function planned(model: Model): ModelLine[] {
  const isDue = (line: ModelLine): boolean => !model.notice || line.told === 'due';
  return removable(model).filter((line) => inDoubt(line) || bundleOf(model, line).every(isDue));
}

/** Approved removals, agreed by their owners, in whole bundles (§7, §8). */
export function removable(model: Model): ModelLine[] {
  const ready = (line: ModelLine): boolean => isApproved(line) && line.decision === 'remove';
  return model.lines.filter(
    (line) =>
      bundleOf(model, line).every(ready) &&
      // What was begun is looked at, whatever the owners say by now.
      (line.verdict !== 'route-out' || consented(line) || inDoubt(line)),
  );
}

/** The line is the reviewer's again. Who decided it stays known. */
export function reopen(line: ModelLine): void {
  Object.assign(line, { state: 'undecided', outcome: null, decision: null, approver: null });
}

export function close(line: ModelLine, outcome: LineOutcome): void {
  Object.assign(line, { state: 'closed', outcome });
}
