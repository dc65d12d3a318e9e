import { describe, expect, it } from 'vitest';
import { cancelBecause } from '../../../../src/domain/plan/pre-flight';
import { known, unknown } from '../../../../src/domain/signal';
import {
  aDefaultGroup,
  aGrant,
  aGroup,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
} from '../../../builders/a-group';
import { aReview } from '../../../builders/a-review';
import { aDeepReading } from '../../../builders/an-account';
import { aReading, seatIn, type World } from '../../../builders/a-world';
import { daysAgo, daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);
const EXEMPTION = { match: { account: 'ada' }, expires: daysAhead(9), reason: 'board', owner: 'olga' };

/** Why a removal that was approved in one world is cancelled in another. */
function cause(
  approved: World,
  fresh: World,
  consented = false,
  left: readonly string[] = [],
): string | null {
  const line = aReview({ seats: [seatIn(approved)] }).line(1);
  return cancelBecause({ line, consented, left: new Set(left), ending: new Set() }, aReading(fresh));
}

const CLEANUP: World = { groups: [LOCAL] };
const SPLIT: World = { groups: [LOCAL, aSyncedGroup('synced', JIRA)] };

/** Told a day after the snapshot; read again eight days later, used on the day before. */
function causeAfterNotice(outcome: 'told' | 'not-reachable', usedAt: string): string | null {
  const line = aReview({ seats: [seatIn(CLEANUP)], rules: { noticeDays: 7 } })
    .decide([1], 'remove')
    .approve([1])
    .at(daysAhead(1))
    .tell(outcome)
    .line(1);
  const fresh = { groups: [LOCAL], account: { lastActive: known({ [JIRA]: usedAt }) } };
  return cancelBecause(
    { line, consented: false, left: new Set(), ending: new Set() },
    aReading({ ...fresh, header: { takenAt: daysAhead(9) } }),
  );
}

describe('Use of the seat', () => {
  it('after its person was told is called seen and not claimed', () => {
    expect(causeAfterNotice('told', daysAhead(8))).toMatch(/^seen after notice, not claimed: /);
  });

  it.each<[string, 'told' | 'not-reachable', string]>([
    ['before its person was told', 'told', daysAgo(1)],
    ['by somebody whom nobody could tell', 'not-reachable', daysAhead(8)],
  ])('%s is no silence', (_, outcome, usedAt) => {
    expect(causeAfterNotice(outcome, usedAt)).toBe('the seat was used meanwhile');
  });
});

it.each<[string, World]>([
  ['a cleanup', CLEANUP],
  ['a split', SPLIT],
])('%s goes on when all is as it was approved', (_, world) => {
  expect(cause(world, world)).toBeNull();
});

describe('A cleanup is cancelled when', () => {
  it.each<[string, World, string]>([
    [
      'the seat was used',
      { groups: [LOCAL], account: { lastActive: known({ [JIRA]: daysAgo(1) }) } },
      'the seat was used meanwhile',
    ],
    [
      'the seat was given again',
      { groups: [LOCAL], account: { joined: { local: daysAgo(1) } } },
      'the seat was given again meanwhile',
    ],
    [
      'an exemption covers it',
      { groups: [LOCAL], account: { exemptions: [0] }, policy: { exemptions: [EXEMPTION] } },
      'an exemption covers the seat now',
    ],
    [
      'last use cannot be read',
      { groups: [LOCAL], account: { lastActive: unknown('refused') } },
      'the last use can no longer be read: refused',
    ],
    [
      'it is on the technical list',
      { groups: [LOCAL], policy: { technical: ['ada'] } },
      'an owner must decide now: the account gained privilege, is technical or belongs to somebody else',
    ],
    [
      'it gained a platform role',
      { groups: [LOCAL], account: { platformRoles: known(['org-admin']) } },
      'an owner must decide now: the account gained privilege, is technical or belongs to somebody else',
    ],
    [
      'it leads a project',
      { groups: [LOCAL], account: { deep: aDeepReading({ leads: known(['OPS']) }) } },
      'an owner must decide now: the account gained privilege, is technical or belongs to somebody else',
    ],
    [
      'its group became privileged',
      { groups: [aGroup('local', { grants: [aGrant(JIRA), aGrant('confluence', 'admin')] })] },
      'an owner must decide now: the account gained privilege, is technical or belongs to somebody else',
    ],
    [
      'a team manages its group',
      { groups: [aTeamGroup('local', JIRA)] },
      'an owner must decide now: the account gained privilege, is technical or belongs to somebody else',
    ],
    [
      'its group’s owner is unknown',
      { groups: [anUntoldGroup('local', JIRA)] },
      'nobody can tell any more who owns one of the groups',
    ],
    ['its group is synced', { groups: [aSyncedGroup('local', JIRA)] }, 'the groups are synced now'],
    [
      'its synced group gives something in use',
      {
        groups: [aSyncedGroup('local', JIRA, 'confluence')],
        account: { lastActive: known({ confluence: daysAgo(1) }) },
      },
      'the groups are synced now',
    ],
    [
      'a fact cannot be read',
      { groups: [LOCAL], account: { platformRoles: unknown('refused') } },
      'a fact could not be read',
    ],
    [
      'the account was not read on its own',
      { groups: [LOCAL], account: { deep: null } },
      'a fact could not be read',
    ],
    [
      'something in use would end',
      {
        groups: [aLocalGroup('local', JIRA, 'confluence')],
        account: { lastActive: known({ confluence: daysAgo(1) }) },
      },
      'something in use would end as well',
    ],
    [
      'something idle would end that was not shown',
      { groups: [aLocalGroup('local', JIRA, 'confluence')] },
      'what else ends differs from what was approved',
    ],
    ['a synced group came beside it', SPLIT, 'one of the groups is synced now'],
    [
      'another local group came beside it',
      { groups: [LOCAL, aLocalGroup('more', JIRA)] },
      'the paths changed',
    ],
    ['its group is default now', { groups: [aDefaultGroup('local', JIRA)] }, 'the paths changed'],
    ['the seat ended', { groups: [LOCAL], account: { groupIds: [] } }, 'the seat ended meanwhile'],
    [
      'the account was deactivated',
      { groups: [LOCAL], account: { accountStatus: 'inactive' } },
      'the seat ended meanwhile',
    ],
  ])('%s', (_, fresh, expected) => {
    expect(cause(CLEANUP, fresh)).toBe(expected);
  });

  it('what else ended is no longer so', () => {
    expect(cause({ groups: [aLocalGroup('local', JIRA, 'confluence')] }, CLEANUP)).toBe(
      'what else ends differs from what was approved',
    );
  });
});

describe('A split is cancelled when', () => {
  it.each<[string, World, string]>([
    ['the synced path went', CLEANUP, 'the paths changed'],
    [
      'another synced group came',
      { groups: [LOCAL, aSyncedGroup('synced', JIRA), aSyncedGroup('more', JIRA)] },
      'the paths changed',
    ],
  ])('%s', (_, fresh, expected) => {
    expect(cause(SPLIT, fresh)).toBe(expected);
  });
});

describe('A removal that owners consented to', () => {
  const technical: World = { groups: [LOCAL], account: { serviceWord: 'svc' } };

  it('goes on when all is as they saw it', () => {
    expect(cause(technical, technical, true)).toBeNull();
  });

  it.each<[string, World, string]>([
    [
      'the seat was used',
      { groups: [LOCAL], account: { serviceWord: 'svc', lastActive: known({ [JIRA]: daysAgo(1) }) } },
      'the seat was used meanwhile',
    ],
    [
      'another owner must be asked',
      { groups: [LOCAL], account: { serviceWord: 'svc', claim: 'unmanaged' } },
      'another owner must be asked now',
    ],
    [
      'it belongs to another group too',
      { groups: [LOCAL, aLocalGroup('more', JIRA)], account: { serviceWord: 'svc' } },
      'the paths changed',
    ],
    [
      'its group is synced',
      { groups: [aSyncedGroup('local', JIRA)], account: { serviceWord: 'svc' } },
      'another owner must be asked now',
    ],
  ])('is cancelled when %s', (_, fresh, expected) => {
    expect(cause(technical, fresh, true)).toBe(expected);
  });

  it('is cancelled when the account gained another privilege', () => {
    const admin: World = { groups: [LOCAL], account: { platformRoles: known(['site-admin']) } };
    const more: World = { groups: [LOCAL], account: { platformRoles: known(['org-admin', 'site-admin']) } };
    expect(cause(admin, more, true)).toBe('the account gained privilege');
  });

  it('is cancelled when a fact can no longer be read', () => {
    const fresh = { groups: [LOCAL], account: { serviceWord: 'svc', platformRoles: unknown('refused') } };
    expect(cause(technical, fresh, true)).toBe('a fact could not be read');
  });

  it('is cancelled when something in use would end', () => {
    const lastActive = known({ confluence: daysAgo(1) });
    const fresh = {
      groups: [aLocalGroup('local', JIRA, 'confluence')],
      account: { serviceWord: 'svc', lastActive },
    };
    expect(cause(technical, fresh, true)).toBe('something in use would end as well');
  });

  it('is cancelled when something idle would end that they did not see', () => {
    const fresh = { groups: [aLocalGroup('local', JIRA, 'confluence')], account: { serviceWord: 'svc' } };
    expect(cause(technical, fresh, true)).toBe('what else ends differs from what was approved');
  });
});

describe('A removal that was begun', () => {
  const wide = aLocalGroup('wide', JIRA, 'confluence');
  const begun: World = { groups: [LOCAL, wide] };

  it('goes on with the groups that are left to leave', () => {
    expect(cause(begun, { groups: [wide] }, false, ['local'])).toBeNull();
  });

  it('goes on when less ends than was approved', () => {
    expect(cause(begun, { groups: [LOCAL] }, false, ['wide'])).toBeNull();
  });

  it('is cancelled when a group came beside', () => {
    const more = { groups: [wide, aLocalGroup('more', JIRA)] };
    expect(cause(begun, more, false, ['local'])).toBe('the paths changed');
  });

  it('is cancelled when something ends that was not approved', () => {
    const more = { groups: [aLocalGroup('wide', JIRA, 'confluence', 'jira-product-discovery')] };
    expect(cause(begun, more, false, ['local'])).toBe('what else ends differs from what was approved');
  });
});
