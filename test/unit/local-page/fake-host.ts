import { readFileSync } from 'node:fs';
import { VirtualClock } from '../../local/clock';
import type { LoggedCall } from '../../local/call';
import { parseSeed } from '../../local/organization/seed';
import type { ServedHost } from '../../local/server/served-host';

const SEED = 'test/fixtures/contracts/tiny.seed.json';

/** A host that answers from memory and notes what it was asked, for tests of the server alone. */
export function aServedHost(changes: Partial<ServedHost> = {}): ServedHost & { readonly asked: string[] } {
  const seed = parseSeed(JSON.parse(readFileSync(SEED, 'utf8')));
  const clock = new VirtualClock(Date.parse(seed.clock));
  const asked: string[] = [];
  const note = (what: string, value: unknown) => asked.push(`${what} ${JSON.stringify(value)}`);
  return {
    organization: { seed },
    clock,
    asked,
    invoke: (call) => {
      note('invoke', call);
      return Promise.resolve({ ok: true, data: call.payload });
    },
    trigger: (key) => Promise.resolve(void note('trigger', key)),
    drain: () => Promise.resolve(void note('drain', null)),
    advance: (duration) => Promise.resolve(void note('advance', duration)),
    fault: (fault) => void note('fault', fault),
    faults: () => [],
    clearFaults: () => void note('clearFaults', null),
    apply: (step) => void note('apply', step),
    inspect: (what) => inspection(what),
    rest: ({ method, path, query, headers, body }) => {
      note('rest', { method, path, query: query.toString(), authorization: headers['authorization'], body });
      return Promise.resolve({ status: 200, headers: { 'x-from': 'host' }, body: { path }, points: 1 });
    },
    ...changes,
  };
}

/** A line of the call log. */
export function aCall(n: number, changes: Partial<LoggedCall> = {}): LoggedCall {
  return {
    n,
    at: '2026-11-02T09:00:00.000Z',
    invocation: 'i-1',
    as: 'app',
    target: 'jira',
    method: 'GET',
    path: '/rest/api/3/group/member',
    query: { groupId: 'a' },
    body: undefined,
    status: 200,
    points: 3,
    fault: null,
    ...changes,
  };
}

function inspection(what: string): unknown {
  switch (what) {
    case 'calls':
      return [
        aCall(1),
        aCall(2, { as: 'user:712020:00000000-0000-4000-8000-000000000001' }),
        aCall(3, { status: 404 }),
      ];
    case 'memberships':
      return { 'a0000000-0000-4000-8000-000000000001': ['712020:00000000-0000-4000-8000-000000000001'] };
    case 'kvs':
      return [
        { key: 'cycle:1', bytes: 12, value: { open: true } },
        { key: 'snapshot:1', bytes: 9_000, value: 'x'.repeat(9_000) },
        { key: 'org-key', secret: true },
      ];
    default:
      return [];
  }
}
