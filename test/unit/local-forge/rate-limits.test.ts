import { beforeAll, describe, expect, test } from 'vitest';

import type { LoggedCall } from '../../local/call';
import type { HostOptions } from '../../local/host-contract';
import { createOrganization } from '../../local/organization/organization';
import { newIssue } from '../local/successful-calls';
import { alice, aForgeWorld, type ForgeWorld, type Sdk, tinySeed } from './a-forge-world';

const seed = tinySeed as { org: { id: string }; accounts: { accountId: string; email?: string }[] };
const defaultGroup = 'a0000000-0000-4000-8000-000000000001';

/** The real packages on the emulated organization, where no call takes time of its own. */
async function aWorld(options: Partial<HostOptions> = {}): Promise<ForgeWorld> {
  const world = await aForgeWorld(undefined, {
    organization: createOrganization,
    latency: { rest: 0, kvs: 0, queue: 0 },
    installed: false,
    ...options,
  });
  world.host.organization.setAppRightsDelay(0);
  await world.host.install({ schedules: false });
  return world;
}

interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}
type Send = (sdk: Sdk, world: ForgeWorld) => Promise<Answer>;

/** Asks in one invocation after the other, since each may make only so many requests to other hosts. */
async function untilRefused(world: ForgeWorld, send: Send): Promise<{ passed: number; refusal: Answer }> {
  for (let passed = 0; passed <= 1_000; passed += PER_INVOCATION) {
    const answers = await world.run(async () => {
      const seen: Answer[] = [];
      while (seen.length < PER_INVOCATION && seen.at(-1)?.status !== 429)
        seen.push(await send(world.sdk, world));
      return seen;
    });
    const refusal = answers.at(-1);
    if (refusal?.status === 429) return { passed: passed + answers.length - 1, refusal };
  }
  throw new Error('No request was refused.');
}

const PER_INVOCATION = 100;

const RATE_HEADERS = [
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'RateLimit-Reason',
  'X-RateLimit-Limit',
  'X-RateLimit-NearLimit',
  'X-RateLimit-Remaining',
  'X-RateLimit-Reset',
];

/** What an answer tells of rates; null for what it does not. */
const headersOf = ({ headers }: Answer) =>
  Object.fromEntries(RATE_HEADERS.map((name) => [name, headers.get(name)]));

const jira =
  (path: string, method = 'GET'): Send =>
  (sdk) =>
    sdk.asApp().requestJira(sdk.assumeTrustedRoute(`/rest/api/3/${path}`), { method });

const organization =
  (path: string): Send =>
  (sdk, { host }) =>
    sdk.fetch(`https://api.atlassian.com/admin/v1/orgs/${seed.org.id}/${path}`, {
      headers: { authorization: `Bearer ${host.organization.orgKey}` },
    });

describe('Requests to Jira in one second', () => {
  test.each([
    [100, 'a GET', jira('serverInfo')],
    [100, 'a POST', jira('permissions/check', 'POST')],
    [50, 'a DELETE', jira(`group/user?groupId=${defaultGroup}&accountId=${alice}`, 'DELETE')],
    [150, 'GET /user', jira(`user?accountId=${alice}`)],
    [200, 'GET a role of a project', jira('project/OPS/role/10002')],
  ])('end after %i with %s', async (limit, _, send) => {
    const { passed, refusal } = await untilRefused(await aWorld(), send);
    expect(passed).toBe(limit);
    expect(headersOf(refusal)).toMatchObject({
      'RateLimit-Reason': 'jira-burst-based',
      'Retry-After': '1',
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '2026-11-02T09:00:01Z',
    });
  });

  test('are counted by endpoint, and anew after the time to wait', async () => {
    const world = await aWorld();
    await untilRefused(world, jira('serverInfo'));
    const status = (path: string) => world.run(async () => (await jira(path)(world.sdk, world)).status);
    expect(await status('myself')).toBe(200);
    await world.host.advance('PT1S');
    expect(await status('serverInfo')).toBe(200);
  });
});

describe('Requests to the organization API in one minute', () => {
  test.each([
    [200, 'last-active dates', organization(`directory/users/${alice}/last-active-dates`)],
    [10, 'events', organization('events')],
  ])('end after %i for %s', async (limit, _, send) => {
    const world = await aWorld();
    const { passed, refusal } = await untilRefused(world, send);
    expect(passed).toBe(limit);
    expect(headersOf(refusal)).toMatchObject({
      'Retry-After': '60',
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '2026-11-02T09:01:00.000Z',
    });
    await world.host.advance('PT1M');
    expect((await world.run(() => send(world.sdk, world))).status).toBe(200);
  });
});

describe("An app's points", () => {
  /** A thousand people more, so that one page costs 2,001 points. */
  const manyPeople = () => {
    const many = structuredClone(seed);
    const [model] = seed.accounts;
    for (let i = 0; i < 1_000; i += 1)
      many.accounts.push({ ...model, accountId: `712020:extra-${String(i).padStart(4, '0')}` });
    return many;
  };
  const page = '/rest/api/3/users/search?maxResults=1000';
  const asApp: Send = (sdk) => sdk.asApp().requestJira(sdk.assumeTrustedRoute(page));
  const asUser: Send = (sdk) => sdk.asUser().requestJira(sdk.assumeTrustedRoute(page));

  let world: ForgeWorld;
  const answers: Answer[] = [];

  beforeAll(async () => {
    world = await aWorld({ seed: manyPeople() });
    await world.host.advance('PT30M');
    for (let i = 0; i < 33; i += 1)
      answers.push(await world.run(() => (i % 2 === 0 ? asApp : asUser)(world.sdk, world)));
  });

  test('are told by their policy and the time until the next hour', () => {
    expect(answers.slice(0, 1).map(headersOf)).toMatchObject([
      {
        'RateLimit-Policy': '"global-app-quota";q=65000;w=3600',
        RateLimit: '"global-app-quota";t=1800',
        'X-RateLimit-NearLimit': null,
      },
    ]);
  });

  test('are near their limit when less than a fifth is left, and only then told in number', () => {
    const near = answers.map((answer) => answer.headers.get('X-RateLimit-NearLimit'));
    expect(near.indexOf('true')).toBe(25);
    expect(near.slice(25)).toEqual(near.slice(25).map(() => 'true'));
    expect(answers[24]?.headers.get('RateLimit')).toBe('"global-app-quota";t=1800');
    expect(answers[25]?.headers.get('RateLimit')).toMatch(/^"global-app-quota";r=129\d\d;t=1800$/);
  });

  test.each([
    ['as the app', asApp],
    ['as a user', asUser],
  ])('end at 65,000 for calls %s until the next hour', async (_, send) => {
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const refusal = await world.run(() => send(world.sdk, world));
    expect(refusal.status).toBe(429);
    expect(headersOf(refusal)).toMatchObject({
      'RateLimit-Reason': 'jira-quota-global-based',
      'Retry-After': '1800',
      'X-RateLimit-Limit': '65000',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '2026-11-02T10:00:00Z',
      RateLimit: '"global-app-quota";r=0;t=1800',
    });
  });

  test('are full again at the top of the hour', async () => {
    await world.host.advance('PT30M');
    expect((await world.run(() => asApp(world.sdk, world))).status).toBe(200);
  });

  test('come from a pool of the site where Atlassian has granted one, with ten for each of its seven users', async () => {
    const granted = await aWorld({ tenantPool: 'standard' });
    const answer = await granted.run(() => jira('myself')(granted.sdk, granted));
    expect(answer.headers.get('RateLimit-Policy')).toBe('"tenant-app-quota";q=100070;w=3600');
  });
});

test('A removal as a user costs the app one point', async () => {
  const { host, run, sdk } = await aWorld();
  const casey = '712020:00000000-0000-4000-8000-000000000003';
  const path = sdk.route`/rest/api/3/group/user?groupId=${defaultGroup}&accountId=${casey}`;
  const answer = await run(() => sdk.asUser().requestJira(path, { method: 'DELETE' }));
  expect(answer.status).toBe(200);
  expect((host.inspect('calls') as LoggedCall[]).at(-1)).toMatchObject({ method: 'DELETE', points: 1 });
});

/** The app has no scope to write issues, so that only a person with a token meets this limit. */
describe('Writes to one issue', () => {
  const email = seed.accounts[0]?.email ?? '';
  const authorization = `Basic ${Buffer.from(`${email}:token`).toString('base64')}`;
  const post = ({ host }: ForgeWorld, path: string, body: unknown) => {
    const query = new URLSearchParams();
    return host.rest({
      method: 'POST',
      path: `/rest/api/3/${path}`,
      query,
      headers: { authorization },
      body,
    });
  };
  const comment = (world: ForgeWorld, key: string) =>
    post(world, `issue/${key}/comment`, { body: { type: 'doc', version: 1, content: [] } });

  async function aWorldWithIssues(): Promise<{ world: ForgeWorld; key: string; other: string }> {
    const world = await aWorld();
    const created = [await post(world, 'issue', newIssue), await post(world, 'issue', newIssue)];
    const [key = '', other = ''] = created.map(({ body }) => (body as { key: string }).key);
    return { world, key, other };
  }

  test('end after 20 in two seconds, for that issue alone', async () => {
    const { world, key, other } = await aWorldWithIssues();
    for (let i = 0; i < 20; i += 1) expect((await comment(world, key)).status).toBe(201);
    const refusal = await comment(world, key);
    expect(refusal.status).toBe(429);
    expect(refusal.headers).toMatchObject({
      'RateLimit-Reason': 'jira-per-issue-on-write',
      'Retry-After': '2',
      'X-RateLimit-Limit': '20',
    });
    expect((await comment(world, other)).status).toBe(201);
    await world.host.advance('PT2S');
    expect((await comment(world, key)).status).toBe(201);
  });

  test('end after 100 in thirty seconds', async () => {
    const { world, key } = await aWorldWithIssues();
    for (let i = 0; i < 100; i += 1) {
      if (i > 0 && i % 20 === 0) await world.host.advance('PT2S');
      expect((await comment(world, key)).status).toBe(201);
    }
    await world.host.advance('PT2S');
    const refusal = await comment(world, key);
    expect(refusal.headers).toMatchObject({ 'Retry-After': '20', 'X-RateLimit-Limit': '100' });
  });
});
