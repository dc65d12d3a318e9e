import { describe, expect, test } from 'vitest';

import { type ForgeWorld, aForgeWorld, items, ofSize } from './a-forge-world';

const KIB = 1_024;
const instant = { latency: { rest: 0, kvs: 0 } };
const reads = '429 RATE_LIMIT_EXCEEDED: The limit of bytes read a minute is reached';
const writes = '429 RATE_LIMIT_EXCEEDED: The limit of bytes written a minute is reached';

/** How often work went well, and its first refusal. */
async function until(
  { refused }: ForgeWorld,
  work: (n: number) => Promise<unknown>,
): Promise<[number, string]> {
  let times = 0;
  const refusal = await refused(async () => {
    for (; times < 5_000; times += 1) await work(times);
  });
  return [times, refusal];
}

describe('of the installation', () => {
  test('a thousand requests a second', async () => {
    const world = await aForgeWorld(undefined, instant);
    const limit = '429 RATE_LIMIT_EXCEEDED: The limit of requests a second is reached';
    expect(await until(world, () => world.sdk.kvs.get('a'))).toEqual([1_000, limit]);
  });

  test('4,000 writes of up to 10 KB a minute; 65 KB count as seven', async () => {
    const world = await aForgeWorld();
    const big = ofSize(65_000);
    const written = () => until(world, (n) => world.sdk.kvs.set(`k${String(n)}`, big));
    expect(await written()).toEqual([Math.floor(4_000 / 7), writes]);
    await world.host.advance('PT1M');
    expect(await written()).toEqual([Math.floor(4_000 / 7), writes]);
  });

  test('a deletion is a write', async () => {
    const world = await aForgeWorld();
    expect(await until(world, (n) => world.sdk.kvs.delete(`k${String(n)}`))).toEqual([4_000, writes]);
  });

  test('a batch is rounded once', async () => {
    const world = await aForgeWorld();
    const small = items(10, ofSize(1_000));
    expect(await until(world, () => world.sdk.kvs.batchSet(small))).toEqual([4_000, writes]);
  });

  test('a transaction is one write, and refused with a code of its own', async () => {
    const world = await aForgeWorld();
    const limit = '429 TOO_MANY_REQUESTS: The limit of bytes written a minute is reached';
    const transact = () => world.sdk.kvs.transact().set('a', ofSize(1_000)).set('b', 1).delete('c').execute();
    expect(await until(world, transact)).toEqual([4_000, limit]);
  });

  test('4,000 reads of up to 10 KB a minute', async () => {
    const world = await aForgeWorld();
    await world.run(() => world.sdk.kvs.set('a', ofSize(35_000)));
    expect(await until(world, () => world.sdk.kvs.get('a'))).toEqual([1_000, reads]);
  });

  test('a batch of reads and a query are rounded once each', async () => {
    const ten = items(10, ofSize(3_500));
    const worlds = [await aForgeWorld(), await aForgeWorld()] as const;
    for (const { run, sdk } of worlds) await run(() => sdk.kvs.batchSet(ten));
    const [batches, queries] = worlds;
    expect(await until(batches, () => batches.sdk.kvs.batchGet(ten))).toEqual([1_000, reads]);
    await queries.host.advance('PT1M');
    expect(await until(queries, () => queries.sdk.kvs.query().getMany())).toEqual([1_000, reads]);
  });
});

describe('of one key', () => {
  const hot = ofSize(240 * KIB);

  test('1 MB a second is written', async () => {
    const world = await aForgeWorld();
    const limit = '429 RATE_LIMIT_EXCEEDED: The limit of bytes written a second to one key is reached';
    expect(await until(world, () => world.sdk.kvs.set('hot', hot))).toEqual([4, limit]);
    await world.host.advance('PT1S');
    await world.run(() => world.sdk.kvs.set('hot', hot));
  });

  test('12 MB a second are read', async () => {
    const world = await aForgeWorld(undefined, instant);
    const limit = '429 RATE_LIMIT_EXCEEDED: The limit of bytes read a second from one key is reached';
    await world.run(() => world.sdk.kvs.set('hot', hot));
    expect(await until(world, () => world.sdk.kvs.get('hot'))).toEqual([51, limit]);
  });

  test('a batch of reads counts too, and tells of the key that is too busy', async () => {
    const { run, sdk } = await aForgeWorld(undefined, instant);
    await run(() => sdk.kvs.batchSet([{ key: 'hot', value: hot }, ...items(1)]));
    const replies = await run(async () => {
      const all = [];
      for (let i = 0; i < 52; i += 1) all.push(await sdk.kvs.batchGet([{ key: 'hot' }, ...items(1)]));
      return all;
    });
    expect(replies[50]?.failedKeys).toEqual([]);
    expect(replies[51]?.failedKeys).toMatchObject([{ key: 'hot', error: { code: 'RATE_LIMIT_EXCEEDED' } }]);
    expect(replies[51]?.successfulKeys).toEqual([{ key: 'item:000', value: 1 }]);
  });
});
