import { describe, expect, test } from 'vitest';

import { people } from './a-seed';
import { aReview, REVIEW_SETTINGS, type Review } from './a-review';
import type { Site } from './a-site';

const UNTIL = '2026-11-20T00:00:00.000Z';

/** Bram is the one approver on the list, and Fay approves in his place until 20 November. */
async function aReviewWithDelegate(): Promise<Review> {
  const review = await aReview({ settings: { approvers: [people.bram] } });
  await delegate(review.site);
  return review;
}

function delegate(site: Site) {
  return site.get('approver', 'delegate-approvals', { to: people.fay, until: UNTIL, reason: 'on leave' });
}

const approval = async (review: Review, account: string) => ({
  cycleId: review.cycleId,
  lines: await review.numbersOf([account]),
});

describe('A delegate', () => {
  test('approves in the approver’s place, and the record names both', async () => {
    const review = await aReviewWithDelegate();
    const { site } = review;
    await review.decide('admin', await review.numbersOf([people.casey]), 'remove');
    expect((await site.get(people.fay, 'get-session')).roles).toMatchObject({
      approver: false,
      delegators: [people.bram],
    });
    await review.approve(people.fay, await review.numbersOf([people.casey]));
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'approved',
      approvedBy: people.fay,
      approvedInsteadOf: people.bram,
    });
    const { records } = JSON.parse((await review.file('ledger.json')).text) as {
      records: { actor: unknown; event: { kind: string } }[];
    };
    expect(records.at(-1)).toMatchObject({
      actor: { accountId: people.fay, role: 'approver', proof: `delegated by ${people.bram}` },
      event: { kind: 'lines-approved', insteadOf: people.bram },
    });
  });

  test('returns lines too', async () => {
    const review = await aReviewWithDelegate();
    await review.decide('admin', await review.numbersOf([people.casey]), 'remove');
    await review.site.get(people.fay, 'return-lines', {
      ...(await approval(review, people.casey)),
      reason: 'ask the team lead',
    });
    expect(await review.lineOf(people.casey)).toMatchObject({ state: 'undecided' });
  });

  test('lends the approver no second hand: what the approver decided, somebody else approves', async () => {
    const review = await aReviewWithDelegate();
    await review.decide('approver', await review.numbersOf([people.casey]), 'remove');
    const asked = await approval(review, people.casey);
    const refused = await review.site.refusal(people.fay, 'approve-lines', asked);
    expect(refused.code).toBe('approval.not-allowed');
    expect(refused.message).toContain('whoever delegated to you: somebody else must approve it.');
  });

  test('decides nothing, and neither answers exemptions nor signs off', async () => {
    const { site, cycleId } = await aReviewWithDelegate();
    for (const [resolver, payload] of [
      ['decide-lines', { cycleId, lines: [1], decision: 'keep', reason: 'on-leave' }],
      ['approve-exemption', { exemptionId: 'exemption-1' }],
      ['acknowledge-unexplained', { cycleId, product: 'jira-software', reason: 'fine' }],
      ['delegate-approvals', { to: people.gil, until: UNTIL, reason: 'me too' }],
      ['sign-off', { cycleId, statement: 'done' }],
    ] as const)
      expect((await site.refusal(people.fay, resolver, payload)).code, resolver).toBe('access.denied');
  });

  test('is nobody any more once the day has come', async () => {
    const review = await aReviewWithDelegate();
    await review.decide('admin', await review.numbersOf([people.casey]), 'remove');
    await review.site.host.advance('P18D');
    const asked = await approval(review, people.casey);
    expect((await review.site.refusal(people.fay, 'approve-lines', asked)).code).toBe('access.denied');
    expect(await review.site.get('approver', 'list-delegations')).toEqual([]);
  });

  test('is nobody any more once the list no longer names who delegated', async () => {
    const review = await aReviewWithDelegate();
    const { site } = review;
    await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, approvers: [people.ada] });
    const asked = await approval(review, people.casey);
    expect((await site.refusal(people.fay, 'approve-lines', asked)).code).toBe('access.denied');
  });

  test('ends it, as the approver may', async () => {
    const review = await aReviewWithDelegate();
    const { site } = review;
    const [given] = await site.get(people.fay, 'list-delegations');
    expect(given).toMatchObject({ by: people.bram, to: people.fay, until: UNTIL, reason: 'on leave' });
    const ended = { delegationId: given?.delegationId ?? '', reason: 'on leave myself' };
    expect(await site.get(people.fay, 'end-delegation', ended)).toEqual([]);
    expect((await site.refusal(people.fay, 'list-delegations')).code).toBe('access.denied');
  });
});

test('Whoever approves by permission alone is told why they cannot delegate', async () => {
  const { site } = await aReview();
  const asked = { to: people.fay, until: UNTIL, reason: 'on leave' };
  expect((await site.refusal('approver', 'delegate-approvals', asked)).message).toContain(
    'A site administrator keeps that list.',
  );
});

test('Under three-person, whoever delegated the approval does not remove either', async () => {
  const review = await aReview({ settings: { approvers: [people.bram], separation: 'three-person' } });
  await delegate(review.site);
  await review.decide('admin', await review.numbersOf([people.casey]), 'remove');
  await review.approve(people.fay, await review.numbersOf([people.casey]));
  expect(await review.plan('approver')).toMatchObject({
    mayStart: false,
    mayNotBecause: 'Under the three-person rule whoever decided or approved may not remove.',
  });
});
