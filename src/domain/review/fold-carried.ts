import { changeLines, mergeHandoffs } from './change-cycle';
import type { Cycle } from './cycle';
import { CARRIED_OVER } from './decision';
import type { CycleEvent } from './events';
import type { Line } from './line';

type EventOf<Kind extends CycleEvent['kind']> = Extract<CycleEvent, { kind: Kind }>;

/**
 * Questions go on; their lines are routed out as before, but where the facts ask for a new decision. Nobody decided
 * these lines in this review: whoever opened it may be their very account.
 */
export function carryHandoffs(
  cycle: Cycle,
  { handoffs, undecided = [] }: EventOf<'handoffs-carried'>,
  at: string,
): Cycle {
  const lines = [...new Set(handoffs.map(({ line }) => line))].filter((line) => !undecided.includes(line));
  const next = changeLines(cycle, lines, (line): Line => {
    const owners = handoffs.filter((handoff) => handoff.line === line.facts.line).map(({ owner }) => owner);
    return {
      ...line,
      state: 'closed',
      outcome: 'routed',
      decision: {
        kind: 'route-out',
        by: 'app',
        at,
        reason: CARRIED_OVER,
        note: '',
        until: null,
        owners,
        control: null,
        owner: null,
      },
    };
  });
  return { ...next, handoffs: mergeHandoffs(next.handoffs, handoffs) };
}

/** The earlier decision stands until its day, whose decider is the line's decider here as well (product.md §7). */
export function carryKeeps(cycle: Cycle, { keeps }: EventOf<'keeps-carried'>): Cycle {
  return keeps.reduce(
    (next, { line: number, decision }) =>
      changeLines(next, [number], (line) => ({
        ...line,
        state: 'closed',
        outcome: 'kept-until',
        decision,
        deciders: [decision.by],
      })),
    cycle,
  );
}
