import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import type { HostOptions } from '../../local/host-contract';
import { freshFolder } from '../../local/persistence';
import { type TestHandlers, aForgeWorld, alice, bob, itself, tinySeed } from './a-forge-world';

const start = Date.parse('2026-11-02T09:00:00Z');
const minutes = (time: number): number => (time - start) / 60_000;

describe('a scheduled trigger', () => {
  const noting =
    (runs: number[]): TestHandlers =>
    (platform) => ({ hourly: () => void runs.push(minutes(platform.now())) });

  test('runs five minutes after the install, then each hour', async () => {
    const runs: number[] = [];
    const { host } = await aForgeWorld(noting(runs), { installed: false });
    await host.advance('PT10M');
    await host.install();
    await host.advance('PT2H30M');
    expect(runs).toEqual([15, 75, 135]);
  });

  test('can be run now, and does not run again when it throws', async () => {
    const lines: string[] = [];
    const { host } = await aForgeWorld(
      () => ({
        hourly: () => {
          throw new Error('no');
        },
      }),
      { report: (line) => lines.push(line) },
    );
    await host.trigger('seattrace-hourly');
    await host.advance('P1D');
    expect(lines).toEqual(['seattrace-hourly: The function threw: no']);
    expect(await host.trigger('none').catch(itself)).toMatchObject({ code: 'platform.unknown-module' });
  });
});

describe('latency', () => {
  test('can be taken away, and the clock then stands still', async () => {
    const { host, run, sdk } = await aForgeWorld();
    host.setLatency({ rest: 0, kvs: 0, queue: 0 });
    await run(() => sdk.kvs.set('a', 1));
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    expect(host.inspect('queues')).toHaveLength(1);
    await host.drain();
    expect(host.clock.now()).toBe(start);
  });
});

describe('the organization changes', () => {
  test("by the seed's script when its time comes", async () => {
    const step = { at: 'P1D', do: 'remove-from-group', group: groupOf(tinySeed), account: bob };
    const { host } = await aForgeWorld(undefined, { seed: { ...(tinySeed as object), script: [step] } });
    await host.advance('PT23H59M');
    expect(host.inspect('memberships')).toMatchObject({ group: expect.arrayContaining([bob]) as unknown });
    await host.advance('PT1M');
    expect(host.inspect('memberships')).toMatchObject({
      group: expect.not.arrayContaining([bob]) as unknown,
    });
  });

  test("behind the app's back by a step without a time", async () => {
    const { host } = await aForgeWorld();
    host.apply({ do: 'remove-from-group', group: groupOf(tinySeed), account: bob });
    expect(host.inspect('memberships')).not.toMatchObject({
      group: expect.arrayContaining([bob]) as unknown,
    });
  });

  test('never by something that is no step', async () => {
    const { host } = await aForgeWorld();
    expect(() => host.apply({ do: 'explode' })).toThrow('do');
    await expect(host.advance('a day')).rejects.toThrow('no ISO 8601 duration');
  });
});

describe('two runs of the same seed', () => {
  async function story(duplicates: number): Promise<unknown> {
    const { host, sdk, platform } = await aForgeWorld(scanner, { installed: false, duplicates });
    await host.install();
    await host.invoke({ accountId: alice, resolver: 'start' });
    await host.invoke({ accountId: bob, resolver: 'start' });
    const queued = host.inspect('queues');
    host.fault({ target: 'jira', match: 'GET /rest/api/3/myself', times: 2 });
    await host.drain();
    await host.advance('PT3H');
    const random = Buffer.from(platform.randomBytes(16)).toString('hex');
    expect(sdk.Queue).toBeDefined();
    return JSON.stringify([
      ...[queued, host.inspect('calls'), host.inspect('kvs'), host.cost()],
      ...[host.clock.now(), random],
    ]);
  }

  /** Two events at once, calls in parallel, a job id, the clock and randomness in what is stored. */
  const scanner: TestHandlers = (platform, { kvs, Queue, asApp, route }) => ({
    resolver: async () => {
      const { jobId } = await new Queue({ key: 'scan' }).push([{ body: { n: 1 } }, { body: { n: 2 } }]);
      await kvs.set(`job:${jobId}`, { at: platform.now() });
    },
    scan: async ({ eventId, body }: { eventId: string; body: { n: number } }) => {
      const ask = () => asApp().requestJira(route`/rest/api/3/myself?n=${body.n}`);
      const replies = await Promise.all([ask(), ask(), platform.sleep(70).then(ask)]);
      const salt = Buffer.from(platform.randomBytes(4)).toString('hex');
      await kvs.set(`event:${eventId}`, { at: platform.now(), salt, statuses: replies.map((r) => r.status) });
    },
    hourly: () => kvs.set(`hour:${String(platform.now())}`, 1),
  });

  test('say exactly the same', async () => {
    expect(await story(0)).toBe(await story(0));
  });

  test('say the same with random duplicates', async () => {
    expect(await story(0.5)).toBe(await story(0.5));
  });
});

describe('a folder', () => {
  const folders: string[] = [];

  afterEach(async () => {
    for (const folder of folders.splice(0)) await freshFolder(folder);
  });

  async function aFolder(): Promise<string> {
    const parent = await mkdtemp(join(tmpdir(), 'seattrace-state-'));
    folders.push(parent);
    return join(parent, 'state');
  }

  /** A world with something of everything in it, closed again. */
  async function leave(folder: string, options: Partial<HostOptions> = {}): Promise<string> {
    const { host, run, sdk } = await aForgeWorld(undefined, {
      ...options,
      folder,
      installed: false,
    });
    await host.install();
    await run(() => sdk.kvs.set('a', { b: 1 }));
    await run(() => sdk.kvs.setSecret('key', 'hush'));
    await run(() => sdk.kvs.set('gone', 1));
    await run(() => sdk.kvs.delete('gone'));
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: { page: 3 }, delayInSeconds: 600 }));
    const remove = sdk.route`/rest/api/3/group/user?accountId=${bob}`;
    await run(() => sdk.asApp().requestJira(remove, { method: 'DELETE' }));
    const shown = shownBy(host);
    await host.close();
    return shown;
  }

  function shownBy(host: Awaited<ReturnType<typeof aForgeWorld>>['host']): string {
    const parts = (['memberships', 'calls', 'kvs', 'queues'] as const).map((what) => host.inspect(what));
    return JSON.stringify([host.clock.now(), ...parts]);
  }

  test('gives back the state as it was left', async () => {
    const folder = await aFolder();
    const left = await leave(folder);
    const { host, run, sdk } = await aForgeWorld(undefined, { folder });
    expect(host.isFresh).toBe(false);
    expect(shownBy(host)).toBe(left);
    expect(await run(() => sdk.kvs.getSecret('key'))).toBe('hush');
    await host.close();
  });

  test('goes on with queues and schedules', async () => {
    const folder = await aFolder();
    await leave(folder);
    const seen: unknown[] = [];
    const { host } = await aForgeWorld(
      (platform) => ({
        scan: ({ body }: { body: unknown }) => void seen.push(body),
        hourly: () => void seen.push(minutes(platform.now())),
      }),
      { folder },
    );
    await host.install();
    await host.advance('PT1H');
    expect(seen).toEqual([5, { page: 3 }]);
    await host.close();
  });

  test('does not repeat ids of the time before', async () => {
    const folder = await aFolder();
    await leave(folder);
    const { host, platform } = await aForgeWorld(undefined, { folder });
    const first = await aForgeWorld();
    expect(platform.randomBytes(16)).not.toEqual(first.platform.randomBytes(16));
    await host.close();
  });

  test('starts anew after it was deleted', async () => {
    const folder = await aFolder();
    await leave(folder);
    await freshFolder(folder);
    const { host } = await aForgeWorld(undefined, { folder });
    expect(host.isFresh).toBe(true);
    expect(host.clock.now()).toBe(start);
    await host.close();
  });

  test('delivers again what was running when it was closed', async () => {
    const folder = await aFolder();
    const wall = { folder, clock: 'wall' } as const;
    const attempts: string[] = [];
    let begun: (value: unknown) => void = () => undefined;
    const running = new Promise((resolve) => (begun = resolve));
    const first = await aForgeWorld(
      () => ({
        scan: ({ eventId }: { eventId: string }) => {
          attempts.push(eventId);
          begun(eventId);
          return new Promise(() => undefined);
        },
      }),
      wall,
    );
    await first.run(() => new first.sdk.Queue({ key: 'scan' }).push({ body: {} }));
    await running;
    await first.host.close();
    const { host } = await aForgeWorld(
      () => ({ scan: ({ eventId }: { eventId: string }) => void attempts.push(eventId) }),
      { folder },
    );
    await host.drain();
    expect(attempts).toEqual([attempts[0], attempts[0]]);
    await host.close();
  });

  test('keeps the clock of wall speed', async () => {
    const folder = await aFolder();
    const wall = { folder, clock: 'wall' } as const;
    const first = await aForgeWorld(undefined, wall);
    await first.host.advance('P7D');
    await first.host.close();
    const { host } = await aForgeWorld(undefined, wall);
    expect(Math.floor(minutes(host.clock.now()) / 60 / 24)).toBe(7);
    await host.close();
  });
});

function groupOf(seed: unknown): string {
  return (seed as { groups: { id: string }[] }).groups[0]?.id ?? '';
}
