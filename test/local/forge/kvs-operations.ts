import { KVS_LIMITS, KVS_QUERY_LAG_MS } from './limits';
import type { KvsRates } from './kvs-rates';
import { KvsRefusal, badRequest, keyConflict, keyNotFound } from './kvs-refusal';
import type { MetadataField, QueryRequest, SetRequest } from './kvs-requests';
import type { KvsStore, StoredValue } from './kvs-store';
import { checkKey, expiryOf, toStorable } from './kvs-validation';

/** Status and JSON text of an answer; null is an empty body. */
export interface Reply {
  readonly status: number;
  readonly text: string | null;
}

/** Told of every request that was carried out. */
export interface KvsCost {
  read(bytes: number): void;
  wrote(bytes: number): void;
}

export const DONE: Reply = { status: 204, text: null };

/** Operations on single keys and queries, on the plain or on the secret store. */
export class KvsOperations {
  constructor(
    private readonly store: KvsStore,
    private readonly rates: KvsRates,
    private readonly now: () => number,
    private readonly cost: KvsCost,
  ) {}

  get(
    request: { key: string; options?: { metadataFields?: MetadataField[] | undefined } | undefined },
    staleMs: number,
  ): Reply {
    const now = this.now();
    checkKey(request.key);
    const found = this.store.asOf(request.key, now - staleMs, now);
    const bytes = found?.bytes ?? 0;
    this.rates.takeKeyRead(request.key, bytes, now);
    this.rates.takeRead(bytes, now);
    this.cost.read(bytes);
    if (found === undefined) throw keyNotFound();
    return { status: 200, text: itemText(request.key, found, request.options?.metadataFields) };
  }

  set(request: SetRequest): Reply {
    const now = this.now();
    const { key, options } = request;
    checkKey(key);
    const { text, bytes } = toStorable(request.value);
    const expireAt = expiryOf(options?.ttl, now);
    const previous = this.store.get(key, now);
    // A value past its TTL still stands in the way until it is swept.
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) throw keyConflict();
    this.rates.takeKeyWrite(key, bytes, now);
    this.rates.takeWrite(bytes, now);
    const latest = { text, bytes, createdAt: previous?.createdAt ?? now, updatedAt: now, expireAt };
    this.store.put(key, latest);
    this.cost.wrote(bytes);
    const shown = options?.returnValue === 'PREVIOUS' ? previous : latest;
    if (options?.returnValue === undefined || shown === undefined) return DONE;
    return { status: 200, text: itemText(key, shown, options.returnMetadataFields) };
  }

  delete(key: string): Reply {
    const now = this.now();
    checkKey(key);
    this.rates.takeWrite(0, now);
    this.store.delete(key, now);
    this.cost.wrote(0);
    return DONE;
  }

  query(request: QueryRequest, staleMs: number): Reply {
    const now = this.now();
    const limit = request.limit ?? KVS_LIMITS.queryDefault;
    if (limit < 1 || limit > KVS_LIMITS.queryMaximum)
      throw new KvsRefusal(
        400,
        'LIST_QUERY_LIMIT_EXCEEDED',
        `The limit is 1 to ${String(KVS_LIMITS.queryMaximum)}`,
      );
    const range = { prefix: prefixOf(request.where), after: afterOf(request.after), limit };
    const found = this.store.page(range, now - Math.max(KVS_QUERY_LAG_MS, staleMs), now);
    const bytes = found.reduce((sum, [, value]) => sum + value.bytes, 0);
    this.rates.takeRead(bytes, now);
    this.cost.read(bytes);
    const data = found.map(([key, value]) => itemText(key, value, request.options?.metadataFields)).join(',');
    // A full page has a cursor even when nothing follows; the next page is then empty.
    const last = found.length === limit ? found.at(-1) : undefined;
    const cursor = last === undefined ? '' : `,"cursor":${JSON.stringify(cursorOf(last[0]))}`;
    return { status: 200, text: `{"data":[${data}]${cursor}}` };
  }
}

/** JSON of one item, without parsing the value again. */
export function itemText(key: string, value: StoredValue, fields: readonly MetadataField[] = []): string {
  const parts = [`"key":${JSON.stringify(key)}`, `"value":${value.text}`];
  if (fields.includes('CREATED_AT')) parts.push(`"createdAt":${String(value.createdAt)}`);
  if (fields.includes('UPDATED_AT')) parts.push(`"updatedAt":${String(value.updatedAt)}`);
  if (fields.includes('EXPIRE_TIME') && value.expireAt !== null)
    parts.push(`"expireTime":"${new Date(value.expireAt).toISOString()}"`);
  return `{${parts.join(',')}}`;
}

function prefixOf(where: QueryRequest['where']): string {
  if (where === undefined || where.length === 0) return '';
  const [clause] = where;
  if (where.length > 1 || clause === undefined)
    throw new KvsRefusal(400, 'QUERY_WHERE_INVALID', 'A query has one "where" clause only');
  if (clause.property !== 'key')
    throw new KvsRefusal(400, 'QUERY_WHERE_FIELD_INVALID', 'Only the key can be asked for');
  if (clause.condition !== 'BEGINS_WITH')
    throw new KvsRefusal(400, 'INVALID_FILTER_CONDITION', 'Plain keys know the condition BEGINS_WITH only');
  const [prefix] = clause.values;
  if (clause.values.length !== 1 || typeof prefix !== 'string')
    throw new KvsRefusal(400, 'INVALID_FILTER_VALUES', 'BEGINS_WITH takes one string');
  return prefix;
}

const CURSOR_MARK = 'after:';

function cursorOf(key: string): string {
  return Buffer.from(`${CURSOR_MARK}${key}`).toString('base64url');
}

function afterOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(CURSOR_MARK)) throw badRequest('The cursor is none of this store');
  return text.slice(CURSOR_MARK.length);
}
