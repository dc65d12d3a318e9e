import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import { SEAT_ROLES } from '../product';
import { holdingsOf } from './access';
import { accountsNamedIn, waysTo, type Member, type Place, type UseIndex, type Way } from './group-use';
import type { OrganizationIndex } from './organization-index';

type NamedGroup = Pick<GroupFacts, 'id' | 'name'>;

/**
 * What leaving a group can end besides products (product.md §4). `unread` is said where nothing was found and not
 * everything was read: unknown is never "nothing".
 */
export type ImpactSeverity = 'administration' | 'access' | 'nothing' | 'unread';

export function severityOf(group: NamedGroup, use: UseIndex | null): ImpactSeverity {
  if (use === null) return 'unread';
  const places = use.places(group);
  if (places.some(({ kind }) => kind === 'administration')) return 'administration';
  if (places.length > 0) return 'access';
  return isWhole(use) ? 'nothing' : 'unread';
}

/** Whether Jira told everything that was asked, and told it so that groups can be recognized. */
export function isWhole({ reading, unnamed }: UseIndex): boolean {
  return reading.refusedProjects.length === 0 && reading.refusedSchemes.length === 0 && unnamed === 0;
}

/** What leaving groups does to one account in projects. */
export interface RemovalImpact {
  readonly ends: readonly Place[];
  /** Places that the account keeps, by the first of its other ways. */
  readonly stays: readonly { readonly place: Place; readonly way: Way }[];
}

/** Every place that the leaving groups give the account, and whether it keeps it some other way. */
export function impactOfLeaving(
  account: AccountFacts,
  leaving: readonly string[],
  { index, use }: { readonly index: OrganizationIndex; readonly use: UseIndex },
): RemovalImpact {
  const own = leaving.filter((id) => account.groupIds.includes(id)).map((id) => named(id, index));
  const places = new Set(own.flatMap((group) => use.places(group)));
  const after = memberOf(account, leaving, index);
  const ends: Place[] = [];
  const stays: { place: Place; way: Way }[] = [];
  for (const place of places) {
    const [way] = waysTo(place, after);
    if (way === undefined) ends.push(place);
    else stays.push({ place, way });
  }
  return { ends, stays };
}

/** What everybody in a group would lose and keep by leaving it, in numbers of people. */
export interface PlaceEffect {
  readonly place: Place;
  readonly ending: number;
  readonly staying: number;
}

export function impactOnMembers(
  group: NamedGroup,
  members: Iterable<AccountFacts>,
  { index, use }: { readonly index: OrganizationIndex; readonly use: UseIndex },
): PlaceEffect[] {
  const alike = membersAlike(members, group.id, index);
  return use.places(group).map((place) => {
    const named = accountsNamedIn(place);
    let ending = 0;
    let staying = 0;
    for (const { nobody, accounts } of alike) {
      const keeping =
        waysTo(place, nobody).length > 0 ? accounts.size : [...named].filter((id) => accounts.has(id)).length;
      staying += keeping;
      ending += accounts.size - keeping;
    }
    return { place, ending, staying };
  });
}

/** Accounts that other groups and products give the same, and what these give somebody whom no place names. */
interface Alike {
  readonly nobody: Member;
  readonly accounts: Set<string>;
}

/** Thousands of members in thousands of places are too many pairs; most members differ by name alone. */
function membersAlike(
  members: Iterable<AccountFacts>,
  leaving: string,
  index: OrganizationIndex,
): readonly Alike[] {
  const found = new Map<string, Alike>();
  for (const account of members) {
    const after = memberOf(account, [leaving], index);
    const key = JSON.stringify([after.groups.map(({ id }) => id), [...after.products]]);
    const alike = found.get(key) ?? { nobody: { ...after, accountId: '' }, accounts: new Set<string>() };
    alike.accounts.add(account.accountId);
    found.set(key, alike);
  }
  return [...found.values()];
}

/** Projects that the account administers, with every way by which it does. */
export function administrationOf(
  account: AccountFacts,
  { index, use }: { readonly index: OrganizationIndex; readonly use: UseIndex },
): { readonly project: string; readonly ways: readonly Way[] }[] {
  const member = memberOf(account, [], index);
  return use.administration.flatMap((place) => {
    const ways = waysTo(place, member);
    return ways.length === 0 ? [] : [{ project: place.project.key, ways }];
  });
}

/** The account once it has left the groups. */
function memberOf(account: AccountFacts, leaving: readonly string[], index: OrganizationIndex): Member {
  const left = new Set(leaving);
  const stays = holdingsOf(account, index).filter(
    (holding) =>
      SEAT_ROLES.includes(holding.role) && !(holding.method === 'group' && left.has(holding.group.id)),
  );
  return {
    accountId: account.accountId,
    groups: account.groupIds.filter((id) => !left.has(id)).map((id) => named(id, index)),
    products: new Set(stays.map(({ product }) => product)),
  };
}

/** A group that the scan did not list goes by its id alone. */
function named(id: string, index: OrganizationIndex): NamedGroup {
  return index.group(id) ?? { id, name: id };
}
