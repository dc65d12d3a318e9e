import { describe, expect, test } from 'vitest';

import { type ForgeWorld, type Sdk, aForgeWorld, items } from './a-forge-world';

const DAY_MS = 86_400_000;
const hour = { ttl: { value: 1, unit: 'HOURS' } } as const;

/** A world with 25 values that live an hour. */
async function aWorldOfLeases(): Promise<ForgeWorld> {
  const world = await aForgeWorld();
  const leases = items(25).map((item) => ({ ...item, options: hour }));
  await world.run(() => world.sdk.kvs.batchSet(leases));
  return world;
}

const left = ({ host }: ForgeWorld): number => (host.inspect('kvs') as unknown[]).length;

describe('a value past its TTL', () => {
  test('is deleted some time within the next 48 hours, each at its own', async () => {
    const world = await aWorldOfLeases();
    await world.host.advance('PT1H');
    const atFirst = left(world);
    await world.host.advance('P1D');
    const aDayLater = left(world);
    expect(atFirst).toBe(25);
    expect(aDayLater).toBeGreaterThan(0);
    expect(aDayLater).toBeLessThan(25);
  });

  test('is gone after 48 hours', async () => {
    const world = await aWorldOfLeases();
    await world.host.advance('PT49H');
    expect(await world.run(() => world.sdk.kvs.get('item:000'))).toBeUndefined();
    expect(left(world)).toBe(0);
  });

  test('is read, and in the way of FAIL_IF_EXISTS, until it is deleted', async () => {
    const world = await aWorldOfLeases();
    await world.host.advance('P1D');
    const [{ key } = { key: '' }] = world.host.inspect('kvs') as { key: string }[];
    expect(await world.run(() => world.sdk.kvs.get(key))).toBe(1);
    expect(await world.refused(() => world.sdk.kvs.set(key, 2, { keyPolicy: 'FAIL_IF_EXISTS' }))).toBe(
      '409 KEY_CONFLICT: There is already a value under this key',
    );
  });

  test('is deleted at the same moment in two runs of the same seed', async () => {
    const [one, two] = [await aWorldOfLeases(), await aWorldOfLeases()];
    for (const { host } of [one, two]) await host.advance('P1D');
    expect(one.host.inspect('kvs')).toEqual(two.host.inspect('kvs'));
  });
});

describe('a TTL', () => {
  test('may be a year, not more', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    const forDays = (value: number) => ({ ttl: { value, unit: 'DAYS' as const } });
    await run(() => sdk.kvs.set('a', 1, forDays(365)));
    expect(await refused(() => sdk.kvs.set('b', 1, forDays(366)))).toBe(
      '400 BAD_REQUEST: A TTL may be one year at most',
    );
  });

  const writes: [string, (sdk: Sdk) => Promise<unknown>][] = [
    ['set', ({ kvs }) => kvs.set('a', 1, hour)],
    ['batchSet', ({ kvs }) => kvs.batchSet([{ key: 'a', value: 1, options: hour }])],
    ['a transaction', ({ kvs }) => kvs.transact().set('a', 1, undefined, hour).execute()],
  ];

  test.each(writes)('is taken by %s, and told by a get and by a query', async (_, write) => {
    const { run, sdk, host } = await aForgeWorld();
    const written = host.clock.now();
    await run(() => write(sdk));
    await host.advance('PT1S');
    const fields = { metadataFields: [sdk.MetadataField.EXPIRE_TIME] };
    const expireTime = new Date(written + 5 + DAY_MS / 24).toISOString();
    expect(await run(() => sdk.kvs.get('a', fields))).toMatchObject({ expireTime });
    expect(await run(() => sdk.kvs.query(fields).getMany())).toMatchObject({ results: [{ expireTime }] });
  });
});
