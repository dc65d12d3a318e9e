import { describe } from 'vitest';

import type { PayloadOf } from '../../../src/contract/resolvers';
import { groups, people } from '../a-seed';
import { aReview, type Review } from '../a-review';
import { ask, askDecision, expectRefusals, LINE, type Asked } from './refusal';
import { promote, withIdleErin } from './situations';

type Owner = NonNullable<PayloadOf<'decide-lines'>['owners']>[number];
type Answer = PayloadOf<'answer-handoffs'>['answer'];

const UNCONSENTED =
  'Line 1 cannot be decided as “remove”. It allows: route out, keep, keep as an exception, not mine.';

interface Routed {
  readonly name?: string;
  readonly owners?: Owner[];
  readonly answers: Partial<Record<Owner, Answer>>;
}

/** Erin's lines on both products are routed out; some owners have answered. */
async function routed({ name, owners, answers }: Routed): Promise<Review> {
  const review = await aReview({ seed: withIdleErin(name) });
  const lines = await review.numbersOf([people.erin]);
  const asked = owners === undefined ? {} : { owners };
  await review.decide('admin', lines, 'route-out', { note: 'they know best', ...asked });
  for (const [owner, answer] of Object.entries(answers))
    await review.site.get('admin', 'answer-handoffs', {
      ...{ cycleId: review.cycleId, handoffIds: lines.map((line) => `${String(line)}-${owner}`) },
      ...{ answer, answeredBy: 'The owner' },
    });
  return review;
}

async function askRemoval(given: Routed): Promise<Asked> {
  const review = await routed(given);
  return askDecision(review, await review.numbersOf([people.erin]), 'remove');
}

/** Jenkins' line with its questions to the identity and the technical owner. */
async function jenkinsRouted(): Promise<Review> {
  const review = await aReview();
  await review.decide('admin', [LINE.jenkins], 'route-out');
  return review;
}

const askAnswer = (review: Review, handoffId: string, answer: Answer, answeredByAccount?: string): Asked =>
  ask(review, 'answer-handoffs', {
    ...{ handoffIds: [handoffId], answer, answeredBy: 'The owner' },
    ...(answeredByAccount === undefined ? {} : { answeredByAccount }),
  });

describe('A route-out is not removed', () => {
  expectRefusals([
    {
      rule: 'while one of two owners has not answered',
      who: 'admin',
      asks: () => askRemoval({ name: 'Jenkins Deploy', answers: { business: 'remove' } }),
      code: 'decision.not-allowed',
      says: UNCONSENTED,
    },
    {
      rule: 'on the word of whom a reviewer chose to ask instead',
      who: 'admin',
      asks: () =>
        askRemoval({ name: 'Jenkins Deploy', owners: ['technical'], answers: { technical: 'remove' } }),
      code: 'decision.not-allowed',
      says: UNCONSENTED,
    },
    {
      rule: 'while somebody who was asked besides has not answered',
      who: 'admin',
      asks: () => askRemoval({ owners: ['business', 'security'], answers: { business: 'remove' } }),
      code: 'decision.not-allowed',
      says: UNCONSENTED,
    },
    {
      rule: 'where one owner says keep',
      who: 'admin',
      asks: () => askRemoval({ name: 'Jenkins Deploy', answers: { business: 'remove', technical: 'keep' } }),
      code: 'decision.not-allowed',
      says: UNCONSENTED,
    },
    ...(['not-mine', 'done', 'no-answer'] as const).map((answer) => ({
      rule: `on the answer “${answer}”`,
      who: 'admin',
      asks: () => askRemoval({ answers: { business: answer } }),
      code: 'decision.not-allowed',
      says: UNCONSENTED,
    })),
    {
      rule: 'while something live would end with it',
      who: 'admin',
      asks: async () => {
        const review = await aReview();
        await review.decide('admin', [LINE.erin], 'route-out');
        await review.site.get('admin', 'answer-handoffs', {
          ...{
            cycleId: review.cycleId,
            handoffIds: ['1-business'],
            answer: 'remove',
            answeredBy: 'The owner',
          },
        });
        return askDecision(review, [LINE.erin], 'remove');
      },
      code: 'decision.not-allowed',
      says: UNCONSENTED,
    },
    {
      rule: 'when an owner took the consent back before the approval',
      who: 'approver',
      asks: async () => {
        const review = await routed({ answers: { business: 'remove' } });
        const lines = await review.numbersOf([people.erin]);
        await review.decide('admin', lines, 'remove');
        const handoffIds = lines.map((line) => `${String(line)}-business`);
        const { cycleId } = review;
        await review.site.get('admin', 'answer-handoffs', {
          ...{ cycleId, handoffIds, answer: 'keep', answeredBy: 'The owner' },
        });
        return ask(review, 'approve-lines', { lines });
      },
      code: 'approval.not-allowed',
      says: 'Line 1: not every owner has consented.',
    },
  ]);
});

describe('An answer is not recorded', () => {
  expectRefusals([
    {
      rule: 'of the person concerned',
      who: 'admin',
      asks: async () => askAnswer(await jenkinsRouted(), '4-technical', 'keep', people.jenkins),
      code: 'decision.not-allowed',
      says: "Handoff 4-technical is about the answering person's own account: ask the fallback owner.",
    },
    {
      rule: 'by the person concerned, whoever is said to have answered',
      who: people.jenkins,
      asks: async () =>
        askAnswer(await promote(await jenkinsRouted(), people.jenkins), '4-technical', 'keep'),
      code: 'decision.not-allowed',
      says: 'Handoff 4-technical is about your own account: somebody else must record the answer.',
    },
    {
      rule: 'to a question that nobody asked',
      who: 'admin',
      asks: async () => askAnswer(await jenkinsRouted(), '4-business', 'keep'),
      code: 'handoff.not-found',
      says: 'This review has no handoff 4-business.',
    },
    {
      rule: 'to a question that has closed itself',
      who: 'admin',
      asks: async () => {
        const review = await jenkinsRouted();
        const { site } = review;
        const left = { do: 'idp-sync', group: groups.engineering, add: [], remove: [people.jenkins] };
        site.host.apply(left);
        await site.host.advance('PT1H');
        await site.scan();
        return askAnswer(review, '4-technical', 'keep');
      },
      code: 'cycle.wrong-state',
      says: 'Handoff 4-technical is closed already.',
    },
    {
      rule: 'when the line was approved on an earlier one',
      who: 'admin',
      asks: async () => {
        const review = await routed({ answers: { business: 'remove' } });
        await review.approveRemovalOf(people.erin);
        return askAnswer(review, '1-business', 'keep');
      },
      code: 'cycle.wrong-state',
      says: 'Line 1 is past its approval; its answers stand. Have an approver return it to record another.',
    },
  ]);
});
