import type { LedgerRecord } from '../evidence/record';
import { GENESIS } from '../evidence/hash-chain';
import type { Handoff } from '../routing/handoff';
import { changeHandoffs, changeLines, mergeHandoffs, withdrawHandoffs } from './change-cycle';
import type { Cycle } from './cycle';
import { needsApproval } from './decision';
import type { CycleEvent } from './events';
import { foldRun } from './fold-run';
import { newLine, type Line } from './line';

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
      approvers: [],
      signOffBy: null,
      handoffDays: 0,
      owners: [],
      fallback: '',
    },
    population: [],
    acknowledged: {},
    scanStartedBy: null,
    lines: [],
    handoffs: [],
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
  const changed = { sequence: record.sequence, by: record.actor.accountId ?? 'app' };
  const lines = next.lines.map((line, index) => (line === cycle.lines[index] ? line : { ...line, changed }));
  return { ...next, lines, sequence: record.sequence, headHash: record.hash };
}

export function foldCycle(cycleId: string, records: Iterable<CycleRecord>): Cycle {
  let cycle = emptyCycle(cycleId);
  for (const record of records) cycle = foldRecord(cycle, record);
  return cycle;
}

function foldEvent(cycle: Cycle, { event, at, actor }: CycleRecord): Cycle {
  const by = actor.accountId ?? 'app';
  switch (event.kind) {
    case 'cycle-drafted': {
      const { kind: _, ...drafted } = event;
      return { ...cycle, ...drafted, openedAt: at, openedBy: by };
    }
    case 'lines-added':
      return { ...cycle, lines: [...cycle.lines, ...event.lines.map(newLine)] };
    case 'handoffs-carried':
      return carry(cycle, event.handoffs, by, at);
    case 'cycle-opened':
      return { ...cycle, opened: true };
    case 'lines-decided':
      return decided(cycle, event, by, at);
    case 'decision-undone': {
      const next = changeLines(cycle, event.lines, (line) => reopened(line, null));
      return { ...next, handoffs: withdrawHandoffs(next.handoffs, event.lines, at, () => false) };
    }
    case 'deciding-ended':
      return decidingEnded(cycle, event, by, at);
    case 'lines-approved':
      return changeLines(cycle, event.lines, (line) => approved(line, by, event.override));
    case 'lines-returned':
      return changeLines(cycle, event.lines, (line) => reopened(line, event.reason));
    case 'population-acknowledged':
      return {
        ...cycle,
        acknowledged: { ...cycle.acknowledged, [event.product]: { by, reason: event.reason } },
      };
    case 'handoffs-answered':
      return changeHandoffs(cycle, event.handoffIds, (handoff) => ({
        ...handoff,
        answer: {
          kind: event.answer,
          by: event.answeredBy,
          byAccountId: event.answeredByAccount,
          at,
          note: event.note,
          until: event.until,
        },
      }));
    case 'handoff-closed':
      return changeHandoffs(cycle, [event.handoffId], (handoff) => ({
        ...handoff,
        closed: { cause: event.cause, at, note: event.note },
      }));
    case 'cycle-signed-off':
      return {
        ...changeLines(cycle, event.carried, (line) => ({ ...line, state: 'closed', outcome: 'carried' })),
        signedOff: { by, at, statement: event.statement, printed: event.printed },
      };
    case 'cycle-cancelled':
      return { ...cycle, cancelled: { by, at, reason: event.reason } };
    default:
      return foldRun(cycle, event, { by, at });
  }
}

function decided(
  cycle: Cycle,
  event: Extract<CycleEvent, { kind: 'lines-decided' }>,
  by: string,
  at: string,
): Cycle {
  const { decision: kind, reason, note, until, owners, control } = event;
  const next = changeLines(cycle, event.lines, (line): Line => {
    const deciders = line.deciders.includes(by) ? line.deciders : [...line.deciders, by];
    const decision = { kind, by, at, reason, note, until, owners, control };
    const fresh = { ...reopened(line, null), deciders };
    if (kind === 'not-mine') return { ...fresh, decision };
    if (needsApproval(kind)) return { ...fresh, decision, state: 'decided' };
    const outcome = kind === 'keep' ? 'kept' : kind === 'wait' ? 'waiting' : 'routed';
    return { ...fresh, decision, state: 'closed', outcome };
  });
  const asked = new Set(event.handoffs.map(({ id }) => id));
  const withdrawn = withdrawHandoffs(next.handoffs, event.lines, at, ({ id, owner }) =>
    kind === 'remove' ? owner === 'identity' : asked.has(id),
  );
  return { ...next, handoffs: mergeHandoffs(withdrawn, event.handoffs) };
}

/** Lines that nobody decided, closed by the rule that was approved when the cycle opened. */
function decidingEnded(
  cycle: Cycle,
  event: Extract<CycleEvent, { kind: 'deciding-ended' }>,
  by: string,
  at: string,
): Cycle {
  const decider = cycle.rules.noResponseBy ?? by;
  const next = changeLines(cycle, event.lines, (line): Line => {
    const decision = {
      kind: followsRecommendation(event.rule, line, decider) ? ('remove' as const) : ('keep' as const),
      by: decider,
      at,
      reason: 'nobody-answered',
      note: event.reason,
      until: null,
      owners: [],
      control: null,
    };
    if (event.rule === 'carry') return { ...line, state: 'closed', outcome: 'carried' };
    const deciders = [...new Set([...line.deciders, decider])];
    return decision.kind === 'remove'
      ? { ...line, state: 'decided', decision, deciders }
      : { ...line, state: 'closed', outcome: 'no-answer', decision, deciders };
  });
  return { ...next, decidingEnded: { by, at, lines: event.lines.length } };
}

/** The rule reaches cleanups only, never unread ones and never the account of whoever chose it (product.md §7). */
export function followsRecommendation(rule: string, { facts: { seat } }: Line, decider: string): boolean {
  return (
    rule === 'follow-recommendation' &&
    seat.verdict === 'cleanup' &&
    !seat.provisional &&
    seat.accountId !== decider
  );
}

function approved(line: Line, by: string, override: Line['override']): Line {
  const decision = line.decision?.kind;
  // An override counts only where the rule stood in the way.
  const base = { ...line, approvedBy: by, override: line.deciders.includes(by) ? override : null };
  return decision === 'exception'
    ? { ...base, state: 'closed', outcome: 'excepted' }
    : { ...base, state: 'approved' };
}

/** Back to the reviewer. Deciders stay: whoever decided once may not approve later. */
export function reopened(line: Line, cause: string | null): Line {
  return {
    ...line,
    state: 'undecided',
    outcome: null,
    cause,
    decision: null,
    approvedBy: null,
    override: null,
  };
}

function carry(cycle: Cycle, handoffs: readonly Handoff[], by: string, at: string): Cycle {
  const lines = [...new Set(handoffs.map(({ line }) => line))];
  const next = changeLines(cycle, lines, (line): Line => {
    const owners = handoffs.filter((handoff) => handoff.line === line.facts.line).map(({ owner }) => owner);
    return {
      ...line,
      state: 'closed',
      outcome: 'routed',
      decision: {
        kind: 'route-out',
        by,
        at,
        reason: 'carried-over',
        note: '',
        until: null,
        owners,
        control: null,
      },
    };
  });
  return { ...next, handoffs: mergeHandoffs(next.handoffs, handoffs) };
}
