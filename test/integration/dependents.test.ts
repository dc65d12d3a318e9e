import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Dependents } from '../../src/contract/execution-replies';
import { bundledSeed } from '../local/generate/bundled';
import { people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';

const COUNT = 'POST /rest/api/3/search/approximate-count';
const FILTERS = 'GET /rest/api/3/filter/search';
const DASHBOARDS = 'GET /rest/api/3/dashboard/search';
const READS = /approximate-count|filter\/search|dashboard\/search/;

/** Casey has three open issues, two filters of which one is private, and a dashboard; the others have nothing. */
const seed = tiny((each) => {
  withStalePeople(each, 11);
  Object.assign(each.accounts.find(({ accountId }) => accountId === people.casey) ?? {}, { openIssues: 3 });
});
const everybody = [people.casey, ...Array.from({ length: 11 }, (_, index) => stale(index + 1))];

let review: Review;
beforeAll(async () => {
  review = await aReview({ seed });
  await review.approveRemovalOf(...everybody);
  const { organization } = review.site.host;
  organization.makeOwned({ kind: 'filter', name: 'Triage', owner: people.casey, shared: true });
  organization.makeOwned({ kind: 'filter', name: 'My bugs', owner: people.casey, shared: false });
  organization.makeOwned({ kind: 'dashboard', name: 'Operations', owner: people.casey, shared: true });
  organization.makeOwned({ kind: 'dashboard', name: 'My day', owner: people.casey, shared: false });
});
// So many calls at one moment would be too many for the platform's limits on a second.
beforeEach(() => review.site.host.advance('PT1M'));

const read = async (...accountIds: string[]): Promise<readonly Dependents[]> =>
  (await review.site.get('admin', 'get-dependents', { cycleId: review.cycleId, accountIds })).rows;

const refusal = (who: string, accountIds: readonly string[]) =>
  review.site.refusal(who, 'get-dependents', { cycleId: review.cycleId, accountIds });

const known = (value: unknown) => ({ known: true, value });

describe('What depends on people of the plan', () => {
  test('is counted for each of them, as far as the app may see it', async () => {
    expect(await read(people.casey, stale(1))).toEqual([
      {
        accountId: people.casey,
        issues: known(3),
        leads: known([]),
        filters: known(2),
        dashboards: known(1),
      },
      { accountId: stale(1), issues: known(0), leads: known([]), filters: known(0), dashboards: known(0) },
    ]);
  });

  test('takes three requests and at most five points of Jira for each person', async () => {
    const before = review.site.calls(undefined, READS).length;
    await read(people.casey);
    const calls = review.site.calls(undefined, READS).slice(before);
    expect(calls.map(({ as }) => as)).toEqual(['app', 'app', 'app']);
    expect(calls.reduce((sum, { points }) => sum + points, 0)).toBe(5);
  });

  test('leaves no trace in storage', async () => {
    const before = review.site.stored();
    await read(people.casey);
    expect(review.site.stored()).toEqual(before);
  });

  test('is read again at each call', async () => {
    const { host } = review.site;
    const before = host.organization.dump();
    host.organization.makeOwned({ kind: 'filter', name: 'New', owner: stale(2), shared: true });
    expect((await read(stale(2)))[0]?.filters).toEqual(known(1));
    host.organization.load(before);
  });
});

describe('A reading that fails', () => {
  test.each([
    [COUNT, 'issues', 403],
    [FILTERS, 'filters', 400],
    [DASHBOARDS, 'dashboards', 401],
  ] as const)('is unknown with its reason, and the others are read: %s', async (match, kind, status) => {
    review.site.host.fault({ target: 'jira', match, status });
    const [row] = await read(people.casey);
    const unread = (['issues', 'filters', 'dashboards'] as const).filter(
      (each) => row?.[each].known === false,
    );
    expect(unread).toEqual([kind]);
    expect(row?.[kind]).toMatchObject({ reason: expect.stringMatching(String(status)) as string });
  });

  test('is not tried for the others where Atlassian asks to wait', async () => {
    const { host } = review.site;
    host.fault({ target: 'jira', match: FILTERS, status: 429, times: 9, headers: { 'Retry-After': '60' } });
    const before = review.site.calls(undefined, READS).length;
    const rows = await read(people.casey, stale(1), stale(2));
    host.clearFaults();
    expect(rows.map(({ filters }) => filters.known)).toEqual([false, false, false]);
    expect(rows[2]?.issues).toEqual({ known: false, reason: 'Atlassian asks to wait before more is read.' });
    expect(review.site.calls(undefined, READS)).toHaveLength(before + 3);
  });
});

describe('A slice', () => {
  test('ends in time and says whom it reached', async () => {
    const { host } = review.site;
    host.setLatency({ rest: 3_000 });
    host.resetCost();
    const rows = await read(...everybody.slice(0, 10));
    host.setLatency({ rest: 0 });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThan(10);
    expect(host.cost().maxInvocationMs).toBeLessThan(25_000);
  });

  test('takes ten people at most', async () => {
    expect((await refusal('admin', everybody.slice(0, 11))).code).toBe('input.invalid');
  });
});

describe('Nothing is read', () => {
  test('of an account that is not in the plan', async () => {
    const before = review.site.calls(undefined, READS).length;
    const { code } = await refusal('admin', [people.casey, people.gil]);
    expect(code).toBe('plan.changed');
    expect(review.site.calls(undefined, READS)).toHaveLength(before);
  });

  test('for a person of the plan who may not see it', async () => {
    expect((await refusal(people.casey, [people.casey])).code).toBe('access.denied');
  });

  test('of a person whose seat is outside the caller’s sight', async () => {
    const bundled = await aReview({ seed: bundledSeed() });
    const [line] = await bundled.lines({ product: 'confluence', verdict: 'cleanup' });
    if (line === undefined) throw new Error('The bundled review has Confluence cleanups.');
    await bundled.decide('admin', [line.line, ...line.bundle], 'remove');
    await bundled.approve('approver', [line.line, ...line.bundle]);
    const { cycleId, site } = bundled;
    const asked = { cycleId, accountIds: [line.accountId] };
    expect((await site.get('admin', 'get-dependents', asked)).rows).toHaveLength(1);
    expect((await site.refusal('jira-admin', 'get-dependents', asked)).code).toBe('plan.changed');
  });
});
