import { byCodeUnit, sortedSet } from '../../lib/order';
import { toIso } from '../../lib/duration';
import type { Cycle } from '../../domain/review/cycle';
import { exceptionsIn, type ExceptionState, type ReviewException } from '../../domain/review/exceptions';
import { findCycle } from '../cycle-ledger';
import { loadOrganization, type LedgerTools } from '../organization-ledger';
import { isInSight, type Sight } from './sight';

export interface ExceptionFilter {
  readonly state?: ExceptionState | undefined;
  readonly product?: string | undefined;
  readonly accountId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** What somebody still has to do with comes first. */
const ORDER: readonly ExceptionState[] = ['waiting', 'approved', 'in-force', 'expired', 'ended', 'cancelled'];

/** The register of exceptions over all reviews: what waits and what ends soonest first. */
export async function listExceptions(filter: ExceptionFilter, sight: Sight, tools: LedgerTools) {
  const { cycles, afterSignOff } = await loadOrganization(tools);
  const now = toIso(tools.platform.now());
  const found = await Promise.all(cycles.map(({ cycleId }) => findCycle(tools, cycleId)));
  const seen = found
    .flatMap((cycle) =>
      // Those of a rehearsal protect nobody.
      cycle === undefined || cycle.rehearsal
        ? []
        : exceptionsIn(cycle, now, afterSignOff).map((each) => toRow(cycle, each)),
    )
    .filter((row) => isInSight(row, sight));
  const rows = seen.filter((row) => matches(row, filter)).sort(byUrgency);
  return {
    rows: rows.slice(filter.offset, filter.offset + filter.limit),
    total: rows.length,
    offset: filter.offset,
    totals: totalsOf(seen),
    products: sortedSet(seen.map(({ product }) => product)),
  };
}

type Row = ReturnType<typeof toRow>;

function toRow(
  { cycleId, title }: Cycle,
  { line, decision, expires, protectedFrom, ended, state }: ReviewException,
) {
  const { accountId, product } = line.facts.seat;
  return {
    ...{ cycleId, title, line: line.facts.line, accountId, product, state, expires, protectedFrom, ended },
    decidedBy: decision.by,
    // Records of the first version name nobody: whoever decided answers for it.
    owner: decision.owner ?? decision.by,
    decidedAt: decision.at,
    reason: decision.reason,
    note: decision.note,
    control: decision.control,
    approvedBy: line.approvedBy,
    approvedAt: line.approvedAt,
  };
}

function matches(row: Row, { state, product, accountId }: ExceptionFilter): boolean {
  return (
    (state === undefined || row.state === state) &&
    (product === undefined || row.product === product) &&
    (accountId === undefined || row.accountId === accountId)
  );
}

function byUrgency(a: Row, b: Row): number {
  return (
    ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
    byCodeUnit(a.expires, b.expires) ||
    byCodeUnit(a.cycleId, b.cycleId) ||
    a.line - b.line
  );
}

function totalsOf(rows: readonly Row[]): Record<ExceptionState, number> {
  const totals = { waiting: 0, approved: 0, 'in-force': 0, expired: 0, ended: 0, cancelled: 0 };
  for (const { state } of rows) totals[state] += 1;
  return totals;
}
