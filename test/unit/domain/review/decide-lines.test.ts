import { describe, expect, it } from 'vitest';
import { decideLines, type DecideCommand } from '../../../../src/domain/review/decide-lines';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aHold, aRouteOut, aSplit, aSyncedSeat } from '../../../builders/a-seat';
import { daysAgo, daysAhead } from '../../../builders/times';

const CONTROL = 'a check by the team lead';

function refusal(
  review: Review,
  command: Partial<DecideCommand> & Pick<DecideCommand, 'decision'>,
  by = REVIEWER,
) {
  const whole = { lines: [1], reason: 'reviewed', note: 'looked into it', ...command };
  const ruling = review.ask((cycle, at) => decideLines(cycle, whole, { by, at }));
  return ruling.ok ? null : `${ruling.code}: ${ruling.message}`;
}

const CLEANUP = aReview({ seats: [aCleanup('ada')] });
const HOLD = aReview({ seats: [aHold('ada')] });
const ROUTE_OUT = aReview({ seats: [aRouteOut('svc')] });

describe('A decision brings a line to', () => {
  it.each([
    ['decided', null, 'remove'],
    ['decided', null, 'exception'],
    ['closed', 'kept', 'keep'],
    ['closed', 'routed', 'route-out'],
    ['undecided', null, 'not-mine'],
  ] as const)('%s, %s by %s', (state, outcome, decision) => {
    expect(CLEANUP.decide([1], decision).line(1)).toMatchObject({ state, outcome });
  });

  it('closed, waiting by wait', () => {
    expect(HOLD.decide([1], 'wait').line(1)).toMatchObject({ state: 'closed', outcome: 'waiting' });
  });
});

describe('A decision is refused', () => {
  it.each([
    ['to remove a hold', HOLD, 'remove'],
    ['to remove a route-out', ROUTE_OUT, 'remove'],
    ['to wait on a cleanup', CLEANUP, 'wait'],
  ] as const)('%s', (_, review, decision) => {
    expect(refusal(review, { decision })).toMatch(/^decision\.not-allowed: Line 1 cannot be decided as/);
  });

  it('on one’s own account', () => {
    expect(refusal(CLEANUP, { decision: 'keep' }, 'ada')).toContain('is your own account');
  });

  it('to remove while account-level facts are unread', () => {
    const review = aReview({ seats: [aCleanup('ada', ['local'], { provisional: true })] });
    expect(refusal(review, { decision: 'remove' })).toContain('facts that are still to be read');
  });

  it('on a line that the review does not have', () => {
    expect(refusal(CLEANUP, { decision: 'keep', lines: [2] })).toBe(
      'line.not-found: This review has no line 2.',
    );
  });

  it('while the review is a draft', () => {
    const draft = aReview({ seats: [aCleanup('ada')], open: false });
    expect(refusal(draft, { decision: 'keep' })).toMatch(/^cycle\.wrong-state/);
  });

  it('after the review was cancelled', () => {
    expect(refusal(CLEANUP.cancel(), { decision: 'keep' })).toMatch(/^cycle\.wrong-state/);
  });

  it('after the sign-off', () => {
    const signed = CLEANUP.decide([1], 'keep').signOff();
    expect(refusal(signed, { decision: 'keep' })).toMatch(/^cycle\.wrong-state/);
  });

  it('after the approval', () => {
    const approved = CLEANUP.decide([1], 'remove').approve([1]);
    expect(refusal(approved, { decision: 'keep' })).toContain('is approved; its decision cannot change now');
  });

  it('while the removal goes on', () => {
    const running = CLEANUP.decide([1], 'remove').approve([1]).startRun();
    expect(refusal(running, { decision: 'keep' })).toContain('is executing');
  });

  it('after the exception was approved', () => {
    const excepted = CLEANUP.decide([1], 'exception').approve([1]);
    expect(refusal(excepted, { decision: 'keep' })).toContain('is excepted');
  });
});

describe('Departing from the recommendation', () => {
  it.each([
    ['keep', CLEANUP],
    ['not-mine', CLEANUP],
    ['keep', HOLD],
    ['keep', ROUTE_OUT],
  ] as const)('needs one’s own words: %s', (decision, review) => {
    expect(refusal(review, { decision, note: '  ' })).toContain('say in your own words');
  });

  it.each([
    ['remove', CLEANUP],
    ['wait', HOLD],
    ['route-out', ROUTE_OUT],
  ] as const)('is not what %s does, so it needs no words', (decision, review) => {
    expect(refusal(review, { decision, note: '' })).toBeNull();
  });
});

describe('A day on which a decision ends', () => {
  it('must be named for an exception', () => {
    expect(refusal(CLEANUP, { decision: 'exception' })).toContain('needs a day on which it ends');
  });

  it.each(['exception', 'keep'] as const)('must lie in the future for %s', (decision) => {
    expect(refusal(CLEANUP, { decision, until: daysAgo(1) })).toContain('must lie in the future');
  });

  it('may be named for a keep', () => {
    expect(CLEANUP.decide([1], 'keep', { until: daysAhead(30) }).line(1).decision?.until).toBe(daysAhead(30));
  });
});

describe('A reason', () => {
  it.each([
    ['that follows the recommendation is none for a departure', CLEANUP, 'keep', 'follows-recommendation'],
    ['for staying is none for a removal', CLEANUP, 'remove', 'still-needed'],
  ] as const)('%s', (_, review, decision, reason) => {
    expect(refusal(review, { decision, reason })).toContain('the reason says the contrary');
  });

  it('that follows the recommendation is one for what it recommends', () => {
    expect(refusal(CLEANUP, { decision: 'remove', reason: 'follows-recommendation' })).toBeNull();
  });
});

describe('An exception', () => {
  const exception = { decision: 'exception', until: daysAhead(90), control: CONTROL } as const;

  it('needs a compensating control', () => {
    expect(refusal(CLEANUP, { ...exception, control: ' ' })).toContain('needs a compensating control');
  });

  it('lasts a year at most', () => {
    expect(refusal(CLEANUP, { ...exception, until: daysAhead(367) })).toContain('a year at most');
    expect(refusal(CLEANUP, { ...exception, until: daysAhead(366) })).toBeNull();
  });

  it('is owned by whoever decides it, or by somebody whom they name', () => {
    expect(CLEANUP.decide([1], 'exception').line(1).decision?.owner).toBe(REVIEWER);
    expect(CLEANUP.decide([1], 'exception', { owner: 'olga' }).line(1).decision?.owner).toBe('olga');
  });

  it('is not owned by the account concerned', () => {
    expect(refusal(CLEANUP, { ...exception, owner: 'ada' })).toContain('cannot own the exception');
  });
});

describe('Deciding in bulk', () => {
  it('takes lines with the same verdict', () => {
    const review = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] }).decide([1, 2], 'remove');
    expect(review.records.at(-1)?.event).toMatchObject({ kind: 'lines-decided', lines: [1, 2] });
  });

  it('refuses lines with different verdicts', () => {
    const review = aReview({ seats: [aCleanup('ada'), aSplit('bob')] });
    expect(refusal(review, { decision: 'remove', lines: [1, 2] })).toContain(
      'only lines with the same verdict',
    );
  });

  it('takes different verdicts within one bundle', () => {
    const seats = [aCleanup('ada', ['local']), aSplit('ada', { product: 'confluence' })];
    expect(refusal(aReview({ seats }), { decision: 'remove', lines: [1, 2] })).toBeNull();
  });

  it('takes each line once', () => {
    const event = CLEANUP.decide([1, 1], 'remove').records.at(-1)?.event;
    expect(event).toMatchObject({ lines: [1] });
  });

  it('decides all or nothing', () => {
    const review = aReview({ seats: [aCleanup('ada'), aCleanup('rita')] });
    expect(refusal(review, { decision: 'remove', lines: [1, 2] })).toContain('Line 2 is your own account');
  });
});

describe('A bundle', () => {
  const bundle = aReview({ seats: [aCleanup('ada'), aCleanup('ada', ['local'], { product: 'confluence' })] });

  it('is removed together or not at all', () => {
    expect(refusal(bundle, { decision: 'remove' })).toContain(
      'shares a group with line 2: decide them together',
    );
  });

  it('may be completed after the other line was decided as remove', () => {
    const begun = bundle.decide([1, 2], 'remove').undo([1]);
    expect(refusal(begun, { decision: 'remove' })).toBeNull();
  });

  it('may be kept line by line', () => {
    expect(refusal(bundle, { decision: 'keep' })).toBeNull();
  });
});

describe('A decision asks', () => {
  const asked = (review: Review) => review.cycle.handoffs.map(({ owner }) => owner);

  it('the owners that the facts point to, by route-out', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['privileged', 'technical'])] });
    expect(asked(review.decide([1], 'route-out'))).toEqual(['privileged', 'technical']);
  });

  it('the app’s owner when the facts point to nobody', () => {
    expect(asked(CLEANUP.decide([1], 'route-out'))).toEqual(['app']);
  });

  it('any owner that the reviewer names', () => {
    expect(asked(CLEANUP.decide([1], 'route-out', { owners: ['security', 'business'] }))).toEqual([
      'security',
      'business',
    ]);
  });

  it('the identity owner about the synced part of a split that is removed', () => {
    expect(asked(aReview({ seats: [aSplit('ada')] }).decide([1], 'remove'))).toEqual(['identity']);
  });

  it('nobody by a removal of a cleanup', () => {
    expect(asked(CLEANUP.decide([1], 'remove'))).toEqual([]);
  });

  it('an owner once, however often the line is routed', () => {
    const review = aReview({ seats: [aSyncedSeat('ada')] });
    const twice = review.decide([1], 'route-out').decide([1], 'route-out');
    expect(twice.handoff('1-identity').openedAt).toBe(
      review.decide([1], 'route-out').handoff('1-identity').openedAt,
    );
  });
});

describe('A decision may change', () => {
  it.each(['keep', 'route-out'] as const)('after %s, until sign-off', (decision) => {
    expect(CLEANUP.decide([1], decision).decide([1], 'remove').line(1).state).toBe('decided');
  });

  it('and everybody whose decision stood stays a decider', () => {
    expect(CLEANUP.decide([1], 'keep').decide([1], 'remove', { by: 'rob' }).line(1).deciders).toEqual([
      'rita',
      'rob',
    ]);
  });
});
