import type { InvocationError, RetryOptions } from '@forge/events';
import { describe, expect, test } from 'vitest';

import { aForgeWorld, forgeSdk } from './a-forge-world';
import { aQueueWorld } from './a-queue-world';

const KIB = 1_024;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('a repeated delivery', () => {
  test('comes after the time that the consumer asked for, with its data', async () => {
    const { InvocationErrorCode } = await forgeSdk();
    const retryReason = InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED;
    const again = await retry({ retryAfter: 60, retryReason, retryData: { cursor: 7 } });
    const { run, queue, seen, host } = await aQueueWorld(({ retryContext }) =>
      retryContext === undefined ? again : undefined,
    );
    await run(() => queue.push({ body: { page: 1 } }));
    await host.drain();
    expect(seen).toHaveLength(2);
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBe(60_000);
    expect(seen[1]).toMatchObject({
      eventId: seen[0]?.eventId,
      body: { page: 1 },
      retryContext: {
        retryCount: 1,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { cursor: 7 },
      },
    });
  });

  test('comes again and again until the event is 24 hours old; then it has failed', async () => {
    const again = await retry({ retryAfter: 900 });
    const { run, queue, seen, host } = await aQueueWorld(() => again);
    const pushed = host.clock.now();
    const { jobId } = await run(() => queue.push({ body: {} }));
    await host.advance('PT23H59M');
    expect(seen).toHaveLength(96);
    expect(await run(() => queue.getStats(jobId))).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await host.drain();
    expect(seen).toHaveLength(96);
    expect(await run(() => queue.getStats(jobId))).toEqual({ success: 0, inProgress: 0, failed: 1 });
    expect(host.clock.now() - pushed).toBeLessThanOrEqual(DAY_MS + 1_000);
  });

  test('tells when the retention began and how much of it is left', async () => {
    const again = await retry({ retryAfter: 600 });
    const { run, queue, seen, host } = await aQueueWorld(({ retryContext }) =>
      retryContext === undefined ? again : undefined,
    );
    host.setLatency({ rest: 0, queue: 0 });
    const pushed = host.clock.now();
    await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen[0]?.retryContext).toBeUndefined();
    expect(seen[1]?.retryContext?.retentionWindow).toEqual({
      startTime: new Date(pushed).toISOString(),
      remainingTimeMs: DAY_MS - 600_000,
    });
  });

  test('after a failure of the platform is no retry, and the retention ends later by the pause', async () => {
    const { run, queue, seen, host } = await aQueueWorld(() => {
      throw new Error('no');
    });
    host.fault({ target: 'queue', match: 'deliver scan', mode: 'status', times: 2 });
    await run(() => queue.push({ body: {} }));
    await host.advance('PT10M');
    expect(seen.map(({ retryContext }) => retryContext?.retryCount)).toEqual([0, 1]);
    const [{ at, retryContext } = { at: 0 }] = seen;
    const { startTime = '', remainingTimeMs = 0 } = retryContext?.retentionWindow ?? {};
    expect(at + remainingTimeMs - Date.parse(startTime)).toBe(DAY_MS + 75_000);
  });

  test('of a platform that fails all the time ends 96 hours after the push', async () => {
    const { run, queue, seen, host } = await aQueueWorld();
    host.fault({ target: 'queue', match: 'deliver scan', mode: 'crash', times: 1_000 });
    const pushed = host.clock.now();
    const { jobId } = await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen).toEqual([]);
    expect(await run(() => queue.getStats(jobId))).toMatchObject({ failed: 1 });
    expect(Math.round((host.clock.now() - pushed) / HOUR_MS)).toBe(96);
  });

  test('is asked for after 15 minutes at most', async () => {
    const again = await retry({ retryAfter: 3_600 });
    const { run, queue, seen, host } = await aQueueWorld(({ retryContext }) =>
      retryContext === undefined ? again : undefined,
    );
    await run(() => queue.push({ body: {} }));
    await host.drain();
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBe(900_000);
  });

  test('carries data of exactly 4 KB', async () => {
    const retryData = 'x'.repeat(4 * KIB - 2);
    const again = await retry({ retryData });
    const { run, queue, seen, host } = await aQueueWorld(({ retryContext }) =>
      retryContext === undefined ? again : undefined,
    );
    await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen[1]?.retryContext).toMatchObject({ retryData });
  });

  test('is not given when its data are larger than 4 KB', async () => {
    const again = await retry({ retryData: 'x'.repeat(4 * KIB - 1) });
    const { run, queue, seen, host } = await aQueueWorld(() => again);
    await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen).toHaveLength(1);
  });

  test('of a consumer that throws comes later each time, up to 15 minutes', async () => {
    const { run, queue, seen, host } = await aQueueWorld(() => {
      throw new Error('no');
    });
    await run(() => queue.push({ body: {} }));
    await host.advance('PT1H');
    const pauses = seen.slice(1).map(({ at }, i) => (at - (seen[i]?.at ?? 0)) / 1_000);
    expect(pauses).toEqual([15, 60, 240, 900, 900, 900]);
  });
});

test('an event of a trigger module is repeated four times, then no more', async () => {
  const again = await retry({ retryAfter: 30 });
  const deliveries: unknown[] = [];
  const { host } = await aForgeWorld(() => ({
    installed: (event: unknown) => {
      deliveries.push(event);
      return again;
    },
  }));
  await host.drain();
  await host.advance('P2D');
  expect(deliveries).toHaveLength(5);
});

/** What a consumer returns to be called again. */
async function retry(options: Partial<RetryOptions>): Promise<InvocationError> {
  const { InvocationError, InvocationErrorCode } = await forgeSdk();
  const usual = { retryAfter: 1, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST };
  return new InvocationError({ ...usual, ...options });
}
