import { replyRoute } from '../notice/notice-period';
import { bundleOf, type Cycle } from './cycle';
import { refuseUnlessOpen } from './find-lines';
import { isApproved, isRemovalBegun, type Line } from './line';
import { record, refuse, type Ruling } from './ruling';

/** "I still need this": about one's own seat, while nothing of its removal has begun (product.md §8, Notice first). */
export function claimSeat(
  cycle: Cycle,
  { product, note }: { readonly product: string; readonly note: string },
  by: string,
): Ruling {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed;
  const line = ownLine(cycle, product, by);
  if (line === undefined)
    return refuse('line.not-found', 'Your account has no seat of this product under review.');
  const refusal = claimObstacle(cycle, line);
  if (refusal !== null) return refuse('claim.not-allowed', refusal);
  const mates = bundleOf(cycle, line).filter(
    (mate) =>
      mate !== line && mate.decision?.kind === 'remove' && (isToEnd(mate) || mate.state === 'decided'),
  );
  return record({
    kind: 'seat-claimed',
    line: line.facts.line,
    mates: mates.map(({ facts }) => facts.line),
    note,
  });
}

/** The line of one account on one product. */
export function ownLine({ lines }: Cycle, product: string, accountId: string): Line | undefined {
  return lines.find(({ facts: { seat } }) => seat.accountId === accountId && seat.product === product);
}

/** Approved to be removed, also where a run is on its way to it. */
function isToEnd(line: Line): boolean {
  return isApproved(line) || line.state === 'executing';
}

/** Why the person concerned cannot keep the line from its removal here, as a sentence; null when they can. */
export function claimObstacle(cycle: Cycle, line: Line): string | null {
  const { state, claim, decision } = line;
  if (cycle.rehearsal) return 'This is a rehearsal: nothing of it is removed.';
  if (bundleOf(cycle, line).some(isRemovalBegun))
    return `Its removal has begun. Ask there for access again: ${replyRoute(cycle)}.`;
  if (isToEnd(line) && decision?.kind === 'remove') return null;
  if (claim !== null && (state === 'undecided' || state === 'decided'))
    return 'You have said already that you still need it: it is decided anew.';
  return 'Its removal is not approved, so that nothing is to be kept from it.';
}
