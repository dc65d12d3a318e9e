import type { Verified } from '../review/after-removal';
import { accessByProduct, holdingsOf, isSeatHolding, pathsOf } from '../classification/access';
import { indexOrganization } from '../classification/organization-index';
import { isJiraFamily } from '../product';
import { removalGroups, type Line } from '../review/line';
import { listed } from '../classification/explain';
import { sortedSet } from '../../lib/order';
import type { SnapshotHeader } from '../snapshot';
import type { FreshReading } from './pre-flight';

/** The person's products before the removal, and those that approvals let end, over all of their lines. */
export interface Before {
  readonly products: readonly string[];
  readonly approvedToEnd: ReadonlySet<string>;
}

/** Why access to a product is not told, as a sentence: without an organization key Jira tells of its own family alone. */
export function notTold(product: string, { mode }: Pick<SnapshotHeader, 'mode'>): string | null {
  return mode === 'org-key' || isJiraFamily(product)
    ? null
    : `Without the organization key access to ${product} is not told.`;
}

/**
 * What a re-reading of membership and product access proves about a removal (product.md §8). Null reading:
 * the account could not be read, which proves nothing.
 */
export function verifyRemoval(
  line: Line,
  reading: FreshReading | null,
  before: Before = { products: [], approvedToEnd: new Set() },
): Verified {
  if (reading?.account.deep?.assigned.known !== true)
    return { outcome: 'unverifiable', note: 'The account could not be read again.' };
  const { seat } = line.facts;
  const { account, header } = reading;
  const untoldProduct = notTold(seat.product, header);
  if (untoldProduct !== null) return { outcome: 'unverifiable', note: untoldProduct };
  const index = indexOrganization(header);
  const left = removalGroups(line);
  const still = left.filter((id) => account.groupIds.includes(id));
  const name = (id: string): string => index.group(id)?.name ?? id;
  if (still.length === left.length)
    return { outcome: 'not-changed', note: `Still a member of ${listed(still.map(name))}.` };
  if (still.length > 0)
    return { outcome: 'partly-removed', note: `Still a member of ${listed(still.map(name))}.` };

  const access = accessByProduct(holdingsOf(account, index));
  const toStay = seat.paths.some(({ groupId }) => groupId === undefined || !left.includes(groupId));
  const lost = toStay && !access.has(seat.product);
  if (lost)
    return {
      outcome: 'more-ended-than-approved',
      note: `${seat.product} ended although another path was to remain.`,
    };
  const ended = before.products
    .filter((product) => notTold(product, header) === null)
    .find((product) => !access.has(product) && !before.approvedToEnd.has(product));
  if (ended !== undefined)
    return { outcome: 'more-ended-than-approved', note: `${ended} ended too, which nobody approved.` };
  const untold =
    header.mode === 'org-key' ? '' : ' Without the organization key other products are not told.';
  const held = access.get(seat.product) ?? [];
  const remaining = held.filter(isSeatHolding);
  if (remaining.length > 0) {
    const paths = pathsOf(seat.product, remaining, index).map(({ groupName, via }) => groupName ?? via);
    return { outcome: 'membership-gone', note: `Access remains through ${listed(paths)}.${untold}` };
  }
  const unbilled = listed(sortedSet(held.map(({ role }) => role)));
  const note =
    held.length === 0
      ? `No access to ${seat.product} is left.`
      : `No seat on ${seat.product} is left. Still held, and not billed: ${unbilled}.`;
  return { outcome: 'access-gone', note: `${note}${untold}` };
}
