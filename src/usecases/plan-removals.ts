import { indexOrganization } from '../domain/classification/organization-index';
import { planRemovals, type RemovalPlan } from '../domain/plan/removal-plan';
import type { OrganizationState } from '../domain/organization-state';
import type { Cycle } from '../domain/review/cycle';
import { removalGroups } from '../domain/review/line';
import type { SnapshotHeader } from '../domain/snapshot';

/** The plan as it stands now, with the groups that a site administrator has yet to confirm. */
export function planFor(
  cycle: Cycle,
  header: SnapshotHeader,
  { confirmedGroups }: Pick<OrganizationState, 'confirmedGroups'>,
): RemovalPlan & { readonly toConfirm: readonly string[] } {
  const index = indexOrganization(header);
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
  });
  return { ...plan, toConfirm: [...inferred].filter((id) => !confirmed.has(id)) };
}
