import type { AsyncEvent } from '@forge/events';
import { describe, expect, test } from 'vitest';

import { type TestHandlers, aForgeWorld, forgeSdk, itself } from './a-forge-world';

const KIB = 1_024;

type Seen = AsyncEvent & { readonly at: number };

/** An app whose scan consumer notes each event and returns what `answer` gives. */
function noting(seen: Seen[], answer: (event: Seen) => unknown = () => undefined): TestHandlers {
  return (platform) => ({
    scan: (event: AsyncEvent) => {
      const noted = { ...event, at: platform.now() };
      seen.push(noted);
      return answer(noted);
    },
  });
}

async function aQueueWorld(answer?: (event: Seen) => unknown, duplicates = 0) {
  const seen: Seen[] = [];
  const world = await aForgeWorld(noting(seen, answer), { duplicates });
  const queue = new world.sdk.Queue({ key: 'scan' });
  return { ...world, seen, queue };
}

describe('a push', () => {
  test('reaches the consumer of the queue when the queue is drained', async () => {
    const { run, queue, seen, host } = await aQueueWorld();
    const { jobId } = await run(() => queue.push({ body: { page: 1 } }));
    expect(seen).toEqual([]);
    expect(host.inspect('queues')).toMatchObject([{ queue: 'scan', jobId, body: { page: 1 }, attempt: 1 }]);
    await host.drain();
    expect(seen).toMatchObject([{ queueName: 'scan', jobId, body: { page: 1 } }]);
    expect(host.inspect('queues')).toEqual([]);
  });

  test('may be delayed', async () => {
    const { run, queue, seen, host } = await aQueueWorld();
    await run(() => queue.push({ body: {}, delayInSeconds: 900 }));
    const pushed = host.clock.now();
    await host.drain();
    expect((seen[0]?.at ?? 0) - pushed).toBe(901_000);
  });

  test('refuses more than 50 events', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    const events = Array.from({ length: 51 }, () => ({ body: {} }));
    expect(await run(() => queue.push(events).catch(itself))).toHaveProperty(
      'message',
      'This push contains more than the 50 events allowed.',
    );
    expect(sdk.Queue).toBeDefined();
  });

  test('refuses more than 200 KB', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    const body = { text: 'x'.repeat(200 * KIB) };
    expect(await run(() => queue.push({ body }).catch(itself))).toBeInstanceOf(Error);
    expect(sdk.PartialSuccessError).toBeDefined();
  });

  test('leaves out events over 100 KB for a long-running consumer', async () => {
    const { run, queue, sdk, seen, host } = await aQueueWorld();
    const big = { body: { text: 'x'.repeat(100 * KIB) } };
    const error = await run(() => queue.push([{ body: { small: true } }, big]).catch(itself));
    expect(error).toBeInstanceOf(sdk.PartialSuccessError);
    expect(error).toMatchObject({ failedEvents: [{ payload: big }] });
    await host.drain();
    expect(seen.map(({ body }) => body)).toEqual([{ small: true }]);
  });

  test('refuses the 501st event within a minute', async () => {
    const { run, queue, sdk, host } = await aQueueWorld();
    const events = Array.from({ length: 50 }, () => ({ body: {} }));
    for (let i = 0; i < 10; i += 1) await run(() => queue.push(events));
    expect(await run(() => queue.push({ body: {} }).catch(itself))).toBeInstanceOf(sdk.RateLimitError);
    await host.advance('PT1M');
    await run(() => queue.push({ body: {} }));
  });

  test('refuses a queue that no consumer has', async () => {
    const { run, sdk } = await aQueueWorld();
    const push = () => new sdk.Queue({ key: 'elsewhere' }).push({ body: {} }).catch(itself);
    expect(await run(push)).toBeInstanceOf(sdk.InternalServerError);
  });

  test('ends a chain of consumers that push to themselves after 1,000 pushes', async () => {
    let pushes = 0;
    let refusal: unknown;
    const { run, host, sdk } = await aForgeWorld((_, { Queue }) => ({
      scan: async () => {
        await new Queue({ key: 'scan' }).push({ body: {} }).then(
          () => (pushes += 1),
          (error: unknown) => {
            refusal = error;
          },
        );
      },
    }));
    await run(() => new sdk.Queue({ key: 'scan' }).push({ body: {} }));
    await host.drain();
    expect(pushes).toBe(999);
    expect(refusal).toBeInstanceOf(sdk.InvocationLimitReachedError);
  });
});

describe('a job', () => {
  test('tells how many events are done, under way and failed', async () => {
    const { run, queue, host } = await aQueueWorld(({ body }) => {
      if (body['bad'] === true) throw new Error('no');
    });
    const { jobId } = await run(() => queue.push([{ body: {} }, { body: { bad: true } }]));
    expect(await run(() => queue.getJob(jobId).getStats())).toEqual({ success: 0, inProgress: 2, failed: 0 });
    await host.drain();
    expect(await run(() => queue.getStats(jobId))).toEqual({ success: 1, inProgress: 0, failed: 1 });
  });

  test('can be cancelled', async () => {
    const { run, queue, host, seen } = await aQueueWorld();
    const { jobId } = await run(() => queue.push({ body: {} }));
    await run(() => queue.cancel(jobId));
    await host.drain();
    expect(seen).toEqual([]);
  });

  test('that does not exist is told so', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    expect(await run(() => queue.getStats('none').catch(itself))).toBeInstanceOf(sdk.JobDoesNotExistError);
    expect(await run(() => queue.cancel('none').catch(itself))).toBeInstanceOf(sdk.JobDoesNotExistError);
  });
});

describe('a repeated delivery', () => {
  test('comes after the time that the consumer asked for, with its data', async () => {
    const { InvocationError, InvocationErrorCode } = await forgeSdk();
    const again = (cursor: number) =>
      new InvocationError({
        retryAfter: 60,
        retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
        retryData: { cursor },
      });
    const { run, queue, seen, host } = await aQueueWorld(({ retryContext }) =>
      retryContext === undefined ? again(7) : undefined,
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

  test('is given four times, then the event has failed', async () => {
    const { InvocationError } = await forgeSdk();
    const { run, queue, seen, host } = await aQueueWorld(() => new InvocationError());
    const { jobId } = await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen).toHaveLength(5);
    expect(await run(() => queue.getStats(jobId))).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  test('is not given when its data are larger than 4 KB', async () => {
    const { InvocationError, InvocationErrorCode } = await forgeSdk();
    const options = { retryAfter: 1, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST };
    const retryData = 'x'.repeat(4 * KIB);
    const { run, queue, seen, host } = await aQueueWorld(
      () => new InvocationError({ ...options, retryData }),
    );
    await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen).toHaveLength(1);
  });

  test('of a consumer that throws comes later each time, up to 15 minutes', async () => {
    const { run, queue, seen, host } = await aQueueWorld(() => {
      throw new Error('no');
    });
    await run(() => queue.push({ body: {} }));
    await host.drain();
    const pauses = seen.slice(1).map(({ at }, i) => (at - (seen[i]?.at ?? 0)) / 1_000);
    expect(pauses).toEqual([15, 60, 240, 900]);
  });

  test('happens without a failure when duplicates are switched on', async () => {
    const { run, queue, seen, host } = await aQueueWorld(undefined, 1);
    await run(() => queue.push({ body: {} }));
    await host.drain();
    expect(seen.map(({ eventId }) => eventId)).toEqual([seen[0]?.eventId, seen[0]?.eventId]);
  });
});

describe('concurrency', () => {
  test('never runs more events of one key at once than its limit', async () => {
    let running = 0;
    let most = 0;
    const { run, host, sdk } = await aForgeWorld((platform) => ({
      scan: async () => {
        running += 1;
        most = Math.max(most, running);
        await platform.sleep(1_000);
        running -= 1;
      },
    }));
    const event = { body: {}, concurrency: { key: 'site', limit: 2 } };
    await run(() => new sdk.Queue({ key: 'scan' }).push(Array.from({ length: 5 }, () => event)));
    await host.drain();
    expect(most).toBe(2);
    expect(host.inspect('queues')).toEqual([]);
  });
});
