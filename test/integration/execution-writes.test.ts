import { describe, expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import type { RestResponse } from '../local/call';
import { withAnswers } from './an-organization';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review, type ReviewOptions } from './a-review';

const DELETE = 'DELETE /rest/api/3/group/user';
const PATH = /\/rest\/api\/3\/group\/user$/;
const casey = `${people.casey}/${groups.jiraUsers}`;
const other = `${stale(1)}/${groups.jiraUsers}`;

/** Casey comes first in the plan, another person after; what is armed hits Casey's removal. */
async function anApprovedReview(options: ReviewOptions = {}): Promise<Review> {
  const seed = tiny((each) => withStalePeople(each, 1));
  const review = await aReview({ seed, ...options });
  await review.approveRemovalOf(people.casey, stale(1));
  return review;
}

async function runWith(fault: object): Promise<[Review, RunView]> {
  const review = await anApprovedReview();
  review.site.host.fault({ target: 'jira', match: DELETE, ...fault });
  return [review, await review.run()];
}

const isMember = (review: Review): boolean =>
  review.site.memberships()[groups.jiraUsers]?.includes(people.casey) === true;

/** The organization carries the removal out, or not, and answers what the test wants for Casey's. */
const answering = (status: number, body: unknown): ReviewOptions => ({
  organization: withAnswers('DELETE', PATH, (answer, { query }): RestResponse =>
    query.get('accountId') === people.casey ? { ...answer, status, body } : answer,
  ),
});

test('200: sent', async () => {
  const review = await anApprovedReview();
  expect(await review.run()).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
});

describe.each([400, 404])('After %i', (status) => {
  test('a membership that is still there is blocked, for the app’s owner', async () => {
    const [review, run] = await runWith({ status });
    expect(run).toMatchObject({ state: 'ended', sent: 1, blocked: 1 });
    expect(isMember(review)).toBe(true);
    expect(review.site.removals()).toEqual([casey, other]);
    const { line, state, outcome } = await review.lineOf(people.casey);
    expect([state, outcome]).toEqual(['closed', 'blocked']);
    const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
    expect(handoffs.map(({ owner }) => owner)).toEqual(['app']);
  });

  test('a membership that is gone is already gone, not ours', async () => {
    const review = await anApprovedReview(answering(status, { errorMessages: ['No such member'] }));
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1, alreadyGone: 1, blocked: 0 });
    expect(review.site.removals()).toEqual([casey, other]);
  });
});

test('401: the run stops, the rest stays approved', async () => {
  const [review, run] = await runWith({ status: 401 });
  expect(run).toMatchObject({ state: 'stopped', sent: 0 });
  expect(review.site.removals()).toEqual([casey]);
  expect((await review.lineOf(people.casey)).state).toBe('approved');
  expect((await review.lineOf(stale(1))).state).toBe('approved');
});

test('403 because the executor’s own rights are gone: the run stops', async () => {
  let asked = false;
  const organization = withAnswers('DELETE', PATH, (answer) => {
    asked = true;
    return { ...answer, status: 403, body: { errorMessages: ['Forbidden'] } };
  });
  const losing = withAnswers('GET', /\/mypermissions$/, (answer) =>
    asked ? { ...answer, body: { permissions: {} } } : answer,
  );
  // Both at once: the second wraps what the first makes of the same seed.
  const review = await anApprovedReview({
    organization: (seed, clock, app) => {
      const first = organization(seed, clock, app);
      const second = losing(seed, clock, app);
      return new Proxy(first, {
        get: (target, name) => {
          if (name !== 'handle') return Reflect.get(target, name, target) as unknown;
          return (...args: Parameters<typeof first.handle>) =>
            asked && args[0].path.endsWith('/mypermissions') ? second.handle(...args) : first.handle(...args);
        },
      });
    },
  });
  const { runId } = await review.start();
  const run = await review.slice('admin', runId);
  expect(run.state).toBe('stopped');
  expect(review.site.removals()).toEqual([casey]);
  asked = false;
  expect((await review.lineOf(stale(1))).state).toBe('approved');
});

test('another 403: blocked, the group counts as synced, for the identity owner', async () => {
  const [review, run] = await runWith({ status: 403 });
  expect(run).toMatchObject({ blocked: 1 });
  const { line, cause } = await review.lineOf(people.casey);
  expect(cause).toMatch(/counts as synced/);
  const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
  expect(handoffs.map(({ owner }) => owner)).toEqual(['identity']);
});

test('403 with ADMIN-403-5: blocked without asking for rights, for the identity owner', async () => {
  const body = { errors: [{ code: 'ADMIN-403-5', title: 'Group is managed elsewhere' }] };
  const review = await aReview({
    organization: withAnswers('DELETE', PATH, (answer) => ({ ...answer, status: 403, body })),
  });
  await review.approveRemovalOf(people.casey);
  expect(await review.run()).toMatchObject({ state: 'ended', sent: 0, blocked: 1 });
  const { line, cause } = await review.lineOf(people.casey);
  expect(cause).toMatch(/cannot be managed here/);
  const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
  expect(handoffs.map(({ owner }) => owner)).toEqual(['identity']);
});

test.each([409, 410, 422])('%i: blocked, for the app’s owner, and the run goes on', async (status) => {
  const [review, run] = await runWith({ status });
  expect(run).toMatchObject({ state: 'ended', sent: 1, blocked: 1 });
  expect(review.site.removals()).toEqual([casey, other]);
});

describe('An answer that is unclear', () => {
  const UNCLEAR = [{ status: 500 }, { status: 503 }, { mode: 'timeout' }] as const;

  test.each(UNCLEAR)('(%j) is read again for a minute before one new attempt', async (fault) => {
    const [review, run] = await runWith(fault);
    expect(run).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
    const attempts = review.site
      .calls('DELETE', PATH)
      .filter(({ query }) => query['accountId'] === people.casey);
    expect(attempts).toHaveLength(2);
    const [first, second] = attempts.map(({ at }) => Date.parse(at));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  test.each(UNCLEAR)('(%j) twice ends as blocked after two attempts', async (fault) => {
    const [review, run] = await runWith({ ...fault, times: 3 });
    const attempts = review.site.removals().filter((removal) => removal === casey);
    expect(attempts).toHaveLength(2);
    expect(run.items.find(({ accountId }) => accountId === people.casey)?.outcome).toBe('blocked');
    expect(isMember(review)).toBe(true);
  });

  test('after a write that did happen is never sent again', async () => {
    const [review, run] = await runWith({ mode: 'drop-after-write' });
    expect(run).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
    expect(review.site.removals()).toEqual([casey, other]);
    expect(isMember(review)).toBe(false);
  });

  test('with a stale re-read is still not sent again within the minute', async () => {
    const review = await anApprovedReview();
    const { host } = review.site;
    host.fault({ target: 'jira', match: DELETE, mode: 'drop-after-write' });
    host.fault({ target: 'jira', match: 'GET /rest/api/3/user/groups', mode: 'stale-read' });
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 2 });
    expect(review.site.removals()).toEqual([casey, other]);
  });

  test('holds up nobody else', async () => {
    const review = await anApprovedReview();
    review.site.host.fault({ target: 'jira', match: DELETE, status: 500 });
    const { runId } = await review.start();
    const run = await review.slice('admin', runId);
    expect(run.items.map(({ outcome }) => outcome)).toEqual(['unclear', 'sent']);
  });
});

describe('A slice that dies', () => {
  test('before the write is taken up by the next one', async () => {
    const review = await anApprovedReview();
    const { site } = review;
    site.host.fault({ target: 'jira', match: DELETE, mode: 'crash' });
    const { runId } = await review.start();
    await expect(review.slice('admin', runId)).rejects.toThrow();
    let run = await review.slice('admin', runId);
    for (let asked = 0; asked < 40 && run.state === 'running'; asked += 1)
      run = await review.slice('admin', runId);
    expect(run).toMatchObject({ state: 'ended', sent: 2, blocked: 0 });
    expect(site.memberships()[groups.jiraUsers]).not.toContain(people.casey);
  });

  test.each([1, 2, 3, 4, 5])('at record %i of the run sends nothing twice', async (record) => {
    const review = await anApprovedReview();
    const { site, cycleId } = review;
    const { runId } = await review.start();
    const { sequence } = await review.view();
    const match = `set ledger:${cycleId}:${String(sequence + record)}`;
    site.host.fault({ target: 'kvs', match, mode: 'crash' });
    await expect(review.slice('admin', runId)).rejects.toThrow();
    let run = await review.slice('admin', runId);
    for (let asked = 0; asked < 40 && run.state === 'running'; asked += 1)
      run = await review.slice('admin', runId);
    expect(run.state).toBe('ended');
    expect(site.removals()).toEqual([casey, other]);
    expect(run.sent + run.alreadyGone).toBe(2);
  });

  test('with the answer of storage lost records nothing twice', async () => {
    const review = await anApprovedReview();
    const { site, cycleId } = review;
    const { runId } = await review.start();
    site.host.fault({ target: 'kvs', match: `set ledger:${cycleId}`, mode: 'drop-after-write', times: 1 });
    let run = await review.slice('admin', runId);
    for (let asked = 0; asked < 40 && run.state === 'running'; asked += 1)
      run = await review.slice('admin', runId);
    expect(run.sent).toBe(2);
    expect(site.removals()).toEqual([casey, other]);
  });
});

test('A person with lines on two products, one of which hangs on two groups, is removed whole', async () => {
  const memberOf = [groups.jiraUsers, groups.contractors];
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 1, memberOf)) });
  const lines = await review.numbersOf([stale(1)]);
  expect(lines).toHaveLength(2);
  await review.decide('admin', lines, 'remove');
  await review.approve('approver', lines);
  expect(await review.run()).toMatchObject({ state: 'ended', cancelled: 0 });
  expect(review.site.removals().sort()).toEqual(memberOf.map((group) => `${stale(1)}/${group}`).sort());
});
