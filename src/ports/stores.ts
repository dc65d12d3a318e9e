import type { StoredKey } from '../domain/organization-events';
import type { AccountFacts } from '../domain/account';
import type { Actor, LedgerEvent, LedgerRecord } from '../domain/evidence/record';
import type { ProjectReading } from '../domain/project-reading';
import type { SavedFilter } from '../domain/saved-filters';
import type { Snapshot, SnapshotHeader } from '../domain/snapshot';
import type { ExportedAccount } from '../domain/user-export/exported-account';

/**
 * Append-only, hash-chained. A change becomes true by one append; two writers meet there and the loser gets
 * `storage.conflict` (architecture.md §4).
 */
export interface LedgerStore {
  /** Folds the records of a ledger, from a cached fold where there is one. */
  load<State extends LedgerHead, Event extends LedgerEvent>(
    ledger: string,
    fold: Fold<State, Event>,
  ): Promise<State>;
  append<Event extends LedgerEvent>(
    head: LedgerHead & { readonly ledger: string },
    entry: LedgerEntry<Event>,
  ): Promise<LedgerRecord<Event>>;
  /** Every record in order. */
  readAll<Event extends LedgerEvent>(ledger: string): Promise<readonly LedgerRecord<Event>[]>;
}

export interface LedgerHead {
  readonly sequence: number;
  readonly headHash: string;
}

export interface LedgerEntry<Event> {
  readonly at: string;
  readonly actor: Actor;
  readonly nonce: string;
  readonly event: Event;
}

export interface Fold<State, Event extends LedgerEvent> {
  readonly initial: State;
  readonly step: (state: State, record: LedgerRecord<Event>) => State;
}

export interface SnapshotStore {
  findHeader(snapshotId: string): Promise<SnapshotHeader | undefined>;
  find(snapshotId: string): Promise<Snapshot | undefined>;
  /**
   * The accounts of a stored snapshot in parts, so that a large organization never stands in memory as a whole.
   * @throws AppError `storage.malformed` when the snapshot or one of its parts is not there.
   */
  readSegments(snapshotId: string): AsyncIterable<readonly AccountFacts[]>;
  /** SHA-256 of the stored header and segments: what a cycle freezes. */
  hashOf(snapshotId: string): Promise<string>;
  save(snapshot: Snapshot): Promise<void>;
  /** Roles and permission schemes of projects; undefined when the snapshot's scan did not read them. */
  findProjects(snapshotId: string): Promise<ProjectReading | undefined>;
  /** Stored beside a snapshot that is saved, and removed with it. */
  saveProjects(snapshotId: string, reading: ProjectReading): Promise<void>;
  /** Removes every snapshot but these. */
  keepOnly(snapshotIds: readonly string[]): Promise<void>;
}

/** What a running scan has read so far: a small state, and parts that are only ever added. */
export interface ScanStore {
  find(): Promise<ScanState | undefined>;
  save(state: ScanState): Promise<void>;
  savePart(scanId: string, part: string, index: number, rows: readonly unknown[]): Promise<void>;
  readParts<Row>(scanId: string, part: string, count: number): Promise<Row[]>;
  dropParts(scanId: string, parts: Readonly<Record<string, number>>): Promise<void>;
}

export interface ScanState {
  readonly scanId: string;
  readonly cloudId: string;
  readonly state: 'waiting' | 'running' | 'complete' | 'incomplete';
  readonly mode: 'org-key' | 'jira-only';
  readonly depth: 'bulk' | 'deep';
  readonly startedAt: string;
  readonly startedBy: string | null;
  /** Whether this scan reads roles and permission schemes of every project. */
  readonly projectScan: boolean;
  readonly updatedAt: string;
  readonly endedAt: string | null;
  readonly message: string;
  readonly phase: number;
  /** Where the phase stands; its shape is the phase's own. */
  readonly cursor: string | null;
  /** Deliveries that may continue carry this number; older ones are late duplicates. */
  readonly step: number;
  readonly failures: number;
  readonly parts: Readonly<Record<string, number>>;
  /** How often each source was asked so far, and what it gave. */
  readonly counts: Readonly<Record<string, { readonly requests: number; readonly rows: number }>>;
}

/** Imported user exports: parts that arrive one by one, and one import that counts. No names, no e-mail addresses. */
export interface ExportStore {
  savePart(importId: string, part: number, reading: ExportPart): Promise<void>;
  /** Undefined when one of the parts is not there. */
  readParts(importId: string, parts: number): Promise<readonly ExportPart[] | undefined>;
  /** Removes every import but this one. */
  keepOnly(importId: string | null): Promise<void>;
}

export interface ExportPart {
  /** Day of the export, midnight UTC. */
  readonly exportedOn: string;
  readonly accounts: readonly ExportedAccount[];
}

/** Filters that people saved for themselves, each person's apart. */
export interface SavedFilterStore {
  find(accountId: string): Promise<readonly SavedFilter[]>;
  save(accountId: string, filters: readonly SavedFilter[]): Promise<void>;
}

/** Keys are write-only: nothing but a request's header ever holds one. */
export interface KeyStore {
  hasKey(): Promise<boolean>;
  /** Together with what its record is to say, so that a key which is in use is always told of. */
  saveKey(key: OrganizationKey, storing: KeyStoring): Promise<void>;
  /** What the record of the stored key says; undefined without a key, and for keys of the first version. */
  findStoring(): Promise<KeyStoring | undefined>;
  deleteKey(): Promise<void>;
}

/** Who stored a key, and its facts as they are recorded. */
export interface KeyStoring {
  readonly accountId: string;
  readonly proof: string;
  readonly facts: StoredKey;
}

export interface OrganizationKey {
  readonly key: string;
  readonly organizationId: string;
  readonly directoryId: string;
}

/** How the run that the organization key carries out goes on; what it did stands in its review's ledger. */
export interface RunStore {
  find(): Promise<RunProgress | undefined>;
  save(progress: RunProgress): Promise<void>;
}

export interface RunProgress {
  readonly runId: string;
  /** Deliveries that may continue carry this number; older ones are late duplicates. */
  readonly step: number;
  /** Deliveries in a row that failed or were lost. */
  readonly failures: number;
  readonly updatedAt: string;
  /** ISO 8601 UTC: before it nothing is tried again; null when nothing is waited for. */
  readonly waitsUntil: string | null;
  /** What went wrong last, as a sentence; empty when nothing did. */
  readonly message: string;
}

export interface Jobs {
  continueRun(body: { readonly runId: string; readonly step: number }, delaySeconds: number): Promise<void>;
  continueScan(body: { readonly scanId: string; readonly step: number }, delaySeconds: number): Promise<void>;
  verify(body: { readonly cycleId: string; readonly runId: string }, delaySeconds: number): Promise<void>;
}
