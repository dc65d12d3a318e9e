import { indexOrganization } from '../classification/organization-index';
import { classifyAccount } from '../classification/classify-account';
import { hashOf } from '../evidence/hash-chain';
import { removalEnds, removalGroups, type Line } from '../review/line';
import type { AccountFacts } from '../account';
import type { ElseEnd, ReasonCode, Seat } from '../seat';
import type { SnapshotHeader } from '../snapshot';

/** An account read again right before a write: the same facts as in a scan, of now. */
export interface FreshReading {
  readonly header: SnapshotHeader;
  readonly account: AccountFacts;
}

const CANCELLED_BECAUSE: Readonly<Record<ReasonCode, string>> = {
  active: 'the seat was used meanwhile',
  'too-new': 'the seat was given again meanwhile',
  exempt: 'an exemption covers the seat now',
  'activity-unknown': 'the last use can no longer be read',
  'owner-decision':
    'an owner must decide now: the account gained privilege, is technical or belongs to somebody else',
  'source-unknown': 'nobody can tell any more who owns one of the groups',
  'idp-owned': 'the groups are synced now',
  'idp-owned-shared': 'the groups are synced now',
  'facts-unread': 'a fact could not be read',
  'collateral-active': 'something in use would end as well',
  'mixed-ownership': 'one of the groups is synced now',
  'local-paths': 'the paths changed',
};

/** What was approved and what has happened to it since. */
export interface Approved {
  readonly line: Line;
  /** Every owner of a route-out consented. */
  readonly consented: boolean;
  /** Groups that this run, or one before it, has left already. */
  readonly left: ReadonlySet<string>;
  /** Products that the approved lines of this person end together. */
  readonly ending: ReadonlySet<string>;
}

/** Why the line must not be executed on these fresh facts, or null when all is as it was approved (product.md §8). */
export function cancelBecause(
  { line, consented, left, ending }: Approved,
  { header, account }: FreshReading,
): string | null {
  const approved = line.facts.seat;
  const seat = classifyAccount(account, indexOrganization(header)).find(
    ({ product }) => product === approved.product,
  );
  if (seat === undefined) return 'the seat ended meanwhile';
  if (usedSinceNotice(line, seat)) return SEEN_AFTER_NOTICE;
  // Without a key Jira alone tells an app from a person.
  if (header.mode === 'jira-only' && !account.appType.known) return CANCELLED_BECAUSE['facts-unread'];
  if (seat.reason === 'activity-unknown') return useUntold(seat, { header, account });
  const changed = consented ? changedForOwners(approved, seat) : changedForAll(approved, seat);
  if (changed !== null) return changed;
  const remaining = (ids: readonly string[]): string[] => ids.filter((id) => !left.has(id));
  const leaving = consented ? seat.consentedRemovalSet : seat.removalSet;
  if (hashOf(leaving) !== hashOf(remaining(removalGroups(line)))) return PATHS_CHANGED;
  const paths = pathsInShort({
    paths: approved.paths.filter(({ groupId }) => groupId === undefined || !left.has(groupId)),
  });
  if (hashOf(pathsInShort(seat)) !== hashOf(paths)) return PATHS_CHANGED;
  const ends = consented ? (seat.consented?.elseEnds ?? []) : seat.elseEnds;
  return (
    left.size > 0 ? moreEnds(removalEnds(line), ends, ending) : hashOf(removalEnds(line)) !== hashOf(ends)
  )
    ? 'what else ends differs from what was approved'
    : null;
}

const PATHS_CHANGED = 'the paths changed';
const SEEN_AFTER_NOTICE = 'seen after notice, not claimed: the seat was used, and nobody said why';

/** Without an organization key last use comes with an import, which somebody can make again. */
function useUntold({ activityReason }: Seat, { header, account }: FreshReading): string {
  const why = activityReason === null ? '' : `: ${activityReason}`;
  const todo =
    header.mode === 'jira-only' && !account.lastActive.known ? '; import a new user export in Settings' : '';
  return `${CANCELLED_BECAUSE['activity-unknown']}${why}${todo}`;
}

/** Whoever was told did not say that they need it, and used it all the same (product.md §8). */
function usedSinceNotice({ notice }: Line, { reason, lastActiveAt }: Seat): boolean {
  return notice?.how === 'told' && reason === 'active' && lastActiveAt !== null && lastActiveAt > notice.at;
}

function changedForAll(approved: Seat, seat: Seat): string | null {
  if (seat.provisional) return CANCELLED_BECAUSE['facts-unread'];
  return seat.verdict === approved.verdict ? null : CANCELLED_BECAUSE[seat.reason];
}

/** Owners consented to what they saw: the same owners and privilege, and rows 5 and 7 to 10 hold again. */
function changedForOwners(approved: Seat, seat: Seat): string | null {
  if (seat.reason !== approved.reason) return CANCELLED_BECAUSE[seat.reason];
  if (hashOf(seat.owners) !== hashOf(approved.owners)) return 'another owner must be asked now';
  if (seat.privilege.some((code) => !approved.privilege.includes(code)))
    return 'the account gained privilege';
  const { consented } = seat;
  if (consented === null) return PATHS_CHANGED;
  return consented.verdict === 'cleanup' || consented.verdict === 'split'
    ? null
    : CANCELLED_BECAUSE[consented.reason];
}

/**
 * Once a group was left, less may end than was approved, never more: by this line, or by another of the person that
 * hung on several groups and hangs on this line's alone now.
 */
function moreEnds(
  approved: readonly ElseEnd[],
  ends: readonly ElseEnd[],
  ending: ReadonlySet<string>,
): boolean {
  const known = new Set([...approved.map(({ product }) => product), ...ending]);
  return ends.some(({ product, live }) => live || !known.has(product));
}

function pathsInShort({ paths }: Pick<Seat, 'paths'>): string[] {
  return paths.map(({ source, groupId, via, role }) => `${source}/${groupId ?? via}/${role}`);
}
