import { describe, expect, it } from 'vitest';
import {
  decideVerdict,
  VERDICT_TABLE,
  type VerdictFacts,
} from '../../../../src/domain/classification/verdict-table';

/** Facts of a plain stale seat that only local groups give: the last row. */
const PLAIN: VerdictFacts = {
  activity: 'stale',
  exempt: false,
  ownerMustDecide: false,
  anySourceUnknown: false,
  everyPathSynced: false,
  anyPathSynced: false,
  liveOnSyncedGroups: false,
  factsUnread: false,
  liveOnRemovalSet: false,
};

const ALL_BUT_ACTIVITY: Partial<VerdictFacts> = {
  exempt: true,
  ownerMustDecide: true,
  anySourceUnknown: true,
  everyPathSynced: true,
  anyPathSynced: true,
  liveOnSyncedGroups: true,
  factsUnread: true,
  liveOnRemovalSet: true,
};

/** What makes each row true, in the order of the table. Each row is asked with every later one true as well. */
const ROWS: readonly [string, Partial<VerdictFacts>][] = [
  ['keep active', { ...ALL_BUT_ACTIVITY, activity: 'active' }],
  ['keep too-new', { ...ALL_BUT_ACTIVITY, activity: 'too-new' }],
  ['protected exempt', { ...ALL_BUT_ACTIVITY, activity: 'unknown' }],
  ['hold activity-unknown', { ...ALL_BUT_ACTIVITY, activity: 'unknown', exempt: false }],
  ['route-out owner-decision', { ...ALL_BUT_ACTIVITY, exempt: false }],
  ['hold source-unknown', { ...ALL_BUT_ACTIVITY, exempt: false, ownerMustDecide: false }],
  [
    'route-out idp-owned-shared',
    { everyPathSynced: true, anyPathSynced: true, liveOnSyncedGroups: true, factsUnread: true },
  ],
  [
    'route-out idp-owned',
    { everyPathSynced: true, anyPathSynced: true, factsUnread: true, liveOnRemovalSet: true },
  ],
  ['hold facts-unread', { factsUnread: true, liveOnRemovalSet: true, anyPathSynced: true }],
  ['hold collateral-active', { liveOnRemovalSet: true, anyPathSynced: true }],
  ['split mixed-ownership', { anyPathSynced: true, liveOnSyncedGroups: true }],
  ['cleanup local-paths', {}],
];

describe('The verdict table', () => {
  it.each(ROWS)('decides %s before every row below it', (expected, facts) => {
    const { verdict, reason } = decideVerdict({ ...PLAIN, ...facts });
    expect(`${verdict} ${reason}`).toBe(expected);
  });

  it('has exactly these rows in this order', () => {
    expect(VERDICT_TABLE.map(({ verdict, reason }) => `${verdict} ${reason}`)).toEqual(
      ROWS.map(([row]) => row),
    );
  });

  it('ends with a row that matches everything', () => {
    expect(VERDICT_TABLE.at(-1)?.matches(PLAIN)).toBe(true);
  });

  it.each(['stale', 'never-accessed'] as const)(
    'goes on below the first rows for a seat that is %s',
    (activity) => {
      expect(decideVerdict({ ...PLAIN, activity }).verdict).toBe('cleanup');
    },
  );

  it('gives each reason code to one row', () => {
    expect(new Set(VERDICT_TABLE.map(({ reason }) => reason)).size).toBe(VERDICT_TABLE.length);
  });
});
