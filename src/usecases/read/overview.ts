import { byCodeUnit } from '../../lib/order';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { classifySnapshot } from '../../domain/classification/classify-snapshot';
import { namesOf, SOURCE_LABELS } from '../../domain/classification/explain';
import { formatDay } from '../../domain/dates';
import { provePopulation } from '../../domain/classification/population';
import { openCycleOf, type OrganizationState } from '../../domain/organization-state';
import { phaseOf, type Cycle } from '../../domain/review/cycle';
import { isOverdue } from '../../domain/routing/handoff';
import type { Seat, Verdict } from '../../domain/seat';
import type { Snapshot } from '../../domain/snapshot';
import type { ScanState, ScanStore, SnapshotStore } from '../../ports/stores';
import { findCycle } from '../cycle-ledger';
import { loadOrganization, type LedgerTools } from '../organization-ledger';
import { phasesOf } from '../scan-organization';
import { isInSight, type Sight } from './sight';

export interface OverviewTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly store: ScanStore;
}

type Page =
  'overview' | 'seats' | 'review' | 'approvals' | 'execute' | 'route-outs' | 'evidence' | 'settings';
type TodoKind =
  | 'scan'
  | 'set-up'
  | 'flags'
  | 'decide'
  | 'approve'
  | 'execute'
  | 'verify'
  | 'handoffs'
  | 'sign-off'
  | 'population'
  | 'key';

const VERDICT_LABELS: readonly (readonly [Verdict, string])[] = [
  ['keep', 'Active'],
  ['cleanup', 'Local cleanup'],
  ['split', 'Split'],
  ['route-out', 'Owner decides'],
  ['hold', 'Needs facts'],
  ['protected', 'Protected'],
];

/** The first page: what bills and why, what needs somebody today, what nobody knows. */
export async function readOverview(sight: Sight, tools: OverviewTools) {
  const organization = await loadOrganization(tools);
  const header = await tools.snapshots.findCurrent();
  const snapshot = header === undefined ? undefined : await tools.snapshots.find(header.id);
  const scan = await tools.store.find();
  const entry = openCycleOf(organization);
  const cycle = entry === undefined ? undefined : await findCycle(tools, entry.cycleId);
  const now = toIso(tools.platform.now());
  return {
    scan: scan === undefined ? null : toScanStatus(scan),
    snapshot: snapshot === undefined ? null : summarize(snapshot, sight),
    todo: todoOf({ organization, cycle, hasSnapshot: snapshot !== undefined, now }),
    flags: flagsInSight(organization, sight),
  };
}

/** Flags that somebody may see; one without a product concerns the app itself. */
export function flagsInSight({ flags }: OrganizationState, sight: Sight) {
  return flags.filter(({ product }) => product === null || isInSight({ product }, sight));
}

export function toScanStatus(state: ScanState) {
  const { scanId, mode, startedAt, endedAt, message, startedBy } = state;
  const steps = phasesOf(state).length + 1;
  const progress = state.state === 'complete' ? 1 : Math.min(0.95, state.phase / steps);
  return { scanId, state: state.state, mode, startedAt, endedAt, message, progress, startedBy };
}

function summarize(snapshot: Snapshot, sight: Sight) {
  const { header } = snapshot;
  const names = namesOf(header);
  const seats = classifySnapshot(snapshot).filter((seat) => isInSight(seat, sight));
  return {
    id: header.id,
    takenAt: header.takenAt,
    mode: header.mode,
    depth: header.depth,
    accounts: header.accountCount,
    seats: seats.length,
    byProduct: counts(
      seats.map(({ product }) => product),
      names.product,
    ),
    bySource: counts(seats.map(sourceOfSeat), sourceLabel),
    byProductAndSource: productsAndSources(seats),
    byVerdict: VERDICT_LABELS.map(([verdict, label]) => ({
      key: verdict,
      verdict,
      label,
      seats: seats.filter((seat) => seat.verdict === verdict).length,
    })),
    unknown: unknowns(seats),
    outsideScope: header.products
      .filter(({ scope }) => scope !== 'billable')
      .map(({ key, name, scope, plan }) => ({
        product: key,
        name,
        why:
          scope === 'not-classified'
            ? 'not classified: SeatTrace does not know whether this product bills'
            : `on the ${(plan ?? '').toLowerCase()} plan`,
        accounts: snapshot.accounts.filter(({ groupIds }) =>
          groupIds.some((id) => grants(header.groups, id, key)),
        ).length,
      })),
    otherSites: header.otherSites,
    population: provePopulation(header, seats),
    sources: header.sources,
  };
}

function grants(groups: Snapshot['header']['groups'], id: string, product: string): boolean {
  return groups.find((group) => group.id === id)?.grants.some((grant) => grant.product === product) === true;
}

/** A seat with paths of several sources is counted once, as mixed. */
export function sourceOfSeat({ paths }: Seat): string {
  const sources = new Set(paths.map(({ source }) => source));
  return sources.size > 1 ? 'mixed' : (paths[0]?.source ?? 'unknown');
}

function sourceLabel(source: string): string {
  if (source === 'mixed') return 'several sources';
  return (SOURCE_LABELS as Readonly<Record<string, string>>)[source] ?? source;
}

function counts(keys: readonly string[], label: (key: string) => string) {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found]
    .map(([key, seats]) => ({ key, label: label(key), seats }))
    .sort((a, b) => b.seats - a.seats || byCodeUnit(a.key, b.key));
}

function productsAndSources(seats: readonly Seat[]) {
  const found = new Map<string, { product: string; source: string; seats: number }>();
  for (const seat of seats) {
    const source = sourceOfSeat(seat);
    const key = `${seat.product} ${source}`;
    const before = found.get(key)?.seats ?? 0;
    found.set(key, { product: seat.product, source, seats: before + 1 });
  }
  return [...found].sort(([a], [b]) => byCodeUnit(a, b)).map(([, count]) => count);
}

function unknowns(seats: readonly Seat[]) {
  const count = (text: string, test: (seat: Seat) => boolean) => ({ text, seats: seats.filter(test).length });
  return [
    count('Last use is not known', ({ activity }) => activity === 'unknown'),
    count('Nobody tells who owns a group of the seat', ({ paths }) =>
      paths.some(({ source }) => source === 'unknown'),
    ),
    count('A group is taken for local because it is a default group', ({ paths }) =>
      paths.some(({ inferredSource }) => inferredSource),
    ),
    count('Privilege or what else would end could not be read', ({ reason }) => reason === 'facts-unread'),
    count('Facts about the account are still to be read', ({ provisional }) => provisional),
    count('Whether the organization manages the account is not told', ({ claim }) => claim === 'unknown'),
  ].filter((each) => each.seats > 0);
}

interface Situation {
  readonly organization: OrganizationState;
  readonly cycle: Cycle | undefined;
  readonly hasSnapshot: boolean;
  readonly now: string;
}

/** How long before an expiry it is worth saying. */
const SOON_DAYS = 30;

/** The key and the exemptions that end soon, or have ended; each said while something can be done about it. */
function expiringSoon({ key, policy }: OrganizationState, now: string): string[] {
  const horizon = toIso((toMillis(now) ?? 0) + SOON_DAYS * DAY_MS);
  const expires = key?.expiresAt ?? null;
  const soon = policy.exemptions.filter((each) => each.expires > now && each.expires <= horizon);
  return [
    ...(expires !== null && expires <= horizon
      ? [
          `The organization key ${expires <= now ? 'expired' : 'expires'} on ${formatDay(expires)}: store a new one`,
        ]
      : []),
    ...soon.map(({ expires: end, reason }) => `An exemption ends on ${formatDay(end)}: ${reason}`),
  ];
}

/** What needs somebody today, in the order of the work. */
function todoOf({ organization, cycle, hasSnapshot, now }: Situation) {
  const todo: { kind: TodoKind; text: string; count: number | null; page: Page }[] = [];
  const add = (kind: TodoKind, page: Page, text: string, count: number | null = null): void => {
    if (count !== 0) todo.push({ kind, text, count, page });
  };
  for (const text of expiringSoon(organization, now)) add('key', 'settings', text);
  if (organization.key === null)
    add('key', 'settings', 'Store an organization key: without it only Jira is seen, and no last use');
  if (organization.policy.jsmOnCall === 'unanswered')
    add('set-up', 'settings', 'Answer whether agents are on call: idle agents go to their owner until then');
  if (!hasSnapshot) add('scan', 'overview', 'Start the first scan');
  add(
    'flags',
    'overview',
    'seats newly bill without recent use',
    organization.flags.filter(({ kind }) => kind === 'newly-billable-stale').length,
  );
  if (cycle === undefined || phaseOf(cycle) === 'cancelled') return todo;
  const count = (test: (line: Cycle['lines'][number]) => boolean): number => cycle.lines.filter(test).length;
  add(
    'decide',
    'review',
    'lines to decide',
    count(({ state }) => state === 'undecided'),
  );
  add(
    'approve',
    'approvals',
    'lines to approve',
    count(({ state }) => state === 'decided'),
  );
  add(
    'execute',
    'execute',
    'approved lines to remove',
    count(({ state }) => state === 'approved'),
  );
  add(
    'verify',
    'execute',
    'removals that wait for their check after a day',
    count(({ state }) => state === 'verifying'),
  );
  add(
    'handoffs',
    'route-outs',
    'overdue handoffs',
    cycle.handoffs.filter((handoff) => isOverdue(handoff, now)).length,
  );
  add(
    'population',
    'review',
    'products with an unexplained count',
    cycle.population.filter(
      ({ product, unexplained }) => unexplained !== 0 && cycle.acknowledged[product] === undefined,
    ).length,
  );
  const open = count(({ state }) => state !== 'closed');
  if (open === 0 && cycle.opened) add('sign-off', 'evidence', 'The review is ready to be signed off');
  return todo;
}
