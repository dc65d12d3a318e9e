import { describe, expect, test } from 'vitest';

import { aForgeWorld, itself } from './a-forge-world';
import { aManifest } from './a-manifest';
import { aQueueWorld } from './a-queue-world';

const KIB = 1_024;

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

  test('may be delayed by 15 minutes, not more', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    const refusal = await run(() => queue.push({ body: {}, delayInSeconds: 901 }).catch(itself));
    expect(refusal).toBeInstanceOf(sdk.InvalidPushSettingsError);
    expect(refusal).toHaveProperty('message', 'The delayInSeconds setting must be between 0 and 900.');
  });

  test('past the checks of the package is refused by the platform when its delay is too long', async () => {
    const { run, sdk } = await aQueueWorld();
    const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
    const payload = [{ body: {}, delayInSeconds: 901 }];
    const body = JSON.stringify({ queueName: 'scan', jobId: 'job', payload });
    const reply = await run(() => sdk.__requestAtlassianAsApp(path, { method: 'POST', body }));
    expect(reply.status).toBe(400);
  });

  test('refuses to push nothing', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    const refusal = await run(() => queue.push([]).catch(itself));
    expect(refusal).toBeInstanceOf(sdk.NoEventsToPushError);
    expect(refusal).toHaveProperty('message', 'No events pushed.');
  });

  test('refuses a name that no queue can have', async () => {
    const { sdk } = await aQueueWorld();
    expect(() => new sdk.Queue({ key: 'scan it' })).toThrow(sdk.InvalidQueueNameError);
  });

  test('holds 50 events, not 51', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    const events = Array.from({ length: 51 }, () => ({ body: {} }));
    await run(() => queue.push(events.slice(1)));
    const refusal = await run(() => queue.push(events).catch(itself));
    expect(refusal).toBeInstanceOf(sdk.TooManyEventsError);
    expect(refusal).toHaveProperty('message', 'This push contains more than the 50 events allowed.');
  });

  test('holds 200 KB, not a byte more', async () => {
    const { run, queue, sdk } = await aQueueWorld();
    const of = (bytes: number) => ({ body: { text: 'x'.repeat(bytes) } });
    const frame = JSON.stringify([of(0), of(0), of(0)]).length;
    const rest = 200 * KIB - frame - 2 * 70_000;
    await run(() => queue.push([of(70_000), of(70_000), of(rest)]));
    const refusal = await run(() => queue.push([of(70_000), of(70_000), of(rest + 1)]).catch(itself));
    expect(refusal).toBeInstanceOf(sdk.PayloadTooBigError);
    expect(refusal).toHaveProperty('message', 'The maximum payload size is 200KB.');
  });

  test('leaves out events over 100 KB for a long-running consumer', async () => {
    const { run, queue, sdk, seen, host } = await aQueueWorld();
    const big = { body: { text: 'x'.repeat(100 * KIB) } };
    const error = await run(() => queue.push([{ body: { small: true } }, big]).catch(itself));
    expect(error).toBeInstanceOf(sdk.PartialSuccessError);
    const errorMessage = 'An event is 102400 bytes at most.';
    expect(error).toMatchObject({ failedEvents: [{ payload: big, errorMessage }] });
    await host.drain();
    expect(seen.map(({ body }) => body)).toEqual([{ small: true }]);
  });

  test('takes events over 100 KB for a consumer that runs 55 seconds at most', async () => {
    const manifest = await aManifest((functions) => delete functions['scan']?.timeoutSeconds);
    const { run, queue, seen, host } = await aQueueWorld(undefined, { manifest });
    await run(() => queue.push({ body: { text: 'x'.repeat(150 * KIB) } }));
    await host.drain();
    expect(seen).toHaveLength(1);
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
    const refusal = await run(push);
    expect(refusal).toBeInstanceOf(sdk.InternalServerError);
    expect(refusal).toMatchObject({
      errorCode: 400,
      message: '400 Bad Request: No consumer of the manifest has the queue elsewhere.',
    });
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

describe('concurrency', () => {
  /** The most events of one key that were running at once. */
  async function mostAtOnce(queues: readonly string[], limit: number): Promise<number> {
    let running = 0;
    let most = 0;
    const { run, host, sdk } = await aForgeWorld((platform) => {
      const work = async (): Promise<void> => {
        running += 1;
        most = Math.max(most, running);
        await platform.sleep(1_000);
        running -= 1;
      };
      return { scan: work, verify: work };
    });
    const events = Array.from({ length: 5 }, () => ({ body: {}, concurrency: { key: 'site', limit } }));
    for (const key of queues) await run(() => new sdk.Queue({ key }).push(events));
    await host.drain();
    expect(host.inspect('queues')).toEqual([]);
    return most;
  }

  test('never runs more events of one key at once than its limit', async () => {
    expect(await mostAtOnce(['scan'], 2)).toBe(2);
  });

  test('counts one key across queues', async () => {
    expect(await mostAtOnce(['scan', 'verify'], 1)).toBe(1);
    expect(await mostAtOnce(['scan', 'verify'], 20)).toBeGreaterThan(5);
  });
});
