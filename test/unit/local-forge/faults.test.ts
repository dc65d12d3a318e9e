import { describe, expect, test } from 'vitest';

import type { LoggedCall } from '../../local/call';
import { FaultError } from '../../local/faults';
import { type ForgeWorld, aForgeWorld, alice, bob, codeOf, itself } from './a-forge-world';

const remove = { target: 'jira', match: 'DELETE /rest/api/3/group/user' };
const read = { target: 'jira', match: 'GET /rest/api/3/group/member' };

const removeBob = ({ sdk }: ForgeWorld) =>
  sdk
    .asApp()
    .requestJira(sdk.route`/rest/api/3/group/user?accountId=${bob}`, { method: 'DELETE' })
    .catch(itself);

async function readMembers({ sdk }: ForgeWorld): Promise<string[]> {
  const reply = await sdk.asApp().requestJira(sdk.route`/rest/api/3/group/member`);
  return ((await reply.json()) as { members: string[] }).members;
}

const members = ({ host }: ForgeWorld): string[] => host.organization.memberships()['group'] ?? [];
const calls = ({ host }: ForgeWorld): LoggedCall[] => host.inspect('calls') as LoggedCall[];

describe('mode status', () => {
  test('answers with status and headers and does nothing', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, status: 429, headers: { 'Retry-After': '7' } });
    const reply = (await world.run(() => removeBob(world))) as Response;
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7']);
    expect(members(world)).toContain(bob);
    expect(calls(world)).toMatchObject([{ status: 429, fault: 'status' }]);
  });

  test('is 500, once, when nothing else is said', async () => {
    const world = await aForgeWorld();
    world.host.fault(remove);
    const replies = [await world.run(() => removeBob(world)), await world.run(() => removeBob(world))];
    expect((replies as Response[]).map(({ status }) => status)).toEqual([500, 204]);
    expect(world.host.faults()).toEqual([]);
  });

  test('lasts for the times that are asked for', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, times: 3 });
    await world.run(() => removeBob(world));
    expect(world.host.faults()).toMatchObject([{ times: 2 }]);
  });

  test('lets as many calls pass first as are asked for', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, after: 1 });
    const replies = [await world.run(() => removeBob(world)), await world.run(() => removeBob(world))];
    expect((replies as Response[]).map(({ status }) => status)).toEqual([204, 500]);
  });

  test('hits nothing any more once it is taken back', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, times: 3 });
    world.host.clearFaults();
    await world.run(() => removeBob(world));
    expect([world.host.faults(), members(world).includes(bob)]).toEqual([[], false]);
  });

  test('takes * for one segment, of the organization API too', async () => {
    const world = await aForgeWorld();
    const { run, sdk, host } = world;
    host.fault({ target: 'org', match: 'GET /admin/v2/orgs/*/directories', times: 2 });
    const get = (path: string) => run(() => sdk.fetch(`https://api.atlassian.com/admin/v2/${path}`));
    expect((await get('orgs/a/directories')).status).toBe(500);
    expect((await get('orgs/a/b/directories')).status).toBe(200);
    expect((await get('orgs/712020%3Aa/directories')).status).toBe(500);
  });
});

describe('mode timeout', () => {
  test('gives no answer, and nothing is done', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, mode: 'timeout' });
    expect(await world.run(() => removeBob(world))).toHaveProperty('message', 'fetch failed');
    expect(members(world)).toContain(bob);
    expect(calls(world)).toMatchObject([{ status: null, fault: 'timeout' }]);
  });

  test('lets a caller who gives up earlier go on', async () => {
    const world = await aForgeWorld();
    const begun = world.host.clock.now();
    world.host.fault({ ...remove, mode: 'timeout' });
    const first = await world.run(() =>
      Promise.race([removeBob(world), world.platform.sleep(5_000).then(() => 'gave up')]),
    );
    expect(first).toBe('gave up');
    expect(world.host.clock.now() - begun).toBeLessThan(7_000);
  });
});

describe('mode drop-after-write', () => {
  test('does it and loses the answer', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, mode: 'drop-after-write' });
    expect(await world.run(() => removeBob(world))).toBeInstanceOf(TypeError);
    expect(members(world)).not.toContain(bob);
    expect(calls(world)).toMatchObject([{ status: 204, fault: 'drop-after-write' }]);
  });
});

describe('mode stale-read', () => {
  test('answers as two seconds before', async () => {
    const world = await aForgeWorld();
    await world.run(() => removeBob(world));
    world.host.fault({ ...read, mode: 'stale-read' });
    expect(await world.run(() => readMembers(world))).toContain(bob);
    expect(await world.run(() => readMembers(world))).not.toContain(bob);
  });

  test('answers as it is now when nothing changed since', async () => {
    const world = await aForgeWorld();
    await world.run(() => removeBob(world));
    await world.host.advance('PT3S');
    world.host.fault({ ...read, mode: 'stale-read' });
    expect(await world.run(() => readMembers(world))).not.toContain(bob);
  });
});

describe('mode crash', () => {
  test('ends the invocation: the call is not made, no later one is answered', async () => {
    const seen: string[] = [];
    const world = await aForgeWorld();
    world.host.fault({ ...remove, mode: 'crash' });
    const crashed = world.run(async () => {
      void world.sdk.kvs.get('a').then(() => seen.push('parallel'));
      await removeBob(world);
      seen.push('later');
    });
    expect(await crashed.catch(codeOf)).toBe('platform.crashed');
    expect(members(world)).toContain(bob);
    expect(seen).toEqual(['parallel']);
  });

  test('leaves the next invocation alone', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, mode: 'crash' });
    await world.run(() => removeBob(world)).catch(itself);
    await world.run(() => removeBob(world));
    expect(members(world)).not.toContain(bob);
  });
});

describe('mode crash-after-write', () => {
  test('makes the call and ends the invocation before its answer', async () => {
    const world = await aForgeWorld();
    world.host.fault({ ...remove, mode: 'crash-after-write' });
    expect(await world.run(() => removeBob(world)).catch(codeOf)).toBe('platform.crashed');
    expect(members(world)).not.toContain(bob);
  });
});

describe('the key-value store', () => {
  test('fails by operation and prefix of the key', async () => {
    const { run, sdk, host } = await aForgeWorld();
    host.fault({ target: 'kvs', match: 'set ledger:' });
    await run(() => sdk.kvs.set('lines:1', 1));
    const error = await run(() => sdk.kvs.set('ledger:1', 1).catch(itself));
    expect(error).toBeInstanceOf(sdk.ForgeKvsAPIError);
    await run(() => sdk.kvs.set('ledger:1', 1));
  });

  test.each([
    ['get a', (sdk: ForgeWorld['sdk']) => sdk.kvs.get('a')],
    ['delete a', (sdk: ForgeWorld['sdk']) => sdk.kvs.delete('a')],
    ['query a', (sdk: ForgeWorld['sdk']) => queryOf(sdk, 'abc').getMany()],
    ['batch a', (sdk: ForgeWorld['sdk']) => sdk.kvs.batchGet([{ key: 'b' }, { key: 'a' }])],
    ['transact a', (sdk: ForgeWorld['sdk']) => sdk.kvs.transact().delete('a').execute()],
  ])('%s fails', async (match, work) => {
    const { run, sdk, host } = await aForgeWorld();
    host.fault({ target: 'kvs', match, status: 503 });
    const error = await run(() => work(sdk).then(() => undefined, itself));
    expect(error).toMatchObject({ responseDetails: { status: 503 } });
  });

  test('loses the answer of a write that it made', async () => {
    const { run, sdk, host } = await aForgeWorld();
    host.fault({ target: 'kvs', match: 'set a', mode: 'drop-after-write' });
    expect(await run(() => sdk.kvs.set('a', 1).catch(itself))).toBeInstanceOf(TypeError);
    expect(await run(() => sdk.kvs.get('a'))).toBe(1);
  });

  test('answers as two seconds before', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', 1));
    host.fault({ target: 'kvs', match: 'get a', mode: 'stale-read' });
    expect(await run(() => sdk.kvs.get('a'))).toBeUndefined();
  });

  test('crashes an invocation', async () => {
    const { run, sdk, host } = await aForgeWorld();
    host.fault({ target: 'kvs', match: 'set a', mode: 'crash' });
    expect(await run(() => sdk.kvs.set('a', 1)).catch(codeOf)).toBe('platform.crashed');
    expect(host.inspect('kvs')).toEqual([]);
  });
});

describe('queues', () => {
  async function aScanner() {
    const seen: unknown[] = [];
    const world = await aForgeWorld(() => ({
      scan: ({ eventId }: { eventId: string }) => {
        seen.push(eventId);
      },
    }));
    const push = () =>
      world.run(() => new world.sdk.Queue({ key: 'scan' }).push({ body: {} }).then(() => 'pushed', itself));
    return { ...world, seen, push };
  }

  test('refuse a push', async () => {
    const { push, host, sdk } = await aScanner();
    host.fault({ target: 'queue', match: 'push scan', status: 429 });
    expect(await push()).toBeInstanceOf(sdk.RateLimitError);
    expect(await push()).toBe('pushed');
  });

  test('lose the answer of a push that they took', async () => {
    const { push, host, seen } = await aScanner();
    host.fault({ target: 'queue', match: 'push scan', mode: 'drop-after-write' });
    expect(await push()).toBeInstanceOf(TypeError);
    await host.drain();
    expect(seen).toHaveLength(1);
  });

  test.each(['status', 'timeout', 'crash'])('deliver later after %s', async (mode) => {
    const { push, host, seen } = await aScanner();
    host.fault({ target: 'queue', match: 'deliver scan', mode });
    await push();
    await host.drain();
    expect(seen).toHaveLength(1);
  });

  test('deliver again when they do not learn that it was done', async () => {
    const { push, host, seen } = await aScanner();
    host.fault({ target: 'queue', match: 'deliver scan', mode: 'drop-after-write' });
    await push();
    await host.drain();
    expect(seen).toEqual([seen[0], seen[0]]);
  });

  test('deliver again what crashed', async () => {
    const attempts: unknown[] = [];
    const { host, sdk, run } = await aForgeWorld((_, { kvs }) => ({
      scan: async ({ retryContext }: { retryContext?: { retryReason: string } }) => {
        attempts.push(retryContext?.retryReason);
        await kvs.set('a', 1);
      },
    }));
    host.fault({ target: 'kvs', match: 'set a', mode: 'crash' });
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    await host.drain();
    expect(attempts).toEqual([undefined, 'FUNCTION_PLATFORM_UNKNOWN_ERROR']);
  });
});

describe('a fault that is none', () => {
  test.each([
    [{ target: 'mail', match: 'x' }, 'target'],
    [{ ...remove, mode: 'slow' }, 'mode'],
    [{ ...remove, times: 0 }, 'times'],
    [{ ...remove, match: 'group/user' }, 'match'],
    [{ target: 'kvs', match: 'read ledger:' }, 'match'],
    [{ ...remove, after: -1 }, 'after'],
    [{ target: 'queue', match: 'deliver' }, 'match'],
    [{ ...remove, often: true }, 'often'],
  ])('%j is refused at %j', async (fault, path) => {
    const { host } = await aForgeWorld();
    const attempt = () => host.fault(fault);
    expect(attempt).toThrow(FaultError);
    expect(attempt).toThrow(path);
  });
});

test('no fault hits a request from outside the app', async () => {
  const { host } = await aForgeWorld();
  host.fault({ ...read, mode: 'crash' });
  const token = Buffer.from('anybody@example.com:x').toString('base64');
  const headers = { authorization: `Basic ${token}` };
  const request = { method: 'GET', path: '/rest/api/3/group/member', query: new URLSearchParams() };
  expect((await host.rest({ ...request, headers, body: undefined })).status).toBe(200);
  expect(alice).not.toBe('');
});

function queryOf(sdk: ForgeWorld['sdk'], prefix: string) {
  return sdk.kvs.query().where('key', sdk.WhereConditions.beginsWith(prefix));
}
