import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import type { AccessPath, SeatMark } from '../seat';
import {
  accessByProduct,
  assignedRoles,
  holdingsOf,
  isSeatHolding,
  knownGroups,
  pathsOf,
  seatProducts,
} from './access';
import type { OrganizationIndex } from './organization-index';
import { marksThroughRoles } from './marks';
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
  readonly marks: readonly SeatMark[];
}

/** All seats that groups and roles give an account that bills, and what of its groups could not be read. */
export interface Standing {
  readonly seats: readonly SeatStanding[];
  readonly unread: readonly string[];
}

/** Standings that are known: by what is in a list of groups, and by the very list, which stored accounts share. */
interface KnownStandings {
  readonly byIds: Map<string, Standing>;
  readonly byList: Map<readonly string[], Standing>;
}

const known = new WeakMap<OrganizationIndex, KnownStandings>();

/**
 * Many accounts are in the same groups and hold no role besides: what follows from that is worked out once for
 * each set of groups. The account must bill.
 */
export function standingOf(account: AccountFacts, index: OrganizationIndex): Standing {
  if (assignedRoles(account).length > 0) return makeStanding(account, index);
  let standings = known.get(index);
  if (standings === undefined) known.set(index, (standings = { byIds: new Map(), byList: new Map() }));
  let standing = standings.byList.get(account.groupIds);
  if (standing === undefined) {
    const ids = account.groupIds.join(' ');
    standing = standings.byIds.get(ids) ?? makeStanding(account, index);
    standings.byIds.set(ids, standing);
    standings.byList.set(account.groupIds, standing);
  }
  return standing;
}

function makeStanding(account: AccountFacts, index: OrganizationIndex): Standing {
  const holdings = holdingsOf(account, index);
  const access = accessByProduct(holdings);
  const groups = knownGroups(account, index);
  const seats = seatProducts(account, access, index).map((product): SeatStanding => {
    const own = access.get(product) ?? [];
    const paths = pathsOf(product, own, index);
    const removable = removalSetOf(paths);
    const synced = syncedGroupsOf(paths);
    const grantingGroups = groupsOf(own.filter(isSeatHolding));
    const guestToo = own.some(({ role }) => role === 'guest');
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
      marks: marksThroughRoles({ product, paths, grantingGroups, guestToo, index }),
    };
  });
  return { seats, unread: unreadOfGroups(account.groupIds, groups, index) };
}
