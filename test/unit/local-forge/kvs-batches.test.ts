import { describe, expect, test } from 'vitest';

import { aForgeWorld, items, nested, ofSize } from './a-forge-world';

const KIB = 1_024;

describe('batches', () => {
  test('hold 25 keys, not 26', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    const tooMany = '400 BAD_REQUEST: A batch holds 25 keys at most';
    expect((await run(() => sdk.kvs.batchSet(items(25)))).successfulKeys).toHaveLength(25);
    expect(await refused(() => sdk.kvs.batchSet(items(26)))).toBe(tooMany);
    expect(await refused(() => sdk.kvs.batchGet(items(26)))).toBe(tooMany);
    expect(await refused(() => sdk.kvs.batchDelete(items(26)))).toBe(tooMany);
  });

  test('hold 4 MB, not more', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.batchSet(items(17, ofSize(240 * KIB))));
    expect(await refused(() => sdk.kvs.batchSet(items(18, ofSize(240 * KIB))))).toBe(
      '400 MAX_SIZE: A batch is 4194304 bytes at most',
    );
  });

  test('are refused whole when they are empty or name a key twice', async () => {
    const { refused, sdk } = await aForgeWorld();
    const twice = [...items(1), ...items(1)];
    expect(await refused(() => sdk.kvs.batchSet([]))).toBe('400 BAD_REQUEST: A batch needs a key');
    expect(await refused(() => sdk.kvs.batchSet(twice))).toBe('400 BAD_REQUEST: Each key may be named once');
  });

  test.each([
    ['an invalid key', { key: 'a/b', value: 1 }, 'INVALID_KEY', /does not match the regex/],
    ['a value too large', { key: 'a', value: ofSize(240 * KIB + 1) }, 'MAX_SIZE', /245760 bytes/],
    ['a value too deep', { key: 'a', value: nested(32) }, 'MAX_DEPTH', /31 levels/],
    ['null', { key: 'a', value: null }, 'BAD_REQUEST', /null cannot be stored/],
  ])('tell of one item that it has %s and do the rest', async (_, item, code, message) => {
    const { run, sdk } = await aForgeWorld();
    const reply = await run(() => sdk.kvs.batchSet<unknown>([...items(1), item]));
    expect(reply.successfulKeys).toEqual([{ key: 'item:000' }]);
    const told = { code, message: expect.stringMatching(message) as unknown };
    expect(reply.failedKeys).toEqual([{ key: item.key, error: told }]);
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
