import { beforeAll, describe, expect, test } from 'vitest';
import Papa from 'papaparse';

import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';
import { aScannedSite, type Site } from './a-site';

const UNTIL = '2027-02-01T23:59:59.000Z';

/**
 * A signed-off month: Casey and person 1 removed and verified, person 2 kept until February, person 3 kept, the rest
 * without an answer.
 */
async function aSignedOffMonth(): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 4)) });
  const { site, cycleId } = review;
  await review.approveRemovalOf(people.casey, stale(1));
  const keep = { reason: 'on-leave', note: 'parental leave' } as const;
  await review.decide('admin', await review.numbersOf([stale(2)]), 'keep', { ...keep, until: UNTIL });
  await review.decide('admin', await review.numbersOf([stale(3)]), 'keep', keep);
  await review.run('admin');
  await site.host.advance('PT25H');
  await site.get('admin', 'verify-removals', { cycleId });
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
  return review;
}

/** What happens until the next review: Casey comes back, person 4 works again. */
async function aMonthLater(site: Site): Promise<void> {
  site.host.apply({ do: 'add-to-group', group: groups.jiraUsers, account: people.casey });
  site.host.apply({ do: 'activity', account: stale(4), product: 'jira-software' });
  await site.host.advance('P35D');
  await site.scan();
}

describe('The next review', () => {
  let first: Review;
  let next: Review;

  beforeAll(async () => {
    first = await aSignedOffMonth();
    await aMonthLater(first.site);
    next = await openReview(first.site);
  });

  test('counts how its lines stand to the last signed-off one', async () => {
    const lines = await next.lines();
    const { difference } = await next.view();
    expect(difference?.lines).toEqual({
      new: lines.filter(({ change }) => change === 'new').length,
      rebounded: 1,
      unchanged: lines.filter(({ change }) => change === 'unchanged').length,
      'decided-otherwise': 0,
    });
    expect(difference?.lines.unchanged).toBeGreaterThan(0);
  });

  test('shows who came back after a removal', async () => {
    const rebounded = await next.lines({ change: 'rebounded' });
    expect(rebounded.map(({ accountId }) => accountId)).toEqual([people.casey]);
  });

  test('lists whom it has no line of any more, and why', async () => {
    const { rows } = await next.site.get('admin', 'list-gone', { cycleId: next.cycleId });
    const told = Object.fromEntries(rows.map(({ accountId, why, decision }) => [accountId, [why, decision]]));
    expect(told).toEqual({ [stale(1)]: ['removed', 'remove'], [stale(4)]: ['active', null] });
  });

  test('says of a line what became of it before', async () => {
    expect((await next.lineOf(stale(3))).before).toMatchObject({ decision: 'keep', outcome: 'kept' });
  });

  test('lists what an earlier decision keeps until a day apart, closed', async () => {
    const kept = await next.lines({ outcome: 'kept-until' });
    expect(kept.map(({ accountId, state }) => [accountId, state])).toEqual([[stale(2), 'closed']]);
    expect(kept[0]?.decision).toMatchObject({ by: people.ada, until: UNTIL, note: 'parental leave' });
  });

  test('tells in the seat’s history by whose decision it is kept', async () => {
    const seat = { accountId: stale(2), product: 'jira-software' };
    const { entries } = await next.site.get('admin', 'get-seat-history', seat);
    expect(entries.at(-1)?.text).toBe('Kept until 1 Feb 2027 by a decision of an earlier review.');
  });

  test('writes the difference into the evidence', async () => {
    const { data } = Papa.parse<Record<string, string>>((await next.file('lines.csv')).text, {
      header: true,
      skipEmptyLines: true,
    });
    const casey = data.find((row) => row['account_id'] === people.casey);
    expect(casey).toMatchObject({
      change: 'rebounded',
      before_review: first.cycleId,
      before_decision: 'remove',
      before_outcome: 'removed',
    });
    const document: unknown = JSON.parse((await next.file('cycle.json')).text);
    expect(document).toMatchObject({
      difference: {
        follows: [first.cycleId],
        counts: { gone: 2 },
        gone: [
          { accountId: stale(1), why: 'removed' },
          { accountId: stale(4), why: 'active' },
        ],
      },
    });
  });

  test('has decided otherwise once another decision stands on a line', async () => {
    const lines = await next.numbersOf([stale(3)]);
    const view = await next.decide('admin', lines, 'remove');
    expect(view.difference?.lines['decided-otherwise']).toBe(1);
  });
});

test('the first review has nothing to compare with', async () => {
  const review = await aReview();
  expect((await review.view()).difference).toBeNull();
  expect((await review.lineOf(people.casey)).change).toBeNull();
  expect((await review.site.get('admin', 'list-gone', { cycleId: review.cycleId })).total).toBe(0);
});

describe('Opening', () => {
  test('shows before how many lines the rule for silence would touch', async () => {
    const site = await aScannedSite();
    expect(await site.get('admin', 'preview-cycle', {})).toMatchObject({
      lines: 5,
      undecided: 5,
      removals: 1,
      keptUntil: 0,
      routed: 0,
      rule: 'close-as-kept',
    });
  });

  test('with a rule of its own holds it for this review, chosen by whoever opened it', async () => {
    const site = await aScannedSite();
    const view = await site.get('admin', 'open-cycle', { noResponse: { rule: 'carry', touches: 5 } });
    expect(view.noResponse).toEqual({ rule: 'carry', touches: 5 });
    expect((await site.get('admin', 'get-settings')).review.noResponse).toBe('close-as-kept');
  });

  test('records the number in the review’s ledger', async () => {
    const site = await aScannedSite();
    const review = await openReview(site);
    const { text } = await review.file('ledger.json');
    expect(text).toContain('"noResponseTouches": 5');
  });
});
