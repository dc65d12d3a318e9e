import { AppError } from '../../lib/app-error';

/** Who writes: the site administrator who started the run, or the app with the organization key (product.md §1). */
export type Executor = 'acting-administrator' | 'organization-key';

/** The key that a run is written with, as Settings told it when the run started. */
export interface RunKey {
  /** Whoever made the key in Atlassian Administration, as entered: an account id or free text; null when not told. */
  readonly createdBy: string | null;
  /** ISO 8601 UTC: a key that was stored later is another one. */
  readonly storedAt: string;
}

export interface Run {
  readonly runId: string;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly executor: Executor;
  /** Null where the acting administrator writes. */
  readonly key: RunKey | null;
  readonly fingerprint: string;
  /** Accounts of the run, in the order of execution, each with its lines. */
  readonly items: readonly {
    readonly accountId: string;
    readonly lines: readonly number[];
    readonly groupIds: readonly string[];
  }[];
  readonly state: 'running' | 'paused' | 'stopped' | 'ended';
  readonly message: string;
  readonly failures: number;
}

/** Neither stopped nor ended: a run that is paused still holds its lines. */
export function isUnended({ state }: Pick<Run, 'state'>): boolean {
  return state === 'running' || state === 'paused';
}

/**
 * Everybody who is the executor of a run in the sense of separation of duties: who started it, and with the
 * organization key whoever made that key, which writes with their rights. Free text names nobody.
 */
export function executorsOf({ startedBy, key }: Pick<Run, 'startedBy' | 'key'>): string[] {
  const creator = key?.createdBy ?? null;
  return creator === null ? [startedBy] : [startedBy, creator];
}

/** Whether what was entered as a key's creator is an account id: long, of letters, digits, colons and hyphens. */
export function isAccountId(text: string | null): text is string {
  return text !== null && /^[\w:-]{20,128}$/.test(text);
}

/** @throws AppError `input.invalid` when the review has no such run */
export function getRun({ runs }: { readonly runs: readonly Run[] }, runId: string): Run {
  const run = runs.find((each) => each.runId === runId);
  if (run === undefined) throw new AppError('input.invalid', 'There is no such run.');
  return run;
}

/** A run's id begins with its review's. */
export function cycleIdOf(runId: string): string {
  return runId.split('.')[0] ?? runId;
}
