import { AppError } from '../../lib/app-error';
import { byCodeUnit, sortedSet } from '../../lib/order';
import { namesOf, type Names } from '../../domain/classification/explain';
import { lineOf, type Cycle } from '../../domain/review/cycle';
import { isOpen, isOverdue, type Handoff } from '../../domain/routing/handoff';
import { causeOf, packetFor, questionOf, whyNotLocal } from '../../domain/routing/packet';
import type { OwnerClass } from '../../domain/seat';
import type { Snapshot } from '../../domain/snapshot';
import { findUse } from '../current-snapshot';
import { loadOrganization } from '../organization-ledger';
import { findQuestioned, type QuestionedCycle } from '../questioned-cycles';
import { caseInProjects } from './case-in-projects';
import { getSnapshotOf, type CycleTools } from './cycle-tools';
import { isInSight, type Sight } from './sight';

export interface HandoffFilter {
  readonly status?: 'open' | 'overdue' | 'closed' | undefined;
  readonly owner?: OwnerClass | undefined;
  readonly offset: number;
  readonly limit: number;
}

interface Case {
  readonly caseId: string;
  readonly cycle: Cycle;
  readonly snapshot: Snapshot;
  readonly names: Names;
  readonly owner: OwnerClass;
  readonly cause: string;
  readonly handoffs: readonly Handoff[];
}

/** Cases: the handoffs of one owner and cause, in the open review, else in the last signed-off one. */
export async function listHandoffs(filter: HandoffFilter, sight: Sight, tools: CycleTools) {
  const cases = await readCases(sight, tools);
  const now = new Date(tools.platform.now()).toISOString();
  const all = cases.flatMap(({ handoffs }) => handoffs);
  const rows = cases
    .filter(({ owner }) => filter.owner === undefined || owner === filter.owner)
    .filter(
      ({ handoffs }) =>
        filter.status === undefined || handoffs.some((handoff) => hasStatus(handoff, filter.status, now)),
    )
    .map((each) => toCaseRow(each, now))
    .sort((a, b) => byCodeUnit(a.dueAt, b.dueAt) || byCodeUnit(a.caseId, b.caseId));
  return {
    rows: rows.slice(filter.offset, filter.offset + filter.limit),
    total: rows.length,
    offset: filter.offset,
    totals: {
      handoffs: all.length,
      open: all.filter(isOpen).length,
      overdue: all.filter((handoff) => isOverdue(handoff, now)).length,
      closed: all.filter((handoff) => !isOpen(handoff)).length,
    },
  };
}

export async function readCase(caseId: string, sight: Sight, tools: CycleTools) {
  const found = (await readCases(sight, tools)).find((each) => each.caseId === caseId);
  if (found === undefined) throw new AppError('handoff.not-found', 'There is no such case any more.');
  const now = new Date(tools.platform.now()).toISOString();
  const { cycle, snapshot, names, owner, handoffs } = found;
  const seats = handoffs.flatMap(({ line }) => lineOf(cycle, line)?.facts.seat ?? []);
  const row = toCaseRow(found, now);
  return {
    ...row,
    sequence: cycle.sequence,
    question: questionOf(owner, seats),
    why: whyNotLocal(owner),
    asOf: cycle.snapshotTakenAt,
    rows: handoffs.map((handoff) => toHandoffRow(cycle, handoff, { names, now })),
    packet: packetFor({
      owner,
      contact: row.contact,
      cause: found.cause,
      dueAt: row.dueAt,
      asOf: cycle.snapshotTakenAt,
      seats,
      names,
      rehearsal: cycle.rehearsal,
      ...caseInProjects({ owner, seats }, snapshot, await findUse(cycle.snapshotId, tools)),
    }),
  };
}

export function toHandoffRow(cycle: Cycle, handoff: Handoff, { names, now }: { names: Names; now: string }) {
  const seat = lineOf(cycle, handoff.line)?.facts.seat;
  const overdue = isOverdue(handoff, now);
  return {
    handoffId: handoff.id,
    cycleId: cycle.cycleId,
    line: handoff.line,
    accountId: seat?.accountId ?? '',
    product: seat?.product ?? '',
    productName: names.product(seat?.product ?? ''),
    owner: handoff.owner,
    contact: handoff.contact,
    status: statusOf(handoff),
    answer: handoff.answer?.kind ?? null,
    openedAt: handoff.openedAt,
    dueAt: handoff.dueAt,
    overdue,
    nextStep: nextStep(handoff, overdue),
  };
}

function statusOf({ answer, closed }: Handoff): 'open' | 'answered' | 'closed' | 'withdrawn' {
  if (closed !== null) return closed.cause === 'withdrawn' ? 'withdrawn' : 'closed';
  return answer === null || answer.kind === 'no-answer' ? 'open' : 'answered';
}

/** The status at the next review, in words. */
function nextStep({ answer, closed }: Handoff, overdue: boolean): string {
  if (closed !== null) return `Closed: ${closed.note}`;
  switch (answer?.kind) {
    case undefined:
    case 'no-answer':
      return overdue ? 'Ask again; it is overdue' : 'Waiting for the owner';
    case 'remove':
      return 'The owner consents: decide the line as remove';
    case 'keep':
      return 'The owner keeps it; the next review asks again';
    case 'not-mine':
      return 'The owner names another: route the line to them';
    case 'done':
      return 'The next scan checks that the path is gone';
  }
}

function hasStatus(handoff: Handoff, status: HandoffFilter['status'], now: string): boolean {
  if (status === 'overdue') return isOverdue(handoff, now);
  return status === 'open' ? isOpen(handoff) : !isOpen(handoff);
}

function toCaseRow({ caseId, cycle, owner, cause, handoffs }: Case, now: string) {
  const people = new Set(handoffs.map(({ line }) => lineOf(cycle, line)?.facts.seat.accountId));
  const due = handoffs
    .filter(isOpen)
    .map(({ dueAt }) => dueAt)
    .sort(byCodeUnit)[0];
  return {
    caseId,
    cycleId: cycle.cycleId,
    owner,
    contact: sortedSet(handoffs.map(({ contact }) => contact)).join(', '),
    cause,
    handoffs: handoffs.length,
    people: people.size,
    open: handoffs.filter(isOpen).length,
    overdue: handoffs.filter((handoff) => isOverdue(handoff, now)).length,
    dueAt: due ?? handoffs[0]?.dueAt ?? '',
  };
}

async function readCases(sight: Sight, tools: CycleTools): Promise<Case[]> {
  const organization = await loadOrganization(tools);
  const questioned = await findQuestioned(organization, tools);
  const cases = await Promise.all(questioned.map((each) => casesOf(each, sight, tools)));
  return cases.flat();
}

async function casesOf({ cycle, asks }: QuestionedCycle, sight: Sight, tools: CycleTools): Promise<Case[]> {
  const snapshot = await getSnapshotOf(cycle, tools);
  const names = namesOf(snapshot.header);
  const cases = new Map<string, Case>();
  for (const handoff of cycle.handoffs) {
    const seat = lineOf(cycle, handoff.line)?.facts.seat;
    if (seat === undefined || !asks(seat.product) || !isInSight(seat, sight)) continue;
    const cause = causeOf(handoff.owner, seat, names);
    const caseId = `${cycle.cycleId}/${handoff.owner}/${cause}`;
    const sofar = cases.get(caseId);
    cases.set(caseId, {
      caseId,
      cycle,
      snapshot,
      names,
      owner: handoff.owner,
      cause: cycle.rehearsal ? `Rehearsal: ${cause}` : cause,
      handoffs: [...(sofar?.handoffs ?? []), handoff],
    });
  }
  return [...cases.values()];
}
