import type { CycleView, LineChange, LineState } from '../../../src/contract/review-replies';
import { CHANGE_LABELS } from './change-labels';
import { counted, shareOf } from './counts';
import { dueInWords, formatDay, formatTime, isPast } from './dates';
import { LINE_STATE_LABELS, OUTCOME_LABELS } from './labels';
import { NO_RESPONSE_LABELS } from './settings-labels';
import { LINE_CHANGES, LINE_STATES } from '../../../src/contract/words';

/** Whether lines may still move in this review. */
export function isUnderWay(cycle: CycleView | null): cycle is CycleView {
  return cycle !== null && ['draft', 'open', 'executing', 'verifying'].includes(cycle.state);
}

export interface StateCount {
  readonly state: LineState;
  readonly label: string;
  readonly lines: string;
  readonly count: number;
}

/** How many lines stand in each state, in the order in which a line goes through them. */
export function stateCounts({ counts }: CycleView): StateCount[] {
  return LINE_STATES.map((state) => ({
    state,
    label: LINE_STATE_LABELS[state],
    lines: counted(counts.byState[state], 'line'),
    count: counts.byState[state],
  }));
}

/** Share of lines that are closed, 0 to 1. */
export function closedShare({ counts, lines }: CycleView): number {
  return shareOf(counts.byState.closed, lines);
}

/** "12 of 40 lines closed · 5 lines to approve · 3 handoffs open, 1 overdue". */
export function progressInWords({ counts, lines }: CycleView): string {
  const overdue = counts.handoffsOverdue === 0 ? '' : `, ${String(counts.handoffsOverdue)} overdue`;
  return [
    `${String(counts.byState.closed)} of ${counted(lines, 'line')} closed`,
    `${counted(counts.toApprove, 'line')} to approve`,
    `${counted(counts.handoffsOpen, 'handoff')} open${overdue}`,
  ].join(' · ');
}

export interface OutcomeCount {
  readonly key: string;
  readonly label: string;
  readonly lines: string;
}

export function outcomeCounts({ counts }: CycleView): OutcomeCount[] {
  return Object.entries(OUTCOME_LABELS).flatMap(([key, label]) => {
    const count = Object.entries(counts.byOutcome).find(([outcome]) => outcome === key)?.[1] ?? 0;
    return count === 0 ? [] : [{ key, label, lines: counted(count, 'line') }];
  });
}

/** Deciding ends once the review is due, where lines are left undecided. */
export function mayEndDeciding({ counts, dueAt }: CycleView, now: string): boolean {
  return counts.byState.undecided > 0 && now >= dueAt;
}

/** "Due 12 Dec 2026, due in 20 days". */
export function dueLine({ dueAt, state, counts }: CycleView, now: string): string {
  const day = `Due ${formatDay(dueAt)}`;
  if (state === 'open' && counts.byState.undecided > 0 && now < dueAt)
    return `${day}, ${dueInWords(dueAt, now)}; deciding can be ended from then on`;
  return state === 'signed-off' || state === 'cancelled' ? day : `${day}, ${dueInWords(dueAt, now)}`;
}

export function isLate({ dueAt, state }: CycleView, now: string): boolean {
  return isPast(dueAt, now) && state !== 'signed-off' && state !== 'cancelled';
}

/** What ending the decisions does, with the number of lines that it touches. */
export function endDecidingInWords({ noResponse }: CycleView): string {
  const rule =
    Object.entries(NO_RESPONSE_LABELS).find(([key]) => key === noResponse.rule)?.[1] ?? noResponse.rule;
  if (noResponse.touches === 0)
    return 'Every line is decided: the rule for lines without an answer touches no line.';
  return `${counted(noResponse.touches, 'line')} without a decision: ${rule.charAt(0).toLowerCase()}${rule.slice(1)}.`;
}

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly percentageComplete: number;
  readonly status: 'visited' | 'current' | 'unvisited';
}

const STEPS = ['Snapshot', 'Decide', 'Approve', 'Execute', 'Verify', 'Sign off'] as const;

/** Where the review stands. The least advanced line tells: the review never claims more than its lines. */
export function cycleSteps(cycle: CycleView): Step[] {
  const at = currentStep(cycle);
  return STEPS.map((label, index) => ({
    id: label,
    label,
    percentageComplete: index < at ? 100 : 0,
    status: index < at ? 'visited' : index === at ? 'current' : 'unvisited',
  }));
}

function currentStep({ state, counts }: CycleView): number {
  if (state === 'signed-off') return STEPS.length;
  if (state === 'draft') return 0;
  const { byState } = counts;
  if (byState.undecided > 0) return 1;
  if (counts.toApprove > 0) return 2;
  if (byState.decided + byState.approved + byState.executing > 0) return 3;
  return byState.verifying > 0 ? 4 : 5;
}

/** Who signed off and when, or null. */
export function signOffLine({ signedOffAt }: CycleView): string | null {
  return signedOffAt === null ? null : `Signed off on ${formatTime(signedOffAt)}`;
}

export interface ChangeCount {
  readonly change: LineChange;
  readonly label: string;
  readonly lines: string;
  readonly count: number;
}

/** How many lines stand how to the last signed-off review; none where there was none. */
export function changeCounts({ difference }: CycleView): ChangeCount[] {
  if (difference === null) return [];
  return LINE_CHANGES.map((change) => ({
    change,
    label: CHANGE_LABELS[change],
    lines: counted(difference.lines[change], 'line'),
    count: difference.lines[change],
  }));
}
