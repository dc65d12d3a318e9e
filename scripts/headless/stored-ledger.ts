import type { LedgerEvent, LedgerRecord } from '../../src/domain/evidence/record';
import { createLedgerStore } from '../../src/storage/ledger-repository';
import type { LocalHost } from '../../test/local/host-contract';
import { readingClient } from './reading-client';
import { storedValues } from './stored-snapshot';

/** A ledger as it lies in the app's storage, oldest record first; its chain is checked on the way. */
export function readLedger<Event extends LedgerEvent>(
  host: LocalHost,
  ledger: string,
): Promise<readonly LedgerRecord<Event>[]> {
  const values = storedValues(host);
  return createLedgerStore(readingClient((key) => values.get(key))).readAll<Event>(ledger);
}
