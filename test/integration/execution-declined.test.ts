import { describe, expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';
import { exempt } from './an-exemption';

const DELETE = { target: 'jira', match: 'DELETE /rest/api/3/group/user' } as const;
const PATH = /\/rest\/api\/3\/group\/user$/;
const casey = `${people.casey}/${groups.jiraUsers}`;
const other = `${stale(1)}/${groups.jiraUsers}`;

/** Casey comes first in the plan, another person after; what is armed hits Casey's removal. */
async function anApprovedReview(): Promise<Review> {
  const review = await aReview({ seed: tiny((each) => withStalePeople(each, 1)) });
  await review.approveRemovalOf(people.casey, stale(1));
  return review;
}

async function goOn(review: Review, runId: string): Promise<RunView> {
  let run = await review.slice('admin', runId);
  for (let asked = 0; asked < 60 && run.state === 'running'; asked += 1)
    run = await review.slice('admin', runId);
  return run;
}

const outcomeOf = ({ items }: RunView, accountId: string): string | null | undefined =>
  items.find((item) => item.accountId === accountId)?.outcome;

/** Milliseconds between the attempts on Casey's membership. */
function waitsOf({ site }: Review): number[] {
  const times = site
    .calls('DELETE', PATH)
    .filter(({ query }) => query['accountId'] === people.casey)
    .map(({ at }) => Date.parse(at));
  return times.slice(1).map((at, index) => at - (times[index] ?? at));
}

describe('429', () => {
  test.each([3, 45, 100])('waits the %i seconds that it tells, from slice to slice', async (seconds) => {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, status: 429, headers: { 'retry-after': String(seconds) } });
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
    const [waited = 0, ...more] = waitsOf(review);
    expect(more).toEqual([]);
    expect(waited).toBeGreaterThanOrEqual(seconds * 1_000);
    expect(review.site.removals()).toEqual([casey, other, casey]);
  });

  test('that tells no time is not asked again at once', async () => {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, status: 429 });
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
    expect(waitsOf(review)[0]).toBeGreaterThanOrEqual(30_000);
  });

  test('time after time neither blocks the removal nor stops the run', async () => {
    const review = await anApprovedReview();
    const { runId } = await review.start();
    for (let refused = 0; refused < 5; refused += 1) {
      review.site.host.fault({ ...DELETE, status: 429, headers: { 'retry-after': '10' } });
      await review.slice('admin', runId);
      await review.site.host.advance('PT11S');
    }
    expect(await goOn(review, runId)).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
    expect(Math.min(...waitsOf(review))).toBeGreaterThanOrEqual(10_000);
  });

  test('is no write: a membership that somebody else ends meanwhile is already gone', async () => {
    const review = await anApprovedReview();
    const { site } = review;
    site.host.fault({ ...DELETE, status: 429, headers: { 'retry-after': '60' } });
    const { runId } = await review.start();
    await review.slice('admin', runId);
    site.host.apply({ do: 'remove-from-group', account: people.casey, group: groups.jiraUsers });
    await site.host.advance('PT2M');
    expect(await goOn(review, runId)).toMatchObject({ state: 'ended', sent: 1, alreadyGone: 1 });
    expect(site.removals()).toEqual([casey, other]);
  });
});

describe('401 of a removal', () => {
  async function aRefusedRun(): Promise<Review> {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, status: 401 });
    expect(await review.run()).toMatchObject({ state: 'stopped', sent: 0, blocked: 0 });
    return review;
  }

  test('stops the run with its cause; the lines stay approved', async () => {
    const review = await aRefusedRun();
    expect(review.site.removals()).toEqual([casey]);
    expect((await review.lineOf(people.casey)).state).toBe('approved');
    expect((await review.lineOf(stale(1))).state).toBe('approved');
  });

  test('lets the next run send it at once', async () => {
    const review = await aRefusedRun();
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 2, alreadyGone: 0 });
    expect(review.site.removals()).toEqual([casey, casey, other]);
  });

  test('is no write: a membership that somebody else ends before the next run is already gone', async () => {
    const review = await aRefusedRun();
    const { site } = review;
    site.host.apply({ do: 'remove-from-group', account: people.casey, group: groups.jiraUsers });
    await site.host.advance('PT1H');
    const run = await review.run();
    expect(run).toMatchObject({ state: 'ended', sent: 1, alreadyGone: 1 });
    expect(outcomeOf(run, people.casey)).toBe('already-gone');
    expect(site.removals()).toEqual([casey, other]);
  });
});

describe('Before a new attempt everything is read again:', () => {
  const FIRST_ANSWERS = [
    { status: 500 },
    { mode: 'timeout' },
    { status: 429, headers: { 'retry-after': '90' } },
  ] as const;

  async function aBegunRun(fault: object): Promise<[Review, string]> {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, ...fault });
    const { runId } = await review.start();
    await review.slice('admin', runId);
    return [review, runId];
  }

  async function expectCancelled([review, runId]: [Review, string], cause: RegExp): Promise<void> {
    await review.site.host.advance('PT2M');
    const run = await goOn(review, runId);
    expect([run.state, outcomeOf(run, people.casey)]).toEqual(['ended', 'cancelled']);
    expect(review.site.removals().filter((removal) => removal === casey)).toEqual([casey]);
    expect((await review.lineOf(people.casey)).cause).toMatch(cause);
  }

  test.each(FIRST_ANSWERS)('after %j whoever became an administrator is not removed', async (fault) => {
    const begun = await aBegunRun(fault);
    begun[0].site.host.apply({ do: 'make-admin', account: people.casey, role: 'site-admin' });
    await expectCancelled(begun, /an owner must decide now/);
  });

  test.each(FIRST_ANSWERS)('after %j a group that became synced is not written to', async (fault) => {
    const begun = await aBegunRun(fault);
    const provenance = { externalSynced: true, managedBy: 'external' };
    begun[0].site.host.apply({ do: 'set-provenance', group: groups.jiraUsers, provenance });
    await expectCancelled(begun, /synced/);
  });

  test.each(FIRST_ANSWERS)('after %j a new exemption cancels', async (fault) => {
    const begun = await aBegunRun(fault);
    await exempt(begun[0].site, { match: { account: people.casey } });
    await expectCancelled(begun, /an exemption covers the seat now/);
  });

  test('after a 401 the next run does not remove whoever became an administrator', async () => {
    const [review] = await aBegunRun({ status: 401 });
    review.site.host.apply({ do: 'make-admin', account: people.casey, role: 'site-admin' });
    await review.site.host.advance('PT2M');
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1, cancelled: 1 });
    expect(review.site.removals()).toEqual([casey, other]);
  });
});

describe('401 of the organization API stops a run', () => {
  const READS = [
    'POST /admin/v2/orgs/*/directories/*/users/search',
    'GET /admin/v2/orgs/*/directories/*/users/*/role-assignments',
    'GET /admin/v2/orgs/*/directories/*/groups/*/role-assignments',
    'POST /admin/v2/orgs/*/directories/*/groups/search',
    'GET /users/*/manage/api-tokens',
  ];

  test.each(READS)('at %s; nothing is written and the lines stay approved', async (match) => {
    const review = await anApprovedReview();
    const { runId } = await review.start();
    review.site.host.fault({ target: 'org', match, status: 401, times: 20 });
    const run = await review.slice('admin', runId);
    expect(run.state).toBe('stopped');
    expect(run.message).toMatch(/no longer accepts the organization key/);
    expect(review.site.removals()).toEqual([]);
    expect((await review.lineOf(people.casey)).state).toBe('approved');
    expect((await review.lineOf(stale(1))).state).toBe('approved');
  });
});
