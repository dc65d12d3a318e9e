import { describe, expect, it } from 'vitest';
import type { AfterSignOff, AfterSignOffFact } from '../../../../src/domain/review/after-sign-off';
import { endException, exceptionsIn } from '../../../../src/domain/review/exceptions';
import { afterSignOff } from '../../../builders/after-sign-off';
import { aReview } from '../../../builders/a-review';
import type { Review } from '../../../builders/review';
import { aCleanup } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const start = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] }).decide([2], 'keep');
const decided = start.decide([1], 'exception', { until: daysAhead(30), control: 'blocked at the proxy' });
const signed = decided.approve([1]).signOff();

const standing = ({ cycle }: Review, now = daysAhead(1)) =>
  exceptionsIn(cycle, now).map(({ state, protectedFrom }) => [state, protectedFrom]);

describe('An exception', () => {
  it('is every decision that says so, with its line, day and control', () => {
    expect(exceptionsIn(decided.cycle, daysAhead(1))).toMatchObject([
      {
        line: { facts: { line: 1 } },
        expires: daysAhead(30),
        decision: { by: 'rita', control: 'blocked at the proxy' },
      },
    ]);
  });

  it('is none where its decision was returned', () => {
    expect(standing(decided.giveBack([1]))).toEqual([]);
  });

  it('waits until somebody approves it', () => {
    expect(standing(decided)).toEqual([['waiting', null]]);
  });

  it('protects nothing before the sign-off', () => {
    expect(standing(decided.approve([1]))).toEqual([['approved', null]]);
  });

  it('protects its seat from the sign-off on', () => {
    expect(standing(signed)).toEqual([['in-force', signed.cycle.signedOff?.at]]);
  });

  it('is in force to the moment before its end, and expired from then on', () => {
    expect([standing(signed, daysAhead(29.999)), standing(signed, daysAhead(30))]).toMatchObject([
      [['in-force', signed.cycle.signedOff?.at]],
      [['expired', signed.cycle.signedOff?.at]],
    ]);
  });

  it('that ends before the sign-off never protected anything', () => {
    expect(standing(decided.approve([1]).at(daysAhead(31)).signOff(), daysAhead(40))).toEqual([
      ['expired', null],
    ]);
  });

  it('ends with a review that is cancelled', () => {
    expect(standing(decided.approve([1]).cancel())).toEqual([['cancelled', null]]);
  });
});

describe('An exception in force', () => {
  const end = (review: Review, by: string, since: readonly AfterSignOff[] = []) =>
    endException(review.cycle, since, { line: 1, reason: 'has left' }, { by, at: daysAhead(2) });
  const ended: AfterSignOffFact = {
    ...{ is: 'exception-ended', line: 1, accountId: 'ada', product: 'jira-software', reason: 'has left' },
  };

  it('can be ended before its day, with a reason', () => {
    expect(end(signed, 'rita')).toEqual({ ok: true, event: ended });
  });

  it('says since when and why', () => {
    const since = [afterSignOff(signed.cycle, ended)];
    expect(exceptionsIn(signed.cycle, daysAhead(6), since)).toMatchObject([
      { state: 'ended', ended: { by: 'rita', at: daysAhead(5), reason: 'has left' } },
    ]);
  });

  it.each([
    ['by the account concerned', () => end(signed, 'ada'), /own account/],
    ['twice', () => end(signed, 'rita', [afterSignOff(signed.cycle, ended)]), /has ended already/],
    ['before the sign-off, when an approver can return it', () => end(decided, 'rita'), /can return it/],
  ])('is not ended %s', (_, ruling, says) => {
    expect(ruling()).toMatchObject({ ok: false, message: expect.stringMatching(says) as string });
  });
});
