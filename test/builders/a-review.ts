import type { PopulationProof } from '../../src/domain/classification/population';
import { NO_ASSIGNMENT } from '../../src/domain/review/assignment';
import { planAssignment, type EmailDomains } from '../../src/domain/review/plan-assignment';
import { bundleSeats } from '../../src/domain/review/bundles';
import type { Cycle, ReviewRules } from '../../src/domain/review/cycle';
import { draftLines } from '../../src/domain/review/draft-lines';
import type { LineFacts } from '../../src/domain/review/line';
import { pastLines } from '../../src/domain/review/past-lines';
import { planOpening, type Opening } from '../../src/domain/review/plan-opening';
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
    blackout: null,
    approvers: [APPROVER],
    handoffDays: 14,
    noticeDays: 0,
    owners: [],
    fallback: 'Jira administrators',
    assignment: NO_ASSIGNMENT,
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
  /** Signed-off reviews before it, newest first: what they left goes on. */
  readonly past?: readonly Review[];
  /** E-mail domains that the scan matched, by account. */
  readonly domains?: EmailDomains;
}

/** A review of these seats, opened by the reviewer two minutes after the scan; line 1 is the first seat. */
export function aReview(start: ReviewStart): Review {
  const { seats, rules, population = [], scanStartedBy = null, open = true, past = [] } = start;
  const lines = linesOf(
    seats,
    past.map(({ cycle }) => cycle),
  );
  const { undecided, ...opening } = openingOf(lines, start);
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
      follows: past.map(({ cycle }) => cycle.cycleId),
    })
    .record(REVIEWER, { kind: 'lines-added', lines });
  if (!open) return drafted;
  const { handoffs, changed, keeps } = opening;
  const withHandoffs =
    handoffs.length === 0
      ? drafted
      : drafted.record(REVIEWER, { kind: 'handoffs-carried', handoffs, undecided: changed });
  const withKeeps =
    keeps.length === 0 ? withHandoffs : withHandoffs.record(REVIEWER, { kind: 'keeps-carried', keeps });
  const assigned = planAssignment(lines, someRules(rules).assignment, start.domains ?? new Map()).reduce(
    (review, each) => review.record(REVIEWER, { kind: 'lines-assigned', ...each }),
    withKeeps,
  );
  return assigned.record(REVIEWER, {
    kind: 'cycle-opened',
    lines: seats.length,
    noResponseTouches: undecided.length,
  });
}

function openingOf(lines: readonly LineFacts[], { past = [], carried = [] }: ReviewStart): Opening {
  const cycles = new Map(past.map(({ cycle }) => [cycle.cycleId, cycle]));
  const opening = planOpening(lines, { cycles }, TAKEN_AT);
  return { ...opening, handoffs: [...carried, ...opening.handoffs] };
}

/** Lines in the order of the seats, so that line 1 is the first of them. */
function linesOf(seats: readonly Seat[], past: readonly Cycle[]): LineFacts[] {
  const bundles = bundleSeats(seats);
  const before = pastLines(past, null);
  return seats.map((seat, index) => {
    const [drafted] = draftLines([seat], null, before);
    if (drafted === undefined) throw new Error('seats in use and protected seats are not reviewed');
    return { ...drafted, line: index + 1, bundle: (bundles[index] ?? index) + 1 };
  });
}

function refuseImpossible(seats: readonly Seat[]): void {
  const keys = seats.map(({ accountId, product }) => `${accountId} ${product}`);
  if (seats.length === 0) throw new Error('a review has at least one line');
  if (new Set(keys).size < keys.length) throw new Error('a seat is reviewed twice');
}
