import { byCodeUnit } from '../../lib/order';
import { toIso } from '../../lib/duration';
import { openDoors } from '../../domain/approved-domains';
import { classifySnapshot } from '../../domain/classification/classify-snapshot';
import { namesOf, SOURCE_LABELS } from '../../domain/classification/explain';
import { bridgeMembership } from '../../domain/classification/membership-bridge';
import { provePopulation } from '../../domain/classification/population';
import { openCycleOf, type OrganizationState } from '../../domain/organization-state';
import { nextDraft } from '../../domain/review/next-draft';
import type { Seat, Verdict } from '../../domain/seat';
import type { Snapshot } from '../../domain/snapshot';
import type { ScanState, ScanStore, SnapshotStore } from '../../ports/stores';
import { findCurrentSnapshot } from '../current-snapshot';
import { findCycle } from '../cycle-ledger';
import { loadOrganization, type LedgerTools } from '../organization-ledger';
import { findQuestioned } from '../questioned-cycles';
import { phasesOf } from '../scan-organization';
import { doorInWords } from './approved-domains';
import { isInSight, type Sight } from './sight';
import { todoOf } from './todo';

/** Accounts of one reason that the page names; the evidence names all. */
const SHOWN_ACCOUNTS = 100;

export interface OverviewTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
  readonly store: ScanStore;
}

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
  const snapshot = await findCurrentSnapshot(tools);
  const scan = await tools.store.find();
  const entry = openCycleOf(organization);
  const cycle = entry === undefined ? undefined : await findCycle(tools, entry.cycleId);
  const drafted = nextDraft(organization, tools.platform.now());
  const draft = drafted === undefined ? undefined : await findCycle(tools, drafted.cycleId);
  const now = toIso(tools.platform.now());
  const questioned = await findQuestioned(organization, tools);
  const handoffs = questioned.flatMap(({ cycle: { lines, handoffs: all }, asks }) =>
    all.filter(({ line }) => asks(lines[line - 1]?.facts.seat.product ?? '')),
  );
  return {
    scan: scan === undefined ? null : toScanStatus(scan),
    snapshot: snapshot === undefined ? null : summarize(snapshot, organization, sight),
    todo: todoOf({ organization, cycle, draft, handoffs, hasSnapshot: snapshot !== undefined, now }),
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

function summarize(snapshot: Snapshot, { approvedDomains }: OrganizationState, sight: Sight) {
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
        accounts: membersOf(groupsGranting(header.groups, key), snapshot),
      })),
    otherSites: header.otherSites,
    population: provePopulation(header, seats),
    membership: bridgeMembership(snapshot)
      .filter((bridge) => isInSight(bridge, sight))
      .map(({ items, ...bridge }) => ({
        ...bridge,
        items: items.map(({ accountIds, ...item }) => ({
          ...item,
          count: accountIds.length,
          accountIds: accountIds.slice(0, SHOWN_ACCOUNTS),
        })),
      })),
    sources: header.sources,
    hygiene: openDoors(
      (approvedDomains ?? []).filter((each) => isInSight(each, sight)),
      header.groups,
      seats,
    ).map((door) => doorInWords(door, names)),
  };
}

function groupsGranting(groups: Snapshot['header']['groups'], product: string): ReadonlySet<string> {
  const granting = groups.filter(({ grants }) => grants.some((grant) => grant.product === product));
  return new Set(granting.map(({ id }) => id));
}

function membersOf(groups: ReadonlySet<string>, { accounts }: Snapshot): number {
  return accounts.filter(({ groupIds }) => groupIds.some((id) => groups.has(id))).length;
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
