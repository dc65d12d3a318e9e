import { describe, expect, it } from 'vitest';
import { decideLines } from '../../../../src/domain/review/decide-lines';
import { assignLines } from '../../../../src/domain/review/hand-over';
import type { Ruling } from '../../../../src/domain/review/ruling';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aHold, aRouteOut } from '../../../builders/a-seat';

const rules = { assignment: { rules: [], fallbackReviewer: 'fay' } };
const ONE = aReview({ seats: [aCleanup('ada')], rules });
const BUNDLE = aReview({
  seats: [aCleanup('ada', ['a']), aCleanup('ada', ['a'], { product: 'confluence' }), aHold('bob')],
});

const notMine = (review: Review, lines: readonly number[], handTo?: string, by = REVIEWER): Review =>
  review.decide(lines, 'not-mine', { handTo, by });
const messageOf = (ruling: Ruling): string | null => (ruling.ok ? null : `${ruling.code}: ${ruling.message}`);
const refusal = (review: Review, lines: readonly number[], handTo?: string, by = REVIEWER) =>
  messageOf(
    review.ask((cycle, at) =>
      decideLines(
        cycle,
        { lines, decision: 'not-mine', reason: 'other', note: 'another team', handTo },
        { by, at },
      ),
    ),
  );
const assign = (review: Review, lines: readonly number[], to: string | null, by = REVIEWER): Review =>
  review.run(by, (cycle) => assignLines(cycle, { lines, to, reason: 'on leave' }, by));
const refusedAssignment = (review: Review, to: string | null, by = REVIEWER) =>
  messageOf(review.ask((cycle) => assignLines(cycle, { lines: [1], to, reason: 'on leave' }, by)));

describe('A line that is not mine', () => {
  it('is in the queue of whoever is named, undecided, with the note', () => {
    const line = notMine(ONE, [1], 'hal').line(1);
    expect(line).toMatchObject({ state: 'undecided', decision: null, assignee: 'hal' });
    expect(line.assignments.at(-1)).toMatchObject({
      because: 'handed-over',
      by: REVIEWER,
      note: 'looked into it',
    });
  });

  it('goes to the fallback reviewer where nobody is named', () => {
    expect(notMine(assign(ONE, [1], 'hal'), [1]).line(1).assignee).toBe('fay');
  });

  it('is nobody’s where the fallback reviewer hands it over', () => {
    expect(notMine(ONE, [1], undefined, 'fay').line(1).assignee).toBeNull();
  });

  it('is nobody’s where it is the fallback reviewer’s own account', () => {
    const review = aReview({ seats: [aCleanup('fay')], rules });
    expect(notMine(review, [1]).line(1).assignee).toBeNull();
  });

  it('is nobody’s where there is no fallback reviewer', () => {
    expect(notMine(aReview({ seats: [aCleanup('ada')] }), [1]).line(1).assignee).toBeNull();
  });

  it('loses a decision that nobody approved', () => {
    const review = notMine(ONE.decide([1], 'remove'), [1], 'hal');
    expect(review.line(1)).toMatchObject({ state: 'undecided', decision: null, deciders: [REVIEWER] });
  });

  it('withdraws the questions of a decision that fell', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['technical'])] }).decide([1], 'route-out');
    expect(notMine(review, [1], 'hal').handoff('1-technical').closed?.cause).toBe('withdrawn');
  });

  it('makes nobody its decider', () => {
    expect(notMine(ONE, [1], 'hal').line(1).deciders).toEqual([]);
  });

  it('takes the other lines of its bundle along', () => {
    expect(notMine(BUNDLE, [1], 'hal').cycle.lines.map(({ assignee }) => assignee)).toEqual([
      'hal',
      'hal',
      null,
    ]);
  });

  it('leaves the decision on another line of its bundle as it is', () => {
    const review = notMine(BUNDLE.decide([2], 'keep'), [1], 'hal');
    expect(review.line(2)).toMatchObject({ outcome: 'kept', assignee: 'hal' });
  });
});

describe('Handing over is refused', () => {
  it('to the account concerned', () => {
    expect(refusal(ONE, [1], 'ada')).toBe(
      'decision.not-allowed: Line 1 cannot go to the account concerned: choose somebody else.',
    );
  });

  it('to oneself', () => {
    expect(refusal(ONE, [1], REVIEWER)).toContain('cannot be handed over to yourself');
  });

  it('of one’s own account', () => {
    expect(refusal(ONE, [1], 'hal', 'ada')).toContain('is your own account');
  });

  it('of what is approved', () => {
    expect(refusal(ONE.decide([1], 'remove').approve([1]), [1], 'hal')).toContain('is approved');
  });

  it('where another line of the bundle is being removed', () => {
    const seats = [aCleanup('ada', ['a']), aCleanup('ada', ['a', 'b'], { product: 'confluence' })];
    const run = aReview({ seats }).decide([1, 2], 'remove').approve([1, 2]).startRun();
    const blocked = run.write('blocked', ['b']);
    expect([blocked.line(1).state, blocked.line(2).state]).toEqual(['executing', 'closed']);
    expect(refusedAssignment(blocked, 'hal')).toContain('Line 1 is executing; it cannot be handed over now.');
  });
});

describe('Assigning lines', () => {
  it('leaves what was decided', () => {
    const review = assign(ONE.decide([1], 'remove'), [1], 'hal');
    expect(review.line(1)).toMatchObject({ state: 'decided', assignee: 'hal' });
  });

  it('is how somebody takes lines over', () => {
    expect(assign(ONE, [1], REVIEWER).line(1).assignee).toBe(REVIEWER);
  });

  it('to whom they are assigned already is refused', () => {
    expect(refusedAssignment(assign(ONE, [1], 'hal'), 'hal')).toContain('has these lines already');
    expect(refusedAssignment(assign(ONE, [1], null), null)).toContain('nobody’s already');
  });

  it('can make them nobody’s', () => {
    expect(assign(assign(ONE, [1], 'hal'), [1], null).line(1).assignee).toBeNull();
  });

  it.each([
    ['to the account concerned', 'ada', REVIEWER, 'account concerned'],
    ['of one’s own account', 'hal', 'ada', 'your own account'],
  ])('is refused %s', (_, to, by, words) => {
    expect(refusedAssignment(ONE, to, by)).toContain(words);
  });

  it('is refused for what is approved', () => {
    const approved = ONE.decide([1], 'remove').approve([1]);
    expect(refusedAssignment(approved, 'hal')).toContain('Line 1 is approved');
  });
});

it('An assignment is no permission: anybody else may decide', () => {
  expect(assign(ONE, [1], 'hal').decide([1], 'remove', { by: 'rob' }).line(1).decision?.by).toBe('rob');
});
