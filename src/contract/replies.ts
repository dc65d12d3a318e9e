import type { AccessPath, ElseEnd, OwnerClass, ReasonCode, SeatMark, Verdict } from '../domain/seat';
import type { ActivityState } from '../domain/classification/activity';
import type { PopulationProof } from '../domain/classification/population';
import type { SourceNote, ScanMode } from '../domain/snapshot';

/** What the pages get. Times are ISO 8601 UTC; people are account ids, named in the browser. */

export interface Session {
  readonly accountId: string;
  readonly siteUrl: string;
  /** Checked when the page opened; every call checks again. */
  readonly roles: {
    readonly reviewer: boolean;
    readonly approver: boolean;
    readonly auditor: boolean;
    readonly siteAdmin: boolean;
    readonly signOff: boolean;
  };
  readonly mode: ScanMode;
  readonly hasSnapshot: boolean;
  readonly now: string;
}

export interface MySeat {
  readonly product: string;
  readonly productName: string;
  /** "Billable for Jira through …; last used on …." */
  readonly why: string;
  readonly activity: ActivityState;
  readonly lastActiveAt: string | null;
  readonly since: string;
  /** Whether a review that is open asks about this seat. */
  readonly underReview: boolean;
}

export interface MySeats {
  readonly asOf: string | null;
  readonly seats: readonly MySeat[];
}

export interface ScanStatus {
  readonly scanId: string;
  readonly state: 'waiting' | 'running' | 'complete' | 'incomplete';
  readonly mode: ScanMode;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** What it is reading now, or why it stopped, as a sentence. */
  readonly message: string;
  /** 0 to 1. */
  readonly progress: number;
  readonly startedBy: string | null;
}

export interface Count {
  readonly key: string;
  readonly label: string;
  readonly seats: number;
}

export interface Todo {
  readonly kind:
    | 'scan'
    | 'set-up'
    | 'flags'
    | 'decide'
    | 'approve'
    | 'execute'
    | 'verify'
    | 'handoffs'
    | 'sign-off'
    | 'population'
    | 'key';
  readonly text: string;
  readonly count: number | null;
  /** Which page does it. */
  readonly page: PageName;
}

export type PageName =
  | 'overview'
  | 'seats'
  | 'review'
  | 'approvals'
  | 'execute'
  | 'route-outs'
  | 'evidence'
  | 'settings'
  | 'my-seats';

export interface Overview {
  readonly scan: ScanStatus | null;
  /** Null before the first complete scan. */
  readonly snapshot: {
    readonly id: string;
    readonly takenAt: string;
    readonly mode: ScanMode;
    readonly depth: 'bulk' | 'deep';
    readonly accounts: number;
    readonly seats: number;
    readonly byProduct: readonly Count[];
    readonly bySource: readonly Count[];
    /** For stacked bars: seats by product and source. */
    readonly byProductAndSource: readonly {
      readonly product: string;
      readonly source: string;
      readonly seats: number;
    }[];
    readonly byVerdict: readonly (Count & { readonly verdict: Verdict })[];
    /** What nobody knows, each a sentence with its count. */
    readonly unknown: readonly { readonly text: string; readonly seats: number }[];
    readonly outsideScope: readonly {
      readonly product: string;
      readonly name: string;
      readonly why: string;
      readonly accounts: number;
    }[];
    readonly otherSites: readonly string[];
    readonly population: readonly PopulationProof[];
    readonly sources: readonly SourceNote[];
  } | null;
  readonly todo: readonly Todo[];
  readonly flags: readonly Flag[];
}

export interface Flag {
  readonly id: string;
  readonly kind:
    | 'newly-billable-stale'
    | 'rebound'
    | 'handoff-overdue'
    | 'key-expiring'
    | 'exemption-expiring'
    | 'scan-failed';
  readonly raisedAt: string;
  readonly text: string;
  readonly accountId: string | null;
  readonly product: string | null;
}

export interface SeatRow {
  readonly accountId: string;
  readonly product: string;
  readonly productName: string;
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  readonly owners: readonly OwnerClass[];
  readonly activity: ActivityState;
  readonly lastActiveAt: string | null;
  readonly paths: readonly AccessPath[];
  readonly provisional: boolean;
  readonly marks: readonly SeatMark[];
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Rows that match the filter, on all pages. */
  readonly total: number;
  readonly offset: number;
}

export interface SeatList extends Page<SeatRow> {
  readonly asOf: string | null;
  readonly products: readonly { readonly key: string; readonly name: string }[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** When the source was read. */
  readonly asOf: string;
}

export interface SeatDetail extends SeatRow {
  readonly asOf: string;
  readonly sentence: string;
  /** What remains after removal, in words; empty when nothing would be removed. */
  readonly counterfactual: string;
  readonly removalSet: readonly { readonly id: string; readonly name: string }[];
  readonly elseEnds: readonly (ElseEnd & { readonly productName: string })[];
  readonly pathReasons: readonly { readonly path: AccessPath; readonly why: string }[];
  readonly facts: readonly Fact[];
  readonly notChecked: readonly string[];
  readonly privilege: readonly string[];
  readonly identity: 'human' | 'non-human';
  readonly identityReason: string | null;
  readonly claim: 'managed' | 'unmanaged' | 'unknown';
}

export type CycleState = 'draft' | 'open' | 'executing' | 'verifying' | 'signed-off' | 'cancelled';
export type LineState = 'undecided' | 'decided' | 'approved' | 'executing' | 'verifying' | 'closed';
export type DecisionKind = 'remove' | 'keep' | 'exception' | 'route-out' | 'not-mine' | 'wait';
export type LineOutcome =
  | 'kept'
  | 'excepted'
  | 'removed'
  | 'routed'
  | 'waiting'
  | 'cancelled'
  | 'blocked'
  | 'no-answer'
  | 'carried'
  | 'not-verified';

export interface CycleSummary {
  readonly cycleId: string;
  readonly title: string;
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
}

export interface DecisionView {
  readonly decision: DecisionKind;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly note: string;
  readonly until: string | null;
}

export interface LineRow {
  readonly line: number;
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
  readonly approvedBy: string | null;
  readonly removes: readonly { readonly id: string; readonly name: string }[];
  readonly verification: VerificationOutcome | null;
  readonly carriedFrom: string | null;
}

export type VerificationOutcome =
  | 'access-gone'
  | 'membership-gone'
  | 'partly-removed'
  | 'more-ended-than-approved'
  | 'not-changed'
  | 'unverifiable';

export interface LineList extends Page<LineRow> {
  readonly sequence: number;
  readonly products: readonly { readonly key: string; readonly name: string }[];
}

export interface LineDetail extends LineRow {
  readonly seat: SeatDetail;
  /** Everything that the ledger says of this line, oldest first. */
  readonly trace: readonly {
    readonly sequence: number;
    readonly at: string;
    readonly by: string;
    readonly text: string;
  }[];
  readonly handoffs: readonly HandoffRow[];
}

export interface PlanItem {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly ends: readonly string[];
  readonly stays: readonly string[];
}

export interface PlanView {
  readonly cycleId: string;
  readonly fingerprint: string;
  readonly items: readonly PlanItem[];
  /** Removals that the plan leaves out, each with its cause. */
  readonly skips: readonly { readonly line: number; readonly accountId: string; readonly why: string }[];
  readonly people: number;
  readonly writes: number;
  readonly peoplePerRun: number;
  readonly notChecked: readonly string[];
  /** Groups that a site administrator must confirm as not synced before removals. */
  readonly toConfirm: readonly { readonly id: string; readonly name: string }[];
  /** Whether the caller may start it, and if not why. */
  readonly mayStart: boolean;
  readonly mayNotBecause: string | null;
}

export interface RunView {
  readonly runId: string;
  readonly cycleId: string;
  readonly state: 'running' | 'stopped' | 'ended';
  readonly startedBy: string;
  readonly startedAt: string;
  readonly people: number;
  readonly done: number;
  readonly sent: number;
  readonly alreadyGone: number;
  readonly blocked: number;
  readonly cancelled: number;
  readonly message: string;
  readonly items: readonly {
    readonly accountId: string;
    readonly groupId: string | null;
    readonly groupName: string | null;
    readonly outcome: 'sent' | 'already-gone' | 'blocked' | 'cancelled' | 'pending' | 'unclear';
    readonly text: string;
  }[];
}

export interface HandoffRow {
  readonly handoffId: string;
  readonly cycleId: string;
  readonly line: number;
  readonly accountId: string;
  readonly product: string;
  readonly productName: string;
  readonly owner: OwnerClass;
  readonly contact: string;
  readonly status: 'open' | 'answered' | 'closed' | 'withdrawn';
  readonly answer: string | null;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly nextStep: string;
}

export interface CaseRow {
  readonly caseId: string;
  readonly cycleId: string;
  readonly owner: OwnerClass;
  readonly contact: string;
  /** "Synced group idp-engineering" or what else the handoffs have in common. */
  readonly cause: string;
  readonly handoffs: number;
  readonly people: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueAt: string;
}

export interface CaseList extends Page<CaseRow> {
  readonly totals: {
    readonly handoffs: number;
    readonly open: number;
    readonly overdue: number;
    readonly closed: number;
  };
}

export interface CaseDetail extends CaseRow {
  readonly question: string;
  readonly why: string;
  readonly asOf: string;
  readonly rows: readonly HandoffRow[];
  /** Plain text to copy into a ticket or mail. */
  readonly packet: string;
}

export interface EvidenceView {
  readonly cycles: readonly CycleSummary[];
  readonly cycle: CycleView | null;
  readonly files: readonly { readonly file: string; readonly description: string; readonly rows: number }[];
  readonly records: number;
  readonly headHash: string;
  readonly chainIntact: boolean;
}

export interface EvidencePart {
  readonly file: string;
  readonly part: number;
  readonly parts: number;
  readonly mediaType: string;
  readonly text: string;
}

export interface SettingsView {
  readonly mayChange: boolean;
  readonly orgKey: {
    readonly present: boolean;
    readonly organizationName: string | null;
    readonly createdBy: string | null;
    readonly storedBy: string | null;
    readonly storedAt: string | null;
    readonly expiresAt: string | null;
    readonly abilities: readonly {
      readonly ability: string;
      readonly works: boolean;
      readonly without: string;
    }[];
  };
  readonly policy: {
    readonly thresholdDays: number;
    readonly newDays: number;
    readonly words: readonly string[];
    readonly technical: readonly string[];
    readonly unmanaged: 'ask-business' | 'local';
    readonly jsmOnCall: 'yes' | 'no' | 'unanswered';
    readonly exemptions: readonly {
      readonly match: Readonly<Record<string, string>>;
      readonly product?: string | undefined;
      readonly expires: string;
      readonly reason: string;
      readonly owner: string;
      readonly control?: string | undefined;
    }[];
  };
  readonly review: {
    readonly separation: 'two-person' | 'three-person';
    readonly noResponse: 'close-as-kept' | 'carry' | 'follow-recommendation';
    readonly dueDays: number;
    readonly peoplePerRun: number;
    readonly stopAfterFailures: number;
    readonly approvers: readonly string[];
    readonly auditors: readonly string[];
    readonly signOffBy: string | null;
    readonly handoffDays: number;
    readonly readersSeeOtherProducts: boolean;
  };
  readonly owners: readonly {
    readonly class: OwnerClass;
    readonly contact: string;
    readonly accountId: string | null;
  }[];
  readonly fallback: string;
  readonly confirmedGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly by: string;
    readonly at: string;
  }[];
}

/** What each resolver answers with. */
export interface Replies {
  readonly 'get-session': Session;
  readonly 'get-my-seats': MySeats;
  readonly 'get-overview': Overview;
  readonly 'start-scan': ScanStatus;
  readonly 'get-scan': ScanStatus | null;
  readonly 'list-seats': SeatList;
  readonly 'get-seat': SeatDetail;
  readonly 'list-flags': readonly Flag[];
  readonly 'dismiss-flag': readonly Flag[];
  readonly 'list-cycles': readonly CycleSummary[];
  readonly 'get-cycle': CycleView | null;
  readonly 'open-cycle': CycleView;
  readonly 'cancel-cycle': CycleView;
  readonly 'list-lines': LineList;
  readonly 'get-line': LineDetail;
  readonly 'decide-lines': CycleView;
  readonly 'undo-decision': CycleView;
  readonly 'end-deciding': CycleView;
  readonly 'acknowledge-unexplained': CycleView;
  readonly 'approve-lines': CycleView;
  readonly 'return-lines': CycleView;
  readonly 'get-plan': PlanView;
  readonly 'start-run': RunView;
  readonly 'run-slice': RunView;
  readonly 'stop-run': RunView;
  readonly 'get-run': RunView;
  readonly 'verify-removals': CycleView;
  readonly 'confirm-group': SettingsView;
  readonly 'list-handoffs': CaseList;
  readonly 'get-case': CaseDetail;
  readonly 'answer-handoffs': CaseList;
  readonly 'sign-off': CycleView;
  readonly 'get-evidence': EvidenceView;
  readonly 'download-evidence': EvidencePart;
  readonly 'get-settings': SettingsView;
  readonly 'save-policy': SettingsView;
  readonly 'save-review-settings': SettingsView;
  readonly 'save-owners': SettingsView;
  readonly 'save-org-key': SettingsView;
  readonly 'remove-org-key': SettingsView;
}
