import { describe, expect, test } from 'vitest';

import { aForgeWorld, nested, ofSize } from './a-forge-world';

const KIB = 1_024;

describe('values', () => {
  test('a value is read back as it was written', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a:1', { seats: [1, 2], note: 'ü' }));
    expect(await run(() => sdk.kvs.get('a:1'))).toEqual({ seats: [1, 2], note: 'ü' });
  });

  test('a key without a value gives undefined, also to a delete', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.delete('nothing'));
    expect(await run(() => sdk.kvs.get('nothing'))).toBeUndefined();
  });

  test('a get sees a change at once', async () => {
    const { run, sdk } = await aForgeWorld();
    const seen = await run(async () => {
      await sdk.kvs.set('a', 1);
      await sdk.kvs.set('a', 2);
      return sdk.kvs.get('a');
    });
    expect(seen).toBe(2);
  });

  test.each([
    ['', '400 KEY_TOO_SHORT: The key is empty'],
    ['k'.repeat(501), '400 KEY_TOO_LONG: The key is longer than 500 characters'],
    ['a/b', String.raw`400 INVALID_KEY: The key does not match the regex: ^(?!\s+$)[a-zA-Z0-9:._\s-#]+$`],
    ['   ', String.raw`400 INVALID_KEY: The key does not match the regex: ^(?!\s+$)[a-zA-Z0-9:._\s-#]+$`],
  ])('the key %j is refused', async (key, refusal) => {
    const { refused, sdk } = await aForgeWorld();
    expect(await refused(() => sdk.kvs.set(key, 1))).toBe(refusal);
  });

  test('a key of 500 characters with an account id in it is allowed', async () => {
    const { run, sdk } = await aForgeWorld();
    const key = '712020:uuid'.padEnd(500, '#');
    await run(() => sdk.kvs.set(key, 1));
    expect(await run(() => sdk.kvs.get(key))).toBe(1);
  });

  test('240 KiB may be stored, a byte more not', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', ofSize(240 * KIB)));
    expect(await refused(() => sdk.kvs.set('b', ofSize(240 * KIB + 1)))).toBe(
      '400 MAX_SIZE: The value is larger than 245760 bytes',
    );
  });

  test('31 levels may be stored, 32 not', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', nested(31)));
    expect(await refused(() => sdk.kvs.set('b', nested(32)))).toBe(
      '400 MAX_DEPTH: The value is nested deeper than 31 levels',
    );
  });

  test.each([[null], [undefined]])('%s is no value', async (value) => {
    const { refused, sdk } = await aForgeWorld();
    expect(await refused(() => sdk.kvs.set('a', value))).toBe(
      '400 BAD_REQUEST: A value is needed; null cannot be stored',
    );
  });

  test('metadata are given when they are asked for', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', 1, { ttl: { value: 1, unit: 'DAYS' } }));
    const written = host.clock.now();
    const { CREATED_AT, UPDATED_AT, EXPIRE_TIME } = sdk.MetadataField;
    const fields = { metadataFields: [CREATED_AT, UPDATED_AT, EXPIRE_TIME] };
    expect(await run(() => sdk.kvs.get('a', fields))).toEqual({
      key: 'a',
      value: 1,
      createdAt: written,
      updatedAt: written,
      expireTime: new Date(written + 86_400_000).toISOString(),
    });
  });

  test('custom entities are refused, since the manifest has none', async () => {
    const { refused, sdk } = await aForgeWorld();
    expect(await refused(() => sdk.kvs.entity('seat').set('a', { x: 1 }))).toBe(
      '400 INVALID_ENTITY_TYPE: The manifest declares no custom entity of this name',
    );
  });
});

describe('policies', () => {
  test('FAIL_IF_EXISTS lets one writer through and refuses the other', async () => {
    const { run, sdk } = await aForgeWorld();
    const outcomes = await run(() =>
      Promise.allSettled([1, 2].map((n) => sdk.kvs.set('ledger:1', n, { keyPolicy: 'FAIL_IF_EXISTS' }))),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected']);
    expect(await run(() => sdk.kvs.get('ledger:1'))).toBe(1);
  });

  test('FAIL_IF_EXISTS is refused with KEY_CONFLICT', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', 1));
    expect(await refused(() => sdk.kvs.set('a', 2, { keyPolicy: 'FAIL_IF_EXISTS' }))).toBe(
      '409 KEY_CONFLICT: There is already a value under this key',
    );
  });

  test('OVERRIDE can give the previous value', async () => {
    const { run, sdk } = await aForgeWorld();
    const options = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
    expect(await run(() => sdk.kvs.set('a', 1, options))).toBeUndefined();
    expect(await run(() => sdk.kvs.set('a', 2, options))).toEqual({ key: 'a', value: 1 });
  });

  test('OVERRIDE can give the latest value', async () => {
    const { run, sdk } = await aForgeWorld();
    const options = { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' } as const;
    expect(await run(() => sdk.kvs.set('a', 2, options))).toEqual({ key: 'a', value: 2 });
  });
});

describe('secrets', () => {
  test('a secret is read back and deleted', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.setSecret('key', 'hush'));
    expect(await run(() => sdk.kvs.getSecret('key'))).toBe('hush');
    await run(() => sdk.kvs.deleteSecret('key'));
    expect(await run(() => sdk.kvs.getSecret('key'))).toBeUndefined();
  });

  test('a secret is neither a plain key nor found by a query', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.setSecret('key', 'hush'));
    await host.advance('PT1M');
    expect(await run(() => sdk.kvs.get('key'))).toBeUndefined();
    expect(await run(() => sdk.kvs.query().getMany())).toMatchObject({ results: [] });
  });

  test('the inspector names a secret without its value', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.setSecret('key', 'hush'));
    expect(host.inspect('kvs')).toEqual([{ key: 'key', secret: true }]);
  });

  test('the inspector lists secrets among the other keys, in the order of keys', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(async () => {
      await sdk.kvs.set('c', 1);
      await sdk.kvs.setSecret('b', 'hush');
      await sdk.kvs.set('a', 1);
    });
    expect(host.inspect('kvs')).toMatchObject([{ key: 'a' }, { key: 'b', secret: true }, { key: 'c' }]);
  });
});
