import { formatDay } from '../dates';
import { BILLABLE_PRODUCTS, isElsewhere } from '../product';
import type { AccessPath, ElseEnd, PathSource, Seat } from '../seat';
import type { SnapshotHeader } from '../snapshot';

/** Names of sources as people say them; the same words as on screens. */
export const SOURCE_LABELS: Readonly<Record<PathSource, string>> = {
  team: 'team group',
  scim: 'synced group',
  default: 'default group',
  local: 'local group',
  unknown: 'group of unknown source',
  direct: 'role on the account',
  inferred: 'role that follows from another',
};

/** What an explanation needs to know of the organization: names, never people. */
export interface Names {
  readonly product: (key: string) => string;
  readonly group: (id: string) => string;
}

export function namesOf(header: Pick<SnapshotHeader, 'products' | 'groups'>): Names {
  const groups = new Map(header.groups.map(({ id, name }) => [id, name]));
  const products = new Map(header.products.map(({ key, name }) => [key, name]));
  return {
    group: (id) => groups.get(id) ?? id,
    product: (key) =>
      products.get(key) ??
      BILLABLE_PRODUCTS[key] ??
      (isElsewhere(key) ? `${key.split(':')[2] ?? key} of another site` : key),
  };
}

/**
 * One plain sentence on why this seat still bills and who may end it (product.md §6). `mostPaths` names so many
 * paths and counts the rest, for screens that list them all beside it.
 */
export function explainSeat(seat: Seat, names: Names, mostPaths = Infinity): string {
  return `${whyBillable(seat, names, mostPaths)} ${whatNow(seat, names)}`;
}

/** "Billable for Jira through …; last used on …". */
export function whyBillable(seat: Seat, names: Names, mostPaths = Infinity): string {
  const named = seat.paths.slice(0, mostPaths).map((path) => pathInWords(path));
  const rest = seat.paths.length - named.length;
  const through = listed(rest > 0 ? [...named, `${String(rest)} more`] : named);
  return `Billable for ${names.product(seat.product)} through ${through}; ${activityInWords(seat)}.`;
}

/** The counterfactual and the recommendation. */
export function whatNow(seat: Seat, names: Names): string {
  switch (seat.reason) {
    case 'active':
    case 'too-new':
      return 'Nothing to do.';
    case 'exempt':
      return 'An exemption covers it.';
    case 'activity-unknown':
      return 'Without a date of last use nobody should decide on it.';
    case 'owner-decision':
      return `The decision belongs to ${ownersInWords(seat.owners)}.`;
    case 'source-unknown':
      return 'Nobody can tell who owns one of its groups, so nothing may be removed.';
    case 'idp-owned':
      return 'Only the identity provider can end it.';
    case 'idp-owned-shared':
      return `The same synced groups also give ${endsInWords(seat, names)}: the grants must be separated first.`;
    case 'facts-unread':
      return 'What else the removal would touch could not be read.';
    case 'collateral-active':
      return `Leaving its groups would also end ${listed(seat.elseEnds.map((end) => `${names.product(end.product)} (${useInWords(end)})`))}.`;
    case 'mixed-ownership':
    case 'local-paths':
      return counterfactual(seat, names);
  }
}

/** What remains after the removal set is gone, for this and every other product. */
export function counterfactual(seat: Seat, names: Names): string {
  const groups = listed(seat.removalSet.map((id) => `*${names.group(id)}*`));
  const product = names.product(seat.product);
  const rest = seat.paths.filter(
    ({ groupId }) => groupId === undefined || !seat.removalSet.includes(groupId),
  );
  const after =
    rest.length === 0
      ? `${product} then ends.`
      : `${product} stays, through ${listed(rest.map((path) => pathInWords(path)))}.`;
  const also =
    seat.elseEnds.length === 0
      ? ''
      : ` ${capitalised(endsInWords(seat, names))} ${seat.elseEnds.length === 1 ? 'ends' : 'end'} too.`;
  const until = seat.provisional ? ' Facts about the account are still to be read.' : '';
  return `Remove from ${groups}: ${after}${also}${until}`;
}

export function activityInWords({ activity, lastActiveAt, activityReason }: Seat): string {
  const day = lastActiveAt === null ? '' : formatDay(lastActiveAt);
  switch (activity) {
    case 'active':
    case 'stale':
      return `last used on ${day}`;
    case 'never-accessed':
      return 'never used';
    case 'too-new':
      return lastActiveAt === null ? 'new, not used yet' : `new, last used on ${day}`;
    case 'unknown':
      return `last use unknown: ${activityReason ?? 'not told'}`;
  }
}

function pathInWords({ source, groupName, role }: AccessPath): string {
  const administers = role === 'admin' ? ' as administrator' : '';
  return groupName === undefined
    ? `a ${SOURCE_LABELS[source]}${administers}`
    : `*${groupName}* (${SOURCE_LABELS[source]}${administers})`;
}

/** Why somebody still needs an access, or that nobody seems to. */
export function useInWords({ activity, live }: ElseEnd): string {
  switch (activity) {
    case 'active':
      return 'in use';
    case 'too-new':
      return 'new';
    case 'unknown':
      return 'use not known';
    case 'stale':
    case 'never-accessed':
      return live ? 'idle, but protected' : 'idle';
  }
}

function endsInWords(seat: Seat, names: Names): string {
  return listed(seat.elseEnds.map(({ product }) => names.product(product)));
}

function ownersInWords(owners: readonly string[]): string {
  return `${listed(owners.map((owner) => `the ${owner} owner`))}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? 'nothing';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
