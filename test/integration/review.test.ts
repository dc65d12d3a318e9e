import { describe, expect, test } from 'vitest';

import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, openReview } from './a-review';
import { aScannedSite, aSite } from './a-site';

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

  test('is refused before the first scan', async () => {
    const site = await aSite();
    expect((await site.refusal('admin', 'open-cycle', {})).code).toBe('scan.none');
  });

  test('is refused while a review is open', async () => {
    const { site } = await aReview();
    expect((await site.refusal('approver', 'open-cycle', {})).code).toBe('cycle.already-open');
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

  test('on the daily scan alone asks for a deep one first', async () => {
    const site = await aSite();
    await site.host.trigger('seattrace-hourly');
    await site.host.drain();
    expect((await site.scanStatus()).state).toBe('complete');
    expect((await site.refusal('admin', 'open-cycle', {})).message).toMatch(/Scan now/);
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

  test('against the recommendation needs words', async () => {
    const { site, ...review } = await aReview();
    const casey = { cycleId: review.cycleId, lines: [2], decision: 'keep', reason: 'still-needed' };
    const { code, message } = await site.refusal('admin', 'decide-lines', casey);
    expect(code).toBe('decision.not-allowed');
    expect(message).toBe('Line 2: say in your own words why you depart from the recommendation.');
    expect((await site.refusal('admin', 'decide-lines', { ...casey, note: '   ' })).code).toBe(code);
    await site.get('admin', 'decide-lines', {
      ...casey,
      decision: 'keep',
      reason: 'on-leave',
      note: 'back in May',
    });
  });

  test('of one’s own account is refused', async () => {
    const review = await aReview();
    const { site } = review;
    site.host.apply({ do: 'add-to-group', group: groups.jiraAdmins, account: people.casey });
    await site.host.advance('PT1M');
    const { line } = await review.lineOf(people.casey);
    for (const decision of ['remove', 'keep'] as const) {
      const command = review.decision([line], decision, { note: 'I need it' });
      const { code, message } = await site.refusal(people.casey, 'decide-lines', command);
      expect(code).toBe('decision.not-allowed');
      expect(message).toMatch(/your own account/);
    }
  });

  test('a hold as a removal is refused', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.fay);
    const command = review.decision([line], 'remove', { note: 'let us see' });
    expect((await review.site.refusal('admin', 'decide-lines', command)).code).toBe('decision.not-allowed');
  });

  test('a route-out as a removal is refused until its owners consented', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.erin);
    const command = review.decision([line], 'remove', { note: 'looks idle' });
    expect((await review.site.refusal('admin', 'decide-lines', command)).code).toBe('decision.not-allowed');
  });

  test('an exception needs its end, in the future', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    const note = 'seasonal';
    const { site } = review;
    const without = review.decision([line], 'exception', { note });
    expect((await site.refusal('admin', 'decide-lines', without)).code).toBe('decision.not-allowed');
    const past = { ...without, until: '2026-11-01T00:00:00Z' };
    expect((await site.refusal('admin', 'decide-lines', past)).code).toBe('decision.not-allowed');
    await review.decide('admin', [line], 'exception', { note, until: '2027-03-01T00:00:00Z' });
    expect((await review.lineOf(people.casey)).state).toBe('decided');
  });

  test('in bulk is for lines with the same verdict', async () => {
    const review = await aReview();
    const mixed = await review.numbersOf([people.casey, people.devi]);
    const refused = await review.site.refusal('admin', 'decide-lines', review.decision(mixed, 'remove'));
    expect(refused.message).toBe('Decide together only lines with the same verdict.');
    const [first] = await review.lines();
    expect(first?.decision).toBeNull();
  });

  test('in bulk is one record of the ledger for all lines', async () => {
    const review = await aReview({ seed: morePeople() });
    const before = (await review.view()).sequence;
    const lines = await review.numbersOf([people.casey, stale(1)]);
    const view = await review.decide('admin', lines, 'remove');
    expect(view.sequence).toBe(before + 1);
    expect(view.counts).toMatchObject({ toApprove: 2, byState: { decided: 2 } });
  });

  test('a bundle’s line alone as a removal is refused; together they are decided', async () => {
    const review = await aReview({ seed: bundled() });
    const [first, second] = await review.lines({ accountId: stale(1) });
    if (first === undefined || second === undefined) throw new Error('Two lines were expected.');
    expect(first.bundle).toEqual([first.line, second.line].sort((a, b) => a - b));
    const alone = review.decision([first.line], 'remove');
    expect((await review.site.refusal('admin', 'decide-lines', alone)).message).toMatch(
      /shares a group with .+: decide them together/,
    );
    const view = await review.decide('admin', [first.line, second.line], 'remove');
    expect(view.counts.byState.decided).toBe(2);
  });

  test('what somebody else changed since the page was read is refused', async () => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    const seen = (await review.view()).sequence;
    await review.decide('approver', [line], 'keep', { note: 'still on the project', reason: 'still-needed' });
    const stalePage = review.decision([line], 'remove', { seen });
    expect((await review.site.refusal('admin', 'decide-lines', stalePage)).code).toBe('changed-meanwhile');
    expect((await review.lineOf(people.casey)).outcome).toBe('kept');
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
      'Decided: remove, reason: follows recommendation.',
      'Decision undone: asked the manager',
    ]);
  });
});

describe('The no-response rule', () => {
  test('closes as kept what nobody decided, recorded as nobody answered', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const view = await site.get('admin', 'end-deciding', { cycleId, reason: 'the due date is over' });
    expect(view.counts.byOutcome).toEqual({ 'no-answer': 5 });
  });

  test('“carry” carries all', async () => {
    const review = await aReview({ settings: { noResponse: 'carry' } });
    const { site, cycleId } = review;
    const view = await site.get('admin', 'end-deciding', { cycleId, reason: 'the due date is over' });
    expect(view.counts.byOutcome).toEqual({ carried: 5 });
  });

  test('“follow-recommendation” removes cleanups only, and these still wait for approval', async () => {
    const review = await aReview({ settings: { noResponse: 'follow-recommendation' } });
    const { site, cycleId } = review;
    await site.get('admin', 'end-deciding', { cycleId, reason: 'the due date is over' });
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
