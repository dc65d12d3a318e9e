import type { PopulationProof } from '../../src/domain/classification/population';
import { bundleSeats } from '../../src/domain/review/bundles';
import type { ReviewRules } from '../../src/domain/review/cycle';
import type { LineFacts } from '../../src/domain/review/line';
import type { Handoff } from '../../src/domain/routing/handoff';
import type { Seat } from '../../src/domain/seat';
import { APPROVER, CYCLE_ID, Review, REVIEWER } from './review';
import { daysAhead, TAKEN_AT } from './times';

export function someRules(overrides: Partial<ReviewRules> = {}): ReviewRules {
  return {
    separation: 'two-person',
    noResponse: 'close-as-kept',
    noResponseBy: REVIEWER,
    peoplePerRun: 50,
    stopAfterFailures: 5,
    approvers: [APPROVER],
    signOffBy: null,
    handoffDays: 14,
    owners: [],
    fallback: 'Jira administrators',
    ...overrides,
  };
}

export interface ReviewStart {
  readonly seats: readonly Seat[];
  readonly rules?: Partial<ReviewRules>;
  readonly population?: readonly PopulationProof[];
  readonly scanStartedBy?: string | null;
  /** False leaves the review a draft. */
  readonly open?: boolean;
  /** Handoffs of an earlier review. */
  readonly carried?: readonly Handoff[];
}

/** A review of these seats, opened by the reviewer two minutes after the scan; line 1 is the first seat. */
export function aReview(start: ReviewStart): Review {
  const { seats, rules, population = [], scanStartedBy = null, open = true, carried = [] } = start;
  refuseImpossible(seats);
  const drafted = Review.before()
    .record(REVIEWER, {
      kind: 'cycle-drafted',
      cycleId: CYCLE_ID,
      title: 'Review of November 2026',
      dueAt: daysAhead(21),
      snapshotId: 'snapshot-1',
      snapshotTakenAt: TAKEN_AT,
      snapshotHash: 'a'.repeat(64),
      scanStartedBy,
      rules: someRules(rules),
      population,
    })
    .record(REVIEWER, { kind: 'lines-added', lines: linesOf(seats) });
  const withHandoffs =
    carried.length === 0
      ? drafted
      : drafted.record(REVIEWER, { kind: 'handoffs-carried', handoffs: carried });
  if (!open) return withHandoffs;
  const count = seats.length;
  return withHandoffs.record(REVIEWER, { kind: 'cycle-opened', lines: count, noResponseTouches: count });
}

function linesOf(seats: readonly Seat[]): LineFacts[] {
  const bundles = bundleSeats(seats);
  return seats.map((seat, index) => ({
    line: index + 1,
    seat,
    bundle: (bundles[index] ?? index) + 1,
    carriedFrom: null,
  }));
}

function refuseImpossible(seats: readonly Seat[]): void {
  const keys = seats.map(({ accountId, product }) => `${accountId} ${product}`);
  if (seats.length === 0) throw new Error('a review has at least one line');
  if (new Set(keys).size < keys.length) throw new Error('a seat is reviewed twice');
  if (seats.some(({ verdict }) => verdict === 'keep' || verdict === 'protected'))
    throw new Error('seats in use and protected seats are not reviewed');
}
