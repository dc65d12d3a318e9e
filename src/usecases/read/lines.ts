import { AppError } from '../../lib/app-error';
import { toIso } from '../../lib/duration';
import type { AccountFacts } from '../../domain/account';
import { capitalised, explainSeat, namesOf, type Names } from '../../domain/classification/explain';
import type { UseIndex } from '../../domain/classification/group-use';
import { indexOrganization, type OrganizationIndex } from '../../domain/classification/organization-index';
import { noticeInWords } from '../../domain/notice/notice-period';
import {
  bundleOf,
  handoffsOf,
  isEnded,
  isLineConsented,
  lineOf,
  type Cycle,
} from '../../domain/review/cycle';
import {
  allowedDecisions,
  needsApproval,
  recommendedDecision,
  type DecisionKind,
} from '../../domain/review/decision';
import { changeOf, type LineChange } from '../../domain/review/difference';
import {
  lastNotice,
  mayChange,
  removalGroups,
  type Line,
  type LineOutcome,
  type LineState,
} from '../../domain/review/line';
import { isInQueue } from '../../domain/review/queue';
import type { OwnerClass, Verdict } from '../../domain/seat';
import { findUse } from '../current-snapshot';
import { getCycle } from '../cycle-ledger';
import { getHeaderOf, getSnapshotOf, type CycleTools } from './cycle-tools';
import { toHandoffRow } from './handoffs';
import { detailOf, toSeatRow } from './seats';
import { doorInWords } from '../../domain/plan/rebound';
import { isUndoable } from '../../domain/plan/undo';
import { standsNow } from '../../domain/review/after-sign-off';
import { loadOrganization } from '../organization-ledger';
import { lineOfHandoff } from '../../domain/routing/handoff';
import { viewUndoOf } from './undos';
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

/** Lines of a review, filtered and cut on this side. */
export async function listLines(
  cycleId: string,
  filter: LineFilter & { readonly sight: Sight; readonly caller: string },
  tools: CycleTools,
) {
  const cycle = await getCycle(tools, cycleId);
  const header = await getHeaderOf(cycle, tools);
  const names = namesOf(header);
  const { afterSignOff } = await loadOrganization(tools);
  const stands = standsNow(cycle, afterSignOff);
  const lines = cycle.lines.filter(
    (line) => isInSight(line.facts.seat, filter.sight) && matches(cycle, line, filter),
  );
  return {
    rows: lines
      .slice(filter.offset, filter.offset + filter.limit)
      .map((line) => toLineRow(cycle, line, { names, stands })),
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
  /** The review with what came after its sign-off. */
  readonly stands: Cycle;
  readonly names: Names;
  readonly index: OrganizationIndex;
  readonly use: UseIndex | null;
  readonly accounts: ReadonlyMap<string, AccountFacts>;
  readonly sight: Sight;
  readonly now: string;
}

export async function readViewer(cycle: Cycle, sight: Sight, tools: CycleTools): Promise<LineViewer> {
  const { header, accounts } = await getSnapshotOf(cycle, tools);
  const { afterSignOff } = await loadOrganization(tools);
  return {
    stands: standsNow(cycle, afterSignOff),
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
    ...toLineRow(cycle, line, viewer),
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

/** Nor answer for it. */
export function refuseUnseenHandoffs(
  { cycleId, handoffIds }: { readonly cycleId: string; readonly handoffIds: readonly string[] },
  sight: Sight,
  tools: CycleTools,
): Promise<void> {
  return refuseUnseenLines({ cycleId, lines: handoffIds.map(lineOfHandoff) }, sight, tools);
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

function toLineRow(cycle: Cycle, line: Line, { names, stands }: Pick<LineViewer, 'names' | 'stands'>) {
  const { facts, decision } = line;
  const notice = lastNotice(line);
  const standing = lineOf(stands, facts.line) ?? line;
  const { rebound } = standing;
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
            owner: decision.owner ?? null,
          },
    deciders: line.deciders,
    assignee: line.assignee,
    assignments: line.assignments,
    changeable: !isEnded(cycle) && mayChange(line),
    approvedBy: line.approvedBy,
    approvedInsteadOf: line.approvedInsteadOf,
    notice: notice === null ? '' : `${capitalised(noticeInWords(notice))}.`,
    claim: line.claim === null ? null : { note: line.claim.note, at: line.claim.at },
    removes: removalGroups(line).map((id) => ({ id, name: names.group(id) })),
    verification: line.verifications.at(-1)?.outcome ?? null,
    rebound: rebound === null ? null : doorInWords(rebound, names.group(rebound.groupId ?? '')),
    undoable: isUndoable(standing),
    undo: viewUndoOf(standing),
    carriedFrom: facts.carriedFrom,
    carriedTo: line.carriedTo,
    change: changeOf(cycle, line),
    before: facts.before ?? null,
  };
}
