import type { LoggedCall, Principal } from './call';

/** The log forgets its oldest calls beyond this, to cap memory; a folder keeps fewer. */
export const CALLS_KEPT = 50_000;
export const CALLS_SAVED = 5_000;

/** A request body of a read is shown up to here; of a write whole. */
const SHOWN_READ_BODY = 2_048;

/** REST operations that only read although they are sent with POST. */
const READS_BY_POST = /\/(?:search|count|stats|check|jql|approximate-count|workspaces)$/;

export type NewCall = Omit<LoggedCall, 'n'>;

/** REST calls in order of time. Holds no headers, so no authorization; the organization key is blotted out. */
export class CallLog {
  private calls: LoggedCall[] = [];
  private last = 0;

  constructor(
    private readonly listener: (call: LoggedCall) => void = () => undefined,
    private readonly kept = CALLS_KEPT,
  ) {}

  append(call: NewCall): void {
    this.last += 1;
    const numbered = { n: this.last, ...call };
    this.calls.push(numbered);
    if (this.calls.length > this.kept * 1.2) this.calls = this.calls.slice(-this.kept);
    this.listener(numbered);
  }

  all(): readonly LoggedCall[] {
    return this.calls;
  }

  /** Puts back saved calls, oldest first. */
  restore(calls: readonly LoggedCall[]): void {
    this.calls = [...calls];
    this.last = calls.at(-1)?.n ?? 0;
  }
}

/** Whether a call may change something. */
export function isWrite(method: string, path: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  return method !== 'POST' || !READS_BY_POST.test(path);
}

/** A request body as the log keeps it, null for none. `text` is its JSON, when the caller has it at hand. */
export function toLoggedBody(body: unknown, text: string | undefined, whole: boolean): unknown {
  if (body === undefined) return null;
  if (whole || text === undefined || text.length <= SHOWN_READ_BODY) return body;
  return { truncated: true, bytes: Buffer.byteLength(text), start: text.slice(0, SHOWN_READ_BODY) };
}

/** Query parameters as data; one that is given several times becomes a list. */
export function toLoggedQuery(query: URLSearchParams): LoggedCall['query'] {
  const shown: Record<string, string | string[]> = {};
  for (const [name, value] of query) {
    const before = shown[name];
    if (before === undefined) shown[name] = value;
    else shown[name] = typeof before === 'string' ? [before, value] : [...before, value];
  }
  return shown;
}

/** `app`, `user:ID`, `org-key` or `anonymous`. */
export function toLoggedPrincipal(principal: Principal): string {
  return principal.kind === 'user' ? `user:${principal.accountId}` : principal.kind;
}
