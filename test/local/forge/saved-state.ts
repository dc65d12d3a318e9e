import { z } from 'zod';

import type { LoggedCall } from '../call';
import type { StateStore } from '../persistence';
import { CALLS_SAVED } from '../call-log';
import type { KvsStore, StoreListener, StoredValue } from './kvs-store';
import { type Job, type QueuedEvent, jobSchema, queuedEventSchema } from './queue-event';

/** Keys of a state: what of it is kept under which prefix. */
const KEYS = {
  meta: 'meta',
  organization: 'organization',
  plain: 'kvs ',
  secret: 'secret ',
  event: 'event ',
  job: 'job ',
  schedule: 'schedule ',
  call: 'call ',
} as const;

const metaSchema = z.object({
  format: z.literal('seattrace-local-state/1'),
  now: z.number(),
  installedAt: z.number().nullable(),
  lastInvocation: z.int(),
});

const storedValueSchema = z.object({
  text: z.string(),
  bytes: z.int(),
  createdAt: z.number(),
  updatedAt: z.number(),
  expireAt: z.number().nullable(),
});

const callSchema: z.ZodType<LoggedCall> = z.object({
  n: z.int(),
  at: z.string(),
  invocation: z.string().nullable(),
  as: z.string(),
  target: z.enum(['jira', 'org']),
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: z.unknown(),
  status: z.number().nullable(),
  points: z.number(),
  fault: z.string().nullable(),
});

export type Meta = Omit<z.infer<typeof metaSchema>, 'format'>;

/** What a folder held when it was opened. */
export interface SavedState {
  readonly meta: Meta;
  readonly organization: unknown;
  readonly events: QueuedEvent[];
  readonly jobs: [string, Job][];
  readonly nextRuns: [string, number][];
  readonly calls: LoggedCall[];
}

/** Reads and writes the parts of one local Atlassian in its folder. */
export class StateKeeper {
  constructor(private readonly store: StateStore) {}

  /** Everything but the key-value store, or undefined for a new folder. */
  async read(): Promise<SavedState | undefined> {
    if (this.store.isFresh) return undefined;
    return {
      meta: metaSchema.parse(await this.store.get(KEYS.meta)),
      organization: await this.store.get(KEYS.organization),
      events: await this.list(KEYS.event, queuedEventSchema, (_, event) => event),
      jobs: await this.list(KEYS.job, jobSchema, (jobId, job) => [jobId, job]),
      nextRuns: await this.list(KEYS.schedule, z.number(), (key, time) => [key, time]),
      calls: await this.list(KEYS.call, callSchema, (_, call) => call),
    };
  }

  async restoreKvs(plain: KvsStore, secret: KvsStore): Promise<void> {
    await this.list(KEYS.plain, storedValueSchema, (key, value) => plain.restore(key, value));
    await this.list(KEYS.secret, storedValueSchema, (key, value) => secret.restore(key, value));
  }

  /** Listener of a key-value store that writes each change through. */
  kvsListener(space: 'plain' | 'secret'): StoreListener {
    return (key: string, value: StoredValue | null) => this.save(KEYS[space] + key, value ?? undefined);
  }

  saveEvent(id: string, event: QueuedEvent | undefined): void {
    this.save(KEYS.event + id, event);
  }

  saveJob(jobId: string, job: Job): void {
    this.save(KEYS.job + jobId, job);
  }

  saveSchedule(moduleKey: string, nextRun: number): void {
    this.save(KEYS.schedule + moduleKey, nextRun);
  }

  saveCall(call: LoggedCall): void {
    this.save(callKey(call.n), call);
    if (call.n > CALLS_SAVED) this.save(callKey(call.n - CALLS_SAVED), undefined);
  }

  /** `dump` is large, so it is called only when it is written. */
  saveOrganization(dump: () => unknown): void {
    this.store.putLate(KEYS.organization, dump);
  }

  /** `meta` changes all the time, so it is written along with everything else. */
  keepMeta(meta: () => Meta): void {
    this.store.putAlways(KEYS.meta, () => ({ format: 'seattrace-local-state/1', ...meta() }));
  }

  private save(key: string, value: unknown): void {
    if (value === undefined) this.store.delete(key);
    else this.store.put(key, value);
  }

  private async list<Schema extends z.ZodType, Result>(
    prefix: string,
    schema: Schema,
    toResult: (key: string, value: z.infer<Schema>) => Result,
  ): Promise<Result[]> {
    const entries = await this.store.list(prefix);
    return entries.map(([key, value]) => toResult(key, schema.parse(value)));
  }
}

/** Numbers padded so that their order as text is their order. */
function callKey(n: number): string {
  return KEYS.call + String(n).padStart(12, '0');
}
