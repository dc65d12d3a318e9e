import { describe, expect, test } from 'vitest';

import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, openReview, endDeciding, aReviewUnder } from './a-review';
import { aScannedSite } from './a-site';

const morePeople = () => tiny((seed) => withStalePeople(seed, 2));

/** Two products on one group: lines of one person that belong together. */
const bundled = () =>
  tiny((seed) => {
    withStalePeople(seed, 2, [groups.contractors]);
    for (const { accountId, lastActive } of seed.accounts)
      if (accountId === stale(1) || accountId === stale(2))
        Object.assign(lastActive ?? {}, { confluence: '2026-04-01T10:00:00Z' });
  });

describe('Opening', () => {
  test('takes every seat that is not kept or protected as a line, and no other', async () => {
    const review = await aReview();
    const lines = await review.lines();
    expect(lines.map(({ accountId, verdict }) => [accountId, verdict])).toEqual([
      [people.erin, 'route-out'],
      [people.casey, 'cleanup'],
      [people.devi, 'split'],
      [people.jenkins, 'route-out'],
      [people.fay, 'hold'],
    ]);
  });

  test('is possible again after a review was cancelled', async () => {
    const { site, cycleId } = await aReview();
    const cancelled = await site.get('admin', 'cancel-cycle', { cycleId, reason: 'wrong products' });
    expect(cancelled.state).toBe('cancelled');
    expect((await openReview(site)).cycleId).not.toBe(cycleId);
  });

  test('of one product takes its seats and its count alone', async () => {
    const review = await aReview({ seed: bundled(), products: ['jira-software'] });
    expect(new Set((await review.lines()).map(({ product }) => product))).toEqual(new Set(['jira-software']));
    expect((await review.view()).population.map(({ product }) => product)).toEqual(['jira-software']);
  });

  test('freezes the snapshot: a later scan changes no line', async () => {
    const review = await aReview();
    const before = await review.lines();
    review.site.host.apply({ do: 'activity', account: people.casey, product: 'jira-software' });
    await review.site.host.advance('P2D');
    await review.site.scan();
    expect(await review.lines()).toEqual(before);
  });
});

describe('Deciding', () => {
  test('follows the recommendation without a note', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    await review.decide('admin', [line], 'remove');
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'decided',
      decision: { decision: 'remove', by: people.ada },
    });
  });

  test('an exception waits for its approval', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    const note = 'seasonal';
    await review.decide('admin', [line], 'exception', { note, until: '2027-03-01T00:00:00Z' });
    expect((await review.lineOf(people.casey)).state).toBe('decided');
  });

  test('in bulk is one record of the ledger for all lines', async () => {
    const review = await aReview({ seed: morePeople() });
    const before = (await review.view()).sequence;
    const lines = await review.numbersOf([people.casey, stale(1)]);
    const view = await review.decide('admin', lines, 'remove');
    expect(view.sequence).toBe(before + 1);
    expect(view.counts).toMatchObject({ toApprove: 2, byState: { decided: 2 } });
  });

  test('the lines of a bundle are removed together', async () => {
    const review = await aReview({ seed: bundled() });
    const [first, second] = await review.lines({ accountId: stale(1) });
    if (first === undefined || second === undefined) throw new Error('Two lines were expected.');
    expect(first.bundle).toEqual([first.line, second.line].sort((a, b) => a - b));
    const view = await review.decide('admin', [first.line, second.line], 'remove');
    expect(view.counts.byState.decided).toBe(2);
  });

  test('what somebody else decided since the page was read is neither undone nor returned unseen', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const { line, sequence: seen } = await review.lineOf(people.casey);
    await review.decide('approver', [line], 'remove');
    const stalePage = { cycleId, lines: [line], reason: 'as the page showed it', seen };
    for (const name of ['undo-decision', 'return-lines'] as const)
      expect(await site.refusal('admin', name, stalePage)).toEqual({
        code: 'changed-meanwhile',
        message: `Line ${String(line)} was changed meanwhile by ${people.bram}. The page shows it as it is now.`,
      });
    expect((await review.lineOf(people.casey)).decision).toMatchObject({
      decision: 'remove',
      by: people.bram,
    });
  });

  test('an answer that somebody else recorded meanwhile is neither replaced nor decided over unseen', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const { line } = await review.lineOf(people.jenkins);
    await review.decide('admin', [line], 'route-out');
    const { sequence: seen } = await review.lineOf(people.jenkins);
    const answer = { cycleId, handoffIds: [`${String(line)}-technical`], answeredBy: 'Build team' };
    await site.get('approver', 'answer-handoffs', { ...answer, answer: 'keep' });
    const again = { ...answer, answer: 'remove', seen };
    const decision = review.decision([line], 'keep', { note: 'still building', seen });
    expect((await site.refusal('admin', 'answer-handoffs', again)).message).toMatch(people.bram);
    expect((await site.refusal('admin', 'decide-lines', decision)).message).toMatch(people.bram);
  });

  test('is undone before approval, and the history keeps both', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    const { site, cycleId } = review;
    await review.decide('admin', [line], 'remove');
    await site.get('admin', 'undo-decision', { cycleId, lines: [line], reason: 'asked the manager' });
    const detail = await site.get('admin', 'get-line', { cycleId, line });
    expect(detail).toMatchObject({ state: 'undecided', decision: null });
    const seat = { accountId: people.casey, product: 'jira-software' };
    const { entries } = await site.get('admin', 'get-seat-history', seat);
    expect(entries.map(({ text }) => text)).toEqual([
      'Frozen into the review.',
      'Decided: remove, reason: other.',
      'Decision undone: asked the manager',
    ]);
  });
});

describe('The no-response rule', () => {
  test('closes as kept what nobody decided, recorded as nobody answered', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const view = await endDeciding(site, cycleId);
    expect(view.counts.byOutcome).toEqual({ 'no-answer': 5 });
  });

  test('“carry” carries all', async () => {
    const review = await aReviewUnder('carry');
    const { site, cycleId } = review;
    const view = await endDeciding(site, cycleId);
    expect(view.counts.byOutcome).toEqual({ carried: 5 });
  });

  test('“follow-recommendation” removes cleanups only, and these still wait for approval', async () => {
    const review = await aReviewUnder('follow-recommendation');
    const { site, cycleId } = review;
    await endDeciding(site, cycleId);
    const decided = await review.lines({ decision: 'remove' });
    expect(decided.map(({ accountId, state }) => [accountId, state])).toEqual([[people.casey, 'decided']]);
  });
});

test('two reviewers who decide at the same moment lose nothing', async () => {
  const review = await aReview({ seed: morePeople() });
  const [casey, first, second] = await review.numbersOf([people.casey, stale(1), stale(2)]);
  await Promise.all([
    review.decide('admin', [casey ?? 0], 'remove'),
    review.decide('approver', [first ?? 0], 'remove'),
    review.decide('admin', [second ?? 0], 'remove'),
  ]);
  expect((await review.view()).counts.byState.decided).toBe(3);
});

test('whoever looks at an account sees that it is under review', async () => {
  const { site } = await aReview();
  const { seats } = await site.get(people.casey, 'get-my-seats');
  expect(seats.map(({ underReview }) => underReview)).toEqual([true]);
  const active = await aScannedSite();
  expect((await active.get('approver', 'get-my-seats')).seats[0]?.underReview).toBe(false);
});
