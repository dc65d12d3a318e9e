import Resolver from '@forge/resolver';
import { describe, expect, test } from 'vitest';

import { aForgeWorld, alice, bob, codeOf, itself } from './a-forge-world';

/** An app with the real `@forge/resolver`. */
function withResolver(define: (resolver: Resolver) => void) {
  const resolver = new Resolver();
  define(resolver);
  return aForgeWorld((): Record<string, unknown> => ({ resolver: resolver.getDefinitions() as unknown }));
}

describe('a resolver', () => {
  test('gets payload, account and module, and answers', async () => {
    const { host } = await withResolver((resolver) =>
      resolver.define('echo', ({ payload, context }) => ({
        payload: payload as unknown,
        accountId: context['accountId'] as string,
        moduleKey: context['moduleKey'] as string,
      })),
    );
    const call = { accountId: alice, moduleKey: 'seattrace-global', resolver: 'echo', payload: { a: 1 } };
    expect(await host.invoke(call)).toEqual({
      payload: { a: 1 },
      accountId: alice,
      moduleKey: 'seattrace-global',
    });
  });

  test('gets and gives copies', async () => {
    const kept: unknown[] = [];
    const { host } = await withResolver((resolver) =>
      resolver.define('keep', ({ payload }) => {
        kept.push(payload);
        return { list: kept as never, gone: undefined };
      }),
    );
    const payload = { a: 1 };
    const result = await host.invoke({ accountId: alice, resolver: 'keep', payload });
    expect(kept[0]).not.toBe(payload);
    expect(result).toEqual({ list: [{ a: 1 }] });
  });

  test('that does not exist or throws fails with the sentence of the error', async () => {
    const { host } = await withResolver((resolver) =>
      resolver.define('bad', () => {
        throw new Error('out of seats');
      }),
    );
    const missing = host.invoke({ accountId: alice, resolver: 'none' }).catch(itself);
    const bad = host.invoke({ accountId: alice, resolver: 'bad' }).catch(itself);
    expect(await missing).toMatchObject({ code: 'platform.function-failed' });
    expect(await bad).toHaveProperty('message', 'The function threw: out of seats');
  });

  test('is refused for an account or page that does not exist', async () => {
    const { host } = await aForgeWorld();
    const unknown = { accountId: 'nobody', resolver: 'work' };
    expect(await host.invoke(unknown).catch(codeOf)).toBe('platform.unknown-account');
    const elsewhere = { accountId: alice, moduleKey: 'elsewhere', resolver: 'work' };
    expect(await host.invoke(elsewhere).catch(codeOf)).toBe('platform.unknown-module');
  });

  test('takes 500 KB and gives 5 MB, not more', async () => {
    const { host } = await withResolver((resolver) =>
      resolver.define('big', ({ payload }) => 'x'.repeat((payload as { size?: number }).size ?? 0)),
    );
    const call = (payload: unknown) =>
      host.invoke({ accountId: alice, resolver: 'big', payload }).catch(codeOf);
    expect(await call({ text: 'x'.repeat(500 * 1_024) })).toBe('platform.request-too-large');
    expect(await call({ size: 5 * 1_024 * 1_024 })).toBe('platform.response-too-large');
    expect(await call({ size: 5 * 1_024 * 1_024 - 2 })).toHaveLength(5 * 1_024 * 1_024 - 2);
  });

  test('is refused to a user after 1,200 calls within a minute', async () => {
    const { host } = await aForgeWorld();
    const call = (accountId: string) => host.invoke({ accountId, resolver: 'work' }).catch(codeOf);
    for (let i = 0; i < 1_200; i += 1) {
      if (i % 300 === 299) await host.advance('PT1S');
      await call(alice);
    }
    expect(await call(alice)).toBe('platform.rate-limited');
    expect(await call(bob)).toBeUndefined();
  });
});

describe('invocations that overlap', () => {
  test('keep user, module and context apart', async () => {
    const { host } = await aForgeWorld((platform, { asUser, route, getAppContext }) => ({
      resolver: async () => {
        await platform.sleep(1_000);
        const reply = await asUser().requestJira(route`/rest/api/3/myself`);
        const { principal } = (await reply.json()) as { principal: unknown };
        return { principal, moduleKey: getAppContext().moduleKey };
      },
    }));
    const both = await Promise.all([
      host.invoke({ accountId: alice, moduleKey: 'seattrace-admin', resolver: 'who' }),
      host.invoke({ accountId: bob, moduleKey: 'seattrace-global', resolver: 'who' }),
    ]);
    expect(both).toEqual([
      { principal: { kind: 'user', accountId: alice }, moduleKey: 'seattrace-admin' },
      { principal: { kind: 'user', accountId: bob }, moduleKey: 'seattrace-global' },
    ]);
  });

  test('of two hosts in one process reach each its own store', async () => {
    const [one, two] = [await aForgeWorld(), await aForgeWorld()];
    await Promise.all([one.run(() => one.sdk.kvs.set('a', 1)), two.run(() => two.sdk.kvs.set('a', 2))]);
    expect(await one.run(() => one.sdk.kvs.get('a'))).toBe(1);
    expect(await two.run(() => two.sdk.kvs.get('a'))).toBe(2);
  });
});

describe('cost', () => {
  test('counts invocations, the longest of them, requests and the store', async () => {
    const { run, sdk, host } = await aForgeWorld();
    host.resetCost();
    await run(async () => {
      await sdk.kvs.set('a', 'four');
      await sdk.kvs.get('a');
      await sdk.asApp().requestJira(sdk.route`/rest/api/3/myself`);
      await sdk.fetch('https://api.atlassian.com/admin/v1/orgs');
    });
    expect(host.cost()).toEqual({
      requests: { jira: 1, org: 1 },
      jiraPoints: 2,
      kvsReads: 1,
      kvsWrites: 1,
      kvsBytesWritten: 6,
      invocations: 1,
      maxInvocationMs: 110,
    });
  });
});
