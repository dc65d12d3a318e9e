import type { OwnerClass } from '../domain/seat';
import type { Page } from './seat-replies';

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
  /** Sequence of the ledger at which this was read: what a person has seen of its lines. */
  readonly sequence: number;
  readonly question: string;
  readonly why: string;
  readonly asOf: string;
  readonly rows: readonly HandoffRow[];
  /** Plain text to copy into a ticket or mail. */
  readonly packet: string;
}
