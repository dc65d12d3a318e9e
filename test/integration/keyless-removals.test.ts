import { describe, expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import { toUserExport } from '../local/generate/user-export';
import { parseSeed } from '../local/organization/seed';
import { importExport } from '../local/prepare';
import { groups, people, tiny } from './a-seed';
import { aKeylessReview, EXPORTED_ON, ONE_GROUP } from './a-keyless-review';
import { openReview, type Review } from './a-review';
import { aScannedSite, aSite, type Site } from './a-site';
import { withAnswers } from './an-organization';

const AUDIT = 'GET /rest/api/3/auditing/record';
const CASEY = `${people.casey}/${groups.jiraUsers}`;

/** The directory shows a change seconds late. */
async function change(site: Site, ...steps: Parameters<Site['host']['apply']>[0][]): Promise<void> {
  for (const step of steps) site.host.apply(step);
  await site.host.advance('PT5M');
}

async function expectCancelled(review: Review, cause: RegExp): Promise<void> {
  await expectCancelledIn(review, await review.run(), cause);
}

async function expectCancelledIn(review: Review, run: RunView, cause: RegExp): Promise<void> {
  expect(run).toMatchObject({ state: 'ended', sent: 0, cancelled: 1 });
  expect(review.site.removals()).toEqual([]);
  expect((await review.lineOf(people.casey)).cause).toMatch(cause);
}

describe('Without an organization key', () => {
  test('the acting administrator may remove, and the plan says why the key may not', async () => {
    const review = await aKeylessReview();
    const { executors, proposed, mayStart } = await review.plan();
    expect({ mayStart, proposed }).toEqual({ mayStart: true, proposed: 'acting-administrator' });
    expect(executors).toEqual([
      {
        executor: 'organization-key',
        mayNotBecause: 'No organization key is stored: one can be stored in Settings.',
      },
      { executor: 'acting-administrator', mayNotBecause: null },
    ]);
  });

  test('the plan says before the start as of when the last use is', async () => {
    const review = await aKeylessReview();
    expect((await review.plan()).notChecked).toContain(
      'Last use after 1 Nov 2026: it is that of the user export of that day and is not read again',
    );
  });

  test('nothing starts on an export that is older than seven days, and the plan says so', async () => {
    const review = await aKeylessReview();
    const { site, cycleId } = review;
    await site.host.advance('P7D');
    const { fingerprint, mayNotBecause } = await review.plan();
    expect(mayNotBecause).toBe(
      'The user export of 1 Nov 2026 is older than 7 days, so that nobody tells the last use: import a new one in Settings.',
    );
    const start = { cycleId, fingerprint, executor: 'acting-administrator' };
    expect((await site.refusal('admin', 'start-run', start)).message).toBe(mayNotBecause);
    expect((await review.lineOf(people.casey)).state).toBe('approved');
  });

  test('nothing starts without an export', async () => {
    const review = await aKeylessReview();
    await review.site.get('admin', 'remove-user-export', { reason: 'wrong day' });
    expect((await review.plan()).mayNotBecause).toMatch(/import a user export in Settings/);
  });

  test('a removal is sent as that person and found to have ended the seat', async () => {
    const review = await aKeylessReview();
    const { site, cycleId } = review;
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1, cancelled: 0 });
    expect(site.calls('DELETE').map(({ as }) => as)).toEqual([`user:${people.ada}`]);
    expect(site.removals()).toEqual([CASEY]);
    await site.host.advance('PT25H');
    await site.get('admin', 'verify-removals', { cycleId });
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'closed',
      outcome: 'removed',
      verification: 'access-gone',
    });
  });

  test('the trace of a removal says which export told of the last use', async () => {
    const review = await aKeylessReview();
    await review.run();
    const { line } = await review.lineOf(people.casey);
    const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
    expect(records.map(({ text }) => text).join('\n')).toContain(
      'Last use was that of the user export of 1 Nov 2026, and was not read again.',
    );
  });

  test('Jira’s audit log corroborates a removal', async () => {
    const review = await aKeylessReview();
    await review.run();
    await review.site.host.advance('PT5M');
    await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
    const { line } = await review.lineOf(people.casey);
    const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
    expect(records.map(({ text }) => text).join('\n')).toMatch(/audit log tells the removal from/);
  });

  test('a role of the account that is no group’s is no ended seat', async () => {
    const review = await aKeylessReview((seed) => {
      const casey = seed.accounts.find(({ accountId }) => accountId === people.casey);
      Object.assign(casey ?? {}, { roles: [{ product: 'jira-software', role: 'user', method: 'direct' }] });
    });
    await review.run();
    await review.site.host.advance('PT25H');
    await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
    expect((await review.lineOf(people.casey)).verification).toBe('membership-gone');
  });

  test('what Jira does not tell of the account’s apps ends no seat', async () => {
    const review = await aKeylessReview();
    const { site, cycleId } = review;
    await review.run();
    site.host.fault({ target: 'jira', match: 'GET /rest/api/3/user', status: 403, times: 20 });
    await site.host.advance('PT25H');
    await site.get('admin', 'verify-removals', { cycleId });
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'verifying',
      verification: 'unverifiable',
    });
  });

  test('a list of the account’s apps that is cut short ends no seat', async () => {
    const review = await aKeylessReview(undefined, {
      organization: withAnswers('GET', /api\/3\/user$/, (answer) => ({
        ...answer,
        body: Object.assign({}, answer.body, { applicationRoles: { size: 3, items: [] } }),
      })),
    });
    await review.run();
    await review.site.host.advance('PT5M');
    await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
    expect((await review.lineOf(people.casey)).verification).toBe('unverifiable');
  });

  test('the organization API is never called', async () => {
    const review = await aKeylessReview();
    await review.run();
    await review.site.host.advance('PT25H');
    await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
    expect(review.site.calls(undefined, /^\/admin\//)).toEqual([]);
  });

  test('who is not proved a site administrator is told so before the start', async () => {
    const review = await aKeylessReview();
    await change(review.site, { do: 'add-to-group', account: people.gil, group: groups.jiraAdmins });
    const { mayStart, mayNotBecause } = await review.plan(people.gil);
    expect(mayStart).toBe(false);
    expect(mayNotBecause).toMatch(/you administer Jira alone\.$/);
  });

  test('a default group waits for a site administrator’s word', async () => {
    const site = await aSite({ orgKey: false });
    await importExport(site.host, { text: toUserExport(parseSeed(tiny())), exportedOn: EXPORTED_ON });
    await site.scan();
    const review = await openReview(site);
    await review.approveRemovalOf(people.casey);
    expect(await review.plan()).toMatchObject({ people: 0, toConfirm: [{ id: groups.jiraUsers }] });
  });
});

describe('Without an organization key a removal is cancelled when', () => {
  test('the export grew older than seven days since the start', async () => {
    const review = await aKeylessReview();
    await review.site.host.advance('P6D');
    const { runId } = await review.start();
    await review.site.host.advance('P1D');
    await expectCancelledIn(
      review,
      await review.slice('admin', runId),
      /^the last use can no longer be read: the user export of 1 Nov 2026 is older than 7 days; import a new user export in Settings$/,
    );
  });

  test('the export was taken back since the start', async () => {
    const review = await aKeylessReview();
    const { runId } = await review.start();
    await review.site.get('admin', 'remove-user-export', { reason: 'wrong day' });
    const cause = /^the last use can no longer be read: .*no user export is imported/;
    await expectCancelledIn(review, await review.slice('admin', runId), cause);
  });

  test('a newer export tells a use', async () => {
    const review = await aKeylessReview();
    const { host } = review.site;
    await host.advance('P3D');
    const text = `User id,Last seen in Jira - northwind-example\n${people.casey},4 Nov 2026\n`;
    await importExport(host, { text, exportedOn: '2026-11-05' });
    await expectCancelled(review, /the seat was used meanwhile/);
  });

  test('the audit log no longer tells who was added to groups', async () => {
    const review = await aKeylessReview();
    review.site.host.fault({ target: 'jira', match: AUDIT, status: 403, times: 50 });
    await expectCancelled(review, /^the last use can no longer be read: when people were added/);
  });

  test('the person was given the seat again', async () => {
    const review = await aKeylessReview();
    const of = { account: people.casey, group: groups.jiraUsers };
    await change(review.site, { do: 'remove-from-group', ...of });
    await change(review.site, { do: 'add-to-group', ...of });
    await expectCancelled(review, /the seat was given again meanwhile/);
  });

  test('the person came to administer Jira', async () => {
    const review = await aKeylessReview();
    await change(review.site, { do: 'add-to-group', account: people.casey, group: groups.jiraAdmins });
    await expectCancelled(review, /an owner must decide now/);
  });

  test('the person was made a site administrator', async () => {
    const review = await aKeylessReview();
    await change(review.site, { do: 'make-admin', account: people.casey, role: 'site-admin' });
    await expectCancelled(review, /an owner must decide now/);
  });

  test('the person joined another group that gives the seat', async () => {
    const review = await aKeylessReview();
    await change(review.site, { do: 'add-to-group', account: people.casey, group: groups.engineering });
    await expectCancelled(review, /the seat was given again meanwhile/);
  });

  test('the group came to administer Jira', async () => {
    let administers = false;
    const review = await aKeylessReview(undefined, {
      organization: withAnswers('GET', /group\/bulk$/, (answer) =>
        administers ? { ...answer, body: ONE_GROUP } : answer,
      ),
    });
    administers = true;
    await expectCancelled(review, /an owner must decide now/);
  });

  test('the person was suspended', async () => {
    const review = await aKeylessReview();
    await change(review.site, { do: 'suspend', account: people.casey });
    await expectCancelled(review, /the seat ended meanwhile/);
  });

  test.each([
    ['GET /rest/api/3/user', 403],
    ['GET /rest/api/3/user', 404],
    ['GET /rest/api/3/user/bulk', 403],
    ['GET /rest/api/3/user/groups', 403],
    ['POST /rest/api/3/permissions/check', 403],
  ] as const)('%s answers %i', async (match, status) => {
    const review = await aKeylessReview();
    review.site.host.fault({ target: 'jira', match, status, times: 50 });
    expect(await review.run()).toMatchObject({ sent: 0 });
    expect(review.site.removals()).toEqual([]);
  });
});

test('Without an organization key a newer export counts for the removal', async () => {
  const review = await aKeylessReview();
  const { host } = review.site;
  await host.advance('P7D');
  await importExport(host, { text: toUserExport(parseSeed(tiny())), exportedOn: '2026-11-08' });
  expect(await review.run()).toMatchObject({ state: 'ended', sent: 1 });
});

test('A key that was stored after the review was drafted is what its removals are checked with', async () => {
  const review = await aKeylessReview();
  const { site } = review;
  await site.get('admin', 'save-org-key', { key: site.host.organization.orgKey });
  await review.run();
  expect(site.calls(undefined, /^\/admin\/.*\/role-assignments$/).length).toBeGreaterThan(0);
});

test('What was removed with a key is checked without one as far as Jira tells', async () => {
  const site = await aScannedSite();
  const review = await openReview(site);
  await review.approveRemovalOf(people.casey);
  await review.run();
  await site.get('admin', 'remove-org-key', { reason: 'rotation' });
  await site.host.advance('PT25H');
  await site.get('admin', 'verify-removals', { cycleId: review.cycleId });
  expect((await review.lineOf(people.casey)).verification).toBe('access-gone');
});

test('A review that was drafted with a key is not removed by without one', async () => {
  const site = await aScannedSite();
  const review = await openReview(site);
  await review.approveRemovalOf(people.casey);
  await site.get('admin', 'remove-org-key', { reason: 'rotation' });
  expect((await review.plan()).mayNotBecause).toMatch(/^This review rests on what the organization key told/);
});
