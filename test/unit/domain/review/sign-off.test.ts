import { describe, expect, it } from 'vitest';
import { carriedLines } from '../../../../src/domain/review/carried';
import { exceptionsOf, refuseSignOff, signOffBlockers } from '../../../../src/domain/review/sign-off';
import type { PopulationProof } from '../../../../src/domain/classification/population';
import { aReview } from '../../../builders/a-review';
import { EXECUTOR, REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aHold, aSyncedSeat } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const start = aReview({ seats: [aCleanup('ada')] });
const approved = start.decide([1], 'remove').approve([1]);
const removed = approved.startRun().write('sent');
const done = removed.endRun().verify('access-gone');

const UNEXPLAINED: PopulationProof = {
  product: 'jira-software',
  enumerated: 5,
  reported: 3,
  explained: [],
  unexplained: -2,
  source: 'applicationrole',
};

describe('Sign-off waits while', () => {
  it.each<[string, Review, string]>([
    ['a line is undecided', start, '1 line is undecided.'],
    ['a decision waits for approval', start.decide([1], 'remove'), '1 line waits for approval.'],
    ['an approved line is not removed', approved, '1 line is approved but not removed yet.'],
    [
      'a run has not ended, although nothing is left of it',
      approved.startRun().cancelRemoval('used meanwhile'),
      'The run of removals has not ended.',
    ],
    ['a removal waits for its check', removed.endRun(), '1 removal waits for its check after a day.'],
    [
      'only the first check was made',
      removed.endRun().verify('access-gone', 'first'),
      '1 removal waits for its check after a day.',
    ],
  ])('%s', (_, review, blocker) => {
    expect(signOffBlockers(review.cycle)).toEqual([blocker]);
  });

  it('a removal goes on', () => {
    expect(signOffBlockers(approved.startRun().cycle)).toContain('1 line is being removed.');
  });

  it('the review is a draft', () => {
    expect(signOffBlockers(aReview({ seats: [aCleanup('ada')], open: false }).cycle)).toContain(
      'The review is a draft: open it first.',
    );
  });

  it('several lines do', () => {
    const review = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] });
    expect(signOffBlockers(review.cycle)).toEqual(['2 lines are undecided.']);
  });

  it('a difference to the reported count is unexplained', () => {
    const review = aReview({ seats: [aCleanup('ada')], population: [UNEXPLAINED] }).decide([1], 'keep');
    expect(signOffBlockers(review.cycle)).toEqual([
      expect.stringMatching(/^2 seats of jira-software differ from the reported count/),
    ]);
  });
});

describe('Sign-off waits for nothing when', () => {
  it.each<[string, Review]>([
    ['a line is kept', start.decide([1], 'keep')],
    ['a line is excepted', start.decide([1], 'exception').approve([1])],
    ['a line is removed and verified after a day', done],
    ['a removal was cancelled', approved.startRun().cancelRemoval('used meanwhile').endRun()],
    ['a removal was blocked', approved.startRun().write('blocked').endRun()],
    ['a removal could not be verified as gone', removed.endRun().verify('not-changed')],
    ['a question is asked of an owner', start.decide([1], 'route-out')],
    ['nobody answered in time', start.endDeciding()],
  ])('%s', (_, review) => {
    expect(signOffBlockers(review.cycle)).toEqual([]);
  });

  it('a difference is acknowledged', () => {
    const review = aReview({ seats: [aCleanup('ada')], population: [UNEXPLAINED] })
      .decide([1], 'keep')
      .acknowledge('jira-software');
    expect(signOffBlockers(review.cycle)).toEqual([]);
  });
});

describe('A review is signed off', () => {
  const refusal = (review: Review, by: string) => refuseSignOff(review.cycle, by)?.message ?? null;
  const kept = start.decide([1], 'keep');

  it('by somebody who neither decided everything nor removed', () => {
    expect(refusal(done, 'sigrid')).toBeNull();
  });

  it('not by its only decider', () => {
    expect(refusal(kept, REVIEWER)).toContain('You took every decision');
  });

  it('not by its only decider who ended deciding in place of whoever chose the rule', () => {
    const rules = { noResponseBy: 'ada' };
    const own = aReview({ seats: [aCleanup('ada'), aCleanup('bob')], rules })
      .decide([2], 'keep')
      .endDeciding();
    expect(own.line(1).deciders).toEqual([REVIEWER]);
    expect(refusal(own, REVIEWER)).toContain('You took every decision');
  });

  it('by one of several deciders', () => {
    const two = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] })
      .decide([1], 'keep')
      .decide([2], 'keep', { by: 'rob' });
    expect(refusal(two, REVIEWER)).toBeNull();
  });

  it('not by its executor', () => {
    expect(refusal(done, EXECUTOR)).toContain('You made removals');
  });

  it('not by somebody whose run another person finished', () => {
    const half = aReview({ seats: [aCleanup('ada', ['a', 'b'])] })
      .decide([1], 'remove')
      .approve([1])
      .startRun('erik')
      .write('sent', ['a'])
      .endRun('stopped');
    const finished = half.startRun().write('sent').endRun().verify('access-gone');
    expect(refusal(finished, 'erik')).toContain('You made removals');
  });

  it('not while it waits for something', () => {
    expect(refusal(start, 'sigrid')).toBe('Not yet: 1 line is undecided.');
  });

  it('once', () => {
    expect(refusal(kept.signOff(), 'sigrid')).toBe('This review is signed off already.');
  });

  it('not after it was cancelled', () => {
    expect(refusal(start.cancel(), 'sigrid')).toBe('This review was cancelled.');
  });
});

describe('At sign-off an approved exception becomes an exemption', () => {
  const excepted = start.decide([1], 'exception', { note: 'on parental leave', control: 'account disabled' });

  it('of its account on its product until its day, with who decided it and why', () => {
    expect(exceptionsOf(excepted.approve([1]).cycle)).toEqual([
      {
        match: { account: 'ada' },
        product: 'jira-software',
        expires: daysAhead(90),
        reason: 'on parental leave',
        owner: REVIEWER,
        control: 'account disabled',
      },
    ]);
  });

  it.each<[string, Review]>([
    ['nobody approved it', excepted],
    ['it was handed back', excepted.approve([1]).giveBack([1])],
    ['the line is kept', start.decide([1], 'keep')],
    ['the line is removed', done],
  ])('not when %s', (_, review) => {
    expect(exceptionsOf(review.cycle)).toEqual([]);
  });
});

describe('After sign-off a line goes on when', () => {
  const synced = aReview({ seats: [aSyncedSeat('ada')] }).decide([1], 'route-out');

  it.each<[string, Review, number[]]>([
    ['its owner is still asked', synced, [1]],
    ['its owner only failed to answer', synced.answer(['1-identity'], 'no-answer'), [1]],
    ['facts are waited for', aReview({ seats: [aHold('ada')] }).decide([1], 'wait'), [1]],
    [
      'it was carried',
      aReview({ seats: [aCleanup('ada')], rules: { noResponse: 'carry' } }).endDeciding(),
      [1],
    ],
    ['not: its owner answered', synced.answer(['1-identity'], 'keep'), []],
    ['not: its path was seen gone', synced.closeHandoff('1-identity', 'path-removed'), []],
    ['not: it is kept', start.decide([1], 'keep'), []],
    ['not: it is removed', done, []],
  ])('%s', (_, review, lines) => {
    expect(carriedLines(review.cycle)).toEqual(lines);
  });

  it('and is then closed as carried', () => {
    expect(synced.signOff().line(1).outcome).toBe('carried');
  });
});
