import { describe, expect, it } from 'vitest';
import { checkTimes, dueCheck, isUndoCheckDue } from '../../../../src/domain/plan/check-schedule';
import type { GroupUndo, Undo } from '../../../../src/domain/review/after-removal';
import { DAY_MS, HOUR_MS, MINUTE_MS, toIso } from '../../../../src/lib/duration';
import { aReview } from '../../../builders/a-review';
import { aLocalGroup } from '../../../builders/a-group';
import { seatIn } from '../../../builders/a-world';
import { aCleanup } from '../../../builders/a-seat';

const JIRA = 'jira-software';
const NO_BILLING = { billing: [] };
/** Jira bills with the month. */
const MONTHLY = { billing: [{ product: JIRA, period: 'monthly' as const, lastDay: '2026-10-31' }] };

const running = aReview({ seats: [aCleanup('ada')] })
  .decide([1], 'remove')
  .approve([1])
  .startRun();
const sent = running.write('sent').endRun();
const line = sent.line(1);
const removedAt = Date.parse(line.removedAt ?? '');

describe('The checks of a removal', () => {
  const times = (day: string, calendar = MONTHLY) =>
    checkTimes({ removedAt: `${day}T09:00:00.000Z`, product: JIRA }, calendar).map(
      ({ check, at }) => `${check} ${toIso(at).slice(0, 16)}`,
    );

  it('follow within minutes, after a day and a week, and near and on the last day of the period', () => {
    expect(times('2026-11-03')).toEqual([
      'first 2026-11-03T09:01',
      'day 2026-11-04T09:00',
      'week 2026-11-10T09:00',
      'before-period-end 2026-11-27T19:59',
      'period-end 2026-11-30T19:59',
    ]);
  });

  it('know of no period where nobody entered when the product bills', () => {
    expect(checkTimes({ removedAt: '2026-11-03T09:00:00.000Z', product: JIRA }, NO_BILLING)).toHaveLength(3);
  });

  it('leave out what would fall into the first day', () => {
    expect(times('2026-11-29')).toEqual([
      'first 2026-11-29T09:01',
      'day 2026-11-30T09:00',
      'period-end 2026-11-30T19:59',
      'week 2026-12-06T09:00',
    ]);
  });
});

describe('A removal is due for', () => {
  it.each([
    ['no check in its first minute', MINUTE_MS - 1, null],
    ['its first check after a minute', MINUTE_MS, 'first'],
    ['its first check until a day has passed', DAY_MS - 1, 'first'],
    ['its check after a day to the millisecond', DAY_MS, 'day'],
    ['the latest, where earlier ones were missed', 8 * DAY_MS, 'week'],
  ])('%s', (_, passed, check) => {
    expect(dueCheck(line, NO_BILLING, removedAt + passed)).toBe(check);
  });

  it('no check before it was sent', () => {
    expect(dueCheck(running.line(1), NO_BILLING, removedAt + DAY_MS)).toBeNull();
  });

  const closed = sent.verify('access-gone').line(1);

  it('no check between those that were made and the next', () => {
    expect(dueCheck(closed, NO_BILLING, removedAt + 2 * DAY_MS)).toBeNull();
  });

  it('its later checks although it is closed', () => {
    expect(dueCheck(closed, NO_BILLING, removedAt + 7 * DAY_MS)).toBe('week');
  });

  it('a check that could not read again after some hours', () => {
    const unread = sent.verify('unverifiable').line(1);
    const made = Date.parse(unread.verifications[0]?.at ?? '');
    const later = Math.max(made, removedAt + DAY_MS);
    expect(dueCheck(unread, NO_BILLING, later + 6 * HOUR_MS)).toBe('day');
  });

  it('its checks where only one of two groups was left before it was cancelled', () => {
    const half = aReview({ seats: [seatIn({ groups: [aLocalGroup('a', JIRA), aLocalGroup('b', JIRA)] })] })
      .decide([1], 'remove')
      .approve([1])
      .startRun()
      .write('sent', ['a'])
      .cancelRemoval('used meanwhile')
      .line(1);
    const sentAt = Date.parse(half.removals[0]?.attemptedAt ?? '');
    expect(dueCheck(half, NO_BILLING, sentAt + DAY_MS)).toBe('day');
  });

  it('no check any more once it came back', () => {
    const rebound = { through: 'unknown', groupId: null, event: null, at: '', check: 'day' } as const;
    expect(dueCheck({ ...closed, rebound }, NO_BILLING, removedAt + 8 * DAY_MS)).toBeNull();
  });

  it('the check that closes it although it came back within the day', () => {
    const rebound = { through: 'unknown', groupId: null, event: null, at: '', check: 'first' } as const;
    expect(dueCheck({ ...line, rebound }, NO_BILLING, removedAt + DAY_MS)).toBe('day');
  });

  const undo = (state: GroupUndo['state'], startedAt: number): Undo => ({
    ...{ undoId: 'u', by: 'bob', resumedBy: null, reason: 'needed', startedAt: toIso(startedAt) },
    ...{ stoppedAt: null, earlier: [], checked: null },
    groups: [{ groupId: 'local', state, attempts: 1, attemptedAt: null, notBefore: null, note: '' }],
  });

  it.each([
    ['no check any more once it was taken back', undo('added', removedAt), null],
    ['no check while it is being taken back', undo('unclear', removedAt + 8 * DAY_MS - HOUR_MS), null],
    ['its checks where nobody goes on with that', undo('unclear', removedAt), 'week'],
    ['its checks where taking it back was refused', undo('refused', removedAt), 'week'],
    ['its checks where taking it back was stopped', undo('stopped', removedAt), 'week'],
  ])('%s', (_, given, check) => {
    expect(dueCheck({ ...closed, undo: given }, NO_BILLING, removedAt + 8 * DAY_MS)).toBe(check);
  });
});

describe('What was given back is looked at', () => {
  const given = (checked: Undo['checked'], state: GroupUndo['state'] = 'added'): Undo => ({
    ...{ undoId: 'u', by: 'bob', resumedBy: null, reason: 'needed', startedAt: toIso(removedAt) },
    ...{ stoppedAt: null, earlier: [], checked },
    groups: [
      { groupId: 'local', state, attempts: 1, attemptedAt: toIso(removedAt), notBefore: null, note: '' },
    ],
  });
  const unreadable = { at: toIso(removedAt + HOUR_MS), outcome: 'unverifiable' as const, note: '' };
  const isBack = { ...unreadable, outcome: 'access-back' as const };

  it.each<[string, Undo, number, boolean]>([
    ['not before roles show it', given(null), 30_000, false],
    ['after a minute', given(null), 60_000, true],
    ['once', given(isBack), DAY_MS, false],
    ['again after six hours where it could not be read', given(unreadable), 7 * HOUR_MS, true],
    ['not each hour', given(unreadable), 2 * HOUR_MS, false],
    ['for a week', given(unreadable), 8 * DAY_MS, false],
    ['not where everything was refused', given(null, 'refused'), DAY_MS, false],
    ['not while it is going on', given(null, 'unclear'), DAY_MS, false],
  ])('%s', (_, undo, after, due) => {
    expect(isUndoCheckDue({ undo }, removedAt + after)).toBe(due);
  });
});
