/** Closed list: screens, tests and the ledger rely on these words. */
export type ErrorCode =
  | 'access.denied'
  | 'approval.missing'
  | 'approval.not-allowed'
  | 'atlassian.denied'
  | 'atlassian.malformed'
  | 'atlassian.rate-limited'
  | 'atlassian.refused'
  | 'atlassian.unavailable'
  | 'changed-meanwhile'
  | 'claim.not-allowed'
  | 'cycle.already-open'
  | 'cycle.not-found'
  | 'cycle.wrong-state'
  | 'cycle.nothing-to-review'
  | 'decision.not-allowed'
  | 'evidence.broken'
  | 'exemption.not-found'
  | 'filter.name-taken'
  | 'filter.too-many'
  | 'handoff.not-found'
  | 'input.invalid'
  | 'key.missing'
  | 'key.refused'
  | 'line.not-found'
  | 'notice.not-allowed'
  | 'plan.changed'
  | 'removal.blocked'
  | 'queue.unavailable'
  | 'run.not-allowed'
  | 'scan.none'
  | 'scan.running'
  | 'seat.not-found'
  | 'sign-off.not-allowed'
  | 'storage.conflict'
  | 'storage.malformed'
  | 'storage.unavailable'
  | 'time.short'
  | 'undo.not-allowed'
  | 'unexpected';

export interface AppErrorDetails {
  /** What a developer needs; never shown to people. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error of the app. `message` is a sentence that is safe to show to anybody. */
export class AppError extends Error {
  readonly context: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: AppErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.context = details.context ?? {};
  }
}
