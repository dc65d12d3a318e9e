import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { hashOf } from '../domain/evidence/hash-chain';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { Platform } from '../ports/platform';

/** Attempts on a KVS that is busy or broken for a moment; every operation here may be repeated safely. */
const ATTEMPTS = 4;
const FIRST_DELAY_MS = 500;
const NOT_FOUND = 'KEY_NOT_FOUND';

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

export interface KvsClient {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Writes only where nothing is; false when something is there already. */
  create(key: string, value: { readonly hash: string }): Promise<boolean>;
  getMany(keys: readonly string[]): Promise<Map<string, unknown>>;
  setMany(entries: readonly Entry[]): Promise<void>;
  deleteMany(keys: readonly string[]): Promise<void>;
  getSecret(key: string): Promise<unknown>;
  setSecret(key: string, value: unknown): Promise<void>;
  deleteSecret(key: string): Promise<void>;
}

/** Forge KVS with retries; batches are cut by the caller to the platform's size, by number of keys here. */
export function createKvsClient(platform: Platform): KvsClient {
  const retry = <T>(work: () => Promise<T>): Promise<T> => withRetries(platform, work);
  const get = (key: string): Promise<unknown> => retry(() => kvs.get<unknown>(key));
  const getMany = async (keys: readonly string[]): Promise<Map<string, unknown>> => {
    const found = new Map<string, unknown>();
    for (const batch of batches(keys)) {
      const { successfulKeys, failedKeys } = await retry(() =>
        kvs.batchGet<unknown>(batch.map((key) => ({ key }))),
      );
      for (const { key, value } of successfulKeys) found.set(key, value);
      for (const { key, error } of failedKeys) {
        if (error.code === NOT_FOUND) continue;
        const value = await get(key);
        if (value !== undefined) found.set(key, value);
      }
    }
    return found;
  };
  const setBatch = async (batch: readonly Entry[]): Promise<void> => {
    const { failedKeys } = await retry(() => kvs.batchSet(batch.map(({ key, value }) => ({ key, value }))));
    const failed = new Set(failedKeys.map(({ key }) => key));
    for (const { key, value } of batch) if (failed.has(key)) await retry(() => kvs.set(key, value));
  };
  return {
    get,
    set: (key, value) =>
      unlessDone(
        () => retry(() => kvs.set(key, value)),
        async () => hashOf(await get(key)) === hashOf(value),
      ),
    create: (key, value) => create(platform, get, { key, value }),
    getMany,
    async setMany(entries) {
      for (const batch of batches(entries))
        await unlessDone(
          () => setBatch(batch),
          async () => {
            const found = await getMany(batch.map(({ key }) => key));
            return batch.every(({ key, value }) => hashOf(found.get(key)) === hashOf(value));
          },
        );
    },
    async deleteMany(keys) {
      for (const batch of batches(keys))
        await unlessDone(
          async () => {
            await retry(() => kvs.batchDelete(batch.map((key) => ({ key }))));
          },
          async () => (await getMany(batch)).size === 0,
        );
    },
    getSecret: (key) => retry(() => kvs.getSecret<unknown>(key)),
    setSecret: (key, value) => retry(() => kvs.setSecret(key, value)),
    deleteSecret: (key) => retry(() => kvs.deleteSecret(key)),
  };
}

/**
 * The code of a refused FAIL_IF_EXISTS is not documented, and an answer may be lost after the write: so after
 * any error the key itself tells. What carries our hash is ours.
 */
async function create(
  platform: Platform,
  get: (key: string) => Promise<unknown>,
  { key, value }: { key: string; value: { readonly hash: string } },
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
      return true;
    } catch (error) {
      const found = await get(key);
      if (found !== undefined) return carriesHash(found, value.hash);
      if (attempt >= ATTEMPTS) throw unavailable(error);
      await platform.sleep(FIRST_DELAY_MS * attempt);
    }
  }
}

function carriesHash(found: unknown, hash: string): boolean {
  return typeof found === 'object' && found !== null && 'hash' in found && found.hash === hash;
}

async function withRetries<T>(platform: Platform, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayPass(error)) throw unavailable(error);
      await platform.sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
    }
  }
}

/** The answer to a write may be lost after it was made: before it counts as failed, the keys themselves tell. */
async function unlessDone(write: () => Promise<void>, isDone: () => Promise<boolean>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(await isDone())) throw error;
  }
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof ForgeKvsAPIError)) return true;
  const { status } = error.responseDetails;
  return status === 429 || status >= 500;
}

function unavailable(cause: unknown): AppError {
  return new AppError('storage.unavailable', 'The app could not reach its storage; try again.', { cause });
}

function batches<Item>(items: readonly Item[]): Item[][] {
  const result: Item[][] = [];
  for (let start = 0; start < items.length; start += BUDGETS.batchKeys)
    result.push(items.slice(start, start + BUDGETS.batchKeys));
  return result;
}
