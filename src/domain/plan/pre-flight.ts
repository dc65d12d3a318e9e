import { indexOrganization } from '../classification/organization-index';
import { classifyAccount } from '../classification/classify-account';
import { hashOf } from '../evidence/hash-chain';
import { removalGroups, type Line } from '../review/line';
import type { AccountFacts } from '../account';
import type { ReasonCode, Seat } from '../seat';
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

/** Why the line must not be executed on these fresh facts, or null when all is as it was approved (product.md §8). */
export function cancelBecause(
  line: Line,
  { header, account }: FreshReading,
  consented: boolean,
): string | null {
  const approved = line.facts.seat;
  const index = indexOrganization(header);
  const seat = classifyAccount(account, index).find(({ product }) => product === approved.product);
  if (seat === undefined) return 'the seat ended meanwhile';
  if (seat.provisional) return CANCELLED_BECAUSE['facts-unread'];
  const leaving = consented ? seat.consentedRemovalSet : seat.removalSet;
  if (consented) return cancelConsented(line, seat);
  if (seat.verdict !== approved.verdict) return CANCELLED_BECAUSE[seat.reason];
  if (hashOf(leaving) !== hashOf(removalGroups(line))) return 'the paths changed';
  if (hashOf(pathsInShort(seat)) !== hashOf(pathsInShort(approved))) return 'the paths changed';
  if (hashOf(seat.elseEnds) !== hashOf(approved.elseEnds))
    return 'what else ends differs from what was approved';
  return null;
}

/** Owners consented to what they saw: the same owners, the same groups, and rows 5 and 7 to 10 hold again. */
function cancelConsented(line: Line, seat: Seat): string | null {
  const approved = line.facts.seat;
  if (seat.reason !== approved.reason) return CANCELLED_BECAUSE[seat.reason];
  if (hashOf(seat.owners) !== hashOf(approved.owners)) return 'another owner must be asked now';
  if (hashOf(seat.consentedRemovalSet) !== hashOf(approved.consentedRemovalSet)) return 'the paths changed';
  if (hashOf(seat.privilege) !== hashOf(approved.privilege)) return 'the account gained or lost privilege';
  return null;
}

function pathsInShort({ paths }: Seat): string[] {
  return paths.map(({ source, groupId, via, role }) => `${source}/${groupId ?? via}/${role}`);
}
