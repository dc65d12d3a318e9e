import { KVS_LIMITS } from './limits';
import { DONE, type KvsCost, type Reply, itemText } from './kvs-operations';
import type { KvsRates } from './kvs-rates';
import { KvsRefusal, badRequest, emptyTransaction, keyNotFound, noEntity } from './kvs-refusal';
import type { MetadataField, TransactionRequest } from './kvs-requests';
import type { KvsStore, StoredValue } from './kvs-store';
import { checkKey, expiryOf, toStorable } from './kvs-validation';

interface Item {
  readonly key: string;
  readonly entityName?: string | undefined;
}

interface SetItem extends Item {
  readonly value?: unknown;
  readonly options?: { readonly ttl?: Parameters<typeof expiryOf>[0] } | undefined;
}

interface GetItem extends Item {
  readonly options?: { readonly metadataFields?: MetadataField[] | undefined } | undefined;
}

/** Batches, whose items succeed or fail one by one, and transactions, which are carried out whole or not at all. */
export class KvsBatches {
  constructor(
    private readonly store: KvsStore,
    private readonly rates: KvsRates,
    private readonly now: () => number,
    private readonly cost: KvsCost,
  ) {}

  get(items: readonly GetItem[], staleMs: number): Reply {
    checkBatch(items);
    const now = this.now();
    let bytes = 0;
    const reply = eachItem(items, (item) => {
      checkItem(item);
      const found = this.store.asOf(item.key, now - staleMs, now);
      if (found === undefined) throw keyNotFound();
      this.rates.takeKeyRead(item.key, found.bytes, now);
      bytes += found.bytes;
      return itemText(item.key, found, item.options?.metadataFields);
    });
    this.rates.takeRead(bytes, now);
    this.cost.read(bytes);
    return reply;
  }

  set(items: readonly SetItem[], requestBytes: number): Reply {
    checkBatch(items);
    if (requestBytes > KVS_LIMITS.batchBytes)
      throw new KvsRefusal(400, 'MAX_SIZE', `A batch is ${String(KVS_LIMITS.batchBytes)} bytes at most`);
    const now = this.now();
    const writes: [string, StoredValue][] = [];
    const reply = eachItem(items, (item) => {
      checkItem(item);
      const value = this.toValue(item, now);
      this.rates.takeKeyWrite(item.key, value.bytes, now);
      writes.push([item.key, value]);
      return JSON.stringify({ key: item.key });
    });
    this.write(writes, [], now);
    return reply;
  }

  delete(items: readonly Item[]): Reply {
    checkBatch(items);
    const deletes: string[] = [];
    const reply = eachItem(items, (item) => {
      checkItem(item);
      deletes.push(item.key);
      return JSON.stringify({ key: item.key });
    });
    this.write([], deletes, this.now());
    return reply;
  }

  transact(request: TransactionRequest, requestBytes: number): Reply {
    const { set = [], delete: remove = [], check = [] } = request;
    const operations = [...set, ...remove, ...check];
    if (operations.length === 0) throw emptyTransaction();
    if (operations.length > KVS_LIMITS.transactionOperations)
      throw badRequest(`A transaction holds ${String(KVS_LIMITS.transactionOperations)} operations at most`);
    if (requestBytes > KVS_LIMITS.transactionBytes)
      throw new KvsRefusal(
        400,
        'MAX_SIZE',
        `A transaction is ${String(KVS_LIMITS.transactionBytes)} bytes at most`,
      );
    checkDistinct(operations);
    operations.forEach(checkItem);
    if (check.length > 0) throw noEntity();
    const now = this.now();
    const writes = set.map((item): [string, StoredValue] => [item.key, this.toValue(item, now)]);
    for (const [key, value] of writes) this.rates.takeKeyWrite(key, value.bytes, now);
    this.write(
      writes,
      remove.map((item) => item.key),
      now,
    );
    return DONE;
  }

  private toValue(item: SetItem, now: number): StoredValue {
    const { text, bytes } = toStorable(item.value);
    const createdAt = this.store.get(item.key, now)?.createdAt ?? now;
    return { text, bytes, createdAt, updatedAt: now, expireAt: expiryOf(item.options?.ttl, now) };
  }

  /** Counts as one write, rounded once. */
  private write(writes: readonly [string, StoredValue][], deletes: readonly string[], now: number): void {
    const bytes = writes.reduce((sum, [, value]) => sum + value.bytes, 0);
    this.rates.takeWrite(bytes, now);
    for (const [key, value] of writes) this.store.put(key, value);
    for (const key of deletes) this.store.delete(key, now);
    this.cost.wrote(bytes);
  }
}

function checkBatch(items: readonly Item[]): void {
  if (items.length === 0) throw badRequest('A batch needs a key');
  if (items.length > KVS_LIMITS.batchKeys)
    throw badRequest(`A batch holds ${String(KVS_LIMITS.batchKeys)} keys at most`);
  checkDistinct(items);
}

function checkDistinct(items: readonly Item[]): void {
  const names = new Set(items.map((item) => `${item.entityName ?? ''} ${item.key}`));
  if (names.size < items.length) throw badRequest('Each key may be named once');
}

function checkItem(item: Item): void {
  if (item.entityName !== undefined) throw noEntity();
  checkKey(item.key);
}

/** Answers `{successfulKeys, failedKeys}`; `work` gives an item's JSON or refuses it. */
function eachItem<Given extends Item>(items: readonly Given[], work: (item: Given) => string): Reply {
  const done: string[] = [];
  const failed: string[] = [];
  for (const item of items) {
    try {
      done.push(work(item));
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      const { key, entityName } = item;
      failed.push(JSON.stringify({ key, entityName, error: { code: error.code, message: error.message } }));
    }
  }
  return { status: 200, text: `{"successfulKeys":[${done.join(',')}],"failedKeys":[${failed.join(',')}]}` };
}
