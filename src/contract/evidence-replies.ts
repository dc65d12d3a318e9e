import type { LedgerRecord } from '../domain/evidence/record';
import type { CycleState, CycleSummary, CycleView, LineDetail } from './review-replies';

export interface EvidenceView {
  readonly cycles: readonly CycleSummary[];
  readonly cycle: CycleView | null;
  readonly files: readonly { readonly file: string; readonly description: string; readonly rows: number }[];
  readonly records: number;
  readonly headHash: string;
  readonly chainIntact: boolean;
  /** What was recorded beside the review after its sign-off, oldest first. */
  readonly afterSignOff: readonly AfterSignOffRow[];
}

export interface EvidencePart {
  readonly file: string;
  readonly part: number;
  readonly parts: number;
  readonly mediaType: string;
  readonly text: string;
}

/** A record of the organization's ledger that names a signed-off review. */
export interface AfterSignOffRow {
  readonly at: string;
  /** Account id, or `app`. */
  readonly by: string;
  readonly sequence: number;
  readonly hash: string;
  readonly line: number;
  readonly text: string;
}

/** A record of the review's ledger, as far as it is about one line. */
export interface TraceRecord {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  /** Account id, or `app`. */
  readonly by: string;
  readonly role: LedgerRecord['actor']['role'];
  readonly text: string;
}

/** One line with everything that the ledgers say of it. */
export interface LineTraceView extends LineDetail {
  readonly approvedAt: string | null;
  readonly override: { readonly rule: string; readonly reason: string } | null;
  readonly executor: string | null;
  readonly records: readonly TraceRecord[];
  readonly after: readonly AfterSignOffRow[];
}

/** Lines of a review that were drawn by a seed, each with its whole trace. */
export interface SampleView {
  readonly cycleId: string;
  readonly title: string;
  readonly state: CycleState;
  /** Hash of the review's last record when the sample was drawn. */
  readonly headHash: string;
  readonly seed: string;
  readonly size: number;
  readonly byOutcome: boolean;
  /** Lines of the review. */
  readonly lines: number;
  readonly strata: readonly {
    readonly outcome: string;
    readonly lines: number;
    readonly sampled: number;
  }[];
  /** In the order in which they were drawn. */
  readonly rows: readonly LineTraceView[];
}
