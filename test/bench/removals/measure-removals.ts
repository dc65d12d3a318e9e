import type { RunView } from '../../../src/contract/execution-replies';
import type { LineRow } from '../../../src/contract/review-replies';
import { stale, tiny, withStalePeople } from '../../integration/a-seed';
import type { LoggedCall } from '../../local/call';
import { createHost } from '../../local/host';
import type { LocalHost } from '../../local/host-contract';
import type { Latency } from '../../local/forge/gate';
import { prepare } from '../../local/prepare';
import { Stage } from '../../scenarios/stage';

/** What removing people with the organization key took, on the local clock. */
export interface RemovalFigures {
  readonly people: number;
  readonly removed: number;
  /** A run takes as many people as Settings allow. */
  readonly runs: number;
  /** Deliveries of the queue of runs, and the longest of them. */
  readonly deliveries: number;
  readonly longestMs: number;
  /** Requests to the organization: in all, the most of one delivery, and the most within one minute. */
  readonly egress: number;
  readonly egressOfDelivery: number;
  readonly egressOfMinute: number;
  /** Points of Jira: in all, and the most of one hour. */
  readonly points: number;
  readonly pointsOfHour: number;
  /** Records of the review's ledger that the runs wrote, and how long they took. */
  readonly records: number;
  readonly minutes: number;
}

type Person = 'admin' | 'approver';

const MOST_PEOPLE_OF_A_RUN = 500;
const LINES_OF_A_PAGE = 250;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Of the local Atlassian: what the function of the queue of runs is called. */
const RUN = /^run-\d+$/;

/** Removes so many people, who are decided and approved beforehand; `latency` is that of calls from then on. */
export async function measureRemovals(
  people: number,
  latency: Partial<Latency> = {},
): Promise<RemovalFigures> {
  const seed = tiny((organization) => withStalePeople(organization, people));
  const host = await createHost({ seed, report: () => undefined });
  try {
    const stage = new Stage<Person>(host, () => undefined);
    const cycleId = await approveEverybody(host, stage, people);
    host.setLatency(latency);
    const before = recordsOf(host, cycleId);
    const begun = host.clock.now();
    const runs = await removeEverybody(host, stage, cycleId);
    return {
      people,
      removed: runs.reduce((sum, { sent }) => sum + sent, 0),
      runs: runs.length,
      ...figuresOf(callsOfRuns(host)),
      records: recordsOf(host, cycleId) - before,
      minutes: (host.clock.now() - begun) / MINUTE_MS,
    };
  } finally {
    await host.close();
  }
}

async function approveEverybody(host: LocalHost, stage: Stage<Person>, people: number): Promise<string> {
  host.organization.setAppRightsDelay(0);
  await host.install({ schedules: false });
  await prepare(host);
  await stage.as('admin', 'start-scan');
  await host.drain();
  const { review } = await stage.as('admin', 'get-settings');
  await stage.as('admin', 'save-review-settings', {
    ...review,
    approvers: [...review.approvers],
    auditors: [...review.auditors],
    peoplePerRun: MOST_PEOPLE_OF_A_RUN,
  });
  await stage.as('admin', 'save-calendar', {
    ...{ billing: [], recurrence: { kind: 'off' }, leadDays: 21, noticeDays: 0, executionDays: 1 },
  });
  const { cycleId } = await stage.as('admin', 'open-cycle', {});
  const wanted = new Set(Array.from({ length: people }, (_, index) => stale(index + 1)));
  const lines = (await readLines(stage, cycleId)).filter(({ accountId }) => wanted.has(accountId));
  for (let start = 0; start < lines.length; start += LINES_OF_A_PAGE) {
    const numbers = lines.slice(start, start + LINES_OF_A_PAGE).map(({ line }) => line);
    const decision = { decision: 'remove', reason: 'follows-recommendation' } as const;
    await stage.as('admin', 'decide-lines', { cycleId, lines: numbers, ...decision });
    await stage.as('approver', 'approve-lines', { cycleId, lines: numbers });
  }
  return cycleId;
}

async function readLines(stage: Stage<Person>, cycleId: string): Promise<LineRow[]> {
  const rows: LineRow[] = [];
  for (;;) {
    const page = { cycleId, offset: rows.length, limit: LINES_OF_A_PAGE };
    const list = await stage.as('admin', 'list-lines', page);
    rows.push(...list.rows);
    if (rows.length >= list.total) return rows;
  }
}

/** Run after run, each to its end, as an administrator would who looks once a minute. */
async function removeEverybody(host: LocalHost, stage: Stage<Person>, cycleId: string): Promise<RunView[]> {
  const runs: RunView[] = [];
  for (;;) {
    const { fingerprint, people } = await stage.as('admin', 'get-plan', { cycleId });
    if (people === 0) return runs;
    const executor = 'organization-key';
    let run = await stage.as('admin', 'start-run', { cycleId, fingerprint, executor });
    while (run.state === 'running') {
      await host.advance('PT1M');
      run = await stage.as('admin', 'get-run', { runId: run.runId });
    }
    runs.push(run);
    if (run.state !== 'ended') return runs;
  }
}

interface CallOfRun {
  readonly invocation: string;
  readonly target: LoggedCall['target'];
  readonly at: number;
  readonly points: number;
}

function callsOfRuns(host: LocalHost): CallOfRun[] {
  const calls = host.inspect('calls') as readonly LoggedCall[];
  return calls.flatMap(({ invocation, target, at, points }) =>
    invocation !== null && RUN.test(invocation)
      ? [{ invocation, target, at: Date.parse(at), points: points ?? 0 }]
      : [],
  );
}

function figuresOf(calls: readonly CallOfRun[]) {
  const egress = calls.filter(({ target }) => target === 'org');
  const deliveries = groupedBy(calls, ({ invocation }) => invocation);
  const lengths = [...deliveries.values()].map((each) => (each.at(-1)?.at ?? 0) - (each[0]?.at ?? 0));
  return {
    deliveries: deliveries.size,
    longestMs: Math.max(0, ...lengths),
    egress: egress.length,
    egressOfDelivery: largest(
      egress,
      ({ invocation }) => invocation,
      () => 1,
    ),
    egressOfMinute: largest(
      egress,
      ({ at }) => Math.floor(at / MINUTE_MS),
      () => 1,
    ),
    points: calls.reduce((sum, { points }) => sum + points, 0),
    pointsOfHour: largest(
      calls,
      ({ at }) => Math.floor(at / HOUR_MS),
      ({ points }) => points,
    ),
  };
}

function groupedBy<Key>(
  calls: readonly CallOfRun[],
  group: (call: CallOfRun) => Key,
): ReadonlyMap<Key, readonly CallOfRun[]> {
  const groups = new Map<Key, CallOfRun[]>();
  for (const call of calls) {
    const key = group(call);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [call]);
    else known.push(call);
  }
  return groups;
}

/** The largest sum of one group. */
function largest(
  calls: readonly CallOfRun[],
  group: (call: CallOfRun) => string | number,
  value: (call: CallOfRun) => number,
): number {
  const sums = [...groupedBy(calls, group).values()].map((each) =>
    each.reduce((sum, call) => sum + value(call), 0),
  );
  return Math.max(0, ...sums);
}

function recordsOf(host: LocalHost, cycleId: string): number {
  const stored = host.inspect('kvs') as readonly { readonly key: string }[];
  return stored.filter(({ key }) => key.startsWith(`ledger:${cycleId}:`)).length;
}
