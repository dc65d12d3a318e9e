import type { AsyncEvent } from '@forge/events';
import { describe, expect, test } from 'vitest';

import type { HostOptions } from '../../local/host-contract';
import { type TestHandlers, aForgeWorld, alice, codeOf, itself } from './a-forge-world';
import { aManifest } from './a-manifest';

describe('a time budget', () => {
  const sleeping =
    (seconds: number, ...names: string[]): TestHandlers =>
    (platform) => {
      const work = (): Promise<void> => platform.sleep(seconds * 1_000);
      return Object.fromEntries(names.map((name) => [name, work]));
    };

  test('of a resolver is 25 seconds', async () => {
    const enough = await aForgeWorld(sleeping(25, 'resolver'));
    await enough.host.invoke({ accountId: alice, resolver: 'work' });
    const { host } = await aForgeWorld(sleeping(26, 'resolver'));
    const begun = host.clock.now();
    const failure = await host.invoke({ accountId: alice, resolver: 'work' }).catch(codeOf);
    expect(failure).toBe('platform.timeout');
    expect(host.clock.now() - begun).toBe(25_000);
  });

  test('of a function that is no consumer and no scheduled trigger is 55 seconds', async () => {
    const lines: string[] = [];
    const { host } = await aForgeWorld(sleeping(56, 'installed'), { report: (line) => lines.push(line) });
    await host.upgrade();
    expect(lines).toContain('seattrace-lifecycle: The function ran longer than it may.');
  });

  /** What each delivery to a consumer tells that runs this long the first time: that it came to its end, or why it was repeated. */
  async function consumed(seconds: number, options: Partial<HostOptions> = {}): Promise<unknown[]> {
    const attempts: unknown[] = [];
    const { host, run, sdk } = await aForgeWorld(
      (platform) => ({
        scan: async ({ retryContext }: AsyncEvent) => {
          if (retryContext === undefined) await platform.sleep(seconds * 1_000);
          attempts.push(retryContext?.retryReason ?? 'done');
        },
      }),
      options,
    );
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    await host.drain();
    return attempts;
  }

  test('of a consumer is what its function says; beyond it the event comes again', async () => {
    expect(await consumed(900)).toEqual(['done']);
    expect(await consumed(901)).toEqual(['FUNCTION_TIME_OUT']);
  });

  test('of a consumer whose function says nothing is 55 seconds', async () => {
    const manifest = await aManifest((functions) => delete functions['scan']?.timeoutSeconds);
    expect(await consumed(55, { manifest })).toEqual(['done']);
    expect(await consumed(56, { manifest })).toEqual(['FUNCTION_TIME_OUT']);
  });

  test('of a scheduled trigger is what its function says; beyond it nothing is repeated', async () => {
    const lines: string[] = [];
    const { host } = await aForgeWorld(sleeping(901, 'hourly'), { report: (line) => lines.push(line) });
    const begun = host.clock.now();
    await host.trigger('seattrace-hourly');
    expect(lines).toEqual(['seattrace-hourly: The function ran longer than it may.']);
    expect(host.clock.now() - begun).toBe(900_000);
  });

  test('of preUninstall is 55 seconds, and the uninstall goes on', async () => {
    const lines: string[] = [];
    const { host, run, sdk } = await aForgeWorld(sleeping(56, 'preUninstall'), {
      report: (line) => lines.push(line),
    });
    await run(() => sdk.kvs.set('a', 1));
    const begun = host.clock.now();
    await host.uninstall();
    expect(lines).toContain('seattrace-pre-uninstall: The function ran longer than it may.');
    expect(host.clock.now() - begun).toBe(55_000);
    expect(host.inspect('kvs')).toEqual([]);
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
