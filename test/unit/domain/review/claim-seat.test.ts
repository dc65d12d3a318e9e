import { describe, expect, it } from 'vitest';
import { claimSeat } from '../../../../src/domain/review/claim-seat';
import { aReview } from '../../../builders/a-review';
import type { Review } from '../../../builders/review';
import { aCleanup, aSplit } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const WIKI = { product: 'confluence' };
const rules = { noticeDays: 7 };
const start = aReview({ seats: [aCleanup('ada'), aCleanup('bob')], rules }).decide([1, 2], 'remove');
const approved = start.approve([1, 2]);
const told = approved.tell();

const ruling = (review: Review, by = 'ada', product = 'jira-software') =>
  review.ask((cycle) => claimSeat(cycle, { product, note: 'year-end closing' }, by));

describe('“I still need this”', () => {
  it.each([
    ['before the person was told', approved],
    ['once the person was told', told],
  ])('returns the line %s, with the words of the person as its cause', (_, review) => {
    expect(review.claim('ada', 'jira-software', 'I close the books.').line(1)).toMatchObject({
      state: 'undecided',
      decision: null,
      approvedBy: null,
      cause: 'The person concerned still needs it: I close the books.',
      claim: { note: 'I close the books.' },
    });
  });

  it('leaves the lines of others as they are', () => {
    expect(told.claim('ada').line(2)).toEqual(told.line(2));
  });

  it('keeps the words when the line is decided again, for whoever approves', () => {
    const again = told.claim('ada', 'jira-software', 'I close the books.').decide([1], 'remove');
    expect(again.line(1)).toMatchObject({ cause: null, claim: { note: 'I close the books.' } });
  });

  it('has the person told anew before the line is removed after all', () => {
    const again = told.claim('ada').decide([1], 'remove').approve([1]);
    expect(again.line(1).state).toBe('approved');
    expect(again.untold()).toMatchObject([{ accountId: 'ada', lines: [1] }]);
  });

  it('takes along lines that cannot be removed without it, and says why', () => {
    const bundle = aReview({ seats: [aCleanup('ada', ['a']), aCleanup('ada', ['a'], WIKI)], rules })
      .decide([1, 2], 'remove')
      .approve([1, 2])
      .tell()
      .claim('ada');
    expect(bundle.line(2)).toMatchObject({
      state: 'undecided',
      cause: 'It hangs together with line 1, which is still needed.',
      claim: null,
      notice: null,
    });
  });

  it('leaves lines of the same person that go by themselves', () => {
    const apart = aReview({ seats: [aCleanup('ada', ['a']), aCleanup('ada', ['b'], WIKI)], rules })
      .decide([1, 2], 'remove')
      .approve([1, 2])
      .tell();
    expect(apart.claim('ada').line(2).state).toBe('noticed');
  });

  it('withdraws the question about the other part of a split', () => {
    const split = aReview({ seats: [aSplit('ada')], rules })
      .decide([1], 'remove')
      .approve([1])
      .claim('ada');
    expect(split.handoff('1-identity').closed?.cause).toBe('withdrawn');
  });

  it('wins over a message that was still under way', () => {
    const claimed = approved
      .record('rita', { kind: 'notice-attempted', accountId: 'ada', lines: [1] })
      .claim('ada')
      .record('rita', {
        ...{ kind: 'notice-observed', accountId: 'ada', lines: [1], outcome: 'told' },
        ...{ notBefore: null, status: 204, why: '' },
      });
    expect(claimed.line(1)).toMatchObject({ state: 'undecided', notice: null });
  });
});

describe('“I still need this”, said while a run has not come to the line yet', () => {
  it('returns the line, and the run goes past it', () => {
    const claimed = told.at(daysAhead(9)).startRun().claim('ada');
    expect(claimed.line(1)).toMatchObject({ state: 'undecided', decision: null });
  });
});

describe('“I still need this” is refused', () => {
  const running = told.at(daysAhead(9)).startRun();

  it.each<[string, Review, string, string]>([
    ['about a product that the person has no line of', told, 'confluence', 'line.not-found'],
    ['before a removal is approved', start, 'jira-software', 'claim.not-allowed'],
    ['a second time', told.claim('ada'), 'jira-software', 'claim.not-allowed'],
    ['once its removal was sent', running.write('sent'), 'jira-software', 'claim.not-allowed'],
    ['once it is removed', running.write('sent').endRun(), 'jira-software', 'claim.not-allowed'],
    [
      'while nobody knows what became of a removal',
      running.write('unclear').endRun('stopped'),
      'jira-software',
      'claim.not-allowed',
    ],
    ['of what is kept', start.decide([1], 'keep'), 'jira-software', 'claim.not-allowed'],
    ['in a draft', aReview({ seats: [aCleanup('ada')], open: false }), 'jira-software', 'cycle.wrong-state'],
    ['in a cancelled review', start.cancel(), 'jira-software', 'cycle.wrong-state'],
  ])('%s', (_, review, product, code) => {
    expect(ruling(review, 'ada', product)).toMatchObject({ ok: false, code });
  });

  it('about somebody else’s line, by an account without one', () => {
    expect(ruling(told, 'cem')).toMatchObject({ ok: false, code: 'line.not-found' });
  });

  it('with a sentence that says whom to ask once it has begun', () => {
    expect(ruling(running.write('sent'))).toMatchObject({
      message: 'Its removal has begun. Ask there for access again: Jira administrators.',
    });
  });
});
