import { DAY_MS, normalizeTime, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import { thresholdsOf, type Policy } from '../policy';
import { isElsewhere } from '../product';

export type ActivityState = 'active' | 'stale' | 'never-accessed' | 'too-new' | 'unknown';

export interface Activity {
  readonly state: ActivityState;
  /** Last use of this product on this site, null when none is known. */
  readonly lastActiveAt: string | null;
  /** Why it is unknown, else null. */
  readonly reason: string | null;
}

export interface ActivityQuestion {
  readonly account: AccountFacts;
  readonly product: string;
  /** Groups of the account that grant this product. */
  readonly grantingGroups: readonly GroupFacts[];
  readonly policy: Policy;
  /** Snapshot's time, Unix milliseconds; where an export told the facts, they count as of its day instead. */
  readonly takenAt: number;
}

/** Somebody who was added yesterday would pass for stale: what is not told is never read as "long ago". */
const ADDITIONS_UNREAD = 'when people were added to groups could not be read';

/** Activity of an account on a product: first match wins (product.md §5). */
export function activityOf({
  account,
  product,
  grantingGroups,
  policy,
  takenAt,
}: ActivityQuestion): Activity {
  const asOf = toMillis(account.exported?.at) ?? takenAt;
  const { thresholdDays, newDays } = thresholdsOf(policy, product);
  const since = seatSince(account, product, grantingGroups);
  const lastUse = lastUseOn(account, product);
  const lastActive = toMillis(lastUse);
  const lastActiveAt = lastUse && lastActive !== undefined ? normalizeTime(lastUse) : null;
  const is = (state: ActivityState, reason: string | null = null): Activity => ({
    state,
    lastActiveAt,
    reason,
  });

  if (since !== undefined && asOf - since < newDays * DAY_MS) return is('too-new');
  if (lastActive !== undefined && asOf - lastActive < thresholdDays * DAY_MS) return is('active');
  if (account.joined === null && account.lastActive.known) return is('unknown', ADDITIONS_UNREAD);
  if (isUntold(account, product)) return is('unknown', 'the user export leaves the last use open');
  if (lastActive !== undefined) return is('stale');
  if (!account.lastActive.known) return is('unknown', account.lastActive.reason);
  const added = toMillis(account.addedToOrg);
  if (added === undefined) return is('unknown', 'no last use and no date of joining are told');
  return is(asOf - added >= thresholdDays * DAY_MS ? 'never-accessed' : 'too-new');
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

/** Newest known start of the seat, undefined when nothing tells. */
function seatSince(
  account: AccountFacts,
  product: string,
  groups: readonly GroupFacts[],
): number | undefined {
  const starts = [
    account.addedToOrg,
    ...groups.map(({ id }) => account.joined?.[id]),
    account.undone[product],
    account.firstSeen[product],
  ].flatMap((time) => toMillis(time) ?? []);
  return starts.length === 0 ? undefined : Math.max(...starts);
}
