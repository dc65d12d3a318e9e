import type { VerificationCheck } from '../review/after-removal';
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso, toMillis } from '../../lib/duration';
import { dayOf, endOf } from '../days';
import { periodEnd, type ReviewCalendar } from '../review/calendar';
import { groupsGivenBack, isGivenBack, isUndoGoingOn, isUndoSettled } from '../review/fold-undo';
import { isHalfRemoved, type Line } from '../review/line';

/** Roles show up to 30 s after a change (Organizations REST API): a check before that proves nothing. */
const EARLIEST_MS = MINUTE_MS;
/** The last check of a billing period is made in the last hours of its last day. */
const LAST_HOURS_MS = 4 * HOUR_MS;
const DAYS_BEFORE_PERIOD_END = 3;
/** A check that could not read is repeated a few times a day, not each hour. */
const REPEAT_MS = 6 * HOUR_MS;
/** For how long after the last addition an undo that could not be read is looked at again. */
const UNDO_CHECKED_FOR_MS = 7 * DAY_MS;

export interface CheckTime {
  readonly check: VerificationCheck;
  /** Unix milliseconds. */
  readonly at: number;
}

/**
 * When a removal is looked at, in order (product.md §8, Verification). Where the customer has not entered when the
 * product bills there are no checks of a period. `removedAt` is ISO 8601 UTC.
 */
export function checkTimes(
  { removedAt, product }: { readonly removedAt: string; readonly product: string },
  { billing }: Pick<ReviewCalendar, 'billing'>,
): CheckTime[] {
  const removed = toMillis(removedAt) ?? NaN;
  const times: CheckTime[] = [
    { check: 'first', at: removed + EARLIEST_MS },
    { check: 'day', at: removed + DAY_MS },
    { check: 'week', at: removed + 7 * DAY_MS },
  ];
  const fact = billing.find((each) => each.product === product);
  if (fact !== undefined) {
    const end = (toMillis(endOf(periodEnd(fact, dayOf(toIso(removed))))) ?? NaN) - LAST_HOURS_MS;
    times.push({ check: 'before-period-end', at: end - DAYS_BEFORE_PERIOD_END * DAY_MS });
    times.push({ check: 'period-end', at: end });
  }
  // What falls into the first day says no more than the check after a day.
  const [first, day, ...later] = times;
  return [first, day, ...later.filter(({ at }) => day !== undefined && at > day.at)]
    .filter((each) => each !== undefined)
    .sort((a, b) => a.at - b.at);
}

/**
 * Which check a removal is due for, or null: the latest whose time has come, unless it was made. An earlier one that
 * was missed says no more than that. Nothing is looked for once a removal was taken back or is being taken back, or,
 * after the check that closed it, once access has come back.
 */
export function dueCheck(
  line: Line,
  calendar: Pick<ReviewCalendar, 'billing'>,
  now: number,
): VerificationCheck | null {
  const { verifications } = line;
  const removedAt = line.removedAt ?? lastRemoval(line);
  if (removedAt === null || isTakenBack(line, now)) return null;
  if (line.state !== 'verifying' && !isWatched(line)) return null;
  const { product } = line.facts.seat;
  const due = checkTimes({ removedAt, product }, calendar).filter(({ at }) => at <= now);
  const check = due.at(-1)?.check;
  if (check === undefined) return null;
  const last = verifications.filter((each) => each.check === check && each.at >= removedAt).at(-1);
  if (last === undefined) return check;
  const again = check !== 'first' && last.outcome === 'unverifiable';
  return again && now - (toMillis(last.at) ?? 0) >= REPEAT_MS ? check : null;
}

/** Whether a line that no run works on is still looked at: it was removed, in whole or in part, and is not back. */
export function isWatched(line: Line): boolean {
  if (line.rebound !== null || line.state === 'executing') return false;
  return line.outcome === 'removed' || isHalfRemoved(line);
}

/** When the app last ended a membership of the line; ISO 8601 UTC, null when it ended none. */
function lastRemoval({ removals }: Line): string | null {
  const sent = removals.filter(({ state }) => state === 'sent').map(({ attemptedAt }) => attemptedAt);
  return sent.sort().at(-1) ?? null;
}

/** An undo that nobody has gone on with for a day keeps no removal from being looked at. */
function isTakenBack({ undo }: Pick<Line, 'undo'>, now: number): boolean {
  if (groupsGivenBack({ undo }).length > 0) return true;
  return isUndoGoingOn({ undo }) && now - (toMillis(undo?.startedAt) ?? 0) < DAY_MS;
}

/**
 * Whether what an undo gave back is to be looked at: once role reads have caught up, and where that could not be read
 * again a few times a day for a week.
 */
export function isUndoCheckDue({ undo }: Pick<Line, 'undo'>, now: number): boolean {
  if (undo === null || !isUndoSettled(undo) || !undo.groups.some(isGivenBack)) return false;
  const { checked, startedAt, groups } = undo;
  const steps = [startedAt, ...groups.map(({ attemptedAt }) => attemptedAt)];
  const since = now - Math.max(...steps.map((at) => toMillis(at) ?? 0));
  if (checked === null) return since >= EARLIEST_MS;
  const again = checked.outcome === 'unverifiable' && since <= UNDO_CHECKED_FOR_MS;
  return again && now - (toMillis(checked.at) ?? 0) >= REPEAT_MS;
}
