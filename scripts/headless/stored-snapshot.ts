import type { Snapshot } from '../../src/domain/snapshot';
import type { KvsClient } from '../../src/storage/kvs-client';
import { createLedgerStore } from '../../src/storage/ledger-repository';
import { createSnapshotStore } from '../../src/storage/snapshot-repository';
import { findCurrentSnapshot } from '../../src/usecases/current-snapshot';
import type { LocalHost } from '../../test/local/host-contract';

/** The snapshot that the app stored last, unpacked by the app's own repository from what lies in its KVS. */
export async function readStoredSnapshot(host: LocalHost): Promise<Snapshot> {
  const client = readingClient(host);
  const snapshot = await findCurrentSnapshot({
    snapshots: createSnapshotStore(client),
    ledger: createLedgerStore(client),
  });
  if (snapshot === undefined) throw new Error('The scan is complete but no snapshot is stored.');
  return snapshot;
}

/** Reads only: what lies in storage stays as the app left it. */
function readingClient(host: LocalHost): KvsClient {
  const entries = host.inspect('kvs');
  const values = new Map<string, unknown>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    const { key, value } = entry as { key: string; value?: unknown };
    values.set(key, value);
  }
  const refuse = (): Promise<never> => Promise.reject(new Error('This client only reads.'));
  return {
    get: (key) => Promise.resolve(values.get(key)),
    getMany: (keys) =>
      Promise.resolve(new Map(keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)]))),
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
