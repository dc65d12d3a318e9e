import { rm } from 'node:fs/promises';

import { ClassicLevel } from 'classic-level';

/** Changes are written together, at most this long (real time) after the first of them. */
const FLUSH_AFTER_MS = 250;

/** A folder that holds the state of one local Atlassian, or nothing at all when there is no folder. */
export interface StateStore {
  /** False when the folder already held a state. */
  readonly isFresh: boolean;
  put(key: string, value: unknown): void;
  delete(key: string): void;
  /** Calls `value` when the key is next written; for large values that change often. */
  putLate(key: string, value: () => unknown): void;
  /** Writes the key along with every flush; for what changes without being told. */
  putAlways(key: string, value: () => unknown): void;
  get(key: string): Promise<unknown>;
  /** Keys that begin with `prefix`, without it, in order. */
  list(prefix: string): Promise<[string, unknown][]>;
  /** Writes what has changed. */
  flush(): Promise<void>;
  /** Writes what has changed; later changes are dropped. */
  close(): Promise<void>;
}

/** Deletes a state, so that the next host of this folder starts anew. */
export async function freshFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

/** Opens the state in `folder`; without a folder nothing is kept. Fails when another process holds it open. */
export async function openStateStore(folder: string | undefined): Promise<StateStore> {
  if (folder === undefined) return new NoStore();
  const database = new ClassicLevel<string, string>(folder);
  await database.open();
  const [first] = await database.keys({ limit: 1 }).all();
  return new LevelStore(database, first === undefined);
}

class LevelStore implements StateStore {
  private changes = new Map<string, (() => unknown) | null>();
  private readonly always = new Map<string, () => unknown>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly database: ClassicLevel<string, string>,
    readonly isFresh: boolean,
  ) {}

  put(key: string, value: unknown): void {
    this.change(key, () => value);
  }

  delete(key: string): void {
    this.change(key, null);
  }

  putLate(key: string, value: () => unknown): void {
    this.change(key, value);
  }

  putAlways(key: string, value: () => unknown): void {
    this.always.set(key, value);
  }

  async get(key: string): Promise<unknown> {
    const text = await this.database.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async list(prefix: string): Promise<[string, unknown][]> {
    const found: [string, unknown][] = [];
    for await (const [key, text] of this.database.iterator({ gte: prefix, lt: `${prefix}\uffff` }))
      found.push([key.slice(prefix.length), JSON.parse(text)]);
    return found;
  }

  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.changes.size === 0) return this.writing;
    const changes = [...this.changes, ...this.always];
    this.changes = new Map();
    const operations = changes.map(([key, value]) =>
      value === null
        ? { type: 'del' as const, key }
        : { type: 'put' as const, key, value: JSON.stringify(value()) },
    );
    this.writing = this.writing.then(() => this.database.batch(operations));
    return this.writing;
  }

  async close(): Promise<void> {
    const flushed = this.flush();
    this.closed = true;
    await flushed;
    await this.database.close();
  }

  private change(key: string, value: (() => unknown) | null): void {
    if (this.closed) return;
    this.changes.set(key, value);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER_MS).unref();
  }
}

class NoStore implements StateStore {
  readonly isFresh = true;

  put(): void {
    // Nothing is kept.
  }

  delete(): void {
    // Nothing is kept.
  }

  putLate(): void {
    // Nothing is kept.
  }

  putAlways(): void {
    // Nothing is kept.
  }

  get(): Promise<unknown> {
    return Promise.resolve(undefined);
  }

  list(): Promise<[string, unknown][]> {
    return Promise.resolve([]);
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
