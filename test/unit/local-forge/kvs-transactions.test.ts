import { describe, expect, test } from 'vitest';

import { type Sdk, aForgeWorld, items, ofSize } from './a-forge-world';

const KIB = 1_024;

/** A transaction that sets all of these. */
function setting({ kvs }: Sdk, values: readonly { key: string; value: unknown }[]) {
  return values.reduce((all, { key, value }) => all.set(key, value), kvs.transact());
}

describe('transactions', () => {
  test('do all', async () => {
    const { run, sdk, host } = await aForgeWorld();
    await run(() => sdk.kvs.set('old', 1));
    await run(() => sdk.kvs.transact().set('new', 2).delete('old').execute());
    expect(host.inspect('kvs')).toEqual([{ key: 'new', bytes: 1, value: 2 }]);
  });

  test('or nothing', async () => {
    const { refused, sdk, host } = await aForgeWorld();
    const transaction = () => sdk.kvs.transact().set('good', 1).set('a/b', 1).execute();
    expect(await refused(transaction)).toMatch(/^400 INVALID_KEY: /);
    expect(host.inspect('kvs')).toEqual([]);
  });

  test('hold 25 operations, not 26', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    await run(() => setting(sdk, items(25)).execute());
    expect(await refused(() => setting(sdk, items(26)).execute())).toBe(
      '400 BAD_REQUEST: A transaction holds 25 operations at most',
    );
  });

  test('hold 4 MB, not more', async () => {
    const { run, refused, sdk } = await aForgeWorld();
    const big = ofSize(240 * KIB);
    await run(() => setting(sdk, items(17, big)).execute());
    expect(await refused(() => setting(sdk, items(18, big)).execute())).toBe(
      '400 MAX_SIZE: A transaction is 4194304 bytes at most',
    );
  });

  test('hold something', async () => {
    const { refused, sdk } = await aForgeWorld();
    expect(await refused(() => sdk.kvs.transact().execute())).toBe(
      '400 INVALID_TRANSACTION_REQUEST: A transaction needs an operation',
    );
  });

  test('name each key once and check entities only', async () => {
    const { refused, sdk } = await aForgeWorld();
    const twice = () => sdk.kvs.transact().set('a', 1).delete('a').execute();
    const conditions = new sdk.Filter<{ x: number }>().and('x', sdk.FilterConditions.equalTo(1));
    const check = () => sdk.kvs.transact().check('a', { entityName: 'seat', conditions }).execute();
    expect(await refused(twice)).toBe('400 BAD_REQUEST: Each key may be named once');
    expect(await refused(check)).toMatch(/^400 INVALID_ENTITY_TYPE: /);
  });
});
