import { describe, expect, test } from 'vitest';

import { aForgeWorld, codeOf, items, ofSize } from './a-forge-world';

const KIB = 1_024;

describe('rates', () => {
  const instant = { latency: { rest: 0, kvs: 0 } };
  const limited = 'RATE_LIMIT_EXCEEDED';

  /** Code of the first failure and how often it went well before. */
  async function until(code: string, work: (n: number) => Promise<unknown>): Promise<[number, unknown]> {
    for (let n = 0; n < 5_000; n += 1) {
      const failure = await work(n).then(() => undefined, codeOf);
      if (failure === code) return [n, failure];
    }
    return [5_000, undefined];
  }

  test('a thousand requests a second', async () => {
    const { run, sdk } = await aForgeWorld(undefined, instant);
    expect(await run(() => until(limited, () => sdk.kvs.get('a')))).toEqual([1_000, limited]);
  });

  test('4,000 writes of up to 10 KB a minute; 65 KB count as seven', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const big = ofSize(65_000);
    const written = () => run(() => until(limited, (n) => sdk.kvs.set(`k${String(n)}`, big)));
    expect(await written()).toEqual([Math.floor(4_000 / 7), limited]);
    await host.advance('PT1M');
    expect(await written()).toEqual([Math.floor(4_000 / 7), limited]);
  });

  test('a batch is rounded once', async () => {
    const { run, sdk } = await aForgeWorld();
    const small = items(10, ofSize(1_000));
    expect(await run(() => until(limited, () => sdk.kvs.batchSet(small)))).toEqual([4_000, limited]);
  });

  test('4,000 reads of up to 10 KB a minute', async () => {
    const { run, sdk } = await aForgeWorld();
    await run(() => sdk.kvs.set('a', ofSize(35_000)));
    expect(await run(() => until(limited, () => sdk.kvs.get('a')))).toEqual([1_000, limited]);
  });

  test('1 MB a second to one key', async () => {
    const { run, sdk, host } = await aForgeWorld();
    const big = ofSize(240 * KIB);
    expect(await run(() => until(limited, () => sdk.kvs.set('hot', big)))).toEqual([4, limited]);
    await host.advance('PT1S');
    await run(() => sdk.kvs.set('hot', big));
  });

  test('12 MB a second from one key', async () => {
    const { run, sdk } = await aForgeWorld(undefined, instant);
    await run(() => sdk.kvs.set('hot', ofSize(240 * KIB)));
    expect(await run(() => until(limited, () => sdk.kvs.get('hot')))).toEqual([51, limited]);
  });
});
