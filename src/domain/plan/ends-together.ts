import type { AccountFacts } from '../account';
import { accessByProduct, holdingsOf } from '../classification/access';
import type { OrganizationIndex } from '../classification/organization-index';
import { anythingEnds } from '../classification/removal';
import { removalEnds, removalGroups, type Line } from '../review/line';
import { sortedSet } from '../../lib/order';

/** Products that the approvals of these lines let end: their own, and what each was shown to end besides. */
export function approvedToEnd(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => [line.facts.seat.product, ...removalEnds(line).map(({ product }) => product)]),
  );
}

/**
 * Products that would end only because several removals of one person come together: each line alone leaves them
 * standing, so nobody approved it.
 */
export function unapprovedEnds(
  account: AccountFacts,
  lines: readonly Line[],
  index: OrganizationIndex,
): string[] {
  const leaving = new Set(lines.flatMap(removalGroups));
  const approved = approvedToEnd(lines);
  const access = accessByProduct(holdingsOf(account, index));
  return sortedSet(
    [...access].flatMap(([product, holdings]) =>
      !approved.has(product) && anythingEnds(holdings, leaving) ? [product] : [],
    ),
  );
}
