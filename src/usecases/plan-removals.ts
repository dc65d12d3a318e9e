import { namesOf } from '../domain/classification/explain';
import { indexOrganization } from '../domain/classification/organization-index';
import { planRemovals, type RemovalPlan } from '../domain/plan/removal-plan';
import type { OrganizationState } from '../domain/organization-state';
import type { Cycle } from '../domain/review/cycle';
import { removalGroups } from '../domain/review/line';
import { unapprovedEnds } from '../domain/plan/ends-together';
import type { Snapshot } from '../domain/snapshot';

/** The plan as it stands now, with the groups that a site administrator has yet to confirm. */
export function planFor(
  cycle: Cycle,
  { header, accounts }: Snapshot,
  { confirmedGroups }: Pick<OrganizationState, 'confirmedGroups'>,
): RemovalPlan & { readonly toConfirm: readonly string[] } {
  const index = indexOrganization(header);
  const names = namesOf(header);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const confirmed = new Set(confirmedGroups.map(({ id }) => id));
  const wanted = cycle.lines.filter(
    ({ state, decision }) => state === 'approved' && decision?.kind === 'remove',
  );
  const inferred = new Set(
    wanted.flatMap((line) =>
      removalGroups(line).filter((id) =>
        line.facts.seat.paths.some((path) => path.groupId === id && path.inferredSource),
      ),
    ),
  );
  const plan = planRemovals({
    cycle,
    inferredGroups: inferred,
    confirmedGroups: confirmed,
    groupName: (id) => index.group(id)?.name ?? id,
    endsTogether: (lines) => {
      const account = byId.get(lines[0]?.facts.seat.accountId ?? '');
      return account === undefined ? [] : unapprovedEnds(account, lines, index).map(names.product);
    },
  });
  return { ...plan, toConfirm: [...inferred].filter((id) => !confirmed.has(id)) };
}
