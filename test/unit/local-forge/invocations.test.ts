import Resolver from '@forge/resolver';
import { describe, expect, test } from 'vitest';

import { type TestHandlers, aForgeWorld, alice, bob, codeOf, itself } from './a-forge-world';

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

describe('a time budget', () => {
  const sleeping =
    (seconds: number, done: string[] = []): TestHandlers =>
    (platform) => {
      const work = async (): Promise<void> => {
        await platform.sleep(seconds * 1_000);
        done.push('done');
      };
      return { resolver: work, scan: work, installed: work };
    };

  test('of a resolver is 25 seconds', async () => {
    const enough = await aForgeWorld(sleeping(25));
    await enough.host.invoke({ accountId: alice, resolver: 'work' });
    const { host } = await aForgeWorld(sleeping(26));
    const begun = host.clock.now();
    const failure = await host.invoke({ accountId: alice, resolver: 'work' }).catch(codeOf);
    expect(failure).toBe('platform.timeout');
    expect(host.clock.now() - begun).toBe(25_000);
  });

  test('of a function that is no consumer and no scheduled trigger is 55 seconds', async () => {
    const lines: string[] = [];
    const { host } = await aForgeWorld(sleeping(56), { report: (line) => lines.push(line) });
    await host.install();
    expect(lines).toEqual(['seattrace-lifecycle: The function ran longer than it may.']);
  });

  test('of a consumer is what its function says', async () => {
    const done: string[] = [];
    const { host, sdk } = await aForgeWorld((platform, packages) => ({
      ...sleeping(899, done)(platform, packages),
      resolver: () => new packages.Queue({ key: 'scan' }).push({ body: {} }),
    }));
    await host.invoke({ accountId: alice, resolver: 'work' });
    await host.drain();
    expect(done).toEqual(['done']);
    expect(sdk.Queue).toBeDefined();
  });

  test('is told to the function', async () => {
    const { run, sdk, platform } = await aForgeWorld();
    const left = await run(async () => {
      await platform.sleep(4_000);
      return sdk.getAppContext().invocationRemainingTimeInMillis();
    });
    expect(left).toBe(21_000);
  });

  test('ends also what does not wait on the clock, and refuses its later calls', async () => {
    const outcome: unknown[] = [];
    const { host } = await aForgeWorld((platform, { kvs, Queue }) => ({
      resolver: async ({ call }: { call: { functionKey: string } }) => {
        if (call.functionKey === 'push') return new Queue({ key: 'scan' }).push({ body: {} });
        // Another invocation moves the clock while this one only waits for it.
        await new Promise<void>((resolve) => wake.push(resolve));
        return outcome.push(await kvs.get('a').catch(itself));
      },
      scan: async () => {
        await platform.sleep(30_000);
        wake.forEach((resolve) => resolve());
      },
    }));
    const wake: (() => void)[] = [];
    await host.invoke({ accountId: alice, resolver: 'push' });
    const stuck = host.invoke({ accountId: alice, resolver: 'stuck' }).catch(codeOf);
    await host.drain();
    expect(await stuck).toBe('platform.timeout');
    expect(outcome).toMatchObject([{ code: 'platform.timeout' }]);
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
