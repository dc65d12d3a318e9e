import { DAY_MS, normalizeTime, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import { thresholdsOf } from '../policy';
import { isElsewhere } from '../product';
import type { OrganizationIndex } from './organization-index';

export type ActivityState = 'active' | 'stale' | 'never-accessed' | 'too-new' | 'unknown';

export interface Activity {
  readonly state: ActivityState;
  /** Last use of this product on this site, null when none is known. */
  readonly lastActiveAt: string | null;
  /** Why it is unknown, else null. */
  readonly reason: string | null;
}

/** What of an account's access its activity is asked for. */
interface Access {
  readonly product: string;
  /** Groups of the account that grant this product. */
  readonly grantingGroups: readonly GroupFacts[];
}

/** Somebody who was added yesterday would pass for stale: what is not told is never read as "long ago". */
const ADDITIONS_UNREAD = 'when people were added to groups could not be read';

/**
 * Activity of an account on a product: first match wins (product.md §5). It counts as of the snapshot's time; where
 * an export told the facts, as of its day.
 */
export function activityOf(account: AccountFacts, access: Access, index: OrganizationIndex): Activity {
  const { takenAt, header } = index;
  const asOf = toMillis(account.exported?.at) ?? takenAt;
  const { thresholdDays, newDays } = thresholdsOf(header.policy, access.product);
  const lastUse = lastUseOn(account, access.product);
  const lastActive = toMillis(lastUse);
  const lastActiveAt = lastUse && lastActive !== undefined ? normalizeTime(lastUse) : null;
  if (asOf - seatSince(account, access) < newDays * DAY_MS) return activity('too-new', lastActiveAt);
  if (lastActive !== undefined && asOf - lastActive < thresholdDays * DAY_MS)
    return activity('active', lastActiveAt);
  if (account.joined === null && account.lastActive.known)
    return activity('unknown', lastActiveAt, ADDITIONS_UNREAD);
  if (isUntold(account, access.product))
    return activity('unknown', lastActiveAt, 'the user export leaves the last use open');
  if (lastActive !== undefined) return activity('stale', lastActiveAt);
  if (!account.lastActive.known) return activity('unknown', null, account.lastActive.reason);
  const added = toMillis(account.addedToOrg);
  if (added === undefined) return activity('unknown', null, 'no last use and no date of joining are told');
  return activity(asOf - added >= thresholdDays * DAY_MS ? 'never-accessed' : 'too-new', null);
}

function activity(state: ActivityState, lastActiveAt: string | null, reason: string | null = null): Activity {
  return { state, lastActiveAt, reason };
}

/** `jira-software` and `jira-core` are one application to the people who use them. */
function lastUseOn(account: AccountFacts, product: string): string | null | undefined {
  if (!account.lastActive.known) return undefined;
  if (isElsewhere(product)) return account.lastActiveElsewhere;
  const at = account.lastActive.value;
  const own = at[product];
  if (product !== 'jira-software') return own;
  const core = at['jira-core'];
  if (core === undefined || own === undefined) return own ?? core;
  return (toMillis(core) ?? -Infinity) > (toMillis(own) ?? -Infinity) ? core : own;
}

/** An export that says nothing of a product does not say that nobody used it. */
function isUntold({ exported, lastActive }: AccountFacts, product: string): boolean {
  if (exported === null || !lastActive.known || isElsewhere(product)) return false;
  if (product === 'jira-software' && exported.untold.includes('jira-core')) return true;
  return lastActive.value[product] === undefined && !exported.never.includes(product);
}

/** Newest known start of the seat in Unix milliseconds; -Infinity, which is never new, when nothing tells. */
function seatSince(
  { addedToOrg, joined, undone, firstSeen }: AccountFacts,
  { product, grantingGroups }: Access,
): number {
  let since = Math.max(
    millisOrNever(addedToOrg),
    millisOrNever(undone[product]),
    millisOrNever(firstSeen[product]),
  );
  // Few accounts joined a group lately: to go through what is told costs less than to look up each group.
  for (const groupId in joined)
    if (grantingGroups.some(({ id }) => id === groupId))
      since = Math.max(since, millisOrNever(joined[groupId]));
  return since;
}

function millisOrNever(time: string | null | undefined): number {
  return toMillis(time) ?? -Infinity;
}
