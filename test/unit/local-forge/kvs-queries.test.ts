import { describe, expect, test } from 'vitest';

import { aForgeWorld, items } from './a-forge-world';

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
    const { run, refused, query } = await filled(101);
    expect((await run(() => query().limit(100).getMany())).results).toHaveLength(100);
    expect(await refused(() => query().limit(101).getMany())).toBe(
      '400 LIST_QUERY_LIMIT_EXCEEDED: The limit is 1 to 100',
    );
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
    const { refused, query } = await filled(1);
    expect(await refused(() => query().cursor('elsewhere').getMany())).toBe(
      '400 BAD_REQUEST: The cursor is none of this store',
    );
  });

  test('know the condition beginsWith only', async () => {
    const { refused, sdk } = await aForgeWorld();
    const { equalTo, between, greaterThan } = sdk.WhereConditions;
    for (const condition of [equalTo('a'), between('a', 'b'), greaterThan('a')])
      // @ts-expect-error: the package's types refuse it as well.
      expect(await refused(() => sdk.kvs.query().where('key', condition).getMany())).toBe(
        '400 INVALID_FILTER_CONDITION: Plain keys know the condition BEGINS_WITH only',
      );
  });
});
