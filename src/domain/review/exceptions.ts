import type { AfterSignOff, AfterSignOffFact } from './after-sign-off';
import type { Cycle } from './cycle';
import type { Decision } from './decision';
import type { Line } from './line';
import { refuse, type Ruling } from './ruling';

/**
 * An exception needs a day, a compensating control and an owner who answers for it (product.md §7); null when it has
 * them. The account concerned answers for nothing that keeps its own seat.
 */
export function refuseException(
  { facts: { line, seat } }: Pick<Line, 'facts'>,
  command: {
    readonly decision: string;
    readonly until?: string | undefined;
    readonly control?: string | undefined;
    readonly owner?: string | undefined;
  },
): Ruling | null {
  if (command.decision !== 'exception') return null;
  const name = `Line ${String(line)}`;
  if (command.until === undefined)
    return refuse('decision.not-allowed', `${name}: an exception needs a day on which it ends.`);
  if ((command.control ?? '').trim() === '')
    return refuse(
      'decision.not-allowed',
      `${name}: an exception needs a compensating control. Say what limits the risk until then.`,
    );
  if (command.owner === seat.accountId)
    return refuse(
      'decision.not-allowed',
      `${name}: the account concerned cannot own the exception. Name somebody else.`,
    );
  return null;
}

/**
 * `waiting` for an approval; `approved`, and protecting its seat from the sign-off on; `in-force`; `expired`, and
 * its seat judged like others; `ended` before its day; `cancelled` with its review.
 */
export type ExceptionState = 'waiting' | 'approved' | 'in-force' | 'expired' | 'ended' | 'cancelled';

/** A decision to leave one seat alone until a day, and where it stands (product.md §2 and §7). */
export interface ReviewException {
  readonly line: Line;
  readonly decision: Decision;
  /** ISO 8601 UTC. */
  readonly expires: string;
  readonly state: ExceptionState;
  /** Since when its seat is protected; null where it never was. ISO 8601 UTC. */
  readonly protectedFrom: string | null;
  /** Who ended it before its day; null where nobody did. */
  readonly ended: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

/** Exceptions of a review as they stand at `now`, ISO 8601 UTC, in the order of its lines. */
export function exceptionsIn(
  cycle: Cycle,
  now: string,
  afterSignOff: readonly AfterSignOff[] = [],
): ReviewException[] {
  return cycle.lines.flatMap((line) => {
    const { decision, outcome } = line;
    if (decision?.kind !== 'exception' || decision.until === null) return [];
    const expires = decision.until;
    const signedAt = outcome === 'excepted' ? (cycle.signedOff?.at ?? null) : null;
    const protectedFrom = signedAt !== null && signedAt < expires ? signedAt : null;
    const ended = endedEarly(cycle, line, afterSignOff);
    const state = ended === null ? stateOf({ cycle, line, expires, now }) : 'ended';
    return [{ line, decision, expires, protectedFrom, ended, state }];
  });
}

function endedEarly(
  { cycleId }: Cycle,
  { facts: { line } }: Line,
  afterSignOff: readonly AfterSignOff[],
): ReviewException['ended'] {
  for (const { cycleId: of, what, by, at } of afterSignOff)
    if (of === cycleId && what.is === 'exception-ended' && what.line === line)
      return { by, at, reason: what.reason };
  return null;
}

/** Ends an exception that is in force; before the sign-off an approver returns its line instead. */
export function endException(
  cycle: Cycle,
  afterSignOff: readonly AfterSignOff[],
  { line: number, reason }: { readonly line: number; readonly reason: string },
  { by, at }: { readonly by: string; readonly at: string },
): Ruling<AfterSignOffFact> {
  const found = exceptionsIn(cycle, at, afterSignOff).find(({ line }) => line.facts.line === number);
  if (found === undefined)
    return refuse('line.not-found', `Line ${String(number)} of this review is no exception.`);
  const { accountId, product } = found.line.facts.seat;
  if (accountId === by)
    return refuse(
      'decision.not-allowed',
      `Line ${String(number)} is your own account: somebody else must end its exception.`,
    );
  if (found.state === 'waiting' || found.state === 'approved')
    return refuse(
      'cycle.wrong-state',
      'This exception protects nothing before the sign-off: an approver can return it until then.',
    );
  if (found.state !== 'in-force') return refuse('cycle.wrong-state', 'This exception has ended already.');
  return { ok: true, event: { is: 'exception-ended', line: number, accountId, product, reason } };
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
