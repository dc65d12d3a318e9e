import { explainSeat, listed, type Names } from '../classification/explain';
import { syncedGroupsOf } from '../classification/removal';
import { leavingOf } from '../classification/what-remains';
import type { OwnerClass, Seat } from '../seat';
import { sortedSet } from '../../lib/order';

/** What the handoffs of one case have in common: a synced group is one case however many people it holds. */
export function causeOf(owner: OwnerClass, seat: Seat, names: Names): string {
  if (owner === 'identity') {
    const groups = seat.paths.flatMap(({ source, groupId }) =>
      source === 'scim' && groupId !== undefined ? [groupId] : [],
    );
    return groups.length === 0
      ? 'Synced access'
      : `Synced ${groups.length === 1 ? 'group' : 'groups'} ${listed(sortedSet(groups).map(names.group))}`;
  }
  switch (owner) {
    case 'technical':
      return 'Accounts that look technical';
    case 'privileged':
      return 'Accounts with administration';
    case 'business':
      return 'Accounts that the organization does not manage';
    case 'team':
      return 'Access through teams';
    case 'app':
      return `Decisions of the owner of ${names.product(seat.product)}`;
    case 'project':
      return 'Disputed project access';
    case 'security':
      return 'Security concerns';
  }
}

/** The one question that the owner is to answer. */
export function questionOf(owner: OwnerClass, seats: readonly Seat[]): string {
  const shared = seats.some(({ reason }) => reason === 'idp-owned-shared');
  switch (owner) {
    case 'identity':
      return shared
        ? 'Can the products be granted by separate groups, so that the idle one can end without the one in use?'
        : 'May these people leave the groups in the identity provider?';
    case 'technical':
      return 'Does an integration still work with this account, and may its seat end?';
    case 'privileged':
      return 'Is the administration still needed, and may the seat end?';
    case 'business':
      return 'Does this person still work with you, and may the seat end?';
    case 'team':
      return 'Should this person stay in the team that gives the seat?';
    case 'app':
      return 'Is this seat needed for a reason that last use does not show?';
    case 'project':
      return 'Does the project still need this person?';
    case 'security':
      return 'Is there a reason to act on this account beyond its seat?';
  }
}

export function whyNotLocal(owner: OwnerClass): string {
  switch (owner) {
    case 'identity':
      return 'The groups belong to the identity provider: a removal here would be refused or undone by the next sync.';
    case 'technical':
      return 'Last use does not show what an account does through the API.';
    case 'privileged':
      return 'Ending the seat of somebody who administers may end the administration too.';
    case 'business':
      return 'Only whoever engaged this person knows whether they still work here.';
    case 'team':
      return 'The members of a team decide on it themselves.';
    case 'app':
      return 'The seat rests on something that Jira administrators do not own.';
    case 'project':
      return 'The project depends on this person.';
    case 'security':
      return 'It concerns more than a seat.';
  }
}

export interface PacketFacts {
  readonly owner: OwnerClass;
  readonly contact: string;
  readonly cause: string;
  readonly dueAt: string;
  readonly asOf: string;
  readonly seats: readonly Seat[];
  readonly names: Names;
  readonly rehearsal: boolean;
  /** What ends in projects if the seat's groups are left as asked; empty when no group is. */
  readonly inProjects: (seat: Seat) => string;
  /** Where the groups of the case are used in projects, and how far that was read; each a sentence. */
  readonly groupUse: readonly string[];
}

/** The groups that the account leaves if the owner answers as the question asks. */
export function groupsAskedFor(owner: OwnerClass, seat: Seat): readonly string[] {
  if (owner === 'identity') return syncedGroupsOf(seat.paths);
  return leavingOf(seat).groupIds;
}

/** Plain text to paste into a ticket or a mail. People are account ids: names are not stored. */
export function packetFor(facts: PacketFacts): string {
  const { owner, contact, cause, dueAt, asOf, seats, names, rehearsal, inProjects, groupUse } = facts;
  const people = sortedSet(seats.map(({ accountId }) => accountId));
  return [
    ...(rehearsal ? ['REHEARSAL: nobody needs to do anything, and an answer counts for nothing.'] : []),
    `To: ${contact} (${owner} owner)`,
    `About: ${cause}`,
    `Question: ${questionOf(owner, seats)}`,
    `Why we ask you: ${whyNotLocal(owner)}`,
    `Please answer by ${dueAt.slice(0, 10)}. Facts as of ${asOf}.`,
    `${String(seats.length)} seats of ${String(people.length)} people:`,
    ...seats.map((seat) => {
      const rest = [elseEnds(seat, names), inProjects(seat)].filter((part) => part !== '');
      return [`- ${seat.accountId}: ${explainSeat(seat, names)}`, ...rest].join(' ');
    }),
    ...(groupUse.length === 0 ? [] : ['Where the groups are used in projects:']),
    ...groupUse.map((sentence) => `- ${sentence}`),
  ].join('\n');
}

function elseEnds({ elseEnds: ends }: Seat, names: Names): string {
  return ends.length === 0
    ? ''
    : `With it would end: ${listed(ends.map(({ product }) => names.product(product)))}.`;
}
