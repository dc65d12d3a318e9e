import type { AsyncEvent } from '@forge/events';
import { describe, expect, test } from 'vitest';

import { aForgeWorld } from './a-forge-world';

interface Delivered {
  readonly n: unknown;
  readonly from: number;
  readonly to: number;
}

/** Deliveries of this many events, all due at once, to a consumer that runs a second. */
async function delivered(duplicates: number, concurrency?: { key: string; limit: number }) {
  const seen: Delivered[] = [];
  const { host, run, sdk } = await aForgeWorld(
    (platform) => ({
      scan: async ({ body }: AsyncEvent) => {
        const from = platform.now();
        await platform.sleep(1_000);
        seen.push({ n: body['n'], from, to: platform.now() });
      },
    }),
    { duplicates },
  );
  const events = Array.from({ length: 10 }, (_, n) => ({
    body: { n },
    ...(concurrency === undefined ? {} : { concurrency }),
  }));
  const { jobId } = await run(() => new sdk.Queue({ key: 'scan' }).push(events));
  await host.drain();
  const stats = await run(() => new sdk.Queue({ key: 'scan' }).getStats(jobId));
  return { seen, stats, queues: host.inspect('queues') };
}

/** Both deliveries of each event. */
function pairs(seen: readonly Delivered[]): [Delivered, Delivered][] {
  return seen.flatMap((first, i) =>
    seen
      .slice(i + 1)
      .flatMap((second): [Delivered, Delivered][] => (second.n === first.n ? [[first, second]] : [])),
  );
}

const overlap = ([one, other]: [Delivered, Delivered]): boolean => one.from < other.to && other.from < one.to;

describe('without disorder', () => {
  test('each event comes once, in order of the pushes', async () => {
    const { seen } = await delivered(0);
    expect(seen.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('with duplicates', () => {
  test('an event comes twice, at once or later, and counts once', async () => {
    const { seen, stats, queues } = await delivered(1);
    const atOnce = pairs(seen).filter(overlap);
    expect(seen).toHaveLength(20);
    expect(atOnce.length).toBeGreaterThan(0);
    expect(atOnce.length).toBeLessThan(10);
    expect(stats).toEqual({ success: 10, inProgress: 0, failed: 0 });
    expect(queues).toEqual([]);
  });

  test('events that are due together come in any order', async () => {
    const { seen } = await delivered(0.001);
    expect(seen.map(({ n }) => n).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seen.map(({ n }) => n)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('a concurrency key holds for the second time too', async () => {
    const { seen } = await delivered(1, { key: 'site', limit: 1 });
    expect(seen).toHaveLength(20);
    expect(pairs(seen).filter(overlap)).toEqual([]);
  });

  test('a scheduled trigger runs twice within a minute, sometimes at once', async () => {
    const starts: number[] = [];
    const { host } = await aForgeWorld((platform) => ({ hourly: () => void starts.push(platform.now()) }), {
      duplicates: 1,
      installed: false,
    });
    await host.install();
    await host.advance('P1D');
    const gaps = starts.filter((_, i) => i % 2 === 1).map((at, i) => at - (starts[2 * i] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(24);
    expect(Math.max(...gaps)).toBeLessThan(60_000);
    expect(gaps.filter((gap) => gap === 0).length).toBeGreaterThan(0);
    expect(gaps.filter((gap) => gap > 0).length).toBeGreaterThan(0);
  });

  test('nothing of it happens after an uninstall', async () => {
    const seen: string[] = [];
    const { host } = await aForgeWorld(() => ({ hourly: () => void seen.push('hourly') }), {
      duplicates: 1,
      installed: false,
    });
    await host.install();
    await host.advance('PT5M');
    await host.uninstall();
    const before = seen.length;
    await host.advance('P1D');
    expect(seen).toHaveLength(before);
  });
});
