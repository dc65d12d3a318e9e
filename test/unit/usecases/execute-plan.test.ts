import { describe, expect, it } from 'vitest';
import { mayNotStart } from '../../../src/usecases/execute-plan';
import { aReview } from '../../builders/a-review';
import { APPROVER, EXECUTOR, REVIEWER, type Review } from '../../builders/review';
import { aCleanup } from '../../builders/a-seat';

const approved = (separation: 'two-person' | 'three-person' = 'two-person') =>
  aReview({ seats: [aCleanup('ada')], rules: { separation } })
    .decide([1], 'remove')
    .approve([1]);
const refusal = (review: Review, by: string) => mayNotStart(review.cycle, review.plan().people, by);

describe('A run is started', () => {
  it.each([EXECUTOR, REVIEWER, APPROVER])('under the two-person rule by %s', (by) => {
    expect(refusal(approved(), by)).toBeNull();
  });

  it('under the three-person rule by a third person', () => {
    expect(refusal(approved('three-person'), EXECUTOR)).toBeNull();
  });

  it.each([REVIEWER, APPROVER])('not under the three-person rule by %s, who decided or approved', (by) => {
    expect(refusal(approved('three-person'), by)).toContain('whoever decided or approved may not remove');
  });

  it('not by somebody whose own account is in the plan', () => {
    expect(refusal(approved(), 'ada')).toContain('Your own account is in the plan');
  });

  it('not while another run goes on', () => {
    const running = approved().startRun();
    expect(mayNotStart(running.cycle, approved().plan().people, EXECUTOR)).toBe('A run is going on already.');
  });

  it('not under a review that was cancelled after its approvals', () => {
    expect(refusal(approved().cancel(), EXECUTOR)).toBe('This review was cancelled.');
  });

  it('not when nothing is approved', () => {
    expect(refusal(aReview({ seats: [aCleanup('ada')] }), EXECUTOR)).toContain('Nothing is approved');
  });
});
