import { byCodeUnit } from '../../lib/order';
import type { AccountFacts } from '../account';
import type { AccessPath, ElseEnd, Seat } from '../seat';
import { accessByProduct, holdingsOf, isSeatHolding, seatProducts, toPaths, type Holding } from './access';
import type { OrganizationIndex } from './organization-index';
import { anythingEnds, groupsOf, removalSetOf, syncedGroupsOf, whatElseEnds } from './removal';

/** The groups that a seat's verdict speaks of leaving, and on whose word; without groups it speaks of none. */
export interface Leaving {
  /** `nobody`: leaving them is only thought through, because it would cost too much. */
  readonly by: 'review' | 'owners' | 'identity' | 'nobody';
  readonly groupIds: readonly string[];
}

/** What product.md §6 thinks through for each verdict: the removal set, or the synced groups. */
export function leavingOf(
  seat: Pick<Seat, 'reason' | 'paths' | 'removalSet' | 'consentedRemovalSet'>,
): Leaving {
  switch (seat.reason) {
    case 'local-paths':
    case 'mixed-ownership':
      return { by: 'review', groupIds: seat.removalSet };
    case 'owner-decision':
      return { by: 'owners', groupIds: seat.consentedRemovalSet };
    case 'idp-owned':
    case 'idp-owned-shared':
      return { by: 'identity', groupIds: syncedGroupsOf(seat.paths) };
    case 'collateral-active':
      return { by: 'nobody', groupIds: removalSetOf(seat.paths) };
    default:
      return { by: 'nobody', groupIds: [] };
  }
}

/** What becomes of one access of the account. */
export interface AccessOutcome extends ElseEnd {
  /** Whether the licence is gone, or a free role that nothing else gives. */
  readonly ends: boolean;
  /** Whether the access is a seat now, and once the groups are left: `jira-core` may become one. */
  readonly billed: boolean;
  readonly billedAfter: boolean;
  /** Paths that are left, those of lesser roles included. */
  readonly through: readonly AccessPath[];
}

/**
 * The counterfactual for every product of the account, billable or not (product.md §6): the seat's own first, then
 * what ends with it, then what stays.
 */
export function whatRemains(
  account: AccountFacts,
  seat: Pick<Seat, 'product' | 'activity'> & { readonly leaving: Leaving },
  index: OrganizationIndex,
): AccessOutcome[] {
  const gone = new Set(seat.leaving.groupIds);
  const stays = (holding: Holding): boolean => holding.method !== 'group' || !gone.has(holding.group.id);
  const holdings = holdingsOf(account, index);
  const before = accessByProduct(holdings);
  const after = accessByProduct(holdings.filter(stays));
  const seats = seatProducts(account, before, index);
  const seatsAfter = seatProducts(account, after, index);
  const rank = ({ product, ends }: AccessOutcome): number => (product === seat.product ? 0 : ends ? 1 : 2);
  return [...before]
    .flatMap(([product, held]) => {
      const left = after.get(product) ?? [];
      const ends = product === seat.product ? !left.some(isSeatHolding) : anythingEnds(held, gone);
      const through = toPaths(product, left, index);
      const billed = { billed: seats.includes(product), billedAfter: seatsAfter.includes(product) };
      const used = whatElseEnds([{ product, grantingGroups: groupsOf(held) }], account, index);
      // Of its own product the seat itself tells the use: only groups that give the licence count for it.
      const own = product === seat.product ? { activity: seat.activity } : {};
      return used.map((use): AccessOutcome => ({ ...use, ...own, ...billed, ends, through }));
    })
    .sort((a, b) => rank(a) - rank(b) || byCodeUnit(a.product, b.product));
}
