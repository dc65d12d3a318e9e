import { describe, expect, test } from 'vitest';

import { people } from './a-seed';
import { withAnswers } from './an-organization';
import { aScannedSite, aSite, type Site } from './a-site';
import { scanDocument } from './scan-document';

const USERS = 'POST /admin/v2/orgs/*/directories/*/users/search';
const READINGS = [
  ['jira', 'GET /rest/api/3/serverInfo'],
  ['jira', 'GET /rest/api/3/applicationrole'],
  ['jira', 'GET /rest/api/3/group/bulk'],
  ['jira', 'GET /rest/api/3/project/search'],
  ['org', 'POST /admin/v2/orgs/*/workspaces'],
  ['org', 'POST /admin/v2/orgs/*/directories/*/groups/search'],
  ['org', USERS],
  ['org', 'GET /admin/v2/orgs/*/directories/*/users/count'],
] as const;

async function currentSnapshot(site: Site): Promise<unknown> {
  const { snapshot } = await site.get('admin', 'get-overview');
  return [snapshot, await scanDocument(site)];
}

describe('A reply that is not as documented', () => {
  test.each(READINGS)('of %s %s ends the scan; the last good one stays', async (target, match) => {
    const site = await aScannedSite();
    const before = await currentSnapshot(site);
    await site.host.advance('PT1M');
    site.host.fault({ target, match, status: 200 });
    const status = await site.scan();
    expect(site.host.faults()).toEqual([]);
    expect(status.state).toBe('incomplete');
    expect(status.message).toMatch(/^Atlassian's answer on .+ is not as documented \(at .+\)\.$/);
    expect(await currentSnapshot(site)).toEqual(before);
  });

  test('is flagged, and the next scan completes', async () => {
    const site = await aScannedSite();
    site.host.fault({ target: 'org', match: USERS, status: 200 });
    await site.scan();
    const flags = await site.get('admin', 'list-flags');
    expect(flags.map(({ kind }) => kind)).toEqual(['scan-failed']);
    expect((await site.scan()).state).toBe('complete');
  });

  test('leaves no parts of the scan behind', async () => {
    const site = await aScannedSite();
    site.host.fault({ target: 'org', match: USERS, status: 200 });
    await site.scan();
    expect(site.stored().filter(({ key }) => key.startsWith('scan:'))).toEqual([]);
  });
});

describe('A listing of users', () => {
  test('that ends early is refused, with both numbers', async () => {
    // A search for one account is answered whole; the listing of everybody lacks two.
    const maker = withAnswers('POST', /users\/search$/, ({ body, ...answer }) => {
      const { data } = body as { data: unknown[] };
      return { ...answer, body: { ...(body as object), data: data.length > 2 ? data.slice(0, -2) : data } };
    });
    const site = await aSite({ organization: maker });
    expect(await site.scan()).toMatchObject({
      state: 'incomplete',
      message: "Atlassian's listing of users ended after 6 of 8.",
    });
  });

  test('that leaves out the groups of one person is refused', async () => {
    const maker = withAnswers('POST', /users\/search$/, ({ body, ...answer }) => {
      const { data } = body as { data: { groups?: unknown }[] };
      delete data[1]?.groups;
      return { ...answer, body };
    });
    const site = await aSite({ organization: maker });
    expect((await site.scan()).state).toBe('incomplete');
  });
});

describe('An organization key that is refused in the middle of a scan', () => {
  test.each([401, 403])('by %i ends it as incomplete', async (status) => {
    const site = await aScannedSite();
    const before = await currentSnapshot(site);
    site.host.fault({ target: 'org', match: USERS, status, times: 50 });
    expect(await site.scan()).toMatchObject({
      state: 'incomplete',
      message: `Atlassian does not let the app read users (${String(status)}).`,
    });
    expect(await currentSnapshot(site)).toEqual(before);
  });

  test('is never sent again and again', async () => {
    const site = await aScannedSite();
    site.host.fault({ target: 'org', match: USERS, status: 401, times: 50 });
    const before = site.calls('POST', /users\/search$/).length;
    await site.scan();
    expect(site.calls('POST', /users\/search$/)).toHaveLength(before + 1);
  });
});

test('a key that is removed in the middle of a scan ends it as incomplete', async () => {
  const site = await aSite();
  await site.get('admin', 'start-scan');
  await site.get('admin', 'remove-org-key', { reason: 'rotated' });
  await site.host.drain();
  expect((await site.scanStatus()).state).toBe('incomplete');
});

test('what a source refuses to tell becomes unknown and never a no', async () => {
  const site = await aSite();
  const tokens = 'GET /users/*/manage/api-tokens';
  site.host.fault({ target: 'org', match: tokens, status: 403, times: 10 });
  expect((await site.scan()).state).toBe('complete');
  const { notChecked } = await site.get('admin', 'get-seat', {
    accountId: people.casey,
    product: 'jira-software',
  });
  expect(notChecked.join(' ')).toMatch(/token/i);
});

test('project administration that cannot be read holds the seat', async () => {
  const site = await aSite();
  const match = 'POST /rest/api/3/permissions/check';
  site.host.fault({ target: 'jira', match, status: 403, times: 10 });
  await site.scan();
  const { seats } = await scanDocument(site);
  const casey = seats.find(({ accountId }) => accountId === people.casey);
  expect(casey).toMatchObject({ verdict: 'hold', reason: 'facts-unread', removalSet: [] });
});
