import { expect, test } from 'vitest';

import { people } from './a-seed';
import { aReview, endDeciding, type Review } from './a-review';

/** Decided by `decider`, approved, removed, verified after a day and signed off by the others. */
async function aMonthOf(
  review: Review,
  {
    decider,
    approver,
    executor,
    signer,
  }: Readonly<Record<'decider' | 'approver' | 'executor' | 'signer', string>>,
): Promise<void> {
  const { site, cycleId } = review;
  const casey = await review.numbersOf([people.casey]);
  await review.decide(decider, casey, 'remove');
  await review.approve(approver, casey);
  expect((await review.run(executor)).state).toBe('ended');
  await endDeciding(site, cycleId, decider);
  await site.host.advance('PT25H');
  await site.get(decider, 'verify-removals', { cycleId });
  const signed = await site.get(signer, 'sign-off', { cycleId, statement: 'reviewed by all of us' });
  expect(signed.state).toBe('signed-off');
  expect(await review.lineOf(people.casey)).toMatchObject({ outcome: 'removed' });
}

test('Two administrators get through a month as two people, without an override', async () => {
  const review = await aReview();
  await aMonthOf(review, { decider: 'admin', approver: 'approver', executor: 'admin', signer: 'approver' });
  expect((await review.view()).overrides).toBe(0);
});

test('Two administrators get through a month as three people with an approver who administers nothing', async () => {
  const review = await aReview({ settings: { separation: 'three-person', approvers: [people.gil] } });
  await aMonthOf(review, {
    decider: 'admin',
    approver: people.gil,
    executor: 'approver',
    signer: people.gil,
  });
  expect((await review.view()).overrides).toBe(0);
});
