import { describe, expect, test } from 'vitest';

import { groups, people, tiny } from './a-seed';
import { aReview, type Review } from './a-review';

describe('Approving', () => {
  const decided = async (who = 'admin'): Promise<[Review, number]> => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    await review.decide(who, [line], 'remove');
    return [review, line];
  };

  test('is for somebody else than the decider', async () => {
    const [review, line] = await decided();
    const { site, cycleId } = review;
    const refused = await site.refusal('admin', 'approve-lines', { cycleId, lines: [line] });
    expect(refused.code).toBe('approval.not-allowed');
    await review.approve('approver', [line]);
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'approved',
      approvedBy: people.bram,
    });
  });

  test('is refused to everybody whose decision stood, even after another decided', async () => {
    const [review, line] = await decided('approver');
    await review.decide('admin', [line], 'remove');
    const { site, cycleId } = review;
    const refused = await site.refusal('approver', 'approve-lines', { cycleId, lines: [line] });
    expect(refused.code).toBe('approval.not-allowed');
  });

  test('of an undecided line is refused', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const { line } = await review.lineOf(people.casey);
    expect((await site.refusal('approver', 'approve-lines', { cycleId, lines: [line] })).code).toBe(
      'approval.not-allowed',
    );
  });

  test('is all or nothing', async () => {
    const [review, line] = await decided();
    const { site, cycleId } = review;
    const other = (await review.lineOf(people.devi)).line;
    await site.refusal('approver', 'approve-lines', { cycleId, lines: [line, other] });
    expect((await review.lineOf(people.casey)).state).toBe('decided');
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

  test('an approved decision no longer changes', async () => {
    const [review, line] = await decided();
    await review.approve('approver', [line]);
    const keep = review.decision([line], 'keep', { note: 'second thoughts' });
    expect((await review.site.refusal('admin', 'decide-lines', keep)).code).toBe('decision.not-allowed');
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

  test('an override is refused while nobody says who may approve', async () => {
    const [review, line] = await decided();
    const { site, cycleId } = review;
    const refused = await site.refusal('admin', 'approve-lines', { cycleId, lines: [line], override });
    expect(refused.code).toBe('approval.not-allowed');
  });

  test('an override is refused while somebody else is on the list', async () => {
    const review = await aReview({ settings: { approvers: [people.ada, people.bram] } });
    const { line } = await review.lineOf(people.casey);
    await review.decide('admin', [line], 'remove');
    const { site, cycleId } = review;
    const refused = await site.refusal('admin', 'approve-lines', { cycleId, lines: [line], override });
    expect(refused.code).toBe('approval.not-allowed');
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

  test('an answer of the person concerned is refused', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const { line } = await review.lineOf(people.erin);
    await review.decide('admin', [line], 'route-out');
    const refused = await site.refusal('admin', 'answer-handoffs', {
      cycleId,
      handoffIds: [`${String(line)}-business`],
      answer: 'keep',
      answeredBy: 'Erin',
      answeredByAccount: people.erin,
    });
    expect(refused.code).toBe('decision.not-allowed');
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
