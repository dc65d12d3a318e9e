import { AppError } from '../../lib/app-error';
import { byCodeUnit } from '../../lib/order';
import { classifyAccount } from '../../domain/classification/classify-account';
import { namesOf, type Names } from '../../domain/classification/explain';
import { indexOrganization } from '../../domain/classification/organization-index';
import { afterSignOffOf } from '../../domain/evidence/after-sign-off';
import { traceOf, type TraceEntry } from '../../domain/evidence/describe-record';
import type { OrganizationState } from '../../domain/organization-state';
import { phaseOf, type Cycle } from '../../domain/review/cycle';
import type { CycleEvent } from '../../domain/review/events';
import type { Line } from '../../domain/review/line';
import { lineOfSeat, reboundAfter, type SeatNow } from '../../domain/review/seat-history';
import { findCurrentSnapshot } from '../current-snapshot';
import { findCycle } from '../cycle-ledger';
import { loadOrganization } from '../organization-ledger';
import type { CycleTools } from './cycle-tools';
import type { SeatName } from './seats';
import { isInSight, NOT_IN_SIGHT, type Sight } from './sight';

interface Reviewed {
  readonly cycle: Cycle;
  readonly line: Line;
}

interface Entry extends Pick<TraceEntry, 'at' | 'by' | 'text'> {
  readonly review: string;
  /** Null for what no record of the review says. */
  readonly sequence: number | null;
}

/** What the ledgers of all reviews say of one seat, oldest first, and whether it came back after a removal. */
export async function readSeatHistory(wanted: SeatName, sight: Sight, tools: CycleTools) {
  if (!isInSight(wanted, sight)) throw new AppError('access.denied', NOT_IN_SIGHT);
  const organization = await loadOrganization(tools);
  const reviewed = await reviewsOf(wanted, organization, tools);
  const now = await findSeatNow(wanted, tools);
  const traces = await Promise.all(reviewed.map((each) => traceIn(each, tools)));
  const later = await Promise.all(reviewed.map((each) => afterSignOff(each, organization, tools)));
  const entries = [
    ...traces.flat(),
    ...later.flat(),
    ...reviewed.flatMap((each, at) => rebound(each, reviewed.slice(at + 1), now)),
  ];
  const open = reviewed.find(({ cycle }) => !['draft', 'signed-off', 'cancelled'].includes(phaseOf(cycle)));
  return {
    entries: entries.sort((a, b) => byCodeUnit(a.at, b.at) || (a.sequence ?? 0) - (b.sequence ?? 0)),
    open: open === undefined ? null : { title: open.cycle.title, line: open.line.facts.line },
  };
}

/** Reviews that have a line of the seat, oldest first. */
async function reviewsOf(
  wanted: SeatName,
  { cycles }: OrganizationState,
  tools: CycleTools,
): Promise<Reviewed[]> {
  const found = await Promise.all(cycles.map(({ cycleId }) => findCycle(tools, cycleId)));
  return found.flatMap((cycle) => {
    const line = cycle === undefined ? undefined : lineOfSeat(cycle, wanted);
    return cycle === undefined || line === undefined ? [] : [{ cycle, line }];
  });
}

async function findSeatNow(wanted: SeatName, tools: CycleTools): Promise<SeatNow | null> {
  const snapshot = await findCurrentSnapshot(tools);
  const account = snapshot?.accounts.find(({ accountId }) => accountId === wanted.accountId);
  if (snapshot === undefined || account === undefined) return null;
  const { header } = snapshot;
  const seats = classifyAccount(account, indexOrganization(header));
  const seat = seats.find(({ product }) => product === wanted.product);
  return seat === undefined ? null : { seat, account, takenAt: header.takenAt };
}

/** The snapshot of a cancelled review may be gone: then its groups are known by their ids alone. */
async function namesIn({ snapshotId }: Cycle, { snapshots }: CycleTools): Promise<Names> {
  return namesOf((await snapshots.findHeader(snapshotId)) ?? { products: [], groups: [] });
}

async function traceIn({ cycle, line }: Reviewed, tools: CycleTools): Promise<Entry[]> {
  const records = await tools.ledger.readAll<CycleEvent>(cycle.cycleId);
  const names = await namesIn(cycle, tools);
  return traceOf(records, line.facts.line, names).map(({ at, by, text, sequence }) => ({
    ...{ at, by, text, sequence },
    review: cycle.title,
  }));
}

async function afterSignOff(
  { cycle, line }: Reviewed,
  organization: OrganizationState,
  tools: CycleTools,
): Promise<Entry[]> {
  return afterSignOffOf(cycle, organization, await namesIn(cycle, tools))
    .filter((entry) => entry.line === line.facts.line)
    .map(({ at, by, text }) => ({
      ...{ at, by, text: `After sign-off: ${text}` },
      review: cycle.title,
      sequence: null,
    }));
}

function rebound({ cycle, line }: Reviewed, later: readonly Reviewed[], now: SeatNow | null): Entry[] {
  const found = reboundAfter(
    line,
    later.map((each) => each.cycle),
    now,
  );
  return found === null ? [] : [{ ...found, by: 'app', review: cycle.title, sequence: null }];
}
