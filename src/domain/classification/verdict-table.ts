import type { ReasonCode, Verdict } from '../seat';

/** What the table asks. Each is a plain fact, so that the table can be read aloud and printed. */
export interface VerdictFacts {
  readonly activity: 'active' | 'stale' | 'never-accessed' | 'too-new' | 'unknown';
  readonly exempt: boolean;
  /** Some owner other than the identity provider's must decide (row 4). */
  readonly ownerMustDecide: boolean;
  readonly anySourceUnknown: boolean;
  readonly everyPathSynced: boolean;
  readonly anyPathSynced: boolean;
  /** Something live hangs on the synced groups alone. */
  readonly liveOnSyncedGroups: boolean;
  readonly factsUnread: boolean;
  /** Something live would end with the removal set. */
  readonly liveOnRemovalSet: boolean;
}

export interface VerdictRow {
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  /** The row in words, printed in docs/rules.md. */
  readonly when: string;
  readonly matches: (facts: VerdictFacts) => boolean;
}

/** product.md §6: the first row that matches decides. The last row always matches. */
export const VERDICT_TABLE: readonly VerdictRow[] = [
  {
    verdict: 'keep',
    reason: 'active',
    when: 'the seat was used within the threshold',
    matches: ({ activity }) => activity === 'active',
  },
  {
    verdict: 'keep',
    reason: 'too-new',
    when: 'the seat is younger than the policy calls new',
    matches: ({ activity }) => activity === 'too-new',
  },
  {
    verdict: 'protected',
    reason: 'exempt',
    when: 'an unexpired exemption covers the seat',
    matches: ({ exempt }) => exempt,
  },
  {
    verdict: 'hold',
    reason: 'activity-unknown',
    when: 'activity is unknown',
    matches: ({ activity }) => activity === 'unknown',
  },
  {
    verdict: 'route-out',
    reason: 'owner-decision',
    when: 'the identity is not human, the account has any privilege, nobody manages the account (unless policy calls that local), a path belongs to a team, sits on the account or follows from another role, or a stale agent may be on call',
    matches: ({ ownerMustDecide }) => ownerMustDecide,
  },
  {
    verdict: 'hold',
    reason: 'source-unknown',
    when: "any path's source is unknown",
    matches: ({ anySourceUnknown }) => anySourceUnknown,
  },
  {
    verdict: 'route-out',
    reason: 'idp-owned-shared',
    when: 'every path is synced and something live hangs on those groups alone',
    matches: ({ everyPathSynced, liveOnSyncedGroups }) => everyPathSynced && liveOnSyncedGroups,
  },
  {
    verdict: 'route-out',
    reason: 'idp-owned',
    when: 'every path is synced',
    matches: ({ everyPathSynced }) => everyPathSynced,
  },
  {
    verdict: 'hold',
    reason: 'facts-unread',
    when: 'privilege, or what else would end, could not be read',
    matches: ({ factsUnread }) => factsUnread,
  },
  {
    verdict: 'hold',
    reason: 'collateral-active',
    when: 'something live would end with the removal set',
    matches: ({ liveOnRemovalSet }) => liveOnRemovalSet,
  },
  {
    verdict: 'split',
    reason: 'mixed-ownership',
    when: 'synced paths stand beside default or local ones',
    matches: ({ anyPathSynced }) => anyPathSynced,
  },
  {
    verdict: 'cleanup',
    reason: 'local-paths',
    when: 'every path is default or local',
    matches: () => true,
  },
];

/** The row that decides. */
export function decideVerdict(facts: VerdictFacts): VerdictRow {
  return firstMatch(VERDICT_TABLE, facts);
}

/** The row that decides once every owner consented: the table without row 4. */
export function decideConsented(facts: VerdictFacts): VerdictRow {
  return firstMatch(CONSENTED_TABLE, facts);
}

const CONSENTED_TABLE = VERDICT_TABLE.filter(({ reason }) => reason !== 'owner-decision');

function firstMatch(table: readonly VerdictRow[], facts: VerdictFacts): VerdictRow {
  for (const row of table) if (row.matches(facts)) return row;
  throw new Error('the last row of the verdict table must match everything');
}
