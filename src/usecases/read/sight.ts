import { isJiraFamily } from '../../domain/product';
import type { Cycle } from '../../domain/review/cycle';
import type { Seat } from '../../domain/seat';

/** Which products somebody may see: all, or Jira's own family alone. */
export type Sight = 'all' | 'jira-family';

/** Whether a seat lies within somebody's sight. */
export function isInSight({ product }: Pick<Seat, 'product'>, sight: Sight): boolean {
  return sight === 'all' || isJiraFamily(product);
}

/** Whether all of these lines of a review lie within somebody's sight. */
export function areInSight(cycle: Pick<Cycle, 'lines'>, lines: readonly number[], sight: Sight): boolean {
  return lines.every((line) => {
    const seat = cycle.lines[line - 1]?.facts.seat;
    return seat !== undefined && isInSight(seat, sight);
  });
}

export const NOT_IN_SIGHT =
  'An administrator of the organization must allow Jira administrators to see seats of other products.';
