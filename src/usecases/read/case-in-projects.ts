import { sortedSet } from '../../lib/order';
import { severityOf } from '../../domain/classification/group-impact';
import type { UseIndex } from '../../domain/classification/group-use';
import { coverageInWords, severityInWords } from '../../domain/classification/impact-in-words';
import { indexOrganization } from '../../domain/classification/organization-index';
import { groupsAskedFor, type PacketFacts } from '../../domain/routing/packet';
import type { OwnerClass, Seat } from '../../domain/seat';
import type { Snapshot } from '../../domain/snapshot';
import { inProjectsOf } from './in-projects';

interface Asked {
  readonly owner: OwnerClass;
  readonly seats: readonly Seat[];
}

/** What a packet says of projects: what ends for each account, and where the groups of the case are used. */
export function caseInProjects(
  { owner, seats }: Asked,
  { header, accounts }: Snapshot,
  use: UseIndex | null,
): Pick<PacketFacts, 'inProjects' | 'groupUse'> {
  const index = indexOrganization(header);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const groups = sortedSet(seats.flatMap((seat) => groupsAskedFor(owner, seat))).flatMap(
    (id) => index.group(id) ?? [],
  );
  return {
    // Where nobody read it, that is said once for the whole case.
    inProjects: (seat) =>
      use === null ? '' : inProjectsOf(byId.get(seat.accountId), groupsAskedFor(owner, seat), { index, use }),
    groupUse:
      groups.length === 0
        ? []
        : [
            ...groups.map((group) => {
              const severity = severityOf(group, use);
              return `*${group.name}*: ${severityInWords(severity, use?.places(group) ?? [])}`;
            }),
            ...coverageInWords(use),
          ],
  };
}
