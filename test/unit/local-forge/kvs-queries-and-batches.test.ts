import { describe, expect, test } from 'vitest';

import { aForgeWorld, codeOf, items, ofSize } from './a-forge-world';

const KIB = 1_024;

describe('queries', () => {
  const prefix = 'item:';

  async function filled(count: number) {
    const world = await aForgeWorld();
    for (let i = 0; i < count; i += 25)
      await world.run(() => world.sdk.kvs.batchSet(items(count).slice(i, i + 25)));
    await world.host.advance('PT2S');
    const query = () => world.sdk.kvs.query().where('key', world.sdk.WhereConditions.beginsWith(prefix));
    return { ...world, query };
  }

  test('give ten in order of keys when no limit is given', async () => {
    const { run, query } = await filled(12);
    const { results } = await run(() => query().getMany());
    expect(results.map(({ key }) => key)).toEqual(items(10).map(({ key }) => key));
  });

  test('give at most 100', async () => {
    const { run, query } = await filled(101);
    expect((await run(() => query().limit(100).getMany())).results).toHaveLength(100);
    expect(await run(() => query().limit(101).getMany().catch(codeOf))).toBe('LIST_QUERY_LIMIT_EXCEEDED');
  });

  test('go on behind a cursor, to an empty page when the last was full', async () => {
    const { run, query } = await filled(4);
    const first = await run(() => query().limit(2).getMany());
    const second = await run(() =>
      query()
        .limit(2)
        .cursor(first.nextCursor ?? '')
        .getMany(),
    );
    const third = await run(() =>
      query()
        .limit(2)
        .cursor(second.nextCursor ?? '')
        .getMany(),
    );
    expect(second.results.map(({ key }) => key)).toEqual(['item:002', 'item:003']);
    expect(third).toEqual({ results: [], nextCursor: undefined });
  });

  test('see a new value, a change and a deletion one second later', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const seen = async () => (await run(() => sdk.kvs.query().getMany())).results.map(({ value }) => value);
    await run(() => sdk.kvs.set('a', 1));
    expect(await seen()).toEqual([]);
    await host.advance('PT1S');
    expect(await seen()).toEqual([1]);
    await run(() => sdk.kvs.set('a', 2));
    expect(await seen()).toEqual([1]);
    await host.advance('PT1S');
    await run(() => sdk.kvs.delete('a'));
    expect(await seen()).toEqual([2]);
    await host.advance('PT1S');
    expect(await seen()).toEqual([]);
  });

  test('refuse a cursor that is none', async () => {
    const { run, query } = await filled(1);
    expect(await run(() => query().cursor('elsewhere').getMany().catch(codeOf))).toBe('BAD_REQUEST');
  });
});

describe('batches', () => {
  test('hold 25 keys, not 26', async () => {
    const { run, sdk } = await aForgeWorld();
    expect((await run(() => sdk.kvs.batchSet(items(25)))).successfulKeys).toHaveLength(25);
    expect(await run(() => sdk.kvs.batchSet(items(26)).catch(codeOf))).toBe('BAD_REQUEST');
    expect(await run(() => sdk.kvs.batchGet(items(26)).catch(codeOf))).toBe('BAD_REQUEST');
    expect(await run(() => sdk.kvs.batchDelete(items(26)).catch(codeOf))).toBe('BAD_REQUEST');
  });

  test('hold 4 MB, not more', async () => {
    const { run, sdk } = await aForgeWorld();
    expect(await run(() => sdk.kvs.batchSet(items(18, ofSize(230 * KIB))).catch(codeOf))).toBe('MAX_SIZE');
  });

  test('are refused whole when they are empty or name a key twice', async () => {
    const { run, sdk } = await aForgeWorld();
    const twice = [...items(1), ...items(1)];
    expect(await run(() => sdk.kvs.batchSet([]).catch(codeOf))).toBe('BAD_REQUEST');
    expect(await run(() => sdk.kvs.batchSet(twice).catch(codeOf))).toBe('BAD_REQUEST');
  });

  test('tell per item what failed and do the rest', async () => {
    const { run, sdk } = await aForgeWorld();
    const reply = await run(() => sdk.kvs.batchSet([...items(1), { key: 'a/b', value: 1 }]));
    expect(reply.successfulKeys).toEqual([{ key: 'item:000' }]);
    expect(reply.failedKeys).toMatchObject([{ key: 'a/b', error: { code: 'INVALID_KEY' } }]);
    expect(await run(() => sdk.kvs.get('item:000'))).toBe(1);
  });

  test('read what there is and name what there is not', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.batchSet(items(1)));
    const reply = await run(() => sdk.kvs.batchGet(items(2)));
    expect(reply.successfulKeys).toEqual([{ key: 'item:000', value: 1 }]);
    expect(reply.failedKeys).toMatchObject([{ key: 'item:001', error: { code: 'KEY_NOT_FOUND' } }]);
  });

  test('delete several keys', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.batchSet(items(3)));
    await run(() => sdk.kvs.batchDelete(items(2)));
    expect(host.inspect('kvs')).toEqual([{ key: 'item:002', bytes: 1, value: 1 }]);
  });
});

describe('transactions', () => {
  test('do all', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.set('old', 1));
    await run(() => sdk.kvs.transact().set('new', 2).delete('old').execute());
    expect(host.inspect('kvs')).toEqual([{ key: 'new', bytes: 1, value: 2 }]);
  });

  test('or nothing', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const transaction = () => sdk.kvs.transact().set('good', 1).set('a/b', 1).execute();
    expect(await run(() => transaction().catch(codeOf))).toBe('INVALID_KEY');
    expect(host.inspect('kvs')).toEqual([]);
  });

  test('hold 25 operations, not 26', async () => {
    const { run, sdk } = await aForgeWorld();
    const of = (count: number) => items(count).reduce((all, { key }) => all.set(key, 1), sdk.kvs.transact());
    await run(() => of(25).execute());
    expect(await run(() => of(26).execute().catch(codeOf))).toBe('BAD_REQUEST');
  });

  test('name each key once and check entities only', async () => {
    const { run, sdk } = await aForgeWorld();
    const twice = () => sdk.kvs.transact().set('a', 1).delete('a').execute();
    const conditions = new sdk.Filter<{ x: number }>().and('x', sdk.FilterConditions.equalTo(1));
    const check = () => sdk.kvs.transact().check('a', { entityName: 'seat', conditions }).execute();
    expect(await run(() => twice().catch(codeOf))).toBe('BAD_REQUEST');
    expect(await run(() => check().catch(codeOf))).toBe('INVALID_ENTITY_TYPE');
  });
});
