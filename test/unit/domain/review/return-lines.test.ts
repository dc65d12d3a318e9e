import { describe, expect, it } from 'vitest';
import { returnLines } from '../../../../src/domain/review/approve-lines';
import { aReview } from '../../../builders/a-review';
import { APPROVER, type Review } from '../../../builders/review';
import { aCleanup } from '../../../builders/a-seat';

function refusalToReturn(review: Review, by = APPROVER, lines = [1]): string | null {
  const ruling = review.ask((cycle) => returnLines(cycle, { lines, reason: 'look again' }, by));
  return ruling.ok ? null : ruling.message;
}

const start = aReview({ seats: [aCleanup('ada')] });
const removal = start.decide([1], 'remove');

describe('The approver may return', () => {
  it.each([
    ['a decision', removal],
    ['an approved removal', removal.approve([1])],
    ['an approved exception', start.decide([1], 'exception').approve([1])],
  ])('%s, which is then undecided with the reason beside it', (_, review) => {
    expect(review.giveBack([1]).line(1)).toMatchObject({
      state: 'undecided',
      outcome: null,
      decision: null,
      approvedBy: null,
      approvedAt: null,
      cause: 'please look again',
    });
  });

  it.each([
    ['a line that nobody decided', start],
    ['a keep', start.decide([1], 'keep')],
    ['a line whose removal has begun', removal.approve([1]).startRun()],
  ])('not %s', (_, review) => {
    expect(refusalToReturn(review)).toContain('does not wait for an approval or a removal');
  });

  it('not their own account', () => {
    expect(refusalToReturn(removal, 'ada')).toContain('is your own account');
  });

  it('not a line whose removal may have worked', () => {
    const unclear = removal.approve([1]).startRun().write('unclear').endRun('stopped');
    expect(refusalToReturn(unclear)).toContain('nobody knows yet what became of it');
  });

  it('not what is removed together with such a line', () => {
    const two = aReview({
      seats: [aCleanup('ada', ['a', 'b']), aCleanup('ada', ['b'], { product: 'confluence' })],
    });
    const half = two.decide([1, 2], 'remove').approve([1, 2]).startRun().write('unclear', ['a']).endRun();
    expect(refusalToReturn(half, APPROVER, [2])).toContain('nobody knows yet what became of it');
  });

  it('a line whose removal Atlassian declined', () => {
    const declined = removal.approve([1]).startRun().write('declined').endRun('stopped');
    expect(declined.giveBack([1]).line(1).state).toBe('undecided');
  });
});
