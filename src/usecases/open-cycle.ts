import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { DAY_MS, toIso } from '../lib/duration';
import { byCodeUnit } from '../lib/order';
import { classifySnapshot } from '../domain/classification/classify-snapshot';
import { independentProofs, provePopulation } from '../domain/classification/population';
import { formatMonth } from '../domain/dates';
import type { Actor } from '../domain/evidence/record';
import { openCycleOf, type OrganizationState } from '../domain/organization-state';
import { bundleSeats } from '../domain/review/bundles';
import { handoffsOf, phaseOf, type Cycle, type ReviewRules } from '../domain/review/cycle';
import type { CycleEvent } from '../domain/review/events';
import { emptyCycle } from '../domain/review/fold-cycle';
import type { LineFacts } from '../domain/review/line';
import { exceptionsOf } from '../domain/review/sign-off';
import { handoffId, isOpen, type Handoff } from '../domain/routing/handoff';
import { seatKey } from '../domain/seat';
import type { Snapshot } from '../domain/snapshot';
import { newId } from '../ports/platform';
import type { SnapshotStore } from '../ports/stores';
import { findCurrentSnapshot } from './current-snapshot';
import { appendToCycle, findCycle } from './cycle-ledger';
import { loadOrganization, recordOrganization, type LedgerTools } from './organization-ledger';

export interface OpenCycle {
  readonly title?: string | undefined;
  /** Products to review; all when absent. */
  readonly products?: readonly string[] | undefined;
}

export interface OpeningTools extends LedgerTools {
  readonly snapshots: SnapshotStore;
}

/** Opens a review on the last complete snapshot: every seat that is not kept becomes a line (product.md §7). */
export async function openCycle(command: OpenCycle, actor: Actor, tools: OpeningTools): Promise<Cycle> {
  const organization = await loadOrganization(tools);
  await refuseSecond(organization, tools);
  const snapshot = await findCurrentSnapshot(tools);
  if (snapshot === undefined)
    throw new AppError('scan.none', 'Scan the organization first: a review rests on a complete scan.');
  if (snapshot.header.depth === 'bulk')
    throw new AppError(
      'cycle.wrong-state',
      'The last scan did not read account facts. Start “Scan now” and open the review when it is complete.',
    );
  refuseSameScan(organization, snapshot);
  const carried = await carriedOver(organization, tools);
  const drafted = draftLines(snapshot, command.products, carried);
  if (drafted.length === 0)
    throw new AppError('cycle.wrong-state', 'There is nothing to review: every seat is in use or protected.');
  const cycleId = newId(tools.platform, 'cycle');
  const title = command.title ?? `Review of ${formatMonth(snapshot.header.takenAt)}`;
  const dueAt = toIso(tools.platform.now() + organization.review.dueDays * DAY_MS);
  await recordOrganization(tools, actor, (state) => {
    if (openCycleOf(state) !== undefined)
      throw new AppError('cycle.already-open', 'Another review was opened at this moment.');
    return { kind: 'cycle-started', cycleId, snapshotId: snapshot.header.id, title, dueAt };
  });
  let cycle = emptyCycle(cycleId);
  for (const event of await openingEvents(
    { cycleId, title, dueAt, organization, snapshot, drafted, carried },
    tools,
  ))
    cycle = await appendToCycle(tools, cycle, actor, event);
  return cycle;
}

/** One review per site is open at a time; an entry whose ledger was ended or never begun does not count. */
async function refuseSecond(organization: OrganizationState, tools: LedgerTools): Promise<void> {
  const entry = openCycleOf(organization);
  if (entry === undefined) return;
  const cycle = await findCycle(tools, entry.cycleId);
  const phase = cycle === undefined ? 'cancelled' : phaseOf(cycle);
  if (phase !== 'cancelled' && phase !== 'signed-off' && phase !== 'draft')
    throw new AppError(
      'cycle.already-open',
      `“${entry.title}” is open. Sign it off or cancel it before opening another.`,
    );
  await recordOrganization(
    tools,
    { accountId: null, role: 'app', proof: 'the review had ended already' },
    () => ({
      kind: 'cycle-ended',
      cycleId: entry.cycleId,
      state: phase === 'signed-off' ? 'signed-off' : 'cancelled',
      headHash: cycle?.headHash ?? '',
      exceptions: cycle !== undefined && phase === 'signed-off' ? exceptionsOf(cycle) : [],
    }),
  );
}

/** What a review ended, refused or excepted shows only in a scan after it. */
function refuseSameScan({ cycles }: OrganizationState, { header }: Snapshot): void {
  const reviewed = cycles.some(({ state, snapshotId }) => state === 'signed-off' && snapshotId === header.id);
  if (reviewed)
    throw new AppError(
      'cycle.wrong-state',
      'The last review rests on this very scan. Start “Scan now” and open the next review when it is complete.',
    );
}

interface Carried {
  readonly cycleId: string;
  /** Handoffs still open, by seat. */
  readonly handoffs: ReadonlyMap<string, readonly Handoff[]>;
}

/** Open handoffs of the last signed-off review go on in the next one, never asked twice (product.md §7). */
async function carriedOver(organization: OrganizationState, tools: LedgerTools): Promise<Carried | null> {
  const last = organization.cycles.filter(({ state }) => state === 'signed-off').at(-1);
  const cycle = last === undefined ? undefined : await findCycle(tools, last.cycleId);
  if (cycle === undefined) return null;
  const closed = new Set(
    organization.afterSignOff.flatMap(({ cycleId, what }) =>
      cycleId === cycle.cycleId ? [what.handoffId] : [],
    ),
  );
  const handoffs = new Map<string, Handoff[]>();
  for (const line of cycle.lines) {
    const open = handoffsOf(cycle, line.facts.line).filter(
      (handoff) => isOpen(handoff) && !closed.has(handoff.id),
    );
    if (open.length > 0) handoffs.set(seatKey(line.facts.seat.accountId, line.facts.seat.product), open);
  }
  return { cycleId: cycle.cycleId, handoffs };
}

function draftLines(
  snapshot: Snapshot,
  products: readonly string[] | undefined,
  carried: Carried | null,
): LineFacts[] {
  const seats = classifySnapshot(snapshot)
    .filter((seat) => seat.verdict !== 'keep' && seat.verdict !== 'protected')
    .filter((seat) => products === undefined || products.includes(seat.product))
    .sort((a, b) => byCodeUnit(a.product, b.product) || byCodeUnit(a.accountId, b.accountId));
  const bundles = bundleSeats(seats);
  return seats.map((seat, index) => ({
    line: index + 1,
    seat,
    bundle: (bundles[index] ?? index) + 1,
    carriedFrom:
      carried?.handoffs.has(seatKey(seat.accountId, seat.product)) === true ? carried.cycleId : null,
  }));
}

async function openingEvents(
  draft: {
    cycleId: string;
    title: string;
    dueAt: string;
    organization: OrganizationState;
    snapshot: Snapshot;
    drafted: readonly LineFacts[];
    carried: Carried | null;
  },
  { snapshots }: OpeningTools,
): Promise<CycleEvent[]> {
  const { cycleId, title, dueAt, organization, snapshot, drafted, carried } = draft;
  const { header } = snapshot;
  const lines: CycleEvent[] = [];
  for (let start = 0; start < drafted.length; start += BUDGETS.linesPerRecord)
    lines.push({ kind: 'lines-added', lines: drafted.slice(start, start + BUDGETS.linesPerRecord) });
  const handoffs = carried === null ? [] : drafted.flatMap((line) => carriedHandoffs(line, carried));
  return [
    {
      kind: 'cycle-drafted',
      cycleId,
      title,
      dueAt,
      snapshotId: header.id,
      snapshotTakenAt: header.takenAt,
      snapshotHash: await snapshots.hashOf(header.id),
      scanStartedBy: organization.lastScan?.startedBy ?? null,
      rules: rulesOf(organization),
      population: independentProofs(provePopulation(header, classifySnapshot(snapshot))),
    },
    ...lines,
    ...(handoffs.length === 0 ? [] : [{ kind: 'handoffs-carried' as const, handoffs }]),
    { kind: 'cycle-opened', lines: drafted.length, noResponseTouches: drafted.length },
  ];
}

function carriedHandoffs({ line, seat }: LineFacts, carried: Carried): Handoff[] {
  const open = carried.handoffs.get(seatKey(seat.accountId, seat.product)) ?? [];
  return open.map((handoff) => ({
    ...handoff,
    id: handoffId(line, handoff.owner),
    line,
    carriedFrom: handoff.carriedFrom ?? carried.cycleId,
  }));
}

function rulesOf({ review, owners, fallback, noResponseBy }: OrganizationState): ReviewRules {
  const { separation, noResponse, peoplePerRun, stopAfterFailures, approvers, signOffBy, handoffDays } =
    review;
  return {
    separation,
    noResponse,
    noResponseBy,
    peoplePerRun,
    stopAfterFailures,
    approvers,
    signOffBy,
    handoffDays,
    owners,
    fallback,
  };
}
