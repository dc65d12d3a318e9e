import { describe } from 'vitest';

import { people, tiny } from '../a-seed';
import { aReview, type Review } from '../a-review';
import { ask, expectRefusals, LINE } from './refusal';
import {
  aCancelledReview,
  aDecidedReview,
  aDraft,
  anApprovedReview,
  aReviewWithRemovals,
  aSignedOffReview,
  endDeciding,
} from './situations';

const DONE = { statement: 'everything was looked at' };

/** Jira is said to have two seats less than the scan finds. */
const unexplained = () =>
  tiny((seed) => {
    for (const product of seed.products)
      if (product.key === 'jira-software') Object.assign(product, { userCountOverride: 9 });
  });

const ACKNOWLEDGE = { product: 'jira-software', reason: 'the licence counter lags' };

/** Every line is decided by Ada and by nobody else. */
async function decidedByAda(): Promise<Review> {
  const review = await aReview();
  await review.decide('admin', [LINE.fay], 'wait');
  await review.decide('admin', [LINE.erin, LINE.jenkins], 'route-out');
  await review.decide('admin', [LINE.casey], 'keep', { note: 'known to the team' });
  await review.decide('admin', [LINE.devi], 'keep', { note: 'known to the team' });
  return review;
}

describe('A review is not signed off', () => {
  expectRefusals([
    {
      rule: 'while it is a draft',
      who: 'approver',
      asks: async () => ask(await aDraft(), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'Not yet: The review is a draft: open it first.',
    },
    {
      rule: 'while a line is undecided',
      who: 'approver',
      asks: async () => ask(await aReview(), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'Not yet: 5 lines are undecided.',
    },
    {
      rule: 'while a removal waits for approval',
      who: 'approver',
      asks: async () => ask(await endDeciding(await aDecidedReview()), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'Not yet: 1 line waits for approval.',
    },
    {
      rule: 'while an approved removal was not made',
      who: 'approver',
      asks: async () => ask(await endDeciding(await anApprovedReview()), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'Not yet: 1 line is approved but not removed yet.',
    },
    {
      rule: 'while a run is going on',
      who: 'approver',
      asks: async () => {
        const review = await endDeciding(await anApprovedReview());
        await review.start();
        return ask(review, 'sign-off', DONE);
      },
      code: 'sign-off.not-allowed',
      says: 'Not yet: 1 line is being removed.',
    },
    {
      rule: 'before the check after a day',
      who: 'approver',
      asks: async () => ask(await endDeciding(await aReviewWithRemovals()), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'Not yet: 1 removal waits for its check after a day.',
    },
    {
      rule: 'while a difference to the reported count is unexplained',
      who: 'approver',
      asks: async () => ask(await endDeciding(await aReview({ seed: unexplained() })), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'Not yet: 2 seats of jira-software differ from the reported count without an explanation; somebody who did not start the scan must acknowledge it.',
    },
    {
      rule: 'twice',
      who: 'approver',
      asks: async () => ask(await aSignedOffReview(), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'This review is signed off already.',
    },
    {
      rule: 'after it was cancelled',
      who: 'approver',
      asks: async () => ask(await aCancelledReview(), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'This review was cancelled.',
    },
  ]);
});

describe('A review is not signed off by', () => {
  expectRefusals([
    {
      rule: 'anybody but the person whom Settings name',
      who: 'admin',
      asks: async () =>
        ask(await endDeciding(await aReview({ settings: { signOffBy: people.bram } })), 'sign-off', DONE),
      code: 'access.denied',
      says: 'Only the person named in Settings signs off.',
    },
    {
      rule: 'its only decider',
      who: 'admin',
      asks: async () => ask(await decidedByAda(), 'sign-off', DONE),
      code: 'sign-off.not-allowed',
      says: 'You took every decision of this review: somebody else must sign it off.',
    },
    {
      rule: 'who made removals of it',
      who: 'approver',
      asks: async () => {
        const review = await endDeciding(await aReviewWithRemovals({}, 'approver'));
        await review.site.host.advance('PT25H');
        await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
        return ask(review, 'sign-off', DONE);
      },
      code: 'sign-off.not-allowed',
      says: 'You made removals of this review: somebody else must sign it off.',
    },
  ]);
});

describe('What nobody explains is not acknowledged', () => {
  const reviewed = () => aReview({ seed: unexplained(), settings: { auditors: [people.fay] } });
  expectRefusals([
    {
      rule: 'by who started the scan',
      who: 'admin',
      asks: async () => ask(await reviewed(), 'acknowledge-unexplained', ACKNOWLEDGE),
      code: 'access.denied',
      says: 'You started the scan: somebody else must acknowledge what it leaves unexplained.',
    },
    {
      rule: 'by who may only read',
      who: people.fay,
      asks: async () => ask(await reviewed(), 'acknowledge-unexplained', ACKNOWLEDGE),
      code: 'access.denied',
      says: 'Only people with the permission “Approve SeatTrace removals”, or on the list in Settings, approve.',
    },
    {
      rule: 'where nothing is unexplained',
      who: 'approver',
      asks: async () => ask(await aReview(), 'acknowledge-unexplained', ACKNOWLEDGE),
      code: 'cycle.wrong-state',
      says: 'Nothing is unexplained for this product.',
    },
  ]);
});
