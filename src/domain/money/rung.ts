import { groupsGivenBack } from '../review/fold-undo';
import type { Line } from '../review/line';

/** How far a saving is, from hope to fact (product.md §11). Rungs are never added up. */
export type Rung = 'identified' | 'approved' | 'removed' | 'verified' | 'realised';

export const RUNGS: readonly Rung[] = ['identified', 'approved', 'removed', 'verified', 'realised'];

/**
 * The rung that a line stands on; null where nothing is to be saved. Sending a removal saves nothing: only a check
 * that found the access gone moves it on, and access that came back or was given back takes it off again. A line whose
 * membership alone ended (a split) saves nothing yet.
 */
export function rungOf(line: Line): Rung | null {
  const { facts, state, decision, verifications, rebound, removals } = line;
  const { verdict } = facts.seat;
  if (rebound !== null || groupsGivenBack(line).length > 0) return null;
  // What somebody else ended, or may have ended, is no saving of ours.
  if (line.removedAt !== null && !removals.some((removal) => removal.state === 'sent' && removal.isProven))
    return null;
  const gone = verifications.filter((each) => each.outcome === 'access-gone').map(({ check }) => check);
  const last = verifications.filter((each) => each.outcome !== 'unverifiable').at(-1);
  if (last !== undefined && last.outcome !== 'access-gone') return null;
  if (gone.includes('period-end')) return 'realised';
  if (gone.some((check) => check !== 'first')) return 'verified';
  if (state === 'verifying') return 'removed';
  if (state === 'closed') return null;
  if (decision?.kind === 'remove' && state !== 'decided') return state === 'undecided' ? null : 'approved';
  return verdict === 'cleanup' ? 'identified' : null;
}

/** How many lines stand on each rung. */
export function rungsOf(lines: readonly Line[]): Record<Rung, number> {
  const counts = { identified: 0, approved: 0, removed: 0, verified: 0, realised: 0 };
  for (const line of lines) {
    const rung = rungOf(line);
    if (rung !== null) counts[rung] += 1;
  }
  return counts;
}
