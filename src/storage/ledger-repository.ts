import { z } from 'zod';
import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { chainRecord, findChainFault } from '../domain/evidence/hash-chain';
import type { LedgerEvent, LedgerRecord } from '../domain/evidence/record';
import type { Fold, LedgerHead, LedgerStore } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';
import { readPacked, writePacked } from './packed-values';

/** Raised when a fold changes its meaning, so that cached folds of before are made anew. */
const FOLD_VERSION = 23;
/** New records after which the fold is worth caching again. */
const CACHE_EVERY = 40;

const envelope = z.object({
  format: z.literal('seattrace-record/1'),
  ledger: z.string(),
  sequence: z.int().min(1),
  at: z.string(),
  actor: z.object({ accountId: z.string().nullable(), role: z.string(), proof: z.string() }),
  nonce: z.string(),
  event: z.looseObject({ kind: z.string() }),
  previous: z.string(),
  hash: z.string(),
});
const cachedFold = z.object({
  version: z.literal(FOLD_VERSION),
  state: z.looseObject({ sequence: z.int(), headHash: z.string() }),
});

/** Ledgers in KVS: one key for each record, numbered without gaps. */
export function createLedgerStore(client: KvsClient): LedgerStore {
  return {
    async load<State extends LedgerHead, Event extends LedgerEvent>(
      ledger: string,
      fold: Fold<State, Event>,
    ): Promise<State> {
      const cached = await readCache<State>(client, ledger);
      const start = cached ?? fold.initial;
      const records = await readFrom<Event>(client, ledger, start);
      const state = records.reduce(fold.step, start);
      if (records.length >= CACHE_EVERY) await writeCache(client, ledger, state);
      return state;
    },
    async append(head, entry) {
      const record = chainRecord(
        { ledger: head.ledger, sequence: head.sequence, hash: head.headHash },
        entry,
      );
      const won = await client.create(keys.ledgerRecord(head.ledger, record.sequence), record);
      if (!won) throw new AppError('storage.conflict', 'Somebody else changed this at the same moment.');
      return record;
    },
    async readAll<Event extends LedgerEvent>(ledger: string) {
      return readFrom<Event>(client, ledger, { sequence: 0, headHash: '' });
    },
  };
}

async function readCache<State extends LedgerHead>(
  client: KvsClient,
  ledger: string,
): Promise<State | undefined> {
  const [value] = await readPacked(client, [keys.ledgerFold(ledger)]);
  const parsed = cachedFold.safeParse(value);
  if (!parsed.success) return undefined;
  // The cache was written by this very fold: its version says so, its hash was checked when it was unpacked.
  return z.custom<State>((state) => cachedFold.shape.state.safeParse(state).success).parse(parsed.data.state);
}

/** The cache only saves reading: where it cannot be written now, the next reader tries again. */
async function writeCache(client: KvsClient, ledger: string, state: LedgerHead): Promise<void> {
  try {
    await writePacked(client, [{ key: keys.ledgerFold(ledger), value: { version: FOLD_VERSION, state } }]);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'storage.unavailable') throw error;
  }
}

/** Records after the head, in order, each checked against its own hash and the one before it. */
async function readFrom<Event extends LedgerEvent>(
  client: KvsClient,
  ledger: string,
  head: LedgerHead,
): Promise<LedgerRecord<Event>[]> {
  const records: LedgerRecord<Event>[] = [];
  for (let from = head.sequence + 1; ; from += BUDGETS.batchKeys) {
    const wanted = Array.from({ length: BUDGETS.batchKeys }, (_, index) =>
      keys.ledgerRecord(ledger, from + index),
    );
    const found = await client.getMany(wanted);
    for (const key of wanted) {
      const value = found.get(key);
      if (value === undefined) return checked(records, ledger, head);
      records.push(parseRecord<Event>(value, key));
    }
  }
}

function parseRecord<Event extends LedgerEvent>(value: unknown, key: string): LedgerRecord<Event> {
  // What an event holds is vouched for by the record's hash, which is checked next: only this app makes it.
  const record = z.custom<LedgerRecord<Event>>((each) => envelope.safeParse(each).success).safeParse(value);
  if (!record.success) throw broken(`Record ${key} cannot be read.`);
  return record.data;
}

function checked<Event extends LedgerEvent>(
  records: LedgerRecord<Event>[],
  ledger: string,
  head: LedgerHead,
): LedgerRecord<Event>[] {
  const first = records[0];
  if (first === undefined) return records;
  if (head.sequence > 0 && first.previous !== head.headHash)
    throw broken(`The ledger ${ledger} does not follow from what was read before.`);
  const fault = findChainFault(records, undefined, { sequence: head.sequence, hash: first.previous });
  if (fault !== null) throw broken(`The ledger ${ledger} was changed from outside: ${fault}`);
  return records;
}

function broken(message: string): AppError {
  return new AppError('evidence.broken', message);
}
