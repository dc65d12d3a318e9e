import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import type { Platform } from '../ports/platform';

/** Attempts on a KVS that is busy or broken for a moment; every operation here may be repeated safely. */
const ATTEMPTS = 4;
const FIRST_DELAY_MS = 500;
const NOT_FOUND = 'KEY_NOT_FOUND';

export interface KvsClient {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /** Writes only where nothing is; false when something is there already. */
  create(key: string, value: { readonly hash: string }): Promise<boolean>;
  getMany(keys: readonly string[]): Promise<Map<string, unknown>>;
  setMany(entries: readonly { readonly key: string; readonly value: unknown }[]): Promise<void>;
  deleteMany(keys: readonly string[]): Promise<void>;
  getSecret(key: string): Promise<unknown>;
  setSecret(key: string, value: unknown): Promise<void>;
  deleteSecret(key: string): Promise<void>;
}

/** Forge KVS with retries; batches are cut by the caller to the platform's size, by number of keys here. */
export function createKvsClient(platform: Platform): KvsClient {
  const retry = <T>(work: () => Promise<T>): Promise<T> => withRetries(platform, work);
  const get = (key: string): Promise<unknown> => retry(() => kvs.get<unknown>(key));
  return {
    get,
    set: (key, value) => retry(() => kvs.set(key, value)),
    create: (key, value) => create(platform, get, { key, value }),
    async getMany(keys) {
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
    },
    async setMany(entries) {
      for (const batch of batches(entries)) {
        const { failedKeys } = await retry(() =>
          kvs.batchSet(batch.map(({ key, value }) => ({ key, value }))),
        );
        const failed = new Set(failedKeys.map(({ key }) => key));
        for (const { key, value } of batch) if (failed.has(key)) await retry(() => kvs.set(key, value));
      }
    },
    async deleteMany(keys) {
      for (const batch of batches(keys)) await retry(() => kvs.batchDelete(batch.map((key) => ({ key }))));
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
