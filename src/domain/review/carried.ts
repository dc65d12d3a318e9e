import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { byCodeUnit } from '../../lib/order';
import { isOpen } from '../routing/handoff';
import type { Cycle } from './cycle';

/** Lines that go on after sign-off: an owner is still asked, or facts are still waited for. None of a rehearsal. */
export function carriedLines(cycle: Cycle): number[] {
  if (cycle.rehearsal) return [];
  const asked = new Set(cycle.handoffs.filter(isOpen).map(({ line }) => line));
  return cycle.lines
    .filter(
      ({ outcome, facts }) =>
        outcome === 'waiting' || outcome === 'carried' || (outcome === 'routed' && asked.has(facts.line)),
    )
    .map(({ facts }) => facts.line);
}

/** Lines that go on, by who owns them from then on and the day on which they are due (product.md §7, Sign-off). */
export interface CarriedLines {
  /** Contact of an owner who is asked, else the account id or name of who reviews. */
  readonly owner: string;
  /** ISO 8601 UTC. */
  readonly dueAt: string;
  readonly lines: readonly number[];
}

/**
 * To whom the carried lines go, `at` the sign-off (ISO 8601 UTC): a question to its owner, the most urgent first; what
 * waits for facts or for a decision to its reviewer, within the days that a handoff has.
 */
export function carriedTo(cycle: Cycle, at: string): CarriedLines[] {
  const groups = new Map<string, { owner: string; dueAt: string; lines: number[] }>();
  const asked = new Map<number, { owner: string; dueAt: string }>();
  for (const { line, contact, dueAt } of cycle.handoffs.filter(isOpen)) {
    const known = asked.get(line);
    if (known === undefined || dueAt < known.dueAt) asked.set(line, { owner: contact, dueAt });
  }
  const reviewBy = toIso((toMillis(at) ?? 0) + cycle.rules.handoffDays * DAY_MS);
  for (const number of carriedLines(cycle)) {
    const to = asked.get(number) ?? { owner: reviewerOf(cycle, number), dueAt: reviewBy };
    const key = `${to.dueAt} ${to.owner}`;
    const group = groups.get(key) ?? { ...to, lines: [] };
    group.lines.push(number);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([, group]) => group);
}

/** Whose queue a line is in, else who decided it, else who reviews what is nobody's. */
function reviewerOf({ lines, rules }: Cycle, number: number): string {
  const line = lines[number - 1];
  const decider = line?.decision?.by === 'app' ? undefined : line?.decision?.by;
  return line?.assignee ?? decider ?? rules.assignment.fallbackReviewer ?? rules.fallback;
}
