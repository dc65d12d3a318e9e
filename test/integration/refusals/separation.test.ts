import { describe } from 'vitest';

import { people } from '../a-seed';
import { aReviewUnder, aReview, type Review, type ReviewOptions, endDeciding } from '../a-review';
import { ask, askDecision, expectRefusals, LINE, type Asked } from './refusal';
import {
  aDecidedReview,
  anApprovedReview,
  aReviewWithACancelledRun,
  promote,
  withThirdAdministrator,
} from './situations';

const LINES = { lines: [LINE.casey] };
const OVERRIDE = { rule: 'decider-is-approver', reason: 'nobody else is left' } as const;
const OWN_DECISION = 'Line 2 was decided by you: somebody else must approve it.';
const EXCEPTION = { note: 'seasonal', until: '2027-03-01T00:00:00Z' };
const THREE: ReviewOptions = { seed: withThirdAdministrator(), settings: { separation: 'three-person' } };
const IN_THREE = 'under the three-person rule somebody else must';

describe('Nobody acts on their own account:', () => {
  const asCasey = (review: Review): Promise<Review> => promote(review, people.casey);
  expectRefusals([
    ...(['remove', 'keep', 'exception'] as const).map((decision) => ({
      rule: `not to decide ${decision}`,
      who: people.casey,
      asks: async () => askDecision(await asCasey(await aReview()), [LINE.casey], decision, EXCEPTION),
      code: 'decision.not-allowed',
      says: 'Line 2 is your own account: somebody else must decide it.',
    })),
    {
      rule: 'not to undo a decision',
      who: people.casey,
      asks: async () =>
        ask(await asCasey(await aDecidedReview()), 'undo-decision', { ...LINES, reason: 'mine' }),
      code: 'decision.not-allowed',
      says: 'Somebody else must change line 2: it is your own account.',
    },
    {
      rule: 'not to approve',
      who: people.casey,
      asks: async () => ask(await asCasey(await aDecidedReview()), 'approve-lines', LINES),
      code: 'approval.not-allowed',
      says: 'Line 2 is your own account: somebody else must approve it.',
    },
    {
      rule: 'not to return',
      who: people.casey,
      asks: async () =>
        ask(await asCasey(await aDecidedReview()), 'return-lines', { ...LINES, reason: 'mine' }),
      code: 'approval.not-allowed',
      says: 'Line 2 is your own account: somebody else must return it.',
    },
    {
      rule: 'not to remove',
      who: people.casey,
      asks: async () => {
        const review = await anApprovedReview();
        const { host } = review.site;
        host.apply({ do: 'make-admin', account: people.casey, role: 'site-admin' });
        await host.advance('PT1M');
        const { fingerprint } = await review.plan();
        return ask(review, 'start-run', { fingerprint });
      },
      code: 'run.not-allowed',
      says: 'Your own account is in the plan: somebody else must start this run.',
    },
  ]);
});

describe('Whoever decided does not approve:', () => {
  expectRefusals([
    {
      rule: 'not a removal',
      who: 'admin',
      asks: async () => ask(await aDecidedReview(), 'approve-lines', LINES),
      code: 'approval.not-allowed',
      says: OWN_DECISION,
    },
    {
      rule: 'not an exception that they asked for',
      who: 'approver',
      asks: async () => {
        const review = await aReview();
        await review.decide('approver', [LINE.casey], 'exception', EXCEPTION);
        return ask(review, 'approve-lines', LINES);
      },
      code: 'approval.not-allowed',
      says: OWN_DECISION,
    },
    {
      rule: 'not although another decided after them',
      who: 'approver',
      asks: async () => {
        const review = await aReview();
        await review.decide('approver', [LINE.casey], 'remove');
        await review.decide('admin', [LINE.casey], 'remove');
        return ask(review, 'approve-lines', LINES);
      },
      code: 'approval.not-allowed',
      says: OWN_DECISION,
    },
    {
      rule: 'not although the line was returned and another decided',
      who: 'admin',
      asks: async () => {
        const review = await aDecidedReview();
        const { site, cycleId } = review;
        await site.get('approver', 'return-lines', { cycleId, ...LINES, reason: 'look again' });
        await review.decide('approver', [LINE.casey], 'remove');
        return ask(review, 'approve-lines', LINES);
      },
      code: 'approval.not-allowed',
      says: OWN_DECISION,
    },
    {
      rule: 'not a removal that the rule of their choice made',
      who: 'admin',
      asks: async () => {
        const review = await aReviewUnder('follow-recommendation');
        await endDeciding(review.site, review.cycleId, 'approver');
        return ask(review, 'approve-lines', LINES);
      },
      code: 'approval.not-allowed',
      says: OWN_DECISION,
    },
  ]);
});

describe('One rule is overridden only where nobody else is left:', () => {
  const overriding = async (options: ReviewOptions): Promise<Asked> =>
    ask(await aDecidedReview(options), 'approve-lines', { ...LINES, override: OVERRIDE });
  expectRefusals([
    {
      rule: 'not while nobody says who may approve',
      who: 'admin',
      asks: () => overriding({}),
      code: 'approval.not-allowed',
      says: 'Line 2: name the approvers in Settings first; the rule may be overridden only where the list holds nobody else.',
    },
    {
      rule: 'not while somebody else is on the list',
      who: 'admin',
      asks: () => overriding({ settings: { approvers: [people.ada, people.bram] } }),
      code: 'approval.not-allowed',
      says: "Line 2 can be approved by somebody else on the approvers' list, so the rule stands.",
    },
    {
      rule: 'not among three people',
      who: 'admin',
      asks: () => overriding({ settings: { approvers: [people.ada], separation: 'three-person' } }),
      code: 'approval.not-allowed',
      says: 'Under the three-person rule no separation of duties may be overridden.',
    },
    {
      rule: 'not the rule on one’s own account besides',
      who: people.casey,
      asks: async () => {
        const review = await aDecidedReview({ settings: { approvers: [people.casey] } });
        return ask(review, 'approve-lines', { ...LINES, override: OVERRIDE });
      },
      code: 'approval.not-allowed',
      says: 'Line 2 is your own account: somebody else must approve it.',
    },
    {
      rule: 'not without a reason',
      who: 'admin',
      asks: async () => {
        const review = await aDecidedReview({ settings: { approvers: [people.ada] } });
        return ask(review, 'approve-lines', { ...LINES, override: { ...OVERRIDE, reason: ' ' } });
      },
      code: 'input.invalid',
      says: 'Something is wrong with override.reason: Too small: expected string to have >=3 characters.',
    },
  ]);
});

describe('Under the three-person rule decider, approver and executor are three:', () => {
  const start = async (): Promise<Asked> => {
    const review = await anApprovedReview(THREE);
    const { fingerprint } = await review.plan();
    return ask(review, 'start-run', { fingerprint });
  };
  expectRefusals([
    ...(['admin', 'approver'] as const).map((who) => ({
      rule: `${who === 'admin' ? 'the decider' : 'the approver'} does not remove`,
      who,
      asks: start,
      code: 'run.not-allowed',
      says: 'Under the three-person rule whoever decided or approved may not remove.',
    })),
    {
      rule: 'whoever removed does not decide the line anew',
      who: people.gil,
      asks: async () =>
        askDecision(await aReviewWithACancelledRun(THREE, people.gil), [LINE.casey], 'remove'),
      code: 'decision.not-allowed',
      says: `Line 2 was in a run of yours: ${IN_THREE} decide it.`,
    },
    {
      rule: 'whoever removed does not approve the line anew',
      who: people.gil,
      asks: async () => {
        const review = await aReviewWithACancelledRun(THREE, people.gil);
        await review.decide('admin', [LINE.casey], 'remove');
        return ask(review, 'approve-lines', LINES);
      },
      code: 'approval.not-allowed',
      says: `Line 2 was in a run of yours: ${IN_THREE} approve it.`,
    },
    {
      rule: 'whoever approved before and decides now does not approve again',
      who: 'approver',
      asks: async () => {
        const review = await aReviewWithACancelledRun(THREE, people.gil);
        await review.decide('approver', [LINE.casey], 'remove');
        return ask(review, 'approve-lines', LINES);
      },
      code: 'approval.not-allowed',
      says: OWN_DECISION,
    },
  ]);
});
