import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKvsClient } from '../../../src/storage/kvs-client';
import { aPlatform } from '../../builders/a-platform';

const store = vi.hoisted(() => {
  /** An answer of the store with a status, as its SDK throws it. */
  class ForgeKvsAPIError extends Error {
    constructor(readonly responseDetails: { readonly status: number }) {
      super(`status ${String(responseDetails.status)}`);
    }
  }
  return { ForgeKvsAPIError, kvs: { get: vi.fn(), set: vi.fn() } };
});
vi.mock('@forge/kvs', () => store);

const refused = (status: number) => new store.ForgeKvsAPIError({ status });

beforeEach(() => {
  store.kvs.get.mockReset();
  store.kvs.set.mockReset();
});

describe('The storage is unavailable, which is no conflict', () => {
  it('after four attempts that might have passed', async () => {
    store.kvs.get.mockRejectedValue(refused(503));
    const platform = aPlatform();
    await expect(createKvsClient(platform).get('a')).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(platform.slept).toEqual([500, 1_000, 2_000]);
  });

  it('at once when trying again would not help', async () => {
    store.kvs.get.mockRejectedValue(refused(400));
    const platform = aPlatform();
    await expect(createKvsClient(platform).get('a')).rejects.toMatchObject({ code: 'storage.unavailable' });
    expect(platform.slept).toEqual([]);
  });

  it('when a record can neither be written nor be found', async () => {
    store.kvs.set.mockRejectedValue(refused(503));
    store.kvs.get.mockResolvedValue(undefined);
    await expect(createKvsClient(aPlatform()).create('a', { hash: 'mine' })).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
  });
});

describe('A record whose write failed', () => {
  it.each([
    ['was written when its own hash is found', 'mine', true],
    ['lost against another when another hash is found', 'theirs', false],
  ])('%s', async (_, hash, won) => {
    store.kvs.set.mockRejectedValue(refused(409));
    store.kvs.get.mockResolvedValue({ hash });
    expect(await createKvsClient(aPlatform()).create('a', { hash: 'mine' })).toBe(won);
  });
});

describe('A value whose write got no answer', () => {
  const lost = new TypeError('fetch failed');

  it('counts as written when it is there', async () => {
    store.kvs.set.mockRejectedValue(lost);
    store.kvs.get.mockResolvedValue({ b: 2, a: 1 });
    await expect(createKvsClient(aPlatform()).set('key', { a: 1, b: 2 })).resolves.toBeUndefined();
  });

  it('counts as failed when something else is there', async () => {
    store.kvs.set.mockRejectedValue(lost);
    store.kvs.get.mockResolvedValue({ a: 0 });
    await expect(createKvsClient(aPlatform()).set('key', { a: 1 })).rejects.toMatchObject({
      code: 'storage.unavailable',
    });
  });
});
