import { AppError } from '../../lib/app-error';
import { BUDGETS } from '../../lib/budgets';
import { toIso } from '../../lib/duration';
import type { Platform, TimeLeft } from '../../ports/platform';
import type { OrganizationDirectory, SiteDirectory } from '../../ports/site-directory';
import type { ScanState, ScanStore } from '../../ports/stores';
import type { Policy } from '../../domain/policy';
import { unknown, known, type Signal } from '../../domain/signal';
import type { SourceNote } from '../../domain/snapshot';
import type { ExportedAccount } from '../../domain/user-export/exported-account';
import type { Part } from './rows';

export interface ScanSources {
  readonly jira: SiteDirectory;
  /** Null in the mode without an organization key. */
  readonly organization: OrganizationDirectory | null;
  /** The imported user export; asked for only in the mode without a key. */
  readonly findUserExport: () => Promise<UserExport | null>;
}

export interface UserExport {
  /** Day of the export, midnight UTC. */
  readonly exportedOn: string;
  readonly accounts: readonly ExportedAccount[];
}

export interface Phase {
  /** What people read while it runs. */
  readonly message: string;
  /** Runs until done (true) or until time is short (false), with everything saved. */
  run(scan: ScanRun): Promise<boolean>;
}

/**
 * One delivery's view of the running scan: rows that were read, by part, and how to keep them. Rows are only
 * added; a checkpoint writes them first and the state that counts them after, so a crash repeats at most one part.
 */
export class ScanRun {
  private readonly loaded = new Map<string, unknown[]>();
  private readonly unsaved = new Map<string, unknown[]>();
  private points = 0;
  private readonly counted: Map<string, { readonly requests: number; readonly rows: number }>;

  constructor(
    public state: ScanState,
    readonly sources: ScanSources,
    readonly policy: Policy,
    private readonly tools: { store: ScanStore; platform: Platform; timeLeft: TimeLeft },
  ) {
    this.counted = new Map(Object.entries(state.counts));
  }

  get platform(): Platform {
    return this.tools.platform;
  }

  /** The organization API; only phases of the mode with a key ask for it. */
  get organization(): OrganizationDirectory {
    if (this.sources.organization === null)
      throw new AppError('key.missing', 'The organization key is not there any more.');
    return this.sources.organization;
  }

  now(): string {
    return toIso(this.tools.platform.now());
  }

  /** Rows of a part, those of earlier deliveries included. */
  async rows<Row>(part: Part): Promise<Row[]> {
    const cached = this.loaded.get(part);
    // A part holds what its own phase wrote, under one name for one type.
    if (cached !== undefined) return cached as Row[];
    const stored = await this.tools.store.readParts<Row>(
      this.state.scanId,
      part,
      this.state.parts[part] ?? 0,
    );
    this.loaded.set(part, stored);
    return stored;
  }

  async add(part: Part, rows: readonly unknown[]): Promise<void> {
    const all = await this.rows<unknown>(part);
    all.push(...rows);
    const buffer = this.unsaved.get(part) ?? [];
    buffer.push(...rows);
    this.unsaved.set(part, buffer);
  }

  /** Notes how often a source was asked, for the snapshot's list of sources; deliveries before this one count too. */
  count(source: string, requests: number, rows: number): void {
    const sofar = this.counted.get(source) ?? { requests: 0, rows: 0 };
    this.counted.set(source, { requests: sofar.requests + requests, rows: sofar.rows + rows });
  }

  async note(note: Omit<SourceNote, 'at' | 'requests' | 'rows' | 'hash'>): Promise<void> {
    const { requests, rows } = this.counted.get(note.source) ?? { requests: 0, rows: 0 };
    await this.add('notes', [{ ...note, at: this.now(), requests, rows, hash: null } satisfies SourceNote]);
  }

  /** Whether to save and go on in another invocation: this one is short of time, requests or points. */
  get mustPause(): boolean {
    return (
      this.tools.timeLeft() < BUDGETS.consumerReserveMs ||
      !this.hasRequestsFor(BUDGETS.egressReserve) ||
      this.restSeconds > 0
    );
  }

  /** Counts points of Jira's hourly quota, which every customer of the app shares. */
  spend(points: number): void {
    this.points += points;
  }

  /** How long the next delivery has to wait, so that the scan leaves Jira's quota to others as well. */
  get restSeconds(): number {
    return this.points < BUDGETS.jiraPointsPerDelivery ? 0 : BUDGETS.queueDelaySeconds;
  }

  /** Whether this invocation may still make so many requests to the organization. */
  hasRequestsFor(requests: number): boolean {
    return this.sources.organization === null || this.sources.organization.requestsLeft() >= requests;
  }

  get bufferIsFull(): boolean {
    return [...this.unsaved.values()].some((rows) => rows.length >= BUDGETS.accountsPerSegment);
  }

  /** Saves what was read and where the phase stands. */
  async checkpoint(change: Partial<ScanState> = {}): Promise<void> {
    const parts: Record<string, number> = { ...this.state.parts };
    for (const [part, rows] of this.unsaved) {
      if (rows.length === 0) continue;
      const index = parts[part] ?? 0;
      await this.tools.store.savePart(this.state.scanId, part, index, rows);
      parts[part] = index + 1;
    }
    this.unsaved.clear();
    const counts = Object.fromEntries(this.counted);
    this.state = { ...this.state, parts, counts, ...change, updatedAt: this.now() };
    await this.tools.store.save(this.state);
  }
}

/**
 * What a source refuses to tell is unknown; what it cannot tell right now is tried again later. 401 is neither: the
 * credential itself is refused, which is a matter of the whole scan or run.
 */
export async function tolerate<T>(read: () => Promise<T>): Promise<Signal<T>> {
  try {
    return known(await read());
  } catch (error) {
    if (!(error instanceof AppError) || error.context['status'] === 401) throw error;
    if (error.code === 'atlassian.denied' || error.code === 'atlassian.refused')
      return unknown(error.message);
    throw error;
  }
}

/** Runs `work` over the items with a few at a time, in order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += limit)
    results.push(...(await Promise.all(items.slice(start, start + limit).map(work))));
  return results;
}
