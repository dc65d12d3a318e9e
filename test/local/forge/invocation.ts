import type { InvocationLog } from './invocation-log';

/** The platform's own refusals, as the caller of a function sees them. */
export type PlatformCode =
  | 'platform.timeout'
  | 'platform.crashed'
  | 'platform.function-failed'
  | 'platform.request-too-large'
  | 'platform.response-too-large'
  | 'platform.rate-limited'
  | 'platform.not-installed'
  | 'platform.unknown-module'
  | 'platform.unknown-account';

/** What the caller of a function gets instead of its answer. */
export class PlatformError extends Error {
  constructor(
    readonly code: PlatformCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export type InvocationKind = 'resolver' | 'consumer' | 'scheduled' | 'lifecycle';

/** One run of one function. Its calls are answered while it is `running`. */
export interface Invocation {
  readonly id: string;
  readonly host: PlatformHost;
  readonly kind: InvocationKind;
  readonly moduleKey: string;
  /** The user who acts; null in consumers and triggers. */
  readonly accountId: string | null;
  readonly startedAt: number;
  /** Unix milliseconds at which the time budget ends. */
  readonly deadline: number;
  /** The first invocation of a chain of queue pushes. */
  readonly chain: string;
  readonly log: InvocationLog;
  /** Calls made so far; only a sign of life. */
  calls: number;
  /** Requests to other hosts made so far. */
  egress: number;
  state: 'running' | 'ended' | 'timed-out' | 'crashed';
  /** Ends the invocation from outside; what it does later has no effect. */
  readonly stop: (state: 'timed-out' | 'crashed') => void;
}

export interface ForgeTarget {
  readonly type?: string;
  readonly provider?: string;
  readonly remote?: string;
  readonly accountId?: string | undefined;
}

/** What the globals that `@forge/*` ends in hand over to the host whose invocation is running. */
export interface PlatformHost {
  forgeFetch(
    invocation: Invocation,
    target: ForgeTarget,
    path: string,
    init?: RequestInit,
  ): Promise<Response>;
  externalFetch(invocation: Invocation, url: URL, init?: RequestInit): Promise<Response>;
  runtime(invocation: Invocation): object;
  uuid(): string;
}

/** Never resolves: what a stopped process would see of its own calls. */
export function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}
