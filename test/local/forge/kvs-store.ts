import { KVS_LIMITS, KVS_QUERY_LAG_MS } from './limits';
import { OrderedKeys } from './ordered-keys';
import { createRandom } from './random';

/** One value as it is kept: its JSON text, so that sizes are what the wire carried. Times are Unix milliseconds. */
export interface StoredValue {
  readonly text: string;
  readonly bytes: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt: number | null;
}

/** What a key held from a moment on; null for nothing. */
interface Version {
  readonly from: number;
  readonly value: StoredValue | null;
}

export type StoreListener = (key: string, value: StoredValue | null) => void;

/** Old versions are kept this long: for queries, which lag behind, and for faults that answer with an old state. */
const HISTORY_MS = Math.max(KVS_QUERY_LAG_MS, 2_000);

/** Milliseconds from the end of a value's TTL to its deletion; the same each time for the same value. */
export type ExpiryLag = (key: string, expireAt: number) => number;

/** Some moment of the two days that a deletion may come late, differently for each value. */
export function expiryLagOf(seed: string): ExpiryLag {
  return (key, expireAt) =>
    createRandom(`${seed} ${key} ${String(expireAt)}`).fraction() * KVS_LIMITS.ttlDeletionLagMs;
}

/** Ordered keys with their recent past. A value whose TTL has ended stays until it is swept, as on the platform. */
export class KvsStore {
  private readonly versions = new Map<string, Version[]>();
  private readonly keys = new OrderedKeys();

  constructor(
    private readonly listener: StoreListener,
    private readonly expiryLag: ExpiryLag,
  ) {}

  /** The value in force at `now`; strongly consistent. */
  get(key: string, now: number): StoredValue | undefined {
    return this.asOf(key, now, now);
  }

  /** The value as it stood at `time`, seen from `now`. Only the last two seconds are remembered. */
  asOf(key: string, time: number, now: number): StoredValue | undefined {
    const versions = this.versions.get(key);
    if (versions === undefined) return undefined;
    const value = inForce(versions, time)?.value ?? null;
    return value === null || this.isSwept(key, value, now) ? undefined : value;
  }

  put(key: string, value: StoredValue): void {
    if (!this.versions.has(key)) this.keys.add(key);
    this.remember(key, { from: value.updatedAt, value });
    this.listener(key, value);
  }

  delete(key: string, now: number): void {
    if (!this.versions.has(key)) return;
    this.remember(key, { from: now, value: null });
    this.listener(key, null);
  }

  /** Up to `limit` values whose keys begin with `prefix`, in order, as they stood at `time`. */
  page(range: KeyRange, time: number, now: number): [string, StoredValue][] {
    const found: [string, StoredValue][] = [];
    const gone: string[] = [];
    for (const key of this.keys.from(range.prefix, range.after)) {
      if (found.length >= range.limit) break;
      const value = this.asOf(key, time, now);
      if (value !== undefined) found.push([key, value]);
      else if (this.isForgotten(key, now)) gone.push(key);
    }
    for (const key of gone) this.forget(key);
    return found;
  }

  /** Deletes everything. */
  clear(now: number): void {
    for (const key of [...this.keys.from('')]) this.delete(key, now);
  }

  /** Puts back a value that was saved; it counts as visible to queries at once. */
  restore(key: string, value: StoredValue): void {
    this.keys.add(key);
    this.versions.set(key, [{ from: Number.NEGATIVE_INFINITY, value }]);
  }

  private remember(key: string, version: Version): void {
    const versions = this.versions.get(key) ?? [];
    const oldest = inForce(versions, version.from - HISTORY_MS);
    const needed = oldest === undefined ? versions : versions.slice(versions.indexOf(oldest));
    this.versions.set(key, [...needed, version]);
  }

  private isSwept(key: string, { expireAt }: StoredValue, now: number): boolean {
    return expireAt !== null && now >= expireAt && now >= expireAt + this.expiryLag(key, expireAt);
  }

  /** Whether nothing can ask for the key any more: deleted or swept longer ago than the history reaches. */
  private isForgotten(key: string, now: number): boolean {
    const last = this.versions.get(key)?.at(-1);
    if (last === undefined) return true;
    if (last.value === null) return last.from <= now - HISTORY_MS;
    return this.isSwept(key, last.value, now);
  }

  private forget(key: string): void {
    const held = this.versions.get(key)?.at(-1)?.value;
    this.versions.delete(key);
    this.keys.delete(key);
    if (held !== null && held !== undefined) this.listener(key, null);
  }
}

/** The last version that began at or before `time`. */
function inForce(versions: readonly Version[], time: number): Version | undefined {
  for (let i = versions.length - 1; i >= 0; i -= 1) {
    const version = versions[i];
    if (version !== undefined && version.from <= time) return version;
  }
  return undefined;
}

export interface KeyRange {
  readonly prefix: string;
  /** Begin behind this key. */
  readonly after?: string | undefined;
  readonly limit: number;
}
