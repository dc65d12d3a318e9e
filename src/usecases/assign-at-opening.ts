import type { Assignment } from '../domain/review/assignment';
import type { Cycle } from '../domain/review/cycle';
import type { CycleEvent } from '../domain/review/events';
import { planAssignment, type EmailDomains } from '../domain/review/plan-assignment';
import type { Snapshot } from '../domain/snapshot';
import { getSnapshotOf, type CycleTools } from './read/cycle-tools';

/** The records that bring the lines of a draft to reviewers; none where Settings name nobody. */
export async function assignAtOpening(
  cycle: Cycle,
  assignment: Assignment,
  tools: CycleTools,
): Promise<CycleEvent[]> {
  // Everything but the domain stands on the lines themselves.
  const needsDomains = assignment.rules.some(({ match }) => 'emailDomain' in match);
  const domains = needsDomains
    ? emailDomainsOf(await getSnapshotOf(cycle, tools))
    : new Map<string, string>();
  const facts = cycle.lines.map((line) => line.facts);
  return planAssignment(facts, assignment, domains).map((each) => ({ kind: 'lines-assigned', ...each }));
}

export function emailDomainsOf({ accounts }: Pick<Snapshot, 'accounts'>): EmailDomains {
  return new Map(
    accounts.flatMap(({ accountId, emailDomain }) =>
      emailDomain === undefined ? [] : [[accountId, emailDomain] as const],
    ),
  );
}
