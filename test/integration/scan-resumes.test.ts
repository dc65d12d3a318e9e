import { describe, expect, test } from 'vitest';

import { createHost } from '../local/host';
import { prepare } from '../local/prepare';
import { tiny, withStalePeople } from './a-seed';
import { documentedOrganization } from './an-organization';
import { aScannedSite, aSite, NO_LATENCY, Site } from './a-site';
import { scanDocument } from './scan-document';

const LATENCY = { rest: 50, kvs: 5, queue: 1_000 };
const undisturbed = await scanDocument(await aScannedSite());

/** Starts a scan by hand and leaves it waiting for its first delivery. */
async function aStartedScan(): Promise<Site> {
  const site = await aSite();
  await site.get('admin', 'start-scan');
  return site;
}

/** Lets the queues run, and the hourly wake once for a scan whose delivery was lost. */
async function finish(site: Site): Promise<void> {
  await site.host.drain();
  site.host.setLatency(NO_LATENCY);
  if ((await site.scanStatus()).state === 'complete') return;
  await site.host.advance('PT1H');
  await site.host.trigger('seattrace-hourly');
  await site.host.drain();
}

async function expectUndisturbed(site: Site): Promise<void> {
  expect(await site.scanStatus()).toMatchObject({ state: 'complete', message: 'The scan is complete' });
  expect(await scanDocument(site)).toEqual(undisturbed);
}

test.each([20_000, 60_000, 100_000])(
  'a scan whose calls take %i ms goes on in further invocations and reads the same',
  async (rest) => {
    const site = await aStartedScan();
    site.host.resetCost();
    site.host.setLatency({ rest });
    await finish(site);
    await expectUndisturbed(site);
  },
);

test('a source is counted over all invocations of a scan', async () => {
  const sourcesOf = async (site: Site) =>
    (await site.get('admin', 'get-overview')).snapshot?.sources.map(({ source, requests, rows }) => ({
      source,
      requests,
      rows,
    }));
  const site = await aStartedScan();
  site.host.setLatency({ rest: 100_000 });
  await finish(site);
  expect(await sourcesOf(site)).toEqual(await sourcesOf(await aScannedSite()));
});

test('a scan that outlasts one invocation uses several, each within its time', async () => {
  const site = await aStartedScan();
  site.host.resetCost();
  site.host.setLatency({ rest: 60_000 });
  await site.host.drain();
  const { invocations, maxInvocationMs } = site.host.cost();
  expect(invocations).toBeGreaterThan(1);
  expect(maxInvocationMs).toBeLessThanOrEqual(900_000);
});

describe.each(['set', 'batch', 'get', 'delete'])('A scan whose invocation dies at a KVS %s', (verb) => {
  test.each(Array.from({ length: 8 }, (_, step) => step * 150))(
    'after %i ms completes with the same document',
    async (after) => {
      const site = await aStartedScan();
      const { host } = site;
      host.setLatency(LATENCY);
      host.clock.at(host.clock.now() + after, () =>
        host.fault({ target: 'kvs', match: verb, mode: 'crash' }),
      );
      await finish(site);
      await expectUndisturbed(site);
    },
  );
});

test.each(['set', 'batch'])('answers of KVS that are lost after the %s change nothing', async (verb) => {
  const site = await aStartedScan();
  site.host.fault({ target: 'kvs', match: verb, mode: 'drop-after-write', times: 4 });
  await finish(site);
  await expectUndisturbed(site);
});

test('a KVS that is busy for a while is asked again', async () => {
  const site = await aStartedScan();
  site.host.fault({ target: 'kvs', match: 'set scan', status: 429, times: 3 });
  await finish(site);
  await expectUndisturbed(site);
});

const USERS = 'POST /admin/v2/orgs/*/directories/*/users/search';

describe('After 429', () => {
  test.each([2, 20, 120, 700])('the scan waits the %i seconds that Retry-After tells', async (seconds) => {
    const site = await aStartedScan();
    const headers = { 'retry-after': String(seconds) };
    site.host.fault({ target: 'org', match: USERS, status: 429, headers });
    await site.host.drain();
    const asked = site.calls('POST', /users\/search$/);
    const refused = asked.findIndex(({ status }) => status === 429);
    const waited = Date.parse(asked[refused + 1]?.at ?? '') - Date.parse(asked[refused]?.at ?? '');
    expect(waited).toBeGreaterThanOrEqual(seconds * 1_000);
    await expectUndisturbed(site);
  });

  test('of Jira it waits as well', async () => {
    const site = await aStartedScan();
    const match = 'GET /rest/api/3/group/bulk';
    site.host.fault({ target: 'jira', match, status: 429, headers: { 'retry-after': '90' } });
    await finish(site);
    await expectUndisturbed(site);
  });
});

test.each([500, 502, 503])('a passing %i of Atlassian is read over', async (status) => {
  const site = await aStartedScan();
  site.host.fault({ target: 'org', match: USERS, status, times: 2 });
  await finish(site);
  await expectUndisturbed(site);
});

test('an answer that never comes is asked for again', async () => {
  const site = await aStartedScan();
  site.host.fault({ target: 'org', match: USERS, mode: 'timeout' });
  await finish(site);
  await expectUndisturbed(site);
});

test('events that come twice do nothing the second time', async () => {
  const site = await aSite({ duplicates: 1, latency: LATENCY });
  const { scanId } = await site.get('admin', 'start-scan');
  await site.host.drain();
  expect((await site.scanStatus()).scanId).toBe(scanId);
  expect((await scanDocument(site)).seats).toEqual(undisturbed.seats);
  const completed = site.stored().filter(({ key }) => /^snapshot:.*:meta$/.test(key));
  expect(completed).toHaveLength(1);
  expect(site.calls('GET', /serverInfo$/)).toHaveLength(1);
});

test('a second scan is refused while one is running', async () => {
  const site = await aStartedScan();
  expect((await site.refusal('admin', 'start-scan')).code).toBe('scan.running');
});

describe('Rights of the app that have not arrived', () => {
  async function aSiteWithRightsAfter(ms: number): Promise<Site> {
    const site = new Site(
      await createHost({ seed: tiny(), latency: NO_LATENCY, organization: documentedOrganization }),
    );
    site.host.organization.setAppRightsDelay(ms);
    await site.host.install({ schedules: false, waitForRights: false });
    await prepare(site.host);
    await site.get('admin', 'start-scan');
    return site;
  }

  test('are waited for, and the page is told so', async () => {
    const site = await aSiteWithRightsAfter(150_000);
    await site.host.advance('PT5S');
    expect(await site.scanStatus()).toMatchObject({
      state: 'waiting',
      message: 'Waiting for Jira to give the app its rights; this takes a few minutes after installing',
    });
  });

  test('do not keep the scan from completing once they are there', async () => {
    const site = await aSiteWithRightsAfter(150_000);
    await site.host.drain();
    await expectUndisturbed(site);
  });

  test('end the scan as incomplete when they never come', async () => {
    const site = await aSiteWithRightsAfter(86_400_000);
    await site.host.drain();
    expect((await site.scanStatus()).state).toBe('incomplete');
  });
});

describe('A scan that needs more requests than one invocation may make', () => {
  const PEOPLE = 800;

  test('goes on in further ones, and none makes more than it may', async () => {
    const site = await aSite({ seed: tiny((seed) => withStalePeople(seed, PEOPLE)) });
    expect(await site.scan()).toMatchObject({ state: 'complete' });
    const sent = new Map<string | null, number>();
    for (const { target, invocation } of site.calls())
      if (target === 'org') sent.set(invocation, (sent.get(invocation) ?? 0) + 1);
    expect([...sent.values()].reduce((sum, count) => sum + count)).toBeGreaterThan(2 * PEOPLE);
    expect(Math.max(...sent.values())).toBeLessThanOrEqual(1_500);
    const { seats } = await scanDocument(site);
    const likeCasey = seats.filter(({ verdict }) => verdict === 'cleanup');
    expect(likeCasey).toHaveLength(PEOPLE + 1);
  });
});

test('a scan that the queue does not take is not begun, and does not stand in the way of the next', async () => {
  const site = await aSite();
  site.host.fault({ target: 'queue', match: 'push scan', status: 429 });
  expect(await site.refusal('admin', 'start-scan')).toEqual({
    code: 'queue.unavailable',
    message: 'Forge did not take the next step of the work; try again.',
  });
  expect(await site.scan()).toMatchObject({ state: 'complete' });
});
