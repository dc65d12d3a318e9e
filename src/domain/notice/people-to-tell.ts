import { approvedRemovals, wholePeople, type PlanQuestion } from '../plan/approved-removals';
import { planPeople, type PlannedPerson } from '../plan/removal-plan';
import { noticeDaysOf } from './notice-period';

/**
 * The people concerned by approved removals, each with what nobody has begun to tell them of (product.md §8, Notice
 * first). Whom something else keeps from removal is not told: nothing is to end.
 */
export function peopleToTell(question: PlanQuestion): readonly PlannedPerson[] {
  if (noticeDaysOf(question.cycle) === 0) return [];
  const { byAccount } = wholePeople(
    approvedRemovals(question, () => null),
    question,
  );
  const untold = [...byAccount].map(
    ([id, lines]) => [id, lines.filter(({ notice }) => notice === null)] as const,
  );
  return planPeople(new Map(untold.filter(([, lines]) => lines.length > 0)));
}
