import { AppError } from '../../lib/app-error';
import { toIso } from '../../lib/duration';
import type { AccountFacts } from '../../domain/account';
import { explainSeat, namesOf, type Names } from '../../domain/classification/explain';
import type { UseIndex } from '../../domain/classification/group-use';
import { indexOrganization, type OrganizationIndex } from '../../domain/classification/organization-index';
import { reviewConduct } from '../../domain/evidence/review-conduct';
import {
  draftsOf,
  openCycleOf,
  type CycleEntry,
  type OrganizationState,
} from '../../domain/organization-state';
import {
  bundleOf,
  handoffsOf,
  isEnded,
  isLineConsented,
  lineOf,
  phaseOf,
  type Cycle,
} from '../../domain/review/cycle';
import { deadlinesOf } from '../../domain/review/deadlines';
import {
  allowedDecisions,
  needsApproval,
  recommendedDecision,
  type DecisionKind,
} from '../../domain/review/decision';
import { changeOf, differenceOf, type LineChange } from '../../domain/review/difference';
import {
  mayChange,
  removalGroups,
  type Line,
  type LineOutcome,
  type LineState,
} from '../../domain/review/line';
import { isOutdated } from '../../domain/review/next-draft';
import { isInQueue, progressByReviewer } from '../../domain/review/queue';
import { signOffBlockers } from '../../domain/review/sign-off';
import { isOpen, isOverdue } from '../../domain/routing/handoff';
import type { OwnerClass, Verdict } from '../../domain/seat';
import { findUse } from '../current-snapshot';
import { findCycle, getCycle } from '../cycle-ledger';
import { loadOrganization } from '../organization-ledger';
import { getHeaderOf, getSnapshotOf, type CycleTools } from './cycle-tools';
import { toHandoffRow } from './handoffs';
import { detailOf, toSeatRow } from './seats';
import { isInSight, NOT_IN_SIGHT, type Sight } from './sight';

export interface LineFilter {
  readonly state?: LineState | undefined;
  readonly decision?: DecisionKind | undefined;
  readonly verdict?: Verdict | undefined;
  readonly product?: string | undefined;
  readonly owner?: OwnerClass | undefined;
  readonly needsApproval?: boolean | undefined;
  readonly outcome?: LineOutcome | undefined;
  readonly change?: LineChange | undefined;
  readonly accountId?: string | undefined;
  /** `me` is the caller, `nobody` and `anybody` say whether somebody is assigned; else an account id. */
  readonly assignee?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

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
  const id = cycleId ?? (openCycleOf(organization) ?? draftsOf(organization).at(-1))?.cycleId;
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
        ['undecided', 'decided', 'approved', 'executing', 'verifying', 'closed'],
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

/** Lines of a review, filtered and cut on this side. */
export async function listLines(
  cycleId: string,
  filter: LineFilter & { readonly sight: Sight; readonly caller: string },
  tools: CycleTools,
) {
  const cycle = await getCycle(tools, cycleId);
  const header = await getHeaderOf(cycle, tools);
  const names = namesOf(header);
  const lines = cycle.lines.filter(
    (line) => isInSight(line.facts.seat, filter.sight) && matches(cycle, line, filter),
  );
  return {
    rows: lines
      .slice(filter.offset, filter.offset + filter.limit)
      .map((line) => toLineRow(cycle, line, names)),
    total: lines.length,
    offset: filter.offset,
    products: header.products
      .filter(({ scope }) => scope === 'billable')
      .map(({ key, name }) => ({ key, name })),
  };
}

/** One line with its seat and its handoffs. */
export async function readLine(cycleId: string, number: number, sight: Sight, tools: CycleTools) {
  const cycle = await getCycle(tools, cycleId);
  const line = getLine(cycle, number, sight);
  return viewLine(cycle, line, await readViewer(cycle, sight, tools));
}

/** What lines are shown with: the names and facts of their snapshot, and who looks. */
export interface LineViewer {
  readonly names: Names;
  readonly index: OrganizationIndex;
  readonly use: UseIndex | null;
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly sight: Sight;
  readonly now: string;
}

export async function readViewer(cycle: Cycle, sight: Sight, tools: CycleTools): Promise<LineViewer> {
  const { header, accounts } = await getSnapshotOf(cycle, tools);
  return {
    names: namesOf(header),
    index: indexOrganization(header),
    use: await findUse(cycle.snapshotId, tools),
    accounts: new Map(accounts.map((account) => [account.accountId, account])),
    sight,
    now: toIso(tools.platform.now()),
  };
}

export function viewLine(cycle: Cycle, line: Line, viewer: LineViewer) {
  const { names, index, use, accounts, sight, now } = viewer;
  const { line: number, seat } = line.facts;
  const account = accounts.get(seat.accountId);
  if (account === undefined)
    throw new AppError('evidence.broken', 'The snapshot of this review lacks an account of its lines.');
  return {
    ...toLineRow(cycle, line, names),
    seat: detailOf(seat, account, { index, use, sight }),
    handoffs: handoffsOf(cycle, number).map((handoff) => toHandoffRow(cycle, handoff, { names, now })),
  };
}

/** @throws AppError `line.not-found`, or `access.denied` for a line that may not be seen. */
export function getLine(cycle: Cycle, number: number, sight: Sight): Line {
  const line = lineOf(cycle, number);
  if (line === undefined) throw new AppError('line.not-found', 'This review has no such line.');
  if (!isInSight(line.facts.seat, sight)) throw new AppError('access.denied', NOT_IN_SIGHT);
  return line;
}

/** Nobody decides or approves what they may not see. */
export async function refuseUnseenLines(
  { cycleId, lines }: { readonly cycleId: string; readonly lines: readonly number[] },
  sight: Sight,
  tools: CycleTools,
): Promise<void> {
  if (sight === 'all') return;
  const cycle = await getCycle(tools, cycleId);
  const unseen = lines.some((number) => {
    const line = cycle.lines[number - 1];
    return line !== undefined && !isInSight(line.facts.seat, sight);
  });
  if (unseen) throw new AppError('access.denied', NOT_IN_SIGHT);
}

function matches(cycle: Cycle, line: Line, filter: LineFilter & { readonly caller: string }): boolean {
  const { seat } = line.facts;
  return (
    (filter.state === undefined || line.state === filter.state) &&
    (filter.decision === undefined || line.decision?.kind === filter.decision) &&
    (filter.verdict === undefined || seat.verdict === filter.verdict) &&
    (filter.product === undefined || seat.product === filter.product) &&
    (filter.accountId === undefined || seat.accountId === filter.accountId) &&
    (filter.outcome === undefined || line.outcome === filter.outcome) &&
    (filter.change === undefined || changeOf(cycle, line) === filter.change) &&
    (filter.assignee === undefined || isInQueue(line, filter.assignee, filter.caller)) &&
    (filter.owner === undefined || seat.owners.includes(filter.owner)) &&
    (filter.needsApproval === undefined ||
      filter.needsApproval ===
        (line.state === 'decided' && line.decision !== null && needsApproval(line.decision.kind)))
  );
}

function toLineRow(cycle: Cycle, line: Line, names: Names) {
  const { facts, decision } = line;
  const consented = isLineConsented(cycle, line);
  const { provisional: _, ...row } = toSeatRow(facts.seat, names);
  const bundle = bundleOf(cycle, line).map((other) => other.facts.line);
  return {
    ...row,
    line: facts.line,
    sequence: cycle.sequence,
    state: line.state,
    outcome: line.outcome,
    cause: line.cause,
    sentence: explainSeat(facts.seat, names),
    bundle: bundle.length > 1 ? bundle : [],
    allowed: allowedDecisions(facts.seat.verdict, consented),
    recommended: recommendedDecision(facts.seat.verdict, consented),
    decision:
      decision === null
        ? null
        : {
            decision: decision.kind,
            by: decision.by,
            at: decision.at,
            reason: decision.reason,
            note: decision.note,
            until: decision.until,
            control: decision.control,
          },
    assignee: line.assignee,
    assignments: line.assignments,
    changeable: !isEnded(cycle) && mayChange(line),
    approvedBy: line.approvedBy,
    approvedInsteadOf: line.approvedInsteadOf,
    removes: removalGroups(line).map((id) => ({ id, name: names.group(id) })),
    verification: line.verifications.at(-1)?.outcome ?? null,
    carriedFrom: facts.carriedFrom,
    change: changeOf(cycle, line),
    before: facts.before ?? null,
  };
}

function tally<Key extends string>(values: readonly Key[], always: readonly Key[]): Record<Key, number> {
  const counts = Object.fromEntries(always.map((key) => [key, 0])) as Record<Key, number>;
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
