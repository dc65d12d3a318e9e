import type { z } from 'zod';
import { type KvsCost, KvsOperations, type Reply } from './kvs-operations';
import { KvsBatches } from './kvs-batches';
import { KvsRates } from './kvs-rates';
import { KvsRefusal, badRequest, noEntity, ofTransaction } from './kvs-refusal';
import { kvsRequests } from './kvs-requests';
import type { KvsStore } from './kvs-store';

export interface KvsStores {
  readonly plain: KvsStore;
  readonly secret: KvsStore;
}

const TRANSACTION = '/api/v1/transaction';

/** What a fault's `match` and the cost counters call an operation. */
export type KvsVerb = 'get' | 'set' | 'delete' | 'query' | 'batch' | 'transact';

/**
 * The wire of the key-value store as `@forge/kvs` speaks it: POST with a JSON body to `/api/v1/…`. Custom entities
 * are refused, since the manifest declares none.
 */
export class KvsService {
  private readonly rates = new KvsRates();
  private readonly plain: KvsOperations;
  private readonly secret: KvsOperations;
  private readonly batches: KvsBatches;

  constructor(
    stores: KvsStores,
    private readonly now: () => number,
    cost: KvsCost,
  ) {
    this.plain = new KvsOperations(stores.plain, this.rates, now, cost);
    this.secret = new KvsOperations(stores.secret, this.rates, now, cost);
    this.batches = new KvsBatches(stores.plain, this.rates, now, cost);
  }

  /** Answers one request; a refusal is an answer too. `staleMs` makes a read answer as it would have earlier. */
  handle(path: string, text: string, staleMs = 0): Reply {
    try {
      this.rates.takeRequest(this.now());
      return this.route(path, text, staleMs);
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      const { status, code, message } = path === TRANSACTION ? ofTransaction(error) : error;
      return { status, text: JSON.stringify({ code, message }) };
    }
  }

  private route(path: string, text: string, staleMs: number): Reply {
    const { plain, secret, batches } = this;
    switch (path) {
      case '/api/v1/get':
        return plain.get(parse(kvsRequests.get, text), staleMs);
      case '/api/v1/set':
        return plain.set(parse(kvsRequests.set, text));
      case '/api/v1/delete':
        return plain.delete(parse(kvsRequests.delete, text).key);
      case '/api/v1/query':
        return plain.query(parse(kvsRequests.query, text), staleMs);
      case '/api/v1/secret/get':
        return secret.get(parse(kvsRequests.get, text), staleMs);
      case '/api/v1/secret/set':
        return secret.set(parse(kvsRequests.set, text));
      case '/api/v1/secret/delete':
        return secret.delete(parse(kvsRequests.delete, text).key);
      case '/api/v1/batch/get':
        return batches.get(parse(kvsRequests.batchGet, text), staleMs);
      case '/api/v1/batch/set':
        return batches.set(parse(kvsRequests.batchSet, text), Buffer.byteLength(text));
      case '/api/v1/batch/delete':
        return batches.delete(parse(kvsRequests.batchDelete, text));
      case TRANSACTION:
        return batches.transact(parse(kvsRequests.transaction, text), Buffer.byteLength(text));
      default:
        throw path.startsWith('/api/v1/entity/') ? noEntity() : new KvsRefusal(404, 'NOT_FOUND', path);
    }
  }
}

/** The verb and keys of a request, for matching faults, and whether it writes. Secrets count as plain keys here. */
export function describeKvsRequest(
  path: string,
  text: string,
): { verb: KvsVerb; keys: string[]; writes: boolean } {
  const body: unknown = JSON.parse(text);
  const last = path.slice(path.lastIndexOf('/') + 1);
  const writes = last === 'set' || last === 'delete';
  if (path.startsWith('/api/v1/batch/')) return { verb: 'batch', keys: stringsAt(body), writes };
  if (last === 'transaction') return { verb: 'transact', keys: stringsAt(body), writes: true };
  if (last === 'query') {
    const where = kvsRequests.query.safeParse(body).data?.where?.[0]?.values[0];
    return { verb: 'query', keys: [typeof where === 'string' ? where : ''], writes };
  }
  return { verb: writes ? last : 'get', keys: stringsAt(body), writes };
}

/** Every `key` of a body: the body's own, those of its items, those of a transaction's lists. */
function stringsAt(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  if ('key' in body && typeof body.key === 'string') return [body.key];
  const inner: unknown[] = Object.values(body);
  return inner.flatMap((item) => (Array.isArray(item) ? item.flatMap(stringsAt) : stringsAt(item)));
}

function parse<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('The request body is no JSON');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(`The request body is invalid at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
