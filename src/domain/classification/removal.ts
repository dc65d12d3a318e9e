import { byCodeUnit, sortedSet } from '../../lib/order';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import { SEAT_ROLES } from '../product';
import type { AccessPath, ElseEnd } from '../seat';
import { pathsOf, seatProducts, type Holding } from './access';
import { activityOf } from './activity';
import { coveringExemption } from './exemption';
import type { OrganizationIndex } from './organization-index';

const REMOVABLE: readonly string[] = ['default', 'local'];

/** Every `default` and `local` granting group of the seat that is not privileged (product.md §6). */
export function removalSetOf(paths: readonly AccessPath[]): string[] {
  return groupIdsOf(paths.filter(({ source, privileged }) => REMOVABLE.includes(source) && !privileged));
}

/** The identity provider's granting groups of the seat. */
export function syncedGroupsOf(paths: readonly AccessPath[]): string[] {
  return groupIdsOf(paths.filter(({ source }) => source === 'scim'));
}

export interface EndingQuestion {
  readonly account: AccountFacts;
  readonly product: string;
  readonly access: ReadonlyMap<string, readonly Holding[]>;
  /** Groups that would be left. */
  readonly groupIds: readonly string[];
  readonly index: OrganizationIndex;
}

/**
 * What else ends: every other access of the account that hangs on these groups alone. It is live when its
 * activity is active, too-new or unknown, or an exemption protects it (product.md §6).
 */
export function whatElseEnds({ account, product, access, groupIds, index }: EndingQuestion): ElseEnd[] {
  const leaving = new Set(groupIds);
  const ends: ElseEnd[] = [];
  for (const [other, holdings] of access) {
    if (other === product || !anythingEnds(holdings, leaving)) continue;
    const activity = activityOf({
      account,
      product: other,
      grantingGroups: groupsOf(holdings),
      policy: index.header.policy,
      takenAt: index.takenAt,
    }).state;
    const exempt = coveringExemption(account, other, index.header.policy, index.takenAt) !== null;
    ends.push({ product: other, activity, live: exempt || !['stale', 'never-accessed'].includes(activity) });
  }
  return ends.sort((a, b) => byCodeUnit(a.product, b.product));
}

/** Another licence of the account that does not end, with the paths that are left of it. */
export interface ElseStay {
  readonly product: string;
  readonly paths: readonly AccessPath[];
}

/** The account's other seats that remain once these groups are left (product.md §6, the counterfactual). */
export function whatElseStays({ account, product, access, groupIds, index }: EndingQuestion): ElseStay[] {
  const leaving = new Set(groupIds);
  return seatProducts(account, access, index)
    .filter((other) => other !== product)
    .map((other) => ({
      product: other,
      paths: pathsOf(other, access.get(other) ?? [], index).filter(
        ({ groupId }) => groupId === undefined || !leaving.has(groupId),
      ),
    }))
    .filter(({ paths }) => paths.length > 0);
}

/**
 * Whether an access to the product hangs on the leaving groups alone. A licence (`user` or `admin`) is one access
 * and covers every lesser role; each other role is an access of its own, so that a free role beside a licence
 * does not hide that the licence ends.
 */
export function anythingEnds(holdings: readonly Holding[], leaving: ReadonlySet<string>): boolean {
  const access = ({ role }: Holding): string => (SEAT_ROLES.includes(role) ? 'licence' : role);
  const leaves = (holding: Holding): boolean => holding.method === 'group' && leaving.has(holding.group.id);
  const kept = new Set(holdings.filter((holding) => !leaves(holding)).map(access));
  return !kept.has('licence') && holdings.some((holding) => leaves(holding) && !kept.has(access(holding)));
}

/** Whether these groups' grants were read on every product; if not, what else ends is not known. */
export function endingsRead(groupIds: readonly string[], index: OrganizationIndex): boolean {
  return groupIds.every((id) => index.group(id)?.grantsComplete === true);
}

/** This seat's paths that remain: group ids, or `direct` and `inferred`. */
export function accessAfter(paths: readonly AccessPath[], removalSet: readonly string[]): string[] {
  const left = paths.map(({ groupId, via }) => groupId ?? via).filter((id) => !removalSet.includes(id));
  return sortedSet(left);
}

export function groupsOf(holdings: readonly Holding[]): GroupFacts[] {
  return holdings.flatMap((holding) => (holding.method === 'group' ? holding.group : []));
}

function groupIdsOf(paths: readonly AccessPath[]): string[] {
  return sortedSet(paths.flatMap(({ groupId }) => groupId ?? []));
}
