import { describe, expect, test } from 'vitest';

import type { LoggedCall } from '../../local/call';
import { type Sdk, aForgeWorld, alice, bob, itself } from './a-forge-world';

const calls = (host: { inspect(what: 'calls'): unknown }): LoggedCall[] =>
  host.inspect('calls') as LoggedCall[];

describe('requestJira', () => {
  test('as app carries the scopes of the manifest', async () => {
    const { run, sdk } = await aForgeWorld();
    const reply = await run(() => sdk.asApp().requestJira(sdk.route`/rest/api/3/myself`));
    expect(await reply.json()).toMatchObject({
      principal: { kind: 'app' },
      scopes: [
        'storage:app',
        'read:jira-user',
        'read:jira-work',
        'write:jira-work',
        'manage:jira-configuration',
      ],
    });
  });

  test('as user acts as who called the resolver', async () => {
    const { run, sdk } = await aForgeWorld();
    const reply = await run(() => sdk.asUser().requestJira(sdk.route`/rest/api/3/myself`), bob);
    expect(await reply.json()).toMatchObject({ principal: { kind: 'user', accountId: bob } });
  });

  test('as user in a scheduled trigger is refused, since there is none', async () => {
    let refusal: unknown;
    const { host, sdk } = await aForgeWorld((_, { asUser, route }) => ({
      hourly: async () => {
        refusal = await asUser()
          .requestJira(route`/rest/api/3/myself`)
          .catch(itself);
      },
    }));
    await host.trigger('seattrace-hourly');
    expect(refusal).toBeInstanceOf(sdk.ProxyRequestError);
    expect(refusal).toMatchObject({ errorCode: 'AUTH_TYPE_UNAVAILABLE' });
  });

  test('as another user is refused without impersonation in the manifest', async () => {
    const { run, sdk } = await aForgeWorld();
    const request = () =>
      sdk
        .asUser(bob)
        .requestJira(sdk.route`/rest/api/3/myself`)
        .catch(itself);
    expect(await run(request, alice)).toBeInstanceOf(sdk.ProxyRequestError);
  });

  test('gives a real Response, also without a body', async () => {
    const { run, sdk } = await aForgeWorld();
    const remove = sdk.route`/rest/api/3/group/user?accountId=${bob}`;
    const reply = await run(() => sdk.asApp().requestJira(remove, { method: 'DELETE' }));
    expect(reply).toBeInstanceOf(Response);
    expect([reply.status, await reply.text()]).toEqual([204, '']);
  });

  test('takes 50 ms of the clock', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const begun = host.clock.now();
    await run(() => sdk.asApp().requestJira(sdk.route`/rest/api/3/myself`));
    expect(host.clock.now() - begun).toBe(50);
  });

  test('in parallel takes as long as one', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const begun = host.clock.now();
    await run(() => Promise.all([1, 2, 3].map(() => sdk.asApp().requestJira(sdk.route`/rest/api/3/myself`))));
    expect(host.clock.now() - begun).toBe(50);
  });
});

describe('fetch', () => {
  const orgs = 'https://api.atlassian.com/admin/v1/orgs';

  test('reaches the organization API with the key of the header', async () => {
    const { run, sdk } = await aForgeWorld();
    const reply = await run(() => sdk.fetch(orgs, { headers: { authorization: 'Bearer hush' } }));
    expect(await reply.json()).toMatchObject({ principal: { kind: 'org-key', key: 'hush' } });
  });

  test('refuses a host that the manifest does not name', async () => {
    const { run, sdk } = await aForgeWorld();
    const refusal = await run(() => sdk.fetch('https://elsewhere.example/').catch(itself));
    expect(refusal).toBeInstanceOf(sdk.ExternalEndpointNotAllowedError);
    expect(refusal).toMatchObject({ name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
  });

  test('outside an invocation is the original', async () => {
    await aForgeWorld();
    expect(await (await fetch('data:text/plain,untouched')).text()).toBe('untouched');
  });
});

describe('an outbound request', () => {
  /** What a consumer, which has time enough, gets from a request that takes this long, and how long it waits. */
  async function asked(
    seconds: number,
    ask: (sdk: Sdk) => Promise<{ status: number }>,
  ): Promise<[unknown, number]> {
    const outcome: [unknown, number][] = [];
    const { host, run, sdk } = await aForgeWorld((platform, packages) => ({
      scan: async () => {
        const begun = platform.now();
        const answer = await ask(packages).then(({ status }) => status, itself);
        outcome.push([answer, (platform.now() - begun) / 1_000]);
      },
    }));
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    host.setLatency({ rest: seconds * 1_000 });
    await host.drain();
    return outcome[0] ?? [undefined, 0];
  }

  const requests: [string, (sdk: Sdk) => Promise<{ status: number }>][] = [
    ['requestJira', ({ asApp, route }) => asApp().requestJira(route`/rest/api/3/myself`)],
    ['fetch', (sdk) => sdk.fetch('https://api.atlassian.com/admin/v1/orgs')],
  ];

  test.each(requests)('of %s is answered within 180 seconds or not at all', async (_, ask) => {
    expect(await asked(180, ask)).toEqual([200, 180]);
    expect(await asked(181, ask)).toEqual([new TypeError('fetch failed'), 180]);
  });
});

describe('the call log', () => {
  test('tells each call and its outcome', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const remove = sdk.route`/rest/api/3/group/user?groupId=g&accountId=${bob}`;
    await run(() => sdk.asUser().requestJira(remove, { method: 'DELETE' }));
    expect(calls(host)).toEqual([
      {
        n: 1,
        at: '2026-11-02T09:00:00.050Z',
        invocation: 'resolver-2',
        as: `user:${alice}`,
        target: 'jira',
        method: 'DELETE',
        path: '/rest/api/3/group/user',
        query: { groupId: 'g', accountId: bob },
        body: null,
        status: 204,
        points: 1,
        fault: null,
      },
    ]);
  });

  test('never holds the organization key', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const key = host.organization.orgKey;
    const headers = { authorization: `Bearer ${key}` };
    await run(() => sdk.fetch('https://api.atlassian.com/admin/v1/orgs', { headers }));
    await run(() =>
      sdk.fetch('https://api.atlassian.com/admin/v1/x', { method: 'POST', body: JSON.stringify({ key }) }),
    );
    expect(JSON.stringify(calls(host))).not.toContain(key);
  });

  test('cuts the body of a read, not of a write', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const body = JSON.stringify({ text: 'x'.repeat(5_000) });
    const post = (path: string) =>
      run(() => sdk.fetch(`https://api.atlassian.com/admin/v2/${path}`, { method: 'POST', body }));
    await post('users/search');
    await post('groups/g/memberships');
    const [read, write] = calls(host);
    expect(read?.body).toMatchObject({ truncated: true, bytes: 5_011 });
    expect(write?.body).toEqual(JSON.parse(body));
  });
});

describe('from outside', () => {
  const request = {
    method: 'GET',
    path: '/rest/api/3/myself',
    query: new URLSearchParams(),
    body: undefined,
  };

  test('Basic with an e-mail acts as that person, without scopes', async () => {
    const { host } = await aForgeWorld();
    const account = host.organization.seed.accounts.find(({ email }) => email !== undefined);
    const token = Buffer.from(`${account?.email ?? ''}:any-token`).toString('base64');
    const reply = await host.rest({ ...request, headers: { Authorization: `Basic ${token}` } });
    expect(reply.body).toMatchObject({
      principal: { kind: 'user', accountId: account?.accountId },
      scopes: null,
    });
  });

  test('Bearer is the organization key', async () => {
    const { host } = await aForgeWorld();
    const path = '/admin/v1/orgs';
    const reply = await host.rest({ ...request, path, headers: { authorization: 'Bearer hush' } });
    expect(reply.body).toMatchObject({ principal: { kind: 'org-key', key: 'hush' } });
    expect(calls(host)).toMatchObject([{ target: 'org', as: 'org-key', invocation: null }]);
  });

  test('anybody else is anonymous', async () => {
    const { host } = await aForgeWorld();
    const token = Buffer.from('nobody@elsewhere.example:x').toString('base64');
    const reply = await host.rest({ ...request, headers: { authorization: `Basic ${token}` } });
    expect(reply.body).toMatchObject({ principal: { kind: 'anonymous' } });
  });
});

describe('requests to other hosts', () => {
  const ORGS = 'https://api.atlassian.com/admin/v1/orgs';

  test('are 100 in a resolver, then the platform refuses them without an error', async () => {
    const { run, sdk } = await aForgeWorld(undefined, { latency: { rest: 0 } });
    const seen = await run(async () => {
      for (let sent = 0; sent < 100; sent += 1) await sdk.fetch(ORGS);
      return sdk.fetch(ORGS);
    });
    expect([seen.status, seen.headers.get('forge-proxy-error')]).toEqual([429, 'FETCH_LIMIT_EXCEEDED']);
  });

  test('are counted anew in the next invocation, and product requests are not counted', async () => {
    const { run, sdk } = await aForgeWorld(undefined, { latency: { rest: 0 } });
    const work = async () => {
      for (let sent = 0; sent < 99; sent += 1) await sdk.fetch(ORGS);
      for (let sent = 0; sent < 10; sent += 1) await sdk.asApp().requestJira(sdk.route`/rest/api/3/myself`);
      return (await sdk.fetch(ORGS)).status;
    };
    expect([await run(work), await run(work)]).toEqual([200, 200]);
  });

  test('are 1,500 in a consumer that may run for 15 minutes', async () => {
    const seen: number[] = [];
    const { host, run, sdk } = await aForgeWorld(
      (_, { fetch }) => ({
        scan: async () => {
          for (let sent = 0; sent < 1_501; sent += 1) seen.push((await fetch(ORGS)).status);
        },
      }),
      { latency: { rest: 0 } },
    );
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    await host.drain();
    expect([seen.indexOf(429), seen.length]).toEqual([1_500, 1_501]);
  });
});
