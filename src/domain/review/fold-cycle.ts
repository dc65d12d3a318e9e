import type { LedgerRecord } from '../evidence/record';
import { foldUndo, linesOfUndo } from './fold-undo';
import { GENESIS } from '../evidence/hash-chain';
import { isOpen, lineOfHandoff } from '../routing/handoff';
import { NO_ASSIGNMENT } from './assignment';
import {
  changeHandoffs,
  changeLines,
  closeIdleHandoffs,
  givenBack,
  mergeHandoffs,
  reopened,
} from './change-cycle';
import type { Cycle } from './cycle';
import { needsApproval } from './decision';
import type { CycleEvent } from './events';
import { foldAssignment } from './fold-assignment';
import { carryHandoffs, carryKeeps } from './fold-carried';
import { decidingEnded } from './fold-no-response';
import { foldNotice } from './fold-notice';
import { foldRun } from './fold-run';
import { approvedState, isApproved, newLine, type Change, type Line } from './line';

export type CycleRecord = LedgerRecord<CycleEvent>;

/** A cycle before its first record. */
export function emptyCycle(cycleId: string): Cycle {
  return {
    cycleId,
    title: '',
    openedAt: '',
    openedBy: '',
    dueAt: '',
    snapshotId: '',
    snapshotTakenAt: '',
    snapshotHash: '',
    rules: {
      separation: 'two-person',
      noResponse: 'close-as-kept',
      noResponseBy: null,
      peoplePerRun: 0,
      stopAfterFailures: 0,
      blackout: null,
      approvers: [],
      handoffDays: 0,
      noticeDays: 0,
      owners: [],
      fallback: '',
      assignment: NO_ASSIGNMENT,
    },
    population: [],
    acknowledged: {},
    scanStartedBy: null,
    products: null,
    follows: [],
    plan: null,
    rehearsal: false,
    gone: [],
    lines: [],
    handoffs: [],
    notice: null,
    runs: [],
    opened: false,
    decidingEnded: null,
    signedOff: null,
    cancelled: null,
    sequence: 0,
    headHash: GENESIS,
  };
}

/** The cycle after one more record. Records are facts: nothing is refused here. */
export function foldRecord(cycle: Cycle, record: CycleRecord): Cycle {
  const next = foldEvent(cycle, record);
  const change = { sequence: record.sequence, by: record.actor.accountId ?? 'app' };
  const lines = next.lines.map((line, index) =>
    line === cycle.lines[index] ? line : { ...line, changed: { ...change, before: before(line, change) } },
  );
  return { ...next, lines, sequence: record.sequence, headHash: record.hash };
}

/** What somebody changes does not hide what another changed before, which they may not have seen. */
function before({ changed: { before: earlier, ...last } }: Line, { by }: Change): Change | null {
  return last.by === by ? earlier : last;
}

export function foldCycle(cycleId: string, records: Iterable<CycleRecord>): Cycle {
  let cycle = emptyCycle(cycleId);
  for (const record of records) cycle = foldRecord(cycle, record);
  return cycle;
}

function foldEvent(cycle: Cycle, { event, at, actor }: CycleRecord): Cycle {
  const by = actor.accountId ?? 'app';
  switch (event.kind) {
    case 'cycle-drafted':
      return drafted(cycle, event, by, at);
    case 'lines-added':
      return { ...cycle, lines: [...cycle.lines, ...event.lines.map(newLine)] };
    case 'seats-gone':
      return { ...cycle, gone: [...cycle.gone, ...event.seats] };
    case 'handoffs-carried':
      return carryHandoffs(cycle, event, at);
    case 'keeps-carried':
      return carryKeeps(cycle, event);
    case 'cycle-opened':
      return opened(cycle, event, by, at);
    case 'lines-assigned':
      return foldAssignment(givenBack(cycle, event.undecided ?? [], null, at), event, { by, at });
    case 'lines-decided':
      return decided(cycle, event, by, at);
    case 'decision-undone':
      return givenBack(cycle, event.lines, null, at);
    case 'lines-returned':
      return givenBack(cycle, event.lines, event.reason, at);
    case 'deciding-ended':
      return decidingEnded(cycle, event, by, at);
    case 'lines-approved':
      return changeLines(cycle, event.lines, (line) => approved(line, event, { by, at }));
    case 'population-acknowledged':
      return {
        ...cycle,
        acknowledged: { ...cycle.acknowledged, [event.product]: { by, reason: event.reason } },
      };
    case 'handoffs-answered':
      return answered(cycle, event, at);
    case 'handoff-closed':
      return changeHandoffs(cycle, [event.handoffId], (handoff) => ({
        ...handoff,
        closed: { cause: event.cause, at, note: event.note },
      }));
    case 'cycle-signed-off':
      return {
        ...closedAtSignOff(cycle, event),
        signedOff: { by, at, statement: event.statement, printed: event.printed },
      };
    case 'undo':
      return changeLines(cycle, linesOfUndo(event.what), (line) => foldUndo(line, event.what, { by, at }));
    case 'cycle-cancelled':
      return { ...cycle, cancelled: { by, at, reason: event.reason } };
    case 'notice-begun':
    case 'notice-issue-observed':
    case 'notice-attempted':
    case 'notice-observed':
    case 'seat-claimed':
      return foldNotice(cycle, event, at);
    default:
      return foldRun(cycle, event, { by, at });
  }
}

/** What goes on is carried; what a rehearsal approved ends there. */
function closedAtSignOff(
  cycle: Cycle,
  { carried, carriedTo = [] }: Extract<CycleEvent, { kind: 'cycle-signed-off' }>,
): Cycle {
  const going = changeLines(cycle, carried, (line) => ({ ...line, state: 'closed', outcome: 'carried' }));
  const next = carriedTo.reduce(
    (each, { owner, dueAt, lines }) =>
      changeLines(each, lines, (line) => ({ ...line, carriedTo: { owner, dueAt } })),
    going,
  );
  const rehearsed = next.lines.filter(isApproved).map(({ facts }) => facts.line);
  return changeLines(next, rehearsed, (line) => ({ ...line, state: 'closed', outcome: 'rehearsed' }));
}

function drafted(
  cycle: Cycle,
  { kind: _, rules, ...draft }: Extract<CycleEvent, { kind: 'cycle-drafted' }>,
  by: string,
  at: string,
): Cycle {
  return { ...cycle, ...draft, rules: { ...cycle.rules, ...rules }, openedAt: at, openedBy: by };
}

/** What an owner said is a change of the line too: nobody decides or answers it anew without having seen that. */
function answered(
  cycle: Cycle,
  event: Extract<CycleEvent, { kind: 'handoffs-answered' }>,
  at: string,
): Cycle {
  const { answer: kind, answeredBy: by, answeredByAccount: byAccountId, note, until } = event;
  const touched = changeLines(cycle, event.handoffIds.map(lineOfHandoff), (line) => ({ ...line }));
  return changeHandoffs(touched, event.handoffIds, (handoff) => ({
    ...handoff,
    answer: { kind, by, byAccountId, at, note, until },
  }));
}

/** What stood in the draft of rules and day gives way to what holds from the opening on. */
function opened(
  cycle: Cycle,
  { rules = cycle.rules, dueAt = cycle.dueAt }: Extract<CycleEvent, { kind: 'cycle-opened' }>,
  by: string,
  at: string,
): Cycle {
  return {
    ...cycle,
    opened: true,
    openedAt: at,
    openedBy: by,
    rules: { ...cycle.rules, ...rules },
    dueAt,
  };
}

function decided(
  cycle: Cycle,
  event: Extract<CycleEvent, { kind: 'lines-decided' }>,
  by: string,
  at: string,
): Cycle {
  const { decision: kind, reason, note, until, owners, control, owner = null } = event;
  const next = changeLines(cycle, event.lines, (line): Line => {
    const deciders = line.deciders.includes(by) ? line.deciders : [...line.deciders, by];
    const decision = { kind, by, at, reason, note, until, owners, control, owner };
    const fresh = { ...reopened(line, null), deciders };
    if (kind === 'not-mine') return { ...fresh, decision };
    if (needsApproval(kind)) return { ...fresh, decision, state: 'decided' };
    const outcome = kind === 'keep' ? 'kept' : kind === 'wait' ? 'waiting' : 'routed';
    return { ...fresh, decision, state: 'closed', outcome };
  });
  const asked = new Set(event.handoffs.map(({ id }) => id));
  // Consent stands while the line is to be removed; a question that is put again is asked anew once it was answered.
  const going = closeIdleHandoffs(next.handoffs, event.lines, at, (handoff) =>
    kind === 'remove'
      ? handoff.owner === 'identity' || handoff.answer !== null
      : asked.has(handoff.id) && isOpen(handoff),
  );
  return { ...next, handoffs: mergeHandoffs(going, event.handoffs) };
}

function approved(
  line: Line,
  { lines, plans = [], override, insteadOf }: Extract<CycleEvent, { kind: 'lines-approved' }>,
  { by, at }: { by: string; at: string },
): Line {
  const decision = line.decision?.kind;
  // An override counts only where the rule stood in the way.
  const stood = line.deciders.includes(by) || line.facts.seat.accountId === by;
  const counts = stood ? override : null;
  const plan = plans[lines.indexOf(line.facts.line)] ?? '';
  const base = {
    ...line,
    approvedBy: by,
    approvedInsteadOf: insteadOf ?? null,
    approvedAt: at,
    approvedPlan: plan === '' ? null : plan,
    override: counts,
  };
  return decision === 'exception'
    ? { ...base, state: 'closed', outcome: 'excepted' }
    : { ...base, state: approvedState(line) };
}
