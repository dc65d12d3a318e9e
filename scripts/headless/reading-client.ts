import type { KvsClient } from '../../src/storage/kvs-client';

/** A client that only reads, so that what lies in storage stays as the app left it. `find` gives a key's value. */
export function readingClient(find: (key: string) => unknown): KvsClient {
  const refuse = (): Promise<never> => Promise.reject(new Error('This client only reads.'));
  return {
    get: (key) => Promise.resolve(find(key)),
    getMany: (keys) =>
      Promise.resolve(
        new Map(
          keys.flatMap((key) => {
            const value = find(key);
            return value === undefined ? [] : [[key, value]];
          }),
        ),
      ),
    getSecret: refuse,
    set: refuse,
    create: refuse,
    // Folds of ledgers, which are only cached: whoever reads the next time makes them again.
    setMany: () => Promise.resolve(),
    deleteMany: refuse,
    setSecret: refuse,
    deleteSecret: refuse,
  };
}
