import type { VerificationOutcome } from '../domain/review/after-removal';
import type { ActivityState } from '../domain/classification/activity';
import type { PopulationProof } from '../domain/classification/population';
import type { ReviewerProgress } from '../domain/review/queue';
import type { CyclePhase as CycleState } from '../domain/review/cycle';
import type { BillingPlan } from '../domain/review/calendar';
import type { CycleDifference, LineChange } from '../domain/review/difference';
import type { GoneReason } from '../domain/review/gone-seat';
import type { DecisionKind } from '../domain/review/decision';
import type { LineAssignment, LineOutcome, LineState } from '../domain/review/line';
import type { AccessPath, OwnerClass, ReasonCode, SeatMark, Verdict } from '../domain/seat';
import type { HandoffRow } from './handoff-replies';
import type { Page, SeatDetail } from './seat-replies';
import type { LineUndo } from './undo-replies';

/** The review's own words, the same on both sides. */
export type {
  BillingPlan,
  CycleState,
  DecisionKind,
  GoneReason,
  LineAssignment,
  LineChange,
  LineOutcome,
  LineState,
  ReviewerProgress,
  VerificationOutcome,
};

export interface CycleSummary {
  readonly cycleId: string;
  readonly title: string;
  /** Nothing of it is ever executed, and nothing follows from it. */
  readonly rehearsal: boolean;
  readonly state: CycleState;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly dueAt: string;
  readonly signedOffAt: string | null;
  readonly signedOffBy: string | null;
  readonly lines: number;
}

export interface CycleView extends CycleSummary {
  readonly snapshotTakenAt: string;
  /** Sequence of the ledger that this view shows. */
  readonly sequence: number;
  readonly headHash: string;
  readonly counts: {
    readonly byState: Readonly<Record<LineState, number>>;
    readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
    readonly byOutcome: Readonly<Partial<Record<LineOutcome, number>>>;
    readonly toApprove: number;
    readonly handoffsOpen: number;
    readonly handoffsOverdue: number;
  };
  /** Against the last signed-off review; null when there was none. */
  readonly difference: CycleDifference | null;
  /** Products under review; null for all. */
  readonly products: readonly string[] | null;
  /** Billing periods that this review can still change; days are UTC, `2026-11-30`. */
  readonly deadlines: readonly BillingPlan[];
  /** A draft that a later sign-off overtook: it cannot be opened. */
  readonly outdated: boolean;
  /** What sign-off still waits for, each a sentence; empty when it may be given. */
  readonly blockers: readonly string[];
  readonly population: readonly (PopulationProof & {
    readonly acknowledgedBy: string | null;
    readonly acknowledgedReason: string | null;
  })[];
  readonly noResponse: { readonly rule: string; readonly touches: number };
  readonly separation: 'two-person' | 'three-person';
  readonly overrides: number;
  readonly runId: string | null;
  readonly statement: string | null;
  /** Timeliness, figures on how lines were decided, and rules that were set aside, as sentences. */
  readonly conduct: readonly string[];
  /** Progress by reviewer, nobody's lines last; empty where no line was assigned. */
  readonly progress: readonly ReviewerProgress[];
  /** Takes over undecided lines on the due day; null when nobody is named. */
  readonly fallbackReviewer: string | null;
}

/** Somebody approves in an approver's place, until a day. */
export interface DelegationRow {
  readonly delegationId: string;
  readonly by: string;
  readonly to: string;
  /** ISO 8601 UTC, as is `until`. */
  readonly since: string;
  readonly until: string;
  readonly reason: string;
}

/** What a review would begin with. */
export interface CyclePreview {
  readonly takenAt: string;
  readonly lines: number;
  /** Lines that an earlier decision keeps until a day. */
  readonly keptUntil: number;
  /** Lines whose questions to owners go on. */
  readonly routed: number;
  /** Lines that nobody has decided: what the no-response rule would touch. */
  readonly undecided: number;
  /** Of these, those that following the recommendation would send to approval as removals. */
  readonly removals: number;
  /** The rule that Settings hold. */
  readonly rule: 'close-as-kept' | 'carry' | 'follow-recommendation';
}

export interface DecisionView {
  readonly decision: DecisionKind;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly note: string;
  readonly until: string | null;
  /** Compensating control of an exception. */
  readonly control: string | null;
  /** Who answers for an exception. */
  readonly owner: string | null;
}

export interface LineRow {
  readonly line: number;
  /** Sequence of the ledger at which this row was read: what a person has seen of the line. */
  readonly sequence: number;
  readonly accountId: string;
  readonly product: string;
  readonly productName: string;
  readonly state: LineState;
  readonly outcome: LineOutcome | null;
  /** Why it was cancelled, blocked or returned, else null. */
  readonly cause: string | null;
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly owners: readonly OwnerClass[];
  readonly activity: ActivityState;
  readonly lastActiveAt: string | null;
  readonly paths: readonly AccessPath[];
  readonly marks: readonly SeatMark[];
  readonly sentence: string;
  /** Lines of one account that share a group with this one, itself included when there are others. */
  readonly bundle: readonly number[];
  readonly allowed: readonly DecisionKind[];
  readonly recommended: DecisionKind;
  readonly decision: DecisionView | null;
  /** Everybody whose decision stood on the line: none of them may approve it. */
  readonly deciders: readonly string[];
  /** Whose queue it is in; null for nobody's. */
  readonly assignee: string | null;
  /** How it came there, and where it was before, oldest first. */
  readonly assignments: readonly LineAssignment[];
  /** Whether a reviewer may still change or undo the decision. */
  readonly changeable: boolean;
  readonly approvedBy: string | null;
  /** Approver in whose place that was; null for an approver's own. */
  readonly approvedInsteadOf: string | null;
  /** What the person concerned was told, as a sentence; empty where nobody has told them. */
  readonly notice: string;
  /** Why they still need the seat, in their own words, and when they said so; null where they did not. */
  readonly claim: { readonly note: string; readonly at: string } | null;
  readonly removes: readonly { readonly id: string; readonly name: string }[];
  readonly verification: VerificationOutcome | null;
  /** How access came back after a check had found it gone, as a sentence; null when it did not. */
  readonly rebound: string | null;
  /** Whether its removal may still be given back; the write looks again. */
  readonly undoable: boolean;
  /** An undo of it that is not settled; null when there is none. */
  readonly undo: LineUndo | null;
  readonly carriedFrom: string | null;
  /** Who owns it from the sign-off on, and until when; null for a line that does not go on. */
  readonly carriedTo: { readonly owner: string; readonly dueAt: string } | null;
  /** Null when there was no signed-off review before. */
  readonly change: LineChange | null;
  /** What became of the seat in the last signed-off review; null when it had no line there. */
  readonly before: {
    readonly verdict: Verdict;
    readonly decision: DecisionKind | null;
    readonly outcome: LineOutcome | null;
  } | null;
}

/** A seat that had a line in the last signed-off review and has none now. */
export interface GoneRow {
  readonly accountId: string;
  readonly product: string;
  readonly productName: string;
  readonly why: GoneReason;
  /** What that review did with it. */
  readonly decision: DecisionKind | null;
  readonly outcome: LineOutcome | null;
}

export type GoneList = Page<GoneRow>;

export interface LineList extends Page<LineRow> {
  readonly products: readonly { readonly key: string; readonly name: string }[];
}

export interface LineDetail extends LineRow {
  readonly seat: SeatDetail;
  readonly handoffs: readonly HandoffRow[];
}
