import { describe, expect, test } from 'vitest';

import type { PayloadOf } from '../../src/contract/resolvers';
import { groups, people, tiny } from './a-seed';
import { aReview, type Review } from './a-review';

type Owner = NonNullable<PayloadOf<'decide-lines'>['owners']>[number];

/** Erin, unmanaged and for the business owner, is idle everywhere; with another name technical owners too. */
const idleErin = (name = 'Erin Contractor') =>
  tiny((each) => {
    const erin = each.accounts.find(({ accountId }) => accountId === people.erin);
    if (erin?.lastActive === undefined) throw new Error('The tiny organization has no Erin.');
    erin.name = name;
    erin.lastActive.confluence = '2026-05-01T10:00:00Z';
  });

async function route(review: Review, owners?: Owner[]): Promise<number[]> {
  const lines = await review.numbersOf([people.erin]);
  await review.decide('admin', lines, 'route-out', {
    note: 'they know best',
    ...(owners === undefined ? {} : { owners }),
  });
  return lines;
}

async function answer(review: Review, owner: Owner, answered: 'remove' | 'keep' = 'remove'): Promise<void> {
  const lines = await review.numbersOf([people.erin]);
  await review.site.get('admin', 'answer-handoffs', {
    cycleId: review.cycleId,
    handoffIds: lines.map((line) => `${String(line)}-${owner}`),
    answer: answered,
    answeredBy: 'The owner',
  });
}

describe('Consent', () => {
  test('of the one owner whom the facts demand lets a line be removed', async () => {
    const review = await aReview({ seed: idleErin() });
    await route(review);
    await answer(review, 'business');
    await review.approveRemovalOf(people.erin);
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1, cancelled: 0 });
    expect(review.site.memberships()[groups.contractors]).not.toContain(people.erin);
  });

  test('of two owners is needed where the facts demand both', async () => {
    const review = await aReview({ seed: idleErin('Jenkins Deploy') });
    await route(review);
    await answer(review, 'business');
    await answer(review, 'technical');
    await review.approveRemovalOf(people.erin);
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1 });
  });

  test('covers what the owners saw: what comes into use afterwards does not end', async () => {
    const review = await aReview({ seed: idleErin() });
    await route(review);
    await answer(review, 'business');
    await review.approveRemovalOf(people.erin);
    const { host } = review.site;
    host.apply({ do: 'activity', account: people.erin, product: 'confluence' });
    await host.advance('PT26H');
    expect(await review.run()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(review.site.removals()).toEqual([]);
  });
});
