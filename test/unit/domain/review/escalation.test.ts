import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../../src/domain/review/hand-over';
import { planEscalation } from '../../../../src/domain/review/escalation';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
import { aCleanup } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const STAFF = { match: { groupId: 'staff' }, reviewer: 'gus' };
const rules = { assignment: { rules: [STAFF], fallbackReviewer: 'fay' } };
const seats = [aCleanup('ada', ['staff']), aCleanup('bob', ['staff']), aCleanup('cem', ['other'])];
/** Due after 21 days; line 3 is the fallback reviewer's. */
const review = aReview({ seats, rules });

const planned = (of: Review, days: number) => planEscalation(of.cycle, daysAhead(days));
function escalated(of: Review): Review {
  const event = planned(of, 21);
  if (event === null) throw new Error('there is nothing to escalate');
  return of.record(null, event);
}

describe('On the due day', () => {
  it('undecided lines of others go to the fallback reviewer', () => {
    expect(planned(review.decide([1], 'keep'), 21)).toMatchObject({
      lines: [2],
      reviewer: 'fay',
      because: 'escalated',
    });
  });

  it('nothing happens before it', () => {
    expect(planned(review, 20)).toBeNull();
  });

  it('nothing happens where nobody is named to take over', () => {
    const alone = aReview({ seats, rules: { assignment: { rules: [STAFF], fallbackReviewer: null } } });
    expect(planned(alone, 30)).toBeNull();
  });

  it('nothing happens where only the fallback reviewer’s own lines are left', () => {
    expect(planned(review.decide([1, 2], 'keep'), 30)).toBeNull();
  });

  it('a line of the fallback reviewer’s account stays with its reviewer', () => {
    const own = aReview({ seats: [aCleanup('fay', ['staff'])], rules });
    expect(planned(own, 30)).toBeNull();
  });

  it('nothing happens in a review that has ended', () => {
    expect(planned(review.cancel(), 30)).toBeNull();
  });
});

describe('After an escalation', () => {
  it('a second one changes nothing, also where lines were given on', () => {
    const given = escalated(review).run(REVIEWER, (cycle) =>
      assignLines(cycle, { lines: [1], to: 'hal', reason: 'knows them' }, REVIEWER),
    );
    expect(planned(given, 30)).toBeNull();
  });

  it('the due day stays where it was', () => {
    expect(escalated(review).cycle.dueAt).toBe(review.cycle.dueAt);
  });

  it('a line that comes back undecided later goes to the fallback reviewer as well', () => {
    const late = escalated(review.decide([2], 'remove')).giveBack([2]);
    expect(planned(late, 30)).toMatchObject({ lines: [2], reviewer: 'fay' });
  });
});
