import type { Cycle } from './cycle';
import type { Decision } from './decision';
import type { Line } from './line';

/**
 * `waiting` for an approval; `approved`, and protecting its seat from the sign-off on; `in-force`; `expired`, and
 * its seat judged like others; `cancelled` with its review.
 */
export type ExceptionState = 'waiting' | 'approved' | 'in-force' | 'expired' | 'cancelled';

/** A decision to leave one seat alone until a day, and where it stands (product.md §2 and §7). */
export interface ReviewException {
  readonly line: Line;
  readonly decision: Decision;
  /** ISO 8601 UTC. */
  readonly expires: string;
  readonly state: ExceptionState;
  /** Since when its seat is protected; null where it never was. ISO 8601 UTC. */
  readonly protectedFrom: string | null;
}

/** Exceptions of a review as they stand at `now`, ISO 8601 UTC, in the order of its lines. */
export function exceptionsIn(cycle: Cycle, now: string): ReviewException[] {
  return cycle.lines.flatMap((line) => {
    const { decision, outcome } = line;
    if (decision?.kind !== 'exception' || decision.until === null) return [];
    const expires = decision.until;
    const signedAt = outcome === 'excepted' ? (cycle.signedOff?.at ?? null) : null;
    const protectedFrom = signedAt !== null && signedAt < expires ? signedAt : null;
    return [{ line, decision, expires, protectedFrom, state: stateOf({ cycle, line, expires, now }) }];
  });
}

function stateOf({
  cycle,
  line,
  expires,
  now,
}: {
  readonly cycle: Cycle;
  readonly line: Line;
  readonly expires: string;
  readonly now: string;
}): ExceptionState {
  if (cycle.cancelled !== null) return 'cancelled';
  if (expires <= now) return 'expired';
  if (line.outcome !== 'excepted') return 'waiting';
  return cycle.signedOff === null ? 'approved' : 'in-force';
}
