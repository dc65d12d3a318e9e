import { isOpen, type Handoff } from '../routing/handoff';
import type { Cycle } from './cycle';
import type { Line } from './line';

/** The cycle with some of its lines replaced. */
export function changeLines(cycle: Cycle, numbers: readonly number[], change: (line: Line) => Line): Cycle {
  const lines = [...cycle.lines];
  for (const number of numbers) {
    const line = lines[number - 1];
    if (line !== undefined) lines[number - 1] = change(line);
  }
  return { ...cycle, lines };
}

export function changeHandoffs(
  cycle: Cycle,
  ids: readonly string[],
  change: (handoff: Handoff) => Handoff,
): Cycle {
  const wanted = new Set(ids);
  return {
    ...cycle,
    handoffs: cycle.handoffs.map((handoff) => (wanted.has(handoff.id) ? change(handoff) : handoff)),
  };
}

/** A question is asked once: an open handoff to the same owner about the same line stays as it is. */
export function mergeHandoffs(existing: readonly Handoff[], added: readonly Handoff[]): Handoff[] {
  const known = new Set(existing.filter(({ closed }) => closed === null).map(({ id }) => id));
  const reopenedIds = new Set(added.map(({ id }) => id));
  const kept = existing.filter(({ id, closed }) => closed === null || !reopenedIds.has(id));
  return [...kept, ...added.filter(({ id }) => !known.has(id))];
}

/** Questions that a newer decision made idle are closed, answered or not; those that `keeps` names go on. */
export function closeIdleHandoffs(
  handoffs: readonly Handoff[],
  lines: readonly number[],
  at: string,
  keeps: (handoff: Handoff) => boolean,
): Handoff[] {
  return handoffs.map((handoff): Handoff => {
    if (handoff.closed !== null || !lines.includes(handoff.line) || keeps(handoff)) return handoff;
    const cause = isOpen(handoff) ? 'withdrawn' : 'answered';
    return { ...handoff, closed: { cause, at, note: 'The line was decided otherwise.' } };
  });
}

/** Open questions of the lines are withdrawn; an owner's consent stands for the next decision. */
export function givenBack(cycle: Cycle, lines: readonly number[], cause: string | null, at: string): Cycle {
  const next = changeLines(cycle, lines, (line) => reopened(line, cause));
  return { ...next, handoffs: closeIdleHandoffs(next.handoffs, lines, at, ({ answer }) => answer !== null) };
}

/**
 * Back to the reviewer. Deciders stay: whoever decided once may not approve later. So does a message that the person
 * was sent or may have been sent, also without access to Jira; who was refused one is tried again.
 */
export function reopened(line: Line, cause: string | null): Line {
  const { notice } = line;
  return {
    ...line,
    state: 'undecided',
    outcome: null,
    cause,
    decision: null,
    approvedBy: null,
    approvedInsteadOf: null,
    approvedAt: null,
    approvedPlan: null,
    override: null,
    notice: notice?.mayHaveArrived === true ? notice : null,
  };
}
