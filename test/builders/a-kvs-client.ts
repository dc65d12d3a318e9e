import type { KvsClient } from '../../src/storage/kvs-client';

/** A client whose values lie in a map, for what is built on it; `values` shows and changes what is stored. */
export function aKvsClient(values = new Map<string, unknown>()): KvsClient & { values: typeof values } {
  const set = (key: string, value: unknown): Promise<void> => {
    values.set(key, structuredClone(value));
    return Promise.resolve();
  };
  const drop = (key: string): Promise<void> => {
    values.delete(key);
    return Promise.resolve();
  };
  return {
    values,
    set,
    get: (key) => Promise.resolve(values.get(key)),
    create: async (key, value) => {
      if (values.has(key)) return false;
      await set(key, value);
      return true;
    },
    getMany: (keys) =>
      Promise.resolve(new Map(keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)]))),
    setMany: async (entries) => {
      for (const { key, value } of entries) await set(key, value);
    },
    deleteMany: async (keys) => {
      for (const key of keys) await drop(key);
    },
    getSecret: (key) => Promise.resolve(values.get(key)),
    setSecret: set,
    deleteSecret: drop,
  };
}
