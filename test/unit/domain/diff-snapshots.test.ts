import { describe, expect, it } from 'vitest';
import type { ActivityState } from '../../../src/domain/classification/activity';
import { diffSnapshots } from '../../../src/domain/diff-snapshots';
import type { Seat } from '../../../src/domain/seat';
import { aSeat } from '../../builders/a-seat';
import { TAKEN_AT } from '../../builders/times';

const diff = (before: readonly Seat[], now: readonly Seat[]) =>
  diffSnapshots(before, now, { at: TAKEN_AT, productName: () => 'Jira' });
const seat = (activity: ActivityState, accountId = 'ada') => aSeat(accountId, { activity });

describe('A seat is newly billable and stale', () => {
  it.each([
    ['active', 'stale'],
    ['too-new', 'stale'],
    ['active', 'never-accessed'],
    ['too-new', 'never-accessed'],
  ] as const)('when it was %s and is %s', (before, now) => {
    expect(diff([seat(before)], [seat(now)]).flags).toMatchObject([
      { id: 'stale:jira-software/ada', kind: 'newly-billable-stale', raisedAt: TAKEN_AT },
    ]);
  });

  it('when it was no seat', () => {
    expect(diff([], [seat('stale')]).flags[0]?.text).toBe(
      'A Jira seat bills without recent use; it was no seat at the last scan.',
    );
  });

  it.each([
    ['stale', 'stale'],
    ['never-accessed', 'stale'],
    ['stale', 'active'],
    ['active', 'unknown'],
    ['active', 'too-new'],
  ] as const)('not when it was %s and is %s', (before, now) => {
    expect(diff([seat(before)], [seat(now)]).flags).toEqual([]);
  });
});

it('counts a seat whose activity merely became known, without a flag', () => {
  expect(diff([seat('unknown')], [seat('stale')])).toMatchObject({ flags: [], becameKnown: 1 });
});

it('counts seats that came and went', () => {
  expect(diff([seat('active', 'ada')], [seat('active', 'bob'), seat('active', 'cem')])).toMatchObject({
    newSeats: 2,
    goneSeats: 1,
  });
});

it('sorts flags and keeps the first two hundred', () => {
  const many = Array.from({ length: 250 }, (_, index) => seat('stale', `a${String(999 - index)}`));
  const ids = diff([], many).flags.map(({ id }) => id);
  expect([ids.length, ids[0], ids.at(-1)]).toEqual([
    200,
    'stale:jira-software/a750',
    'stale:jira-software/a949',
  ]);
});
