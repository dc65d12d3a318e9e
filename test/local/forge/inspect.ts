import type { CallLog } from '../call-log';
import type { LoggedCall } from '../call';
import type { EventDelivery } from './event-delivery';
import type { KvsStores } from './kvs-service';
import type { KvsStore, StoredValue } from './kvs-store';

/** What `inspect` shows of the platform (contracts/README.md §3). */
export interface Inspector {
  calls(): readonly LoggedCall[];
  kvs(): unknown[];
  queues(): unknown[];
}

/** Reads the parts afresh at each call; lists are sorted or in order of time. */
export function createInspector(parts: {
  readonly log: CallLog;
  readonly stores: KvsStores;
  readonly delivery: EventDelivery;
  readonly now: () => number;
}): Inspector {
  const { log, stores, delivery, now } = parts;
  return {
    calls: () => log.all(),
    kvs: () =>
      [
        ...everything(stores.plain, now()).map(([key, { bytes, text }]) => ({
          key,
          bytes,
          value: JSON.parse(text) as unknown,
        })),
        ...everything(stores.secret, now()).map(([key]) => ({ key, secret: true })),
      ].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
    queues: () =>
      delivery
        .list()
        .flatMap(({ queue, jobId, body, dueAt, attempt }) =>
          queue === null ? [] : [{ queue, jobId, body, dueAt: new Date(dueAt).toISOString(), attempt }],
        ),
  };
}

function everything(store: KvsStore, now: number): [string, StoredValue][] {
  return store.page({ prefix: '', limit: Number.POSITIVE_INFINITY }, now, now);
}
