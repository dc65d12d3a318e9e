import { describe, expect, test } from 'vitest';

import { groups, people, tiny } from './a-seed';
import { aReview, REVIEW_SETTINGS, type Review } from './a-review';

describe('Approving', () => {
  const decided = async (who = 'admin'): Promise<[Review, number]> => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    await review.decide(who, [line], 'remove');
    return [review, line];
  };

  test('is for somebody else than the decider', async () => {
    const [review, line] = await decided();
    await review.approve('approver', [line]);
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'approved',
      approvedBy: people.bram,
    });
  });

  test('may be returned with a reason; then it is decided and approved anew', async () => {
    const [review, line] = await decided();
    const { site, cycleId } = review;
    await site.get('approver', 'return-lines', { cycleId, lines: [line], reason: 'ask the team lead' });
    expect(await review.lineOf(people.casey)).toMatchObject({ state: 'undecided', decision: null });
    await review.decide('admin', [line], 'remove');
    await review.approve('approver', [line]);
    await site.get('approver', 'return-lines', { cycleId, lines: [line], reason: 'wait a week' });
    expect((await review.plan()).people).toBe(0);
  });

  const override = { rule: 'decider-is-approver', reason: 'nobody else is left' };

  test('the only approver on the list may override with a reason, counted', async () => {
    const review = await aReview({ settings: { approvers: [people.ada] } });
    const lines = await review.numbersOf([people.casey]);
    await review.decide('admin', lines, 'remove');
    const { site, cycleId } = review;
    const view = await site.ask('admin', 'approve-lines', { cycleId, lines, override });
    expect(view).toMatchObject({ ok: true, data: { overrides: 1 } });
  });
});

describe('Route-outs', () => {
  test('ask every owner in parallel, once', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.jenkins);
    await review.decide('admin', [line], 'route-out');
    const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
    expect(handoffs.map(({ owner, status }) => [owner, status])).toEqual([
      ['identity', 'open'],
      ['technical', 'open'],
    ]);
  });

  test('a split’s synced part goes to the identity owner', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.devi);
    await review.decide('admin', [line], 'remove');
    const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
    expect(handoffs.map(({ owner }) => owner)).toEqual(['identity']);
  });

  test('after its owner’s consent a line is removed like any cleanup', async () => {
    const seed = tiny((each) => {
      const erin = each.accounts.find(({ accountId }) => accountId === people.erin);
      if (erin?.lastActive) erin.lastActive.confluence = '2026-05-01T10:00:00Z';
    });
    const review = await aReview({ seed });
    const { site, cycleId } = review;
    const numbers = await review.numbersOf([people.erin]);
    await review.decide('admin', numbers, 'route-out');
    const handoffIds = numbers.map((line) => `${String(line)}-business`);
    await site.get('admin', 'answer-handoffs', {
      cycleId,
      handoffIds,
      answer: 'remove',
      answeredBy: 'Agency lead',
    });
    await review.approveRemovalOf(people.erin);
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1 });
    expect(site.memberships()[groups.contractors]).not.toContain(people.erin);
  });
});

test('Whom the list names only since the review was opened approves from the next one on', async () => {
  const review = await aReview({ settings: { approvers: [people.bram] } });
  const { site, cycleId } = review;
  const lines = await review.numbersOf([people.casey]);
  await review.decide('admin', lines, 'remove');
  await site.get('admin', 'save-review-settings', {
    ...REVIEW_SETTINGS,
    approvers: [people.bram, people.gil],
  });
  expect(await site.refusal(people.gil, 'approve-lines', { cycleId, lines })).toEqual({
    code: 'approval.not-allowed',
    message:
      'The approvers of this review were named before it was opened: you approve from the next one on.',
  });
});
