import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import type { AccessPath } from '../seat';
import { accessByProduct, assignedRoles, holdingsOf, isSeatHolding, pathsOf, seatProducts } from './access';
import type { OrganizationIndex } from './organization-index';
import { wasSynced } from './path-source';
import { privilegeThroughRoles, unreadOfGroups } from './privilege';
import {
  accessAfter,
  endingsRead,
  groupsOf,
  removalSetOf,
  syncedGroupsOf,
  whatHangsOn,
  type Hanging,
} from './removal';

/** What groups and roles alone say of a seat, whoever holds it and whenever it was used. */
export interface SeatStanding {
  readonly product: string;
  readonly paths: readonly AccessPath[];
  /** Groups that give the seat. */
  readonly grantingGroups: readonly GroupFacts[];
  readonly removable: readonly string[];
  readonly synced: readonly string[];
  readonly hangingOnRemovable: readonly Hanging[];
  readonly hangingOnSynced: readonly Hanging[];
  readonly endingsRead: boolean;
  /** What is left of its paths when nothing is removed, and when all that is removable is. */
  readonly accessKept: readonly string[];
  readonly accessAfterRemoval: readonly string[];
  /** Codes of product.md §5 that roles and groups give. */
  readonly privilege: readonly string[];
  readonly guestToo: boolean;
  readonly wasSynced: boolean;
  readonly syncedDefault: boolean;
}

/** All seats that groups and roles give an account that bills, and what of its groups could not be read. */
export interface Standing {
  readonly seats: readonly SeatStanding[];
  readonly unread: readonly string[];
}

const standings = new WeakMap<OrganizationIndex, Map<string, Standing>>();

/**
 * Many accounts are in the same groups and hold no role besides: what follows from that is worked out once for
 * each set of groups. The account must bill.
 */
export function standingOf(account: AccountFacts, index: OrganizationIndex): Standing {
  if (assignedRoles(account).length > 0) return makeStanding(account, index);
  let known = standings.get(index);
  if (known === undefined) standings.set(index, (known = new Map<string, Standing>()));
  const key = account.groupIds.join(' ');
  let standing = known.get(key);
  if (standing === undefined) known.set(key, (standing = makeStanding(account, index)));
  return standing;
}

function makeStanding(account: AccountFacts, index: OrganizationIndex): Standing {
  const holdings = holdingsOf(account, index);
  const access = accessByProduct(holdings);
  const groups = account.groupIds.flatMap((id) => index.group(id) ?? []);
  const seats = seatProducts(account, access, index).map((product): SeatStanding => {
    const own = access.get(product) ?? [];
    const paths = pathsOf(product, own, index);
    const removable = removalSetOf(paths);
    const synced = syncedGroupsOf(paths);
    const grantingGroups = groupsOf(own.filter(isSeatHolding));
    return {
      product,
      paths,
      grantingGroups,
      removable,
      synced,
      hangingOnRemovable: whatHangsOn(removable, product, access),
      hangingOnSynced: whatHangsOn(synced, product, access),
      endingsRead: endingsRead(removable, index),
      accessKept: accessAfter(paths, []),
      accessAfterRemoval: accessAfter(paths, removable),
      privilege: privilegeThroughRoles({ product, holdings, paths, groups }),
      guestToo: own.some(({ role }) => role === 'guest'),
      wasSynced: grantingGroups.some(wasSynced),
      syncedDefault: grantingGroups.some((group) => isSyncedDefault(group, product, index)),
    };
  });
  return { seats, unread: unreadOfGroups(account.groupIds, groups, index) };
}

function isSyncedDefault(group: GroupFacts, product: string, index: OrganizationIndex): boolean {
  return index.source(group, product).source === 'scim' && group.grants.some(({ isDefault }) => isDefault);
}
