import { accessByProduct, holdingsOf, isSeatHolding, pathsOf } from '../classification/access';
import { indexOrganization } from '../classification/organization-index';
import { removalGroups, type Line, type VerificationOutcome } from '../review/line';
import { listed } from '../classification/explain';
import type { FreshReading } from './pre-flight';

export interface Verified {
  readonly outcome: VerificationOutcome;
  readonly note: string;
}

/**
 * What a re-reading of membership and product access proves about a removal (product.md §8). Null reading:
 * the account could not be read, which proves nothing.
 */
export function verifyRemoval(line: Line, reading: FreshReading | null): Verified {
  if (reading?.account.deep?.assigned.known !== true)
    return { outcome: 'unverifiable', note: 'The account could not be read again.' };
  const { seat } = line.facts;
  const { account, header } = reading;
  const index = indexOrganization(header);
  const left = removalGroups(line);
  const still = left.filter((id) => account.groupIds.includes(id));
  const name = (id: string): string => index.group(id)?.name ?? id;
  if (still.length === left.length)
    return { outcome: 'not-changed', note: `Still a member of ${listed(still.map(name))}.` };
  if (still.length > 0)
    return { outcome: 'partly-removed', note: `Still a member of ${listed(still.map(name))}.` };

  const access = accessByProduct(holdingsOf(account, index));
  const expected = new Set([seat.product, ...seat.elseEnds.map(({ product }) => product)]);
  const lost = seat.accessAfter.length > 0 && !access.has(seat.product);
  if (lost)
    return {
      outcome: 'more-ended-than-approved',
      note: `${seat.product} ended although another path was to remain.`,
    };
  const remaining = (access.get(seat.product) ?? []).filter(isSeatHolding);
  if (remaining.length > 0) {
    const paths = pathsOf(seat.product, remaining, index).map(({ groupName, via }) => groupName ?? via);
    return { outcome: 'membership-gone', note: `Access remains through ${listed(paths)}.` };
  }
  return { outcome: 'access-gone', note: `${listed([...expected])}: no access is left.` };
}
