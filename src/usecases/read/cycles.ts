import { reviewConduct } from '../../domain/evidence/review-conduct';
import { openCycleOf, type CycleEntry, type OrganizationState } from '../../domain/organization-state';
import { phaseOf, type Cycle } from '../../domain/review/cycle';
import { deadlinesOf } from '../../domain/review/deadlines';
import { differenceOf } from '../../domain/review/difference';
import { type LineOutcome, type LineState } from '../../domain/review/line';
import { isOutdated, nextDraft } from '../../domain/review/next-draft';
import { progressByReviewer } from '../../domain/review/queue';
import { signOffBlockers } from '../../domain/review/sign-off';
import { isOpen, isOverdue } from '../../domain/routing/handoff';
import type { Verdict } from '../../domain/seat';
import { findCycle, getCycle } from '../cycle-ledger';
import { loadOrganization } from '../organization-ledger';
import { type CycleTools } from './cycle-tools';

/** Reviews, newest first. */
export async function listCycles(tools: CycleTools) {
  const { cycles } = await loadOrganization(tools);
  const newestFirst = [...cycles].reverse();
  return Promise.all(
    newestFirst.map(async (entry) => summaryOf(entry, await findCycle(tools, entry.cycleId))),
  );
}

type Named = Pick<CycleEntry, 'cycleId' | 'title' | 'openedAt' | 'openedBy' | 'dueAt' | 'rehearsal'>;

function summaryOf(entry: Named, cycle: Cycle | undefined) {
  const { cycleId, title, openedAt, openedBy, dueAt, rehearsal } = entry;
  return {
    cycleId,
    title,
    rehearsal,
    openedAt,
    openedBy,
    dueAt,
    state: cycle === undefined ? ('cancelled' as const) : phaseOf(cycle),
    signedOffAt: cycle?.signedOff?.at ?? null,
    signedOffBy: cycle?.signedOff?.by ?? null,
    lines: cycle?.lines.length ?? 0,
  };
}

/** Title of the rehearsal that is open, or null. */
export async function readOpenRehearsal(tools: CycleTools): Promise<string | null> {
  const open = openCycleOf(await loadOrganization(tools));
  return open?.rehearsal === true ? open.title : null;
}

/** One review; without an id the open one, else the draft that waits to be opened, else null. */
export async function readCycle(cycleId: string | undefined, tools: CycleTools) {
  const organization = await loadOrganization(tools);
  const id = cycleId ?? (openCycleOf(organization) ?? nextDraft(organization, tools.platform.now()))?.cycleId;
  if (id === undefined) return null;
  return viewCycle(await getCycle(tools, id), organization, tools);
}

export function viewCycle(cycle: Cycle, organization: OrganizationState, { platform }: CycleTools) {
  const now = new Date(platform.now()).toISOString();
  const entry: CycleEntry | undefined = organization.cycles.find((each) => each.cycleId === cycle.cycleId);
  const summary = summaryOf(entry ?? cycle, cycle);
  const undecided = cycle.lines.filter(({ state }) => state === 'undecided').length;
  return {
    ...summary,
    snapshotTakenAt: cycle.snapshotTakenAt,
    sequence: cycle.sequence,
    headHash: cycle.headHash,
    counts: {
      byState: tally<LineState>(
        cycle.lines.map(({ state }) => state),
        ['undecided', 'decided', 'approved', 'noticed', 'executing', 'verifying', 'closed'],
      ),
      byVerdict: tally<Verdict>(
        cycle.lines.map(({ facts }) => facts.seat.verdict),
        [],
      ),
      byOutcome: tally<LineOutcome>(
        cycle.lines.flatMap(({ outcome }) => outcome ?? []),
        [],
      ),
      toApprove: cycle.lines.filter(({ state }) => state === 'decided').length,
      handoffsOpen: cycle.handoffs.filter(isOpen).length,
      handoffsOverdue: cycle.handoffs.filter((handoff) => isOverdue(handoff, now)).length,
    },
    difference: differenceOf(cycle),
    products: cycle.products,
    deadlines: deadlinesOf(cycle, organization.calendar, now),
    outdated: entry?.state === 'draft' && isOutdated(entry, organization),
    blockers: cycle.signedOff === null ? signOffBlockers(cycle) : [],
    population: cycle.population.map((proof) => ({
      ...proof,
      acknowledgedBy: cycle.acknowledged[proof.product]?.by ?? null,
      acknowledgedReason: cycle.acknowledged[proof.product]?.reason ?? null,
    })),
    noResponse: { rule: cycle.rules.noResponse, touches: undecided },
    separation: cycle.rules.separation,
    overrides: cycle.lines.filter(({ override }) => override !== null).length,
    runId: cycle.runs.at(-1)?.runId ?? null,
    statement: cycle.signedOff?.printed ?? null,
    conduct: reviewConduct(cycle, cycle.signedOff?.at ?? now),
    progress: progressByReviewer(cycle),
    fallbackReviewer: cycle.rules.assignment.fallbackReviewer,
  };
}

function tally<Key extends string>(values: readonly Key[], always: readonly Key[]): Record<Key, number> {
  const counts = Object.fromEntries(always.map((key) => [key, 0])) as Record<Key, number>;
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
