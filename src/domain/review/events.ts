import type { CheckedRemovals, UndoFact } from './after-removal';
import type { PopulationProof } from '../classification/population';
import type { ClosingCause, Handoff, AnswerKind } from '../routing/handoff';
import type { OwnerClass } from '../seat';
import type { AssignedLines } from './assignment';
import type { BillingPlan } from './calendar';
import type { ReviewRules } from './cycle';
import type { Decision, DecisionKind } from './decision';
import type { GoneSeat } from './gone-seat';
import type { CarriedLines } from './carried';
import type { LineFacts, NoticeOutcome } from './line';
import type { Executor, RunKey } from './run';

/** Rules as records hold them: those of the first version know of no assignment, no blackout hours and no notice. */
type LaterRules = 'assignment' | 'blackout' | 'noticeDays';
type RecordedRules = Omit<ReviewRules, LaterRules> & Partial<Pick<ReviewRules, LaterRules>>;

/** Everything that can happen to a cycle. A cycle is the fold of these (architecture.md §4). */
export type CycleEvent =
  | {
      readonly kind: 'cycle-drafted';
      readonly cycleId: string;
      readonly title: string;
      readonly dueAt: string;
      readonly snapshotId: string;
      readonly snapshotTakenAt: string;
      readonly snapshotHash: string;
      readonly scanStartedBy: string | null;
      readonly rules: RecordedRules;
      readonly population: readonly PopulationProof[];
      /** Products under review, null for all; this and `follows` are absent from records of the first version. */
      readonly products?: readonly string[] | null;
      /** Signed-off cycles that this one looks back at, newest first. */
      readonly follows?: readonly string[];
      /** Billing period that the review is to be in time for; absent without one. */
      readonly plan?: BillingPlan;
      /** Nothing of it is ever executed; absent for a review that counts. */
      readonly rehearsal?: true;
    }
  | { readonly kind: 'lines-added'; readonly lines: readonly LineFacts[] }
  /** Seats that had a line in the cycles before and have none now. */
  | { readonly kind: 'seats-gone'; readonly seats: readonly GoneSeat[] }
  | {
      readonly kind: 'handoffs-carried';
      readonly handoffs: readonly Handoff[];
      /** Lines that need a decision beside their questions, because their facts changed. */
      readonly undecided?: readonly number[];
    }
  | {
      readonly kind: 'keeps-carried';
      readonly keeps: readonly {
        readonly line: number;
        readonly cycleId: string;
        readonly decision: Decision;
      }[];
    }
  | {
      readonly kind: 'cycle-opened';
      readonly lines: number;
      /** Lines that nobody has decided yet. */
      readonly noResponseTouches: number;
      /** Rules in force from the opening on; absent from records of the first version, which drafted with them. */
      readonly rules?: RecordedRules;
      readonly dueAt?: string;
    }
  | (AssignedLines & {
      readonly kind: 'lines-assigned';
      /** Lines whose decision falls with the hand-over; absent when none does. */
      readonly undecided?: readonly number[];
    })
  | {
      readonly kind: 'lines-decided';
      readonly lines: readonly number[];
      readonly decision: DecisionKind;
      readonly reason: string;
      readonly note: string;
      readonly until: string | null;
      readonly owners: readonly OwnerClass[];
      readonly control: string | null;
      /** Who answers for an exception; absent for other decisions. */
      readonly owner?: string;
      /** Handoffs that this decision opens. */
      readonly handoffs: readonly Handoff[];
    }
  | { readonly kind: 'decision-undone'; readonly lines: readonly number[]; readonly reason: string }
  | {
      readonly kind: 'deciding-ended';
      readonly rule: ReviewRules['noResponse'];
      readonly lines: readonly number[];
      readonly reason: string;
    }
  | {
      readonly kind: 'lines-approved';
      readonly lines: readonly number[];
      /** What removing each of the lines comes to, in their order (approved-plan.ts); empty for other decisions. */
      readonly plans?: readonly string[];
      /** In whose place somebody approved who is no approver; absent for approvers. */
      readonly insteadOf?: string;
      readonly override: { readonly rule: string; readonly reason: string } | null;
    }
  | { readonly kind: 'lines-returned'; readonly lines: readonly number[]; readonly reason: string }
  | {
      readonly kind: 'population-acknowledged';
      readonly product: string;
      readonly unexplained: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'handoffs-answered';
      readonly handoffIds: readonly string[];
      readonly answer: AnswerKind;
      readonly answeredBy: string;
      readonly answeredByAccount: string | null;
      readonly note: string;
      readonly until: string | null;
    }
  | {
      readonly kind: 'handoff-closed';
      readonly handoffId: string;
      readonly cause: ClosingCause;
      readonly note: string;
    }
  /** The issue is about to be made that people are told from. */
  | { readonly kind: 'notice-begun'; readonly project: string; readonly issueType: string }
  | {
      readonly kind: 'notice-issue-observed';
      /** Null when Jira refused to make it, so that it may be begun anew. */
      readonly issueKey: string | null;
      readonly note: string;
    }
  | { readonly kind: 'notice-attempted'; readonly accountId: string; readonly lines: readonly number[] }
  | {
      readonly kind: 'notice-observed';
      readonly accountId: string;
      readonly lines: readonly number[];
      /** `declined`: nothing was sent, and it may be tried again. */
      readonly outcome: NoticeOutcome | 'declined';
      /** With `declined`: when Atlassian may be asked again. */
      readonly notBefore: string | null;
      /** HTTP status of the answer, null when none came. */
      readonly status: number | null;
      /** Why nobody was told, as a sentence; empty for who was. */
      readonly why: string;
    }
  /** The person concerned still needs the seat. */
  | {
      readonly kind: 'seat-claimed';
      readonly line: number;
      /** Lines that cannot be removed without it and fall back with it. */
      readonly mates: readonly number[];
      readonly note: string;
    }
  | {
      readonly kind: 'run-started';
      readonly runId: string;
      readonly fingerprint: string;
      readonly items: readonly {
        readonly accountId: string;
        readonly lines: readonly number[];
        readonly groupIds: readonly string[];
      }[];
      /** Absent where the acting administrator writes, as in every record of the first version. */
      readonly executor?: Executor;
      /** With the executor `organization-key`: which key. */
      readonly key?: RunKey;
    }
  | { readonly kind: 'run-paused'; readonly runId: string }
  | { readonly kind: 'run-resumed'; readonly runId: string }
  | {
      readonly kind: 'removal-cancelled';
      readonly runId: string;
      readonly accountId: string;
      readonly lines: readonly number[];
      readonly cause: string;
    }
  | {
      readonly kind: 'removal-attempted';
      readonly runId: string;
      readonly accountId: string;
      readonly groupId: string;
      readonly lines: readonly number[];
      readonly attempt: number;
      /** Day of the user export that told of last use, which was not read again; absent where it was. */
      readonly lastUseAsOf?: string;
    }
  | {
      readonly kind: 'removal-observed';
      readonly runId: string;
      readonly accountId: string;
      readonly groupId: string;
      readonly lines: readonly number[];
      readonly outcome: 'sent' | 'already-gone' | 'blocked' | 'unclear' | 'declined';
      /** With `declined`: when Atlassian may be asked again. */
      readonly notBefore: string | null;
      /** HTTP status of the answer, null when none came. */
      readonly status: number | null;
      readonly note: string;
      /** Handoff to the identity owner when the group turned out not to be ours. */
      readonly handoffs: readonly Handoff[];
    }
  | {
      readonly kind: 'run-ended';
      readonly runId: string;
      readonly state: 'stopped' | 'ended';
      readonly message: string;
    }
  | ({ readonly kind: 'lines-verified' } & CheckedRemovals)
  /** What was done to take removals back. */
  | { readonly kind: 'undo'; readonly what: UndoFact }
  | {
      readonly kind: 'cycle-signed-off';
      readonly statement: string;
      readonly printed: string;
      readonly carried: readonly number[];
      /** To whom, and due when; absent from records of the first version. */
      readonly carriedTo?: readonly CarriedLines[];
    }
  | { readonly kind: 'cycle-cancelled'; readonly reason: string };
