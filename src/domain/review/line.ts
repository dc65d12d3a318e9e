import type { Door, LoggedEvent, Undo, VerificationCheck, VerificationOutcome } from './after-removal';
import type { ElseEnd, Seat, Verdict } from '../seat';
import type { AssignmentCause } from './assignment';
import type { Decision, DecisionKind } from './decision';

export type LineState =
  'undecided' | 'decided' | 'approved' | 'noticed' | 'executing' | 'verifying' | 'closed';

export type LineOutcome =
  | 'kept'
  /** An earlier review kept it until a day that has not come yet. */
  | 'kept-until'
  | 'excepted'
  | 'removed'
  | 'routed'
  | 'waiting'
  | 'cancelled'
  | 'blocked'
  | 'no-answer'
  | 'carried'
  | 'not-verified'
  /** Removed, and given back by us: everything, or a part of it. */
  | 'undone'
  | 'partly-undone'
  /** Approved in a rehearsal, which removes nothing. */
  | 'rehearsed';

/** A seat as it stood when the cycle was drafted. Nothing of it changes later. */
export interface LineFacts {
  /** From 1, the line's name within its cycle. */
  readonly line: number;
  readonly seat: Seat;
  /** Smallest line of the bundle; the line itself when it stands alone. */
  readonly bundle: number;
  /** Cycle that left this line unfinished, or null. */
  readonly carriedFrom: string | null;
  /** What the newest signed-off cycle of the product says of the seat; absent when it had no line of it. */
  readonly before?: PastLine;
}

/** A line of a signed-off cycle, as far as the next one looks back at it. */
export interface PastLine {
  readonly cycleId: string;
  readonly line: number;
  readonly verdict: Verdict;
  /** Null when nobody decided. */
  readonly decision: DecisionKind | null;
  readonly outcome: LineOutcome | null;
  /** Its access was verified as gone after a removal. */
  readonly accessGone: boolean;
}

export interface GroupRemoval {
  readonly groupId: string;
  readonly runId: string;
  readonly state: 'attempted' | 'sent' | 'already-gone' | 'blocked' | 'unclear';
  readonly attempts: number;
  /** Attempts that Atlassian did not clearly decline. */
  readonly undeclined: number;
  /** When the last attempt was made; ISO 8601 UTC. */
  readonly attemptedAt: string;
  /** Whether the write may have worked although nobody said so; false once Atlassian clearly declined it. */
  readonly mayHaveWorked: boolean;
  /** Nothing is sent or read of it until then, because Atlassian asked to wait or could not be read; ISO 8601 UTC. */
  readonly notBefore: string | null;
  /** Atlassian asked for that wait, which holds whatever is written with the same key. */
  readonly toldToWait: boolean;
  /**
   * Of what was sent, that it is ours: Atlassian answered so, or a log names whoever wrote it. Where the answer was lost,
   * somebody else may have ended the membership.
   */
  readonly isProven: boolean;
  /** Atlassian said that the group itself cannot be written. */
  readonly groupRefused: boolean;
  readonly note: string;
  /** The event of an audit log that matches it; null for not corroborated, or not yet. */
  readonly event: LoggedEvent | null;
}

export interface Verification {
  readonly check: VerificationCheck;
  readonly at: string;
  readonly outcome: VerificationOutcome;
  readonly note: string;
}

/** How a message to the person concerned ended; nobody knows of one without a clear answer whether it was sent. */
export type NoticeOutcome = 'told' | 'not-reachable' | 'unclear';

/** What the person concerned was told of the line's removal (product.md §8, Notice first). */
export interface LineNotice {
  /** `attempted`: it was begun, and nobody has recorded yet what became of it. */
  readonly how: 'attempted' | NoticeOutcome;
  /** When it was begun, or when it was known what became of it; ISO 8601 UTC. */
  readonly at: string;
  /** Why nobody was reached, as a sentence; empty for who was told. */
  readonly why: string;
  /** Whether a message was sent, or may have been; false once Jira clearly refused it. */
  readonly mayHaveArrived: boolean;
}

/** The person concerned still needs the seat, and says why. */
export interface SeatClaim {
  readonly note: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** What they had been told by then; they are told anew before the line is removed after all. */
  readonly notice: LineNotice | null;
}

/** How a line came to a reviewer, or to nobody. */
export interface LineAssignment {
  /** Account id, or null. */
  readonly reviewer: string | null;
  readonly because: AssignmentCause;
  /** Account id, or `app`. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly note: string;
}

/** A record that changed a line; `by` is an account id, or `app`. */
export interface Change {
  readonly sequence: number;
  readonly by: string;
}

/** One seat under review. */
export interface Line {
  readonly facts: LineFacts;
  readonly state: LineState;
  readonly outcome: LineOutcome | null;
  /** Why it was cancelled, blocked or returned. */
  readonly cause: string | null;
  readonly decision: Decision | null;
  /** Everybody whose decision stood on the line in this cycle. */
  readonly deciders: readonly string[];
  readonly approvedBy: string | null;
  /** Approver in whose place that was; null for an approver's own approval. */
  readonly approvedInsteadOf: string | null;
  /** ISO 8601 UTC. */
  readonly approvedAt: string | null;
  /** What was approved to be removed, in short; null for other decisions, and on records of the first version. */
  readonly approvedPlan: string | null;
  /** A separation rule was overridden on this line. */
  readonly override: { readonly rule: string; readonly reason: string } | null;
  /** Also of an earlier approval, where the person was told: nobody is told twice of one line. */
  readonly notice: LineNotice | null;
  /** The last one, whatever was decided after it. */
  readonly claim: SeatClaim | null;
  readonly removals: readonly GroupRemoval[];
  readonly removedAt: string | null;
  readonly executor: string | null;
  readonly verifications: readonly Verification[];
  /** Access that a check had found gone came back. */
  readonly rebound: (Door & { readonly at: string; readonly check: VerificationCheck }) | null;
  /** The removal was taken back, or is being taken back. */
  readonly undo: Undo | null;
  /** Who owns it from the sign-off on, and until when (ISO 8601 UTC); null for a line that does not go on. */
  readonly carriedTo: { readonly owner: string; readonly dueAt: string } | null;
  /** Whose queue it is in; null for nobody's. No permission: any other reviewer may decide it. */
  readonly assignee: string | null;
  /** Every time it changed hands, oldest first. */
  readonly assignments: readonly LineAssignment[];
  /** The newest record that changed it, and whose it was. */
  readonly changed: Change & { /** The newest by somebody else than that. */ readonly before: Change | null };
}

export function newLine(facts: LineFacts): Line {
  return {
    facts,
    state: 'undecided',
    outcome: null,
    cause: null,
    decision: null,
    deciders: [],
    approvedBy: null,
    approvedInsteadOf: null,
    approvedAt: null,
    approvedPlan: null,
    override: null,
    notice: null,
    claim: null,
    removals: [],
    removedAt: null,
    executor: null,
    verifications: [],
    rebound: null,
    undo: null,
    carriedTo: null,
    assignee: null,
    assignments: [],
    changed: { sequence: 0, by: 'app', before: null },
  };
}

/** Outcomes that a reviewer gave and may take back until sign-off. */
const REVIEWERS_OWN: readonly LineOutcome[] = [
  'kept',
  'kept-until',
  'waiting',
  'routed',
  'cancelled',
  'no-answer',
  'carried',
];

/** Unapproved decisions may change until sign-off; where something was removed already, only an undo takes it back. */
export function mayChange(line: Line): boolean {
  const { state, outcome } = line;
  if (isHalfRemoved(line)) return false;
  if (state === 'undecided' || state === 'decided') return true;
  return state === 'closed' && outcome !== null && REVIEWERS_OWN.includes(outcome);
}

/** Approved, and its removal has not begun. */
export function isApproved({ state }: Pick<Line, 'state'>): boolean {
  return state === 'approved' || state === 'noticed';
}

/** Where an approved line stands: its person knows of it, or does not yet. */
export function approvedState({ notice }: Pick<Line, 'notice'>): 'approved' | 'noticed' {
  return notice === null || notice.how === 'attempted' ? 'approved' : 'noticed';
}

/** What the person concerned was last told of the line, also where they have answered it since. */
export function lastNotice({ notice, claim }: Pick<Line, 'notice' | 'claim'>): LineNotice | null {
  return notice ?? claim?.notice ?? null;
}

/** Where a line stands, to follow “is”. */
export function describeState(line: Line): string {
  const { state, outcome } = line;
  if (state !== 'executing' && isHalfRemoved(line)) return 'removed in part';
  return state === 'closed' ? (outcome ?? 'closed') : state === 'verifying' ? 'being verified' : state;
}

/** A write was begun that may have worked, and nobody has read since whether it did. */
export function isInDoubt({ removals }: Line): boolean {
  return removals.some(
    ({ state, mayHaveWorked }) => mayHaveWorked && (state === 'attempted' || state === 'unclear'),
  );
}

/** A membership was removed, or nobody knows whether it was. */
export function isRemovalBegun(line: Line): boolean {
  return isInDoubt(line) || line.removals.some(({ state }) => state === 'sent');
}

/** The app ended some of the line's memberships, and not all. */
export function isHalfRemoved(line: Line): boolean {
  const gone = line.removals.filter(({ state }) => state === 'sent' || state === 'already-gone');
  return (
    gone.some(({ state }) => state === 'sent') &&
    line.outcome !== 'undone' &&
    gone.length < removalGroups(line).length
  );
}

/** What else ends with the line's removal. */
export function removalEnds({ facts: { seat } }: Line): readonly ElseEnd[] {
  return seat.verdict === 'route-out' ? (seat.consented?.elseEnds ?? []) : seat.elseEnds;
}

/** Groups that the line's removal leaves: the consented set for a route-out, else the removal set. */
export function removalGroups({ facts: { seat } }: Line): readonly string[] {
  return seat.verdict === 'route-out' ? seat.consentedRemovalSet : seat.removalSet;
}
