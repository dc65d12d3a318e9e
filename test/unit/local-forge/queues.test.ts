import { describe, expect, test } from 'vitest';

import { aForgeWorld, itself } from './a-forge-world';
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
