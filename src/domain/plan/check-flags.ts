import type { Names } from '../classification/explain';
import type { Flag } from '../organization-state';
import type { CheckedRemoval, CheckedRemovals } from '../review/after-removal';
import { lineOf, type Cycle } from '../review/cycle';
import type { Line } from '../review/line';
import { doorInWords } from './rebound';

interface Situation {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly names: Names;
}

/**
 * What somebody must hear of a check without opening the review (product.md §8): access that came back, and access
 * that ended although nobody approved it. Each is flagged by the check that finds it first. `cycle` stands as before
 * the check.
 */
export function flagsOfChecks(cycle: Cycle, { results }: CheckedRemovals, situation: Situation): Flag[] {
  return results.flatMap((result) => {
    const line = lineOf(cycle, result.line);
    return line === undefined
      ? []
      : [...reboundFlag(cycle, line, result, situation), ...alarmFlag(cycle, line, result, situation)];
  });
}

function reboundFlag(
  cycle: Cycle,
  { facts, rebound }: Line,
  { line, door }: CheckedRemoval,
  { at, names }: Situation,
): Flag[] {
  if (door === undefined || rebound !== null) return [];
  const { accountId, product } = facts.seat;
  const how = doorInWords(door, names.group(door.groupId ?? ''));
  return [
    {
      id: `rebound:${cycle.cycleId}:${String(line)}`,
      kind: 'rebound',
      raisedAt: at,
      text: `Access to ${names.product(product)} was removed in *${cycle.title}* and is back. ${how} The next review asks about it.`,
      accountId,
      product,
    },
  ];
}

function alarmFlag(
  cycle: Cycle,
  { facts, verifications }: Line,
  { line, outcome, note }: CheckedRemoval,
  { at }: Situation,
): Flag[] {
  const isNew = !verifications.some((each) => each.outcome === 'more-ended-than-approved');
  if (outcome !== 'more-ended-than-approved' || !isNew) return [];
  const { accountId, product } = facts.seat;
  return [
    {
      id: `more-ended:${cycle.cycleId}:${String(line)}`,
      kind: 'more-ended',
      raisedAt: at,
      text: `More ended than *${cycle.title}* approved: ${note} Undo gives back what was removed: on Execute, or on Evidence once the review is signed off.`,
      accountId,
      product,
    },
  ];
}
