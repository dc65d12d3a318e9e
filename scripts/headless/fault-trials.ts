import type { LoggedCall } from '../../test/local/call';
import { adminRoutes } from '../../test/local/admin/routes';
import type { FaultMode } from '../../test/local/faults';
import { jiraRoutes } from '../../test/local/jira/routes';
import { RouteTable } from '../../test/local/organization/router';

/** One way of failing: a mode of contracts/README.md §3, and the status where the mode needs one. */
export interface Failure {
  readonly mode: FaultMode;
  readonly status?: number;
}

/** A scan during which the calls that `match` fail, once or for as long as it runs. */
export interface Trial {
  readonly scan: 'org-key' | 'jira-only';
  readonly target: 'jira' | 'org' | 'kvs' | 'queue';
  readonly match: string;
  readonly failure: Failure;
  readonly often: 'once' | 'always';
}

/** Statuses that Atlassian's documents name for reads, and an answer that is not as documented (200). */
const STATUSES = [200, 400, 401, 403, 404, 409, 429, 500, 503];
const MODES: readonly FaultMode[] = ['timeout', 'drop-after-write', 'stale-read', 'crash'];

export const FAILURES: readonly Failure[] = [
  ...STATUSES.map((status) => ({ mode: 'status' as const, status })),
  ...MODES.map((mode) => ({ mode })),
];

/** What a scan does in the key-value store and with queues, as faults name it. */
const PLATFORM_MATCHES: readonly Pick<Trial, 'target' | 'match'>[] = [
  { target: 'kvs', match: 'get scan' },
  { target: 'kvs', match: 'set scan' },
  { target: 'kvs', match: 'batch scan' },
  { target: 'kvs', match: 'batch snapshot' },
  { target: 'kvs', match: 'set snapshot' },
  { target: 'kvs', match: 'get snapshot' },
  { target: 'kvs', match: 'set ledger' },
  { target: 'kvs', match: 'get ledger' },
  { target: 'queue', match: 'push scan' },
  { target: 'queue', match: 'deliver scan' },
];

const routes = new RouteTable([...jiraRoutes, ...adminRoutes]);

/** The endpoints behind calls, each once, as faults match them: `*` for one segment of the path. */
export function endpointsOf(calls: readonly LoggedCall[]): Pick<Trial, 'target' | 'match'>[] {
  const found = new Map<string, Pick<Trial, 'target' | 'match'>>();
  for (const { target, method, path } of calls) {
    const hit = routes.match(method, path);
    if (typeof hit === 'string') throw new Error(`${method} ${path} is not an endpoint that is served.`);
    const match = `${method} ${hit.route.path.replace(/\{[^}]*\}/g, '*')}`;
    found.set(match, { target, match });
  }
  return [...found.values()].sort((a, b) => (a.match < b.match ? -1 : 1));
}

/** Every failure of every endpoint that a scan of this kind asks, and of what it does on the platform. */
export function trialsOf(scan: Trial['scan'], calls: readonly LoggedCall[]): Trial[] {
  return [...endpointsOf(calls), ...PLATFORM_MATCHES].flatMap((at) =>
    FAILURES.filter((failure) => isPossible(at, failure)).flatMap((failure) =>
      (['once', 'always'] as const).map((often) => ({ scan, ...at, failure, often })),
    ),
  );
}

/** A success that means nothing is a fault of REST replies only: the platform's own calls have no such answer. */
function isPossible({ target }: Pick<Trial, 'target'>, { status }: Failure): boolean {
  return target === 'jira' || target === 'org' || status === undefined || status >= 429;
}
