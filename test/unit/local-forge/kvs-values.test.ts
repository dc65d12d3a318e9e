import { describe, expect, test } from 'vitest';

import { aForgeWorld, codeOf, itself, nested, ofSize } from './a-forge-world';

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
    ['', 'KEY_TOO_SHORT'],
    ['k'.repeat(501), 'KEY_TOO_LONG'],
    ['a/b', 'INVALID_KEY'],
    ['   ', 'INVALID_KEY'],
  ])('the key %j is refused with %s', async (key, code) => {
    const { run, sdk } = await aForgeWorld();
    await expect(run(() => sdk.kvs.set(key, 1))).rejects.toThrow(/./);
    await expect(run(() => sdk.kvs.set(key, 1).catch(codeOf))).resolves.toBe(code);
  });

  test('a key of 500 characters with an account id in it is allowed', async () => {
    const { run, sdk } = await aForgeWorld();
    const key = '712020:uuid'.padEnd(500, '#');
    await run(() => sdk.kvs.set(key, 1));
    expect(await run(() => sdk.kvs.get(key))).toBe(1);
  });

  test('240 KiB may be stored, a byte more not', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', ofSize(240 * KIB)));
    expect(await run(() => sdk.kvs.set('b', ofSize(240 * KIB + 1)).catch(codeOf))).toBe('MAX_SIZE');
  });

  test('31 levels may be stored, 32 not', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', nested(31)));
    expect(await run(() => sdk.kvs.set('b', nested(32)).catch(codeOf))).toBe('MAX_DEPTH');
  });

  test.each([[null], [undefined]])('%s is no value', async (value) => {
    const { run, sdk } = await aForgeWorld();
    expect(await run(() => sdk.kvs.set('a', value).catch(codeOf))).toBe('BAD_REQUEST');
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
    const { run, sdk } = await aForgeWorld();
    const set = run(() => sdk.kvs.entity('seat').set('a', { x: 1 }).catch(codeOf));
    expect(await set).toBe('INVALID_ENTITY_TYPE');
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

  test('the refusal is a ForgeKvsAPIError with status 409 and KEY_CONFLICT', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', 1));
    const error = await run(() => sdk.kvs.set('a', 2, { keyPolicy: 'FAIL_IF_EXISTS' }).catch(itself));
    expect(error).toBeInstanceOf(sdk.ForgeKvsAPIError);
    expect(error).toMatchObject({ code: 'KEY_CONFLICT', responseDetails: { status: 409 } });
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

describe('TTL', () => {
  const hour = { ttl: { value: 1, unit: 'HOURS' } } as const;

  test('a value past its time is still read, and still in the way of FAIL_IF_EXISTS', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.set('lease', 1, hour));
    await host.advance('PT2H');
    expect(await run(() => sdk.kvs.get('lease'))).toBe(1);
    const taken = run(() => sdk.kvs.set('lease', 2, { keyPolicy: 'FAIL_IF_EXISTS' }).catch(codeOf));
    expect(await taken).toBe('KEY_CONFLICT');
  });

  test('48 hours after its time it is gone', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.set('lease', 1, hour));
    await host.advance('PT49H');
    expect(await run(() => sdk.kvs.get('lease'))).toBeUndefined();
    expect(host.inspect('kvs')).toEqual([]);
  });

  test('a year is allowed, more not', async () => {
    const { run, sdk } = await aForgeWorld();
    const forDays = (value: number) => ({ ttl: { value, unit: 'DAYS' as const } });
    await run(() => sdk.kvs.set('a', 1, forDays(365)));
    expect(await run(() => sdk.kvs.set('b', 1, forDays(366)).catch(codeOf))).toBe('BAD_REQUEST');
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
