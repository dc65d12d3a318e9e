import { describe } from 'vitest';

import { people } from '../a-seed';
import { aReview } from '../a-review';
import { ask, askDecision, expectRefusals, LINE } from './refusal';
import {
  aCancelledReview,
  aDecidedReview,
  aDraft,
  anApprovedReview,
  aReviewInDoubt,
  aReviewWithRemovals,
  aRunThatDiedAtItsEnd,
  aSignedOffReview,
  endDeciding,
} from './situations';

const REASON = 'look again';

describe('A review takes no command', () => {
  expectRefusals([
    {
      rule: 'while it is a draft',
      who: 'admin',
      asks: async () => askDecision(await aDraft(), [LINE.casey], 'remove'),
      code: 'cycle.wrong-state',
      says: 'This review is a draft: open it first.',
    },
    {
      rule: 'after its sign-off',
      who: 'admin',
      asks: async () => askDecision(await aSignedOffReview(), [LINE.casey], 'remove'),
      code: 'cycle.wrong-state',
      says: 'This review is signed off; nothing in it changes any more.',
    },
    {
      rule: 'after it was cancelled',
      who: 'admin',
      asks: async () => askDecision(await aCancelledReview(), [LINE.casey], 'remove'),
      code: 'cycle.wrong-state',
      says: 'This review was cancelled.',
    },
    {
      rule: 'about a line that it does not have',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [99], 'remove'),
      code: 'line.not-found',
      says: 'This review has no line 99.',
    },
    {
      rule: 'to decide, of somebody who does not administer Jira',
      who: 'outsider',
      asks: async () => askDecision(await aReview(), [LINE.casey], 'keep'),
      code: 'access.denied',
      says: 'Only Jira administrators review seats.',
    },
    {
      rule: 'to tell what depends on somebody who is not in its plan',
      who: 'admin',
      asks: async () => ask(await anApprovedReview(), 'get-dependents', { accountIds: [people.gil] }),
      code: 'plan.changed',
      says: 'Somebody who was asked for is not in the plan of this review, or is no longer. Look at the plan again.',
    },
    {
      rule: 'to approve, of somebody who is no approver',
      who: 'outsider',
      asks: async () => ask(await aDecidedReview(), 'approve-lines', { lines: [LINE.casey] }),
      code: 'access.denied',
      says: 'Only people with the permission “Approve SeatTrace removals”, or on the list in Settings, approve.',
    },
  ]);
});

describe('A line moves in its order only:', () => {
  expectRefusals([
    {
      rule: 'an approved decision no longer changes',
      who: 'admin',
      asks: async () => askDecision(await anApprovedReview(), [LINE.casey], 'keep'),
      code: 'decision.not-allowed',
      says: 'Line 2 is approved; its decision cannot change now.',
    },
    {
      rule: 'a line whose removal is being verified cannot be decided',
      who: 'admin',
      asks: async () => askDecision(await aReviewWithRemovals(), [LINE.casey], 'keep'),
      code: 'decision.not-allowed',
      says: 'Line 2 is being verified; its decision cannot change now.',
    },
    {
      rule: 'a decision that nobody took cannot be undone',
      who: 'admin',
      asks: async () => ask(await aReview(), 'undo-decision', { lines: [LINE.casey], reason: REASON }),
      code: 'decision.not-allowed',
      says: 'There is no decision to undo on line 2.',
    },
    {
      rule: 'an approved decision is returned by the approver, not undone by the reviewer',
      who: 'admin',
      asks: async () =>
        ask(await anApprovedReview(), 'undo-decision', { lines: [LINE.casey], reason: REASON }),
      code: 'decision.not-allowed',
      says: 'The approver must return line 2 before the decision can change.',
    },
    {
      rule: 'an undecided line cannot be approved',
      who: 'approver',
      asks: async () => ask(await aReview(), 'approve-lines', { lines: [LINE.casey] }),
      code: 'approval.not-allowed',
      says: 'Line 2 does not wait for an approval.',
    },
    {
      rule: 'lines are approved all or none',
      who: 'approver',
      asks: async () => ask(await aDecidedReview(), 'approve-lines', { lines: [LINE.casey, LINE.devi] }),
      code: 'approval.not-allowed',
      says: 'Line 3 does not wait for an approval.',
    },
    {
      rule: 'an undecided line cannot be returned',
      who: 'approver',
      asks: async () => ask(await aReview(), 'return-lines', { lines: [LINE.casey], reason: REASON }),
      code: 'approval.not-allowed',
      says: 'Line 2 does not wait for an approval or a removal.',
    },
    {
      rule: 'a line is not returned while nobody knows what became of its removal',
      who: 'approver',
      asks: async () => ask(await aReviewInDoubt(), 'return-lines', { lines: [LINE.casey], reason: REASON }),
      code: 'approval.not-allowed',
      says: 'Line 2: a removal was begun and nobody knows yet what became of it. The next run looks at it first.',
    },
    {
      rule: 'a line that was removed cannot be returned',
      who: 'approver',
      asks: async () =>
        ask(await aReviewWithRemovals(), 'return-lines', { lines: [LINE.casey], reason: REASON }),
      code: 'approval.not-allowed',
      says: 'Line 2 does not wait for an approval or a removal.',
    },
  ]);
});

describe('A review ends once:', () => {
  expectRefusals([
    {
      rule: 'it is not cancelled after removals',
      who: 'admin',
      asks: async () => ask(await aReviewWithRemovals(), 'cancel-cycle', { reason: 'wrong products' }),
      code: 'cycle.wrong-state',
      says: 'Removals have been made under this review: finish and sign it off instead.',
    },
    {
      rule: 'it is not cancelled while a removal is to be made',
      who: 'admin',
      asks: async () => {
        const review = await anApprovedReview();
        await review.start();
        return ask(review, 'cancel-cycle', { reason: 'wrong products' });
      },
      code: 'cycle.wrong-state',
      says: 'Removals have been made under this review: finish and sign it off instead.',
    },
    {
      rule: 'it is not cancelled while a run that removed nothing has not ended',
      who: 'admin',
      asks: async () => ask(await aRunThatDiedAtItsEnd(), 'cancel-cycle', { reason: 'wrong products' }),
      code: 'cycle.wrong-state',
      says: 'A run is going on: let it end, or stop it, before you cancel.',
    },
    {
      rule: 'it is not cancelled twice',
      who: 'admin',
      asks: async () => ask(await aCancelledReview(), 'cancel-cycle', { reason: 'wrong products' }),
      code: 'cycle.wrong-state',
      says: 'This review was cancelled.',
    },
    {
      rule: 'deciding ends only while something is undecided',
      who: 'admin',
      asks: async () => ask(await endDeciding(await aReview()), 'end-deciding', { reason: 'due' }),
      code: 'cycle.wrong-state',
      says: 'Every line is decided already.',
    },
    {
      rule: 'nothing of it is removed after it was cancelled',
      who: 'admin',
      asks: async () => {
        const review = await anApprovedReview();
        const { fingerprint } = await review.plan();
        await review.site.get('approver', 'cancel-cycle', {
          cycleId: review.cycleId,
          reason: 'wrong products',
        });
        return ask(review, 'start-run', { fingerprint });
      },
      code: 'run.not-allowed',
      says: 'This review was cancelled.',
    },
    {
      rule: 'what changed since the page was read is not overwritten',
      who: 'admin',
      asks: async () => {
        const review = await aReview();
        const { sequence } = await review.view();
        await review.decide('approver', [LINE.casey], 'keep', { note: 'still on the project' });
        return askDecision(review, [LINE.casey], 'remove', { seen: sequence });
      },
      code: 'changed-meanwhile',
      says: `Line 2 was changed meanwhile by ${people.bram}. The page shows it as it is now.`,
    },
  ]);
});
