import { expect, test } from 'vitest';

import { aForgeWorld, itself, type ForgeWorld } from './a-forge-world';

test.each([
  ['set', (sdk: ForgeWorld['sdk']) => sdk.kvs.set('a', 1)],
  ['a secret set', (sdk: ForgeWorld['sdk']) => sdk.kvs.setSecret('a', 1)],
  ['delete', (sdk: ForgeWorld['sdk']) => sdk.kvs.delete('a')],
  ['batch set', (sdk: ForgeWorld['sdk']) => sdk.kvs.batchSet([{ key: 'a', value: 1 }])],
  ['batch delete', (sdk: ForgeWorld['sdk']) => sdk.kvs.batchDelete([{ key: 'a' }])],
  ['transact', (sdk: ForgeWorld['sdk']) => sdk.kvs.transact().delete('a').execute()],
])('write hits %s, and no read before it', async (_, work) => {
  const { run, sdk, host } = await aForgeWorld();
  host.fault({ target: 'kvs', match: 'write a', status: 503 });
  await run(() => sdk.kvs.get('a'));
  await run(() => sdk.kvs.batchGet([{ key: 'a' }]));
  const error = await run(() => work(sdk).then(() => undefined, itself));
  expect(error).toMatchObject({ responseDetails: { status: 503 } });
});
