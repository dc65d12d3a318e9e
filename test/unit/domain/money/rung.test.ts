import { describe, expect, it } from 'vitest';
import { rungOf, rungsOf } from '../../../../src/domain/money/rung';
import { aReview } from '../../../builders/a-review';
import type { Review } from '../../../builders/review';
import { aCleanup, aHold } from '../../../builders/a-seat';

const start = aReview({ seats: [aCleanup('ada'), aHold('bob')] });
const decided = start.decide([1], 'remove');
const approved = decided.approve([1]);
const sent = approved.startRun().write('sent').endRun();
const found = sent.verify('access-gone', 'first');
const verified = found.verify('access-gone');
const rung = (review: Review) => rungOf(review.line(1));

describe('A saving stands on', () => {
  it.each([
    ['identified while nobody approved it', start, 'identified'],
    ['identified when it is decided only', decided, 'identified'],
    ['approved once it is', approved, 'approved'],
    ['removed when it was sent', sent, 'removed'],
    ['removed after a first check too', found, 'removed'],
    ['verified after a day', verified, 'verified'],
    ['realised at the end of a period', verified.verifyAgain('access-gone', 'period-end'), 'realised'],
  ] as const)('%s', (_, review, expected) => {
    expect(rung(review)).toBe(expected);
  });

  it.each([
    ['its seat is kept', start.decide([1], 'keep')],
    ['a removal changed nothing', sent.verify('not-changed')],
    [
      'somebody else had ended it before us',
      approved.startRun().write('already-gone').endRun().verify('access-gone'),
    ],
    ['only a membership ended', sent.verify('membership-gone')],
    ['a later check finds it back', verified.verifyAgain('not-changed', 'week')],
  ])('no rung where %s', (_, review) => {
    expect(rung(review)).toBeNull();
  });

  it('no rung where nothing may be removed', () => {
    expect(rungOf(start.line(2))).toBeNull();
  });
});

it('Savings are counted by rung, each line once', () => {
  expect(rungsOf(verified.cycle.lines)).toEqual({
    ...{ identified: 0, approved: 0, removed: 0, verified: 1, realised: 0 },
  });
});
