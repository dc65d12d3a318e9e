import { namesOf } from '../domain/classification/explain';
import { indexOrganization } from '../domain/classification/organization-index';
import type { PlanQuestion } from '../domain/plan/approved-removals';
import { planRemovals, type RemovalPlan } from '../domain/plan/removal-plan';
import type { OrganizationState } from '../domain/organization-state';
import type { Cycle } from '../domain/review/cycle';
import { isApproved, removalGroups } from '../domain/review/line';
import { unapprovedEnds } from '../domain/plan/ends-together';
import type { Snapshot } from '../domain/snapshot';

type Confirmed = Pick<OrganizationState, 'confirmedGroups'>;

/** The plan as it stands at this time, with the groups that a site administrator has yet to confirm. */
export function planFor(
  cycle: Cycle,
  snapshot: Snapshot,
  organization: Confirmed,
  now: string,
): RemovalPlan & { readonly toConfirm: readonly string[] } {
  const question = planQuestion(cycle, snapshot, organization);
  const { inferredGroups, confirmedGroups } = question;
  return {
    ...planRemovals(question, now),
    toConfirm: [...inferredGroups].filter((id) => !confirmedGroups.has(id)),
  };
}

/** What a plan of the review rests on. */
export function planQuestion(
  cycle: Cycle,
  { header, accounts }: Snapshot,
  { confirmedGroups }: Confirmed,
): PlanQuestion {
  const index = indexOrganization(header);
  const names = namesOf(header);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const wanted = cycle.lines.filter((line) => isApproved(line) && line.decision?.kind === 'remove');
  const inferred = new Set(
    wanted.flatMap((line) =>
      removalGroups(line).filter((id) =>
        line.facts.seat.paths.some((path) => path.groupId === id && path.inferredSource),
      ),
    ),
  );
  return {
    cycle,
    inferredGroups: inferred,
    confirmedGroups: new Set(confirmedGroups.map(({ id }) => id)),
    groupName: (id) => index.group(id)?.name ?? id,
    endsTogether: (lines) => {
      const account = byId.get(lines[0]?.facts.seat.accountId ?? '');
      return account === undefined ? [] : unapprovedEnds(account, lines, index).map(names.product);
    },
  };
}
