import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
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
import { aDeepReading } from '../../../builders/an-account';
import { seatIn, type World } from '../../../builders/a-world';
import { daysAgo, daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);
const EXEMPTION = { match: { account: 'ada' }, expires: daysAhead(9), reason: 'board', owner: 'olga' };
const EXEMPT = { account: { exemptions: [0] }, policy: { exemptions: [EXEMPTION] } };
const person = (account: Partial<AccountFacts>): World => ({ groups: [LOCAL], account });
const verdict = (world: World) => {
  const seat = seatIn(world);
  return `${seat.verdict} ${seat.reason}`;
};

describe('A seat of Jira comes to', () => {
  it.each<[string, string, World]>([
    [
      'keep active',
      'it is in use, whoever holds it',
      person({ serviceWord: 'svc', lastActive: known({ [JIRA]: daysAgo(1) }) }),
    ],
    ['keep too-new', 'its person joined last week', person({ addedToOrg: daysAgo(7) })],
    [
      'keep too-new',
      'its person came into its group last week',
      person({ joined: { [LOCAL.id]: daysAgo(7) } }),
    ],
    [
      'cleanup local-paths',
      'its person came last week into a group that makes them a guest only',
      {
        groups: [LOCAL, aGroup('guests', { grants: [aGrant(JIRA, 'guest')] })],
        account: { joined: { guests: daysAgo(7) } },
      },
    ],
    ['protected exempt', 'an exemption covers it', { groups: [LOCAL], ...EXEMPT }],
    [
      'protected exempt',
      'an exemption covers a technical account',
      { groups: [LOCAL], ...EXEMPT, account: { exemptions: [0], serviceWord: 'svc' } },
    ],
    ['hold activity-unknown', 'no source tells last uses', person({ lastActive: unknown('no key') })],
    [
      'hold activity-unknown',
      'nobody knows the last use of an administrator',
      person({ lastActive: unknown('no key'), platformRoles: known(['org-admin']) }),
    ],
    ['route-out owner-decision', 'its account is not human', person({ serviceWord: 'svc' })],
    [
      'route-out owner-decision',
      'a team gives it, beside a group of unknown source',
      { groups: [aTeamGroup('t', JIRA), anUntoldGroup('u', JIRA)] },
    ],
    [
      'hold source-unknown',
      'nobody tells the source of a group, beside a synced one',
      { groups: [anUntoldGroup('u', JIRA), aSyncedGroup('s', JIRA)] },
    ],
    [
      'hold source-unknown',
      'nobody tells the source and privilege is unread',
      { groups: [anUntoldGroup('u', JIRA)], account: { platformRoles: unknown('refused') } },
    ],
    [
      'route-out idp-owned',
      'every path is synced, whatever is unread',
      { groups: [aSyncedGroup('s', JIRA)], account: { platformRoles: unknown('refused') } },
    ],
    ['hold facts-unread', 'platform roles could not be read', person({ platformRoles: unknown('refused') })],
    [
      'hold facts-unread',
      'project administration could not be read',
      person({ deep: aDeepReading({ administers: unknown('refused') }) }),
    ],
    [
      'hold facts-unread',
      'the kind of a group of the account could not be read',
      { groups: [LOCAL, aGroup('odd', { accessType: unknown('refused') })] },
    ],
    [
      'split mixed-ownership',
      'synced and local groups give it',
      { groups: [LOCAL, aSyncedGroup('s', JIRA)] },
    ],
    ['cleanup local-paths', 'local groups alone give it', { groups: [LOCAL] }],
  ])('%s when %s', (expected, _, world) => {
    expect(verdict(world)).toBe(expected);
  });

  it('keep when an exemption covers a seat in use', () => {
    const world = {
      ...EXEMPT,
      groups: [LOCAL],
      account: { exemptions: [0], lastActive: known({ [JIRA]: daysAgo(1) }) },
    };
    expect(verdict(world)).toBe('keep active');
  });
});

describe('An account is not human when', () => {
  it.each<[string, World, string]>([
    ['Jira says what kind it is', person({ appType: known('service') }), 'Jira calls it a service account'],
    [
      'it is on the technical list',
      { groups: [LOCAL], policy: { technical: ['ada'] } },
      'on the technical list',
    ],
    [
      'a token of it was used within the threshold',
      person({ deep: aDeepReading({ tokenLastUsed: known(daysAgo(90, -1)) }) }),
      'an API token was used',
    ],
    ['its name holds a word', person({ serviceWord: 'svc' }), 'the name contains “svc”'],
  ])('%s', (_, world, why) => {
    expect(seatIn(world)).toMatchObject({ identity: 'non-human', identityReason: why });
  });

  it.each<[string, World]>([
    [
      'a token was last used as long ago as the threshold',
      person({ deep: aDeepReading({ tokenLastUsed: known(daysAgo(90)) }) }),
    ],
    ['it has no token that was used', person({ deep: aDeepReading({ tokenLastUsed: known(null) }) })],
  ])('not when %s', (_, world) => {
    expect(seatIn(world).identity).toBe('human');
  });

  it('for some reason, which a human account has not', () => {
    expect(seatIn(person({})).identityReason).toBeNull();
  });

  it.each([
    ['service', 'non-human'],
    ['agent', 'non-human'],
    ['unknown', 'human'],
  ])('of the kind %s in Jira’s words, which is %s', (kind, identity) => {
    expect(seatIn(person({ appType: known(kind) })).identity).toBe(identity);
  });

  it('unsaid when tokens could not be read, and the seat says so', () => {
    const seat = seatIn(person({ deep: aDeepReading({ tokenLastUsed: unknown('not managed') }) }));
    expect([seat.identity, seat.notChecked]).toEqual(['human', ['token use not checked: not managed']]);
  });
});

describe('A verdict is provisional', () => {
  it('for a cleanup whose account was not read on its own', () => {
    expect(seatIn(person({ deep: null }))).toMatchObject({ verdict: 'cleanup', provisional: true });
  });

  it('for a split whose account was not read on its own', () => {
    const world = { groups: [LOCAL, aSyncedGroup('s', JIRA)], account: { deep: null } };
    expect(seatIn(world)).toMatchObject({ verdict: 'split', provisional: true });
  });

  it('no more once the account was read', () => {
    expect(seatIn(person({})).provisional).toBe(false);
  });

  it('never for verdicts that remove nothing', () => {
    const world = { groups: [aSyncedGroup('s', JIRA)], account: { deep: null } };
    expect(seatIn(world)).toMatchObject({ verdict: 'route-out', provisional: false });
  });

  it('and says what was not read', () => {
    expect(seatIn(person({ deep: null })).notChecked).toEqual([
      'roles on the account, API tokens and project administration not read',
    ]);
  });

  it('gives way to a role on the account that only deepening shows', () => {
    const assigned = known([{ product: JIRA, role: 'user', method: 'direct' as const }]);
    expect(verdict(person({ deep: aDeepReading({ assigned }) }))).toBe('route-out owner-decision');
  });

  it('gives way to project administration that only deepening shows', () => {
    expect(verdict(person({ deep: aDeepReading({ leads: known(['OPS']) }) }))).toBe(
      'route-out owner-decision',
    );
  });
});

describe('A possible leaver', () => {
  const leaver = (account: Partial<AccountFacts> = {}): World =>
    person({ synced: true, lastActive: known({ [JIRA]: daysAgo(181) }), ...account });

  it('is a synced account without any use for twice the threshold, on local paths only', () => {
    expect(seatIn(leaver())).toMatchObject({ verdict: 'cleanup', marks: ['possible-leaver'] });
  });

  it('is one also in a default group', () => {
    expect(seatIn({ ...leaver(), groups: [aDefaultGroup('all', JIRA)] }).marks).toEqual(['possible-leaver']);
  });

  it('is one also when nobody tells when it joined, or it joined a second before that', () => {
    const worlds = [leaver({ addedToOrg: null }), leaver({ addedToOrg: daysAgo(180, 1) })];
    expect(worlds.map((world) => seatIn(world).marks)).toEqual([['possible-leaver'], ['possible-leaver']]);
  });

  it.each<[string, World]>([
    [
      'it used another product later',
      leaver({ lastActive: known({ [JIRA]: daysAgo(181), confluence: daysAgo(179) }) }),
    ],
    [
      'its last use is twice the threshold ago to the second',
      leaver({ lastActive: known({ [JIRA]: daysAgo(180) }) }),
    ],
    ['it used another site later', leaver({ lastActiveElsewhere: daysAgo(100) })],
    ['it is no synced account', leaver({ synced: false })],
    ['nobody tells whether it is synced', leaver({ synced: null })],
    ['it joined last week', leaver({ lastActive: known({}), addedToOrg: daysAgo(7) })],
    ['it joined twice the threshold ago to the second', leaver({ addedToOrg: daysAgo(180) })],
    ['a path is synced', { ...leaver(), groups: [LOCAL, aSyncedGroup('s', JIRA)] }],
  ])('is nobody when %s', (_, world) => {
    expect(seatIn(world).marks).not.toContain('possible-leaver');
  });
});

describe('Findings about groups are marked:', () => {
  it('was-synced', () => {
    const told = known({ externalSynced: true, managedBy: 'admins', modifiable: true });
    const world = { groups: [aGroup('g', { provenance: told, grants: [aGrant(JIRA)] })] };
    expect(seatIn(world)).toMatchObject({ reason: 'idp-owned', marks: ['was-synced'] });
  });

  const syncedDefault = (...others: string[]) => ({
    ...aSyncedGroup('g'),
    grants: [aGrant(JIRA, 'user', true), ...others.map((product) => aGrant(product))],
  });

  it('synced-default', () => {
    const world = { groups: [syncedDefault()] };
    expect(seatIn(world)).toMatchObject({ reason: 'idp-owned', marks: ['synced-default'] });
  });

  it('synced-default also when the group is a default group of one product among several', () => {
    expect(seatIn({ groups: [syncedDefault('confluence')] }).marks).toEqual(['synced-default']);
  });

  it('synced-default never for a default group that nobody syncs', () => {
    expect(seatIn({ groups: [aDefaultGroup('all', JIRA)] }).marks).toEqual([]);
  });
});

describe('The seat tells', () => {
  it('when it was last used', () => {
    expect(seatIn(person({ lastActive: known({ [JIRA]: daysAgo(100) }) })).lastActiveAt).toBe(daysAgo(100));
  });

  it('which exemption covers it', () => {
    expect(seatIn({ groups: [LOCAL], ...EXEMPT }).exemption).toBe(0);
  });

  it('that nobody knows who manages the account', () => {
    expect(seatIn(person({ claim: 'unknown' })).notChecked).toEqual([
      'whether the organization manages the account is not told',
    ]);
  });

  it('that nobody knows whether Jira calls it a service account', () => {
    expect(seatIn(person({ appType: unknown('Jira does not tell') })).notChecked).toEqual([
      'whether Jira calls it a service account is not told',
    ]);
  });

  it('that nobody asked Jira what kind of account it is where neither that nor the account itself was read', () => {
    const { notChecked } = seatIn(person({ deep: null, appType: unknown('not read') }));
    expect(notChecked).toContain('whether Jira calls it a service account is not told');
  });

  it('that nobody tells what groups grant beside Jira without an organization key', () => {
    const seat = seatIn({ groups: [LOCAL], header: { mode: 'jira-only' } });
    expect(seat.notChecked).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/what groups grant beside Jira.* not told without an organization key/),
        expect.stringMatching(/not told without a user export/),
      ]),
    );
  });

  it('that dates are those of a user export', () => {
    const exported = { at: daysAgo(3), never: ['jira-software'], untold: [] };
    const seat = seatIn({ groups: [LOCAL], header: { mode: 'jira-only' }, account: { exported } });
    expect(seat.notChecked).toContain('last use and dates are those of the user export of 30 Oct 2026');
  });
});
