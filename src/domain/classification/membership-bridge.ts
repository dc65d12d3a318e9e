import { byCodeUnit } from '../../lib/order';
import type { AccountFacts } from '../account';
import type { Snapshot } from '../snapshot';
import { accessByProduct, bills, holdingsOf, isSeatHolding, seatProducts } from './access';
import { indexOrganization } from './organization-index';

/** Why a member of a granting group is no seat, or a seat no member. */
export type MembershipReason =
  | 'app'
  | 'other-kind-of-account'
  | 'closed'
  | 'inactive'
  | 'suspended'
  | 'not-in-directory'
  | 'non-billing-role'
  | 'covered-by-another-jira-seat'
  | 'role-without-a-group';

/** Accounts that one reason names, and on which side of the bridge they alone stand. */
export interface MembershipItem {
  readonly reason: MembershipReason;
  readonly direction: 'members-only' | 'seats-only';
  readonly accountIds: readonly string[];
}

/** From the members of a product's granting groups to its seats: the first bridge of product.md §3 S4. */
export interface MembershipBridge {
  readonly product: string;
  readonly members: number;
  readonly seats: number;
  readonly items: readonly MembershipItem[];
}

/**
 * Each account between the members of the groups that give anything on a billable product and its seats, by name.
 * Members without the members-only and with the seats-only are the seats: nothing can be left over.
 */
export function bridgeMembership({ header, accounts }: Snapshot): MembershipBridge[] {
  const index = indexOrganization(header);
  const products = header.products.filter(({ scope }) => scope === 'billable').map(({ key }) => key);
  const bridges = new Map(products.map((product) => [product, new Bridge()]));
  for (const account of accounts) {
    const access = accessByProduct(holdingsOf(account, index));
    const seats = seatProducts(account, access, index);
    for (const [product, holdings] of access) {
      const isMember = holdings.some(({ method }) => method === 'group');
      const isSeat = seats.includes(product);
      const reason =
        isMember === isSeat ? null : isSeat ? 'role-without-a-group' : whyNoSeat(account, holdings);
      bridges.get(product)?.add(account.accountId, { isMember, isSeat, reason });
    }
  }
  return [...bridges]
    .map(([product, bridge]) => bridge.of(product))
    .sort((a, b) => byCodeUnit(a.product, b.product));
}

/** First match wins: what an account is comes before what it may do. */
function whyNoSeat(
  account: AccountFacts,
  holdings: readonly { readonly product: string; readonly role: string }[],
): MembershipReason {
  const { accountType, accountStatus, membershipStatus } = account;
  if (!bills(account)) {
    if (accountType !== 'atlassian') return accountType === 'app' ? 'app' : 'other-kind-of-account';
    if (accountStatus !== 'active') return accountStatus === 'closed' ? 'closed' : 'inactive';
    return membershipStatus === 'suspended' ? 'suspended' : 'not-in-directory';
  }
  return holdings.some(isSeatHolding) ? 'covered-by-another-jira-seat' : 'non-billing-role';
}

interface Standing {
  readonly isMember: boolean;
  readonly isSeat: boolean;
  /** Null when both or neither. */
  readonly reason: MembershipReason | null;
}

class Bridge {
  private members = 0;
  private seats = 0;
  private readonly named = new Map<MembershipReason, string[]>();

  add(accountId: string, { isMember, isSeat, reason }: Standing): void {
    if (isMember) this.members += 1;
    if (isSeat) this.seats += 1;
    if (reason === null) return;
    const accountIds = this.named.get(reason);
    if (accountIds === undefined) this.named.set(reason, [accountId]);
    else accountIds.push(accountId);
  }

  of(product: string): MembershipBridge {
    const items = [...this.named].map(([reason, accountIds]): MembershipItem => ({
      reason,
      direction: reason === 'role-without-a-group' ? 'seats-only' : 'members-only',
      accountIds: [...accountIds].sort(byCodeUnit),
    }));
    return {
      product,
      members: this.members,
      seats: this.seats,
      items: items.sort((a, b) => byCodeUnit(a.reason, b.reason)),
    };
  }
}
