import type { ActivityState } from '../domain/classification/activity';
import type { MembershipItem } from '../domain/classification/membership-bridge';
import type { PopulationProof } from '../domain/classification/population';
import type { AccessOutcome, Leaving } from '../domain/classification/what-remains';
import type { AccessPath, OwnerClass, ReasonCode, SeatMark, Verdict } from '../domain/seat';
import type { ScanMode, SourceNote } from '../domain/snapshot';

export interface Session {
  readonly accountId: string;
  readonly siteUrl: string;
  /** Checked when the page opened; every call checks again. */
  readonly roles: {
    readonly reviewer: boolean;
    readonly approver: boolean;
    /** Approvers in whose place this person approves now. */
    readonly delegators: readonly string[];
    readonly auditor: boolean;
    readonly siteAdmin: boolean;
    readonly signOff: boolean;
  };
  readonly mode: ScanMode;
  readonly hasSnapshot: boolean;
  /** Title of the rehearsal that is open; null when none is, and for whoever may not read reviews. */
  readonly rehearsal: string | null;
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
  /** Its approved removal in the open review; null where none is approved, or where nothing ends any more. */
  readonly removal: {
    /** Access ends by a run that has begun: it can no longer be kept here. */
    readonly begun: boolean;
    /** When the person was told; null where they were not, or nobody knows. ISO 8601 UTC. */
    readonly toldAt: string | null;
    /** Until then it is not removed; null as long as nobody was told. ISO 8601 UTC. */
    readonly notBefore: string | null;
  } | null;
  /** Whether "I still need this" may be said now. */
  readonly mayClaim: boolean;
  /** What the person said in the open review, and when. */
  readonly claim: { readonly note: string; readonly at: string } | null;
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
    | 'open'
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
  | 'groups'
  | 'review'
  | 'approvals'
  | 'execute'
  | 'route-outs'
  | 'evidence'
  | 'settings'
  | 'my-seats';

/** The first bridge of the population proof. */
export interface MembershipView {
  readonly product: string;
  readonly members: number;
  readonly seats: number;
  readonly items: readonly (Omit<MembershipItem, 'accountIds'> & {
    readonly count: number;
    /** The first of them. */
    readonly accountIds: readonly string[];
  })[];
}

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
    /** From the members of granting groups to the seats, product by product. */
    readonly membership: readonly MembershipView[];
    readonly sources: readonly SourceNote[];
    /** How the site is set up, where that undoes removals; each a sentence. */
    readonly hygiene: readonly string[];
  } | null;
  readonly todo: readonly Todo[];
  readonly flags: readonly Flag[];
}

export interface Flag {
  readonly id: string;
  readonly kind: 'newly-billable-stale' | 'rebound' | 'more-ended' | 'scan-failed';
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
  /** In words; empty when the fact is the time alone. */
  readonly value: string;
  /** When what it tells happened; null where it tells no time. */
  readonly happenedAt: string | null;
  /** Last use: screens say beside it what it cannot see. */
  readonly isLastUse: boolean;
  readonly source: string;
  /** When the source was read. */
  readonly asOf: string;
}

/** What becomes of one product of the account once the groups are left. */
export interface ProductOutcome extends AccessOutcome {
  readonly productName: string;
  /** "in use", "idle". */
  readonly use: string;
}

export interface SeatDetail extends SeatRow {
  readonly asOf: string;
  readonly sentence: string;
  /** What remains after removal, in words; empty when nothing would be removed. */
  readonly counterfactual: string;
  /** The groups that the verdict speaks of leaving, and on whose word. */
  readonly leaving: {
    readonly by: Leaving['by'];
    readonly groups: readonly { readonly id: string; readonly name: string }[];
  };
  /** Every product of the account: this one, those that would end, those that stay. */
  readonly outcomes: readonly ProductOutcome[];
  /** What ends and stays in projects with these groups, or that nobody read it; empty when none is left. */
  readonly inProjects: string;
  /** Products that stay are left out, because the reader may not see them. */
  readonly othersUnseen: boolean;
  readonly pathReasons: readonly {
    readonly path: AccessPath;
    readonly why: string;
    /** Names of other products that the group gives. */
    readonly alsoGives: readonly string[];
  }[];
  readonly facts: readonly Fact[];
  readonly notChecked: readonly string[];
  readonly privilege: readonly string[];
  readonly identity: 'human' | 'non-human';
  readonly identityReason: string | null;
  readonly claim: 'managed' | 'unmanaged' | 'unknown';
}

/** What the ledgers of all reviews say of one seat, oldest first. */
export interface SeatHistory {
  readonly entries: readonly {
    readonly at: string;
    /** Account id, or `app`. */
    readonly by: string;
    readonly text: string;
    /** Title of the review. */
    readonly review: string;
    /** Number of the record in the review's ledger; null for what no record of it says. */
    readonly sequence: number | null;
  }[];
  /** The line of a review that is still going on. */
  readonly open: { readonly title: string; readonly line: number } | null;
}
