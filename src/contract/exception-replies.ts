import type { ExceptionState } from '../domain/review/exceptions';
import type { Page } from './seat-replies';

export type { ExceptionState };

/** A decision on one line to leave its seat alone until a day. */
export interface ExceptionRow {
  readonly cycleId: string;
  readonly title: string;
  readonly line: number;
  readonly accountId: string;
  readonly product: string;
  readonly state: ExceptionState;
  /** Answers for it. */
  readonly owner: string;
  readonly decidedBy: string;
  /** Who ended it before its day, and why. */
  readonly ended: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly decidedAt: string;
  /** Code of the reason, and the words beside it. */
  readonly reason: string;
  readonly note: string;
  /** Compensating control. */
  readonly control: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly expires: string;
  /** Since when the seat is protected; null where it never was. */
  readonly protectedFrom: string | null;
}

export interface ExceptionList extends Page<ExceptionRow> {
  /** Of all that the caller may see, whatever the filters. */
  readonly totals: Readonly<Record<ExceptionState, number>>;
  readonly products: readonly string[];
}
