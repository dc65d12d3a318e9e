import { hashOf } from '../evidence/hash-chain';
import { removalEnds, removalGroups, type Line } from '../review/line';

/** Hex digits that are kept: a line's own plan is compared with itself, never looked up. */
const DIGITS = 16;

/**
 * What removing this line comes to, in short: whom, from which groups, and what else ends. It is recorded with the
 * approval; a plan in which it differs must be approved again (product.md §8).
 */
export function planOfLine(line: Line): string {
  const { accountId, product } = line.facts.seat;
  const plan = { accountId, product, groups: removalGroups(line), ends: removalEnds(line) };
  return hashOf(plan).slice(0, DIGITS);
}
