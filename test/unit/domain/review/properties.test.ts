import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChainFault } from '../../../../src/domain/evidence/hash-chain';
import { foldCycle, foldRecord } from '../../../../src/domain/review/fold-cycle';
import { removalGroups } from '../../../../src/domain/review/line';
import { aReview } from '../../../builders/a-review';
import { APPROVER, Refused, REVIEWER, type Review } from '../../../builders/review';
import {
  aCleanup,
  aGroupPath,
  aHold,
  anAccountPath,
  aRouteOut,
  aSplit,
  aSyncedSeat,
} from '../../../builders/a-seat';

/** Seats of every verdict; Ada's and the service's lines are bundles, and the reviewer has a seat as well. */
const SEATS = [
  aCleanup('ada', ['a', 'b']),
  aCleanup('ada', ['b'], { product: 'confluence' }),
  aSplit('bob'),
  aHold('cem'),
  aSyncedSeat('dan'),
  aRouteOut('svc', ['technical'], { paths: [aGroupPath('a', 'local'), anAccountPath('direct')] }),
  aRouteOut('svc', ['technical'], { product: 'confluence', paths: [aGroupPath('a', 'local')] }),
  aCleanup(REVIEWER),
];

type Step = (review: Review) => Review;

/** Mostly whole bundles, so that more than refusals comes of it. */
const anyLines = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom([1, 2], [1, 2], [3], [4], [5], [6, 7], [6, 7], [8]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(fc.integer({ min: 1, max: SEATS.length }), { minLength: 1, maxLength: 3 }),
  },
);
const anyDecider = fc.constantFrom(REVIEWER, REVIEWER, REVIEWER, 'rob', 'ada');
const anyApprover = fc.constantFrom(APPROVER, APPROVER, APPROVER, REVIEWER, 'ada');
const anyDecision = fc.constantFrom(
  'remove',
  'remove',
  'remove',
  'keep',
  'exception',
  'route-out',
  'wait',
  'not-mine',
);
const anyAnswer = fc.constantFrom('remove', 'remove', 'keep', 'not-mine', 'done', 'no-answer');
const anyHandoffs = fc
  .uniqueArray(fc.constantFrom('3-identity', '5-identity', '6-technical', '7-technical'), { minLength: 1 })
  .map((ids) => ids.slice(0, 2));
const anyWrite = fc.constantFrom('sent', 'sent', 'already-gone', 'blocked', 'unclear');
const anyCheck = fc.constantFrom('access-gone', 'membership-gone', 'not-changed', 'unverifiable');

/** Whatever people and the app may try, in any order; much of it is refused. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(anyLines, anyDecision, anyDecider).map(
    ([lines, decision, by]): Step =>
      (review) =>
        review.decide(lines, decision, { by }),
  ),
  fc.tuple(anyLines, anyDecider, anyApprover).map(
    ([lines, by, approver]): Step =>
      (review) =>
        review.decide(lines, 'remove', { by }).approve(lines, approver),
  ),
  fc.tuple(anyLines, anyApprover).map(
    ([lines, by]): Step =>
      (review) =>
        review.approve(lines, by),
  ),
  fc.tuple(anyLines, anyApprover).map(
    ([lines, by]): Step =>
      (review) =>
        review.giveBack(lines, by),
  ),
  fc.tuple(anyLines, anyDecider).map(
    ([lines, by]): Step =>
      (review) =>
        review.undo(lines, by),
  ),
  fc.tuple(anyHandoffs, anyAnswer).map(
    ([ids, answer]): Step =>
      (review) =>
        review.answer(ids, answer),
  ),
  anyWrite.map(
    (outcome): Step =>
      (review) =>
        review.startRun().write(outcome),
  ),
  anyWrite.map(
    (outcome): Step =>
      (review) =>
        review.write(outcome),
  ),
  anyCheck.map(
    (outcome): Step =>
      (review) =>
        review.verify(outcome),
  ),
  fc.constantFrom<Step>(
    (review) => review.decide([6, 7], 'route-out').answer(['6-technical', '7-technical'], 'remove'),
    (review) => review.endRun(),
    (review) => review.endRun('stopped'),
  ),
);

/** The review after all steps that were not refused. */
function after(steps: readonly Step[]): Review {
  const rules = { noResponse: 'close-as-kept' as const, noResponseBy: 'sam' };
  return steps.reduce<Review>(
    (review, step) => {
      try {
        return step(review);
      } catch (error) {
        if (error instanceof Refused) return review;
        throw error;
      }
    },
    aReview({ seats: SEATS, rules }),
  );
}

/** How it ends, if it does. */
const anyEnd = fc.constantFrom<Step[]>(
  [],
  [],
  [(review) => review.cancel()],
  [(review) => review.endDeciding(), (review) => review.signOff()],
);

const anyReview = fc
  .tuple(fc.array(anyStep, { minLength: 20, maxLength: 80, size: 'max' }), anyEnd)
  .map(([steps, end]) => after([...steps, ...end]));
const RUNS = { numRuns: 300 };

describe('Whatever people try, in any order,', () => {
  it('folding the ledger again gives the same cycle', () => {
    fc.assert(
      fc.property(anyReview, ({ records, cycle }) => {
        expect(foldCycle('cycle-1', records)).toEqual(cycle);
      }),
      RUNS,
    );
  });

  it('folding may stop anywhere and go on later', () => {
    fc.assert(
      fc.property(anyReview, fc.nat(60), ({ records, cycle }, stop) => {
        const begun = foldCycle('cycle-1', records.slice(0, stop));
        expect(records.slice(stop).reduce(foldRecord, begun)).toEqual(cycle);
      }),
      RUNS,
    );
  });

  it('the ledger is an unbroken chain that ends in the cycle’s head', () => {
    fc.assert(
      fc.property(anyReview, ({ records, cycle }) => findChainFault(records, cycle.headHash) === null),
      RUNS,
    );
  });

  it('nobody decides or approves on their own account, and nobody approves what they decided', () => {
    fc.assert(
      fc.property(anyReview, ({ cycle }) => {
        for (const { facts, deciders, approvedBy } of cycle.lines) {
          expect(deciders).not.toContain(facts.seat.accountId);
          expect(approvedBy).not.toBe(facts.seat.accountId);
          if (approvedBy !== null) expect(deciders).not.toContain(approvedBy);
        }
      }),
      RUNS,
    );
  });

  it('nothing is removed that was not decided as remove and approved', () => {
    fc.assert(
      fc.property(anyReview, ({ cycle }) => {
        const beyond = cycle.lines.filter(({ state }) =>
          ['approved', 'executing', 'verifying'].includes(state),
        );
        for (const line of beyond) {
          expect(line.decision?.kind).toBe('remove');
          expect(line.approvedBy).not.toBeNull();
          expect(line.facts.seat.verdict).not.toBe('hold');
        }
      }),
      RUNS,
    );
  });

  it('a plan leaves only groups of its own lines, and none of the identity provider', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        for (const { lines, groupIds } of review.plan().people) {
          const own = lines.flatMap((number) => removalGroups(review.line(number)));
          expect([...new Set(own)].sort()).toEqual(groupIds);
          expect(groupIds).not.toContain('synced');
        }
      }),
      RUNS,
    );
  });

  it('a bundle is planned as a whole', () => {
    fc.assert(
      fc.property(anyReview, (review) => {
        for (const { lines } of review.plan().people)
          for (const number of lines) {
            const { bundle } = review.line(number).facts;
            const whole = review.cycle.lines.filter(({ facts }) => facts.bundle === bundle);
            expect(lines).toEqual(expect.arrayContaining(whole.map(({ facts }) => facts.line)));
          }
      }),
      RUNS,
    );
  });

  it('a closed line has an outcome, and no other line has one', () => {
    fc.assert(
      fc.property(anyReview, ({ cycle }) => {
        for (const { state, outcome } of cycle.lines) expect(outcome !== null).toBe(state === 'closed');
      }),
      RUNS,
    );
  });

  it('what was frozen into a line never changes', () => {
    fc.assert(
      fc.property(anyReview, ({ cycle }) => {
        expect(cycle.lines.map(({ facts }) => facts.seat)).toEqual(SEATS);
      }),
      RUNS,
    );
  });
});
