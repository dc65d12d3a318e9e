import { formatDay } from '../dates';
import { isRunGoingOn, phaseOf, type Cycle } from './cycle';
import { isPastDue } from './escalation';
import { findLines, refuseUnlessOpen } from './find-lines';
import { isHalfRemoved, mayChange } from './line';
import { lineNames, record, refuse, type Ruling } from './ruling';

/** A reviewer takes back decisions that nobody approved yet; the record of them stays. */
export function undoDecision(
  cycle: Cycle,
  command: { lines: readonly number[]; reason: string },
  by: string,
): Ruling {
  const found = findLines(cycle, command.lines);
  if (!found.ok) return found;
  const undecided = found.lines.filter(({ decision }) => decision === null);
  const fixed = found.lines.filter((line) => !mayChange(line));
  const own = found.lines.filter(({ facts }) => facts.seat.accountId === by);
  const numbers = (lines: typeof found.lines): string => lineNames(lines.map(({ facts }) => facts.line));
  if (own.length > 0)
    return refuse(
      'decision.not-allowed',
      `Somebody else must change ${numbers(own)}: it is your own account.`,
    );
  if (undecided.length > 0)
    return refuse('decision.not-allowed', `There is no decision to undo on ${numbers(undecided)}.`);
  const half = fixed.filter(isHalfRemoved);
  if (half.length > 0)
    return refuse(
      'decision.not-allowed',
      `A part of ${numbers(half)} was removed: undo that on Execute first.`,
    );
  if (fixed.length > 0)
    return refuse(
      'decision.not-allowed',
      `The approver must return ${numbers(fixed)} before the decision can change.`,
    );
  return record({
    kind: 'decision-undone',
    lines: found.lines.map(({ facts }) => facts.line),
    reason: command.reason,
  });
}

/**
 * Ends deciding: the no-response rule, frozen when the cycle opened, closes what nobody decided. Until the due day
 * people have time to answer, and nobody closes their own line.
 */
export function endDeciding(
  cycle: Cycle,
  reason: string,
  { by, at }: { readonly by: string; readonly at: string },
): Ruling {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed;
  const open = cycle.lines.filter(({ state }) => state === 'undecided');
  const numbers = open.map(({ facts }) => facts.line);
  if (open.length === 0) return refuse('cycle.wrong-state', 'Every line is decided already.');
  if (!isPastDue(cycle, at))
    return refuse(
      'cycle.wrong-state',
      `Lines may be decided until the review is due on ${formatDay(cycle.dueAt)}. Until then decide or route them.`,
    );
  const own = open.filter(({ facts }) => facts.seat.accountId === by).map(({ facts }) => facts.line);
  if (own.length > 0)
    return refuse(
      'decision.not-allowed',
      `This would close ${lineNames(own)}, which is your own account: somebody else must end deciding.`,
    );
  return record({ kind: 'deciding-ended', rule: cycle.rules.noResponse, lines: numbers, reason });
}

/** Somebody other than the person who started the scan accepts what no named account explains (product.md §3 S4). */
export function acknowledgeUnexplained(
  cycle: Cycle,
  command: { product: string; reason: string },
  by: string,
): Ruling {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed;
  const proof = cycle.population.find(({ product }) => product === command.product);
  if (proof === undefined || proof.unexplained === 0)
    return refuse('cycle.wrong-state', 'Nothing is unexplained for this product.');
  const before = cycle.acknowledged[command.product];
  if (before !== undefined)
    return refuse('changed-meanwhile', `This difference was acknowledged already by ${before.by}.`);
  if (cycle.scanStartedBy === by)
    return refuse(
      'access.denied',
      'You started the scan: somebody else must acknowledge what it leaves unexplained.',
    );
  return record({
    kind: 'population-acknowledged',
    product: command.product,
    unexplained: proof.unexplained,
    reason: command.reason,
  });
}

/** Ends a review that has removed nothing, or discards a draft. */
export function cancelCycle(cycle: Cycle, reason: string): Ruling {
  const closed = phaseOf(cycle) === 'draft' ? null : refuseUnlessOpen(cycle);
  if (closed !== null) return closed;
  if (cycle.lines.some(({ state, removals }) => state === 'executing' || removals.length > 0))
    return refuse(
      'cycle.wrong-state',
      'Removals have been made under this review: finish and sign it off instead.',
    );
  if (isRunGoingOn(cycle))
    return refuse('cycle.wrong-state', 'A run is going on: let it end, or stop it, before you cancel.');
  return record({ kind: 'cycle-cancelled', reason });
}
