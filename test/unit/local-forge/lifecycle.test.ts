import { describe, expect, test } from 'vitest';

import { aForgeWorld, alice, codeOf } from './a-forge-world';

const start = Date.parse('2026-11-02T09:00:00Z');

describe('install', () => {
  test('tells the app with the installed event', async () => {
    const events: unknown[] = [];
    const { host } = await aForgeWorld(() => ({ installed: (event: object) => void events.push(event) }), {
      installed: false,
    });
    await host.install();
    await host.install();
    expect(events).toMatchObject([{ eventType: 'avi:forge:installed:app' }]);
  });

  test('repeats the event for an app that asks for it', async () => {
    const times: number[] = [];
    const { host } = await aForgeWorld(
      (platform, { InvocationError, InvocationErrorCode }) => ({
        installed: () => {
          times.push(platform.now() - start);
          const retryReason = InvocationErrorCode.FUNCTION_RETRY_REQUEST;
          return times.length < 3 ? new InvocationError({ retryAfter: 30, retryReason }) : undefined;
        },
      }),
      { installed: false },
    );
    await host.install();
    await host.advance('PT5M');
    expect(times).toEqual([0, 30_000, 60_000]);
  });
});

describe('an upgrade', () => {
  test('tells the app with the upgraded event', async () => {
    const events: unknown[] = [];
    const { host } = await aForgeWorld(() => ({ installed: (event: object) => void events.push(event) }));
    await host.upgrade();
    expect(events).toMatchObject([
      { eventType: 'avi:forge:installed:app' },
      { eventType: 'avi:forge:upgraded:app' },
    ]);
  });
});

describe('an uninstall', () => {
  test('runs preUninstall, which still reaches what the app stored', async () => {
    const seen: unknown[] = [];
    const { host, run, sdk } = await aForgeWorld((_, { kvs }) => ({
      preUninstall: async ({ eventType }: { eventType: string }) => {
        seen.push(eventType, await kvs.getSecret('key'), await kvs.get('a'));
        await kvs.deleteSecret('key');
        seen.push(await kvs.getSecret('key'));
      },
    }));
    await run(() => sdk.kvs.setSecret('key', 'hush'));
    await run(() => sdk.kvs.set('a', 1));
    await host.uninstall();
    expect(seen).toEqual(['avi:forge:uninstalled:app', 'hush', 1, undefined]);
  });

  test('goes on when preUninstall throws', async () => {
    const lines: string[] = [];
    const { host, run, sdk } = await aForgeWorld(
      () => ({
        preUninstall: () => {
          throw new Error('no');
        },
      }),
      { report: (line) => lines.push(line) },
    );
    await run(() => sdk.kvs.set('a', 1));
    await host.uninstall();
    expect(lines).toEqual(['seattrace-pre-uninstall: The function threw: no']);
    expect(host.inspect('kvs')).toEqual([]);
  });

  test('stops the schedules, takes back what is queued and empties the store', async () => {
    const seen: string[] = [];
    const { host, run, sdk } = await aForgeWorld(
      () => ({ hourly: () => void seen.push('hourly'), scan: () => void seen.push('scan') }),
      { installed: false },
    );
    await host.install();
    await run(() => sdk.kvs.set('a', 1));
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    await host.uninstall();
    await host.advance('P1D');
    expect(seen).toEqual([]);
    expect([host.inspect('kvs'), host.inspect('queues')]).toEqual([[], []]);
  });

  test('leaves nothing that could be called', async () => {
    const seen: string[] = [];
    const { host } = await aForgeWorld(() => ({
      resolver: () => void seen.push('resolver'),
      hourly: () => void seen.push('hourly'),
    }));
    await host.uninstall();
    const call = { accountId: alice, resolver: 'work' };
    expect(await host.invoke(call).catch(codeOf)).toBe('platform.not-installed');
    expect(await host.trigger('seattrace-hourly').catch(codeOf)).toBe('platform.not-installed');
    expect(await host.upgrade().catch(codeOf)).toBe('platform.not-installed');
    expect(seen).toEqual([]);
  });

  test('can be followed by another install, which finds an empty store', async () => {
    const { host, run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', 1));
    await host.uninstall();
    await host.install({ schedules: false });
    expect(await run(() => sdk.kvs.get('a'))).toBeUndefined();
  });
});
