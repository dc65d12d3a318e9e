import type { Snapshot } from '../../src/domain/snapshot';
import { createLedgerStore } from '../../src/storage/ledger-repository';
import { createSnapshotStore } from '../../src/storage/snapshot-repository';
import { findCurrentSnapshot } from '../../src/usecases/current-snapshot';
import type { LocalHost } from '../../test/local/host-contract';
import { readingClient } from './reading-client';

/** The snapshot that the app stored last, unpacked by the app's own repository from what lies in its KVS. */
export async function readStoredSnapshot(host: LocalHost): Promise<Snapshot> {
  const values = storedValues(host);
  const client = readingClient((key) => values.get(key));
  const snapshot = await findCurrentSnapshot({
    snapshots: createSnapshotStore(client),
    ledger: createLedgerStore(client),
  });
  if (snapshot === undefined) throw new Error('The scan is complete but no snapshot is stored.');
  return snapshot;
}

/** What lies in the app's KVS, by key; a secret has no value. */
export function storedValues(host: LocalHost): ReadonlyMap<string, unknown> {
  const entries = host.inspect('kvs');
  const values = new Map<string, unknown>();
  for (const entry of Array.isArray(entries) ? entries : []) {
    const { key, value } = entry as { key: string; value?: unknown };
    values.set(key, value);
  }
  return values;
}
