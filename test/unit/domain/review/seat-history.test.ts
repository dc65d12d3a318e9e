import { describe, expect, it } from 'vitest';
import { lineOfSeat, reboundAfter, type SeatNow } from '../../../../src/domain/review/seat-history';
import { aReview } from '../../../builders/a-review';
import { aCleanup, aGroupPath } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const start = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] });
const removed = start.decide([1], 'remove').approve([1]).startRun().write('sent').endRun();
const gone = removed.verify('access-gone', 'first').verify('access-gone').line(1);
const found = (overrides: Partial<SeatNow> = {}): SeatNow => ({
  seat: { paths: [aGroupPath('local', 'local')] },
  account: { joined: {} },
  takenAt: daysAhead(10),
  ...overrides,
});

describe('A seat’s line', () => {
  it('is found by account and product', () => {
    expect(lineOfSeat(start.cycle, { accountId: 'bob', product: 'jira-software' })?.facts.line).toBe(2);
  });

  it('is none where the review had only another product of the account', () => {
    expect(lineOfSeat(start.cycle, { accountId: 'bob', product: 'confluence' })).toBeUndefined();
  });
});

describe('A seat came back', () => {
  it('when a scan after its verified removal finds it', () => {
    expect(reboundAfter(gone, [], found())).toEqual({
      at: daysAhead(10),
      text: 'Came back: verified as gone on 2 Nov 2026, found again by this scan; through which door is not known.',
    });
  });

  it('through the group to which it was added since', () => {
    const account = { joined: { local: daysAhead(4), other: daysAhead(5) } };
    expect(reboundAfter(gone, [], found({ account }))?.text).toContain(
      '; through *local* (added on 6 Nov 2026).',
    );
  });

  it('through no group whose addition is older than the removal', () => {
    const account = { joined: { local: daysAhead(-4) } };
    expect(reboundAfter(gone, [], found({ account }))?.text).toContain('through which door is not known');
  });

  it('at the first later review that had it, also when it is gone by now', () => {
    const reviews = [{ snapshotTakenAt: daysAhead(8) }, { snapshotTakenAt: daysAhead(40) }];
    expect(reboundAfter(gone, reviews, null)?.at).toBe(daysAhead(8));
  });

  it('not while no later scan found it', () => {
    expect([reboundAfter(gone, [], null), reboundAfter(gone, [], found({ takenAt: daysAhead(-1) }))]).toEqual(
      [null, null],
    );
  });

  it('not when it was never verified as gone', () => {
    const still = removed.verify('not-changed').line(1);
    expect(reboundAfter(still, [], found())).toBeNull();
  });
});
