import { describe, expect, it } from 'vitest';
import {
  activityInWords,
  explainSeat,
  listed,
  namesOf,
  whatNow,
} from '../../../../src/domain/classification/explain';
import { known, unknown } from '../../../../src/domain/signal';
import { aHeader } from '../../../builders/a-header';
import {
  aDefaultGroup,
  aGrant,
  aGroup,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
} from '../../../builders/a-group';
import { aProduct } from '../../../builders/a-product';
import { aHold } from '../../../builders/a-seat';
import { aDeepReading } from '../../../builders/an-account';
import { seatIn, type World } from '../../../builders/a-world';
import { daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const USERS = { ...aDefaultGroup('g-1', JIRA), name: 'jira-users' };
const LOCAL = { ...aLocalGroup('g-2', JIRA), name: 'contractors' };
const BOTH = { ...aLocalGroup('g-3', JIRA, 'confluence'), name: 'everybody' };
const SYNCED = { ...aSyncedGroup('g-4', JIRA), name: 'okta-jira' };
const OLD = '2026-05-04T10:00:00Z';
const PROTECTS_CONFLUENCE = {
  match: { account: 'ada' },
  product: 'confluence',
  expires: daysAhead(30),
  reason: 'audit',
  owner: 'Finance',
};
const stale = { lastActive: known({ [JIRA]: OLD }) };

const explain = (world: World) =>
  explainSeat(seatIn(world), namesOf(aHeader({ groups: world.groups ?? [] })));
const now = (world: World) => whatNow(seatIn(world), namesOf(aHeader({ groups: world.groups ?? [] })));

describe('The explanation says', () => {
  it('through what a cleanup bills, since when it is idle, and what its removal does', () => {
    expect(explain({ groups: [USERS, LOCAL], account: stale })).toBe(
      'Billable for Jira through *jira-users* (default group) and *contractors* (local group); last used on 4 May 2026. ' +
        'Remove from *jira-users* and *contractors*: Jira then ends.',
    );
  });

  it('as many paths as a screen asks for, and counts the rest', () => {
    const seat = seatIn({ groups: [USERS, LOCAL, SYNCED], account: stale });
    const names = namesOf(aHeader({ groups: [USERS, LOCAL, SYNCED] }));
    expect(explainSeat(seat, names, 1)).toContain(
      'Billable for Jira through *jira-users* (default group) and 2 more; last used',
    );
  });

  it('what stays after the local part of a split', () => {
    expect(now({ groups: [LOCAL, SYNCED], account: stale })).toBe(
      'Remove from *contractors*: Jira stays, through *okta-jira* (synced group).',
    );
  });

  it('what else ends', () => {
    expect(now({ groups: [BOTH], account: stale })).toBe(
      'Remove from *everybody*: Jira then ends. Confluence ends too.',
    );
  });

  it('what else ends when it is more than one product', () => {
    const wide = { ...aLocalGroup('g-5', JIRA, 'confluence', 'jira-product-discovery'), name: 'wide' };
    expect(now({ groups: [wide], account: stale })).toBe(
      'Remove from *wide*: Jira then ends. Confluence and Jira Product Discovery end too.',
    );
  });

  it('that facts about the account are still to be read', () => {
    expect(now({ groups: [LOCAL], account: { ...stale, deep: null } })).toBe(
      'Remove from *contractors*: Jira then ends. Facts about the account are still to be read.',
    );
  });

  it('that a role sits on the account, and as administrator', () => {
    const assigned = known([{ product: JIRA, role: 'admin', method: 'direct' as const }]);
    expect(explain({ account: { ...stale, deep: aDeepReading({ assigned }) } })).toContain(
      'through a role on the account as administrator;',
    );
  });

  it.each([
    [aTeamGroup('t', JIRA), '*t* (team group)'],
    [anUntoldGroup('u', JIRA), '*u* (group of unknown source)'],
  ])('in words what kind of group gives the seat', (group, words) => {
    expect(explain({ groups: [group] })).toContain(`through ${words};`);
  });

  it('that a role follows from another', () => {
    const assigned = known([{ product: JIRA, role: 'user', method: 'inferred' as const }]);
    expect(explain({ account: { deep: aDeepReading({ assigned }) } })).toContain(
      'through a role that follows from another;',
    );
  });

  it('that nothing is to be done about a seat in use', () => {
    const account = { lastActive: known({ [JIRA]: '2026-11-01T00:00:00Z' }) };
    expect(explain({ groups: [LOCAL], account })).toContain('; last used on 1 Nov 2026. Nothing to do.');
  });

  it('that a seat was never used', () => {
    expect(explain({ groups: [LOCAL] })).toContain('; never used.');
  });

  it('that a seat is new, and its last use when there was one', () => {
    const young = { addedToOrg: '2026-10-30T00:00:00Z' };
    expect([
      explain({ groups: [LOCAL], account: young }),
      explain({
        groups: [LOCAL],
        account: { ...young, lastActive: known({ [JIRA]: '2026-11-01T00:00:00Z' }) },
      }),
    ]).toEqual([
      expect.stringContaining('; new, not used yet. Nothing to do.'),
      expect.stringContaining('; new, last used on 1 Nov 2026. Nothing to do.'),
    ]);
  });

  it('why last use is unknown', () => {
    expect(explain({ groups: [LOCAL], account: { lastActive: unknown('no key') } })).toContain(
      '; last use unknown: no key.',
    );
  });

  it('that last use is not told where no reason is', () => {
    expect(activityInWords(aHold('ada', { activityReason: null }))).toBe('last use unknown: not told');
  });
});

describe('What to do now is', () => {
  const exemptions = [{ match: { account: 'ada' }, expires: daysAhead(9), reason: 'board', owner: 'olga' }];

  it.each<[string, World, string]>([
    [
      'an exemption covers it',
      { groups: [LOCAL], account: { exemptions: [0] }, policy: { exemptions } },
      'An exemption covers it.',
    ],
    [
      'activity is unknown',
      { groups: [LOCAL], account: { lastActive: unknown('no key') } },
      'Without a date of last use nobody should decide on it.',
    ],
    [
      'owners must decide',
      { groups: [LOCAL, SYNCED], account: { serviceWord: 'svc' } },
      'The decision belongs to the identity owner and the technical owner.',
    ],
    [
      'a source is unknown',
      { groups: [anUntoldGroup('u', JIRA)] },
      'Nobody can tell who owns one of its groups, so nothing may be removed.',
    ],
    ['the provider owns it', { groups: [SYNCED] }, 'Only the identity provider can end it.'],
    [
      'the provider’s groups give something in use too',
      {
        groups: [aSyncedGroup('s', JIRA, 'confluence')],
        account: { lastActive: known({ confluence: '2026-11-01T00:00:00Z' }) },
      },
      'The same synced groups also give Confluence: the grants must be separated first.',
    ],
    [
      'facts are unread',
      { groups: [LOCAL], account: { platformRoles: unknown('refused') } },
      'What else the removal would touch could not be read.',
    ],
    [
      'something in use would end',
      { groups: [BOTH], account: { lastActive: known({ confluence: '2026-11-01T00:00:00Z' }) } },
      'Leaving its groups would also end Confluence (in use).',
    ],
    [
      'something idle that an exemption protects would end',
      {
        groups: [BOTH],
        account: {
          lastActive: known({ [JIRA]: OLD, confluence: OLD }),
          exemptions: [0],
        },
        policy: { exemptions: [PROTECTS_CONFLUENCE] },
      },
      'Leaving its groups would also end Confluence (idle, but protected).',
    ],
    [
      'something new would end, beside something idle',
      {
        groups: [aLocalGroup('wide', JIRA, 'confluence', 'jira-product-discovery')],
        account: { lastActive: known({ [JIRA]: OLD }), firstSeen: { confluence: '2026-11-01T00:00:00Z' } },
      },
      'Leaving its groups would also end Confluence (new) and Jira Product Discovery (idle).',
    ],
    [
      'something would end of which nobody knows whether it is used',
      { groups: [BOTH], account: { ...stale, addedToOrg: null } },
      'Leaving its groups would also end Confluence (use not known).',
    ],
  ])('said when %s', (_, world, text) => {
    expect(now(world)).toBe(text);
  });
});

describe('Names', () => {
  it('of products are the site’s own', () => {
    const names = namesOf({ products: [aProduct('loom', { name: 'Our films' })], groups: [] });
    expect(names.product('loom')).toBe('Our films');
  });

  it('fall back to what we call a product, then to its key', () => {
    const names = namesOf({ products: [], groups: [] });
    expect([names.product('loom'), names.product('rovo')]).toEqual(['Loom', 'rovo']);
  });

  it('of products of other sites say so, without the address', () => {
    const names = namesOf({ products: [], groups: [] });
    expect(names.product('ari:cloud:confluence::site/other')).toBe('confluence of another site');
  });

  it('of groups fall back to their id', () => {
    expect(namesOf({ products: [], groups: [] }).group('g-9')).toBe('g-9');
  });

  it('of groups are found by id', () => {
    const names = namesOf({
      products: [],
      groups: [aGroup('g-1', { name: 'users', grants: [aGrant(JIRA)] })],
    });
    expect(names.group('g-1')).toBe('users');
  });
});

it.each([
  [[], 'nothing'],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j as “%s”', (parts, text) => {
  expect(listed(parts)).toBe(text);
});
