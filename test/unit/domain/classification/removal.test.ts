import { describe, expect, it } from 'vitest';
import type { GroupFacts } from '../../../../src/domain/group';
import { known } from '../../../../src/domain/signal';
import {
  aDefaultGroup,
  aGrant,
  aGroup,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  TOLD,
} from '../../../builders/a-group';
import { aDeepReading } from '../../../builders/an-account';
import { seatIn, seatsIn, type World } from '../../../builders/a-world';
import { daysAgo, daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);
const inGroups = (...groups: GroupFacts[]): World => ({ groups });

describe('The removal set holds', () => {
  it('every default and local granting group of a cleanup', () => {
    const world = inGroups(aDefaultGroup('default', JIRA), LOCAL, aLocalGroup('contractors', JIRA));
    expect(seatIn(world).removalSet).toEqual(['contractors', 'default', 'local']);
  });

  it('no group that does not grant the seat', () => {
    expect(seatIn(inGroups(LOCAL, aLocalGroup('wiki', 'confluence'))).removalSet).toEqual(['local']);
  });

  it('a group once although it gives two roles', () => {
    const wiki = aGroup('wiki', { grants: [aGrant('confluence'), aGrant('confluence', 'basic')] });
    expect(seatIn(inGroups(wiki), 'confluence').removalSet).toEqual(['wiki']);
  });

  it('the local groups of a split, not the synced ones', () => {
    expect(seatIn(inGroups(LOCAL, aSyncedGroup('synced', JIRA))).removalSet).toEqual(['local']);
  });

  it('nothing for a seat in use', () => {
    const account = { lastActive: known({ [JIRA]: daysAgo(1) }) };
    expect(seatIn({ groups: [LOCAL], account }).removalSet).toEqual([]);
  });

  it('nothing for a route-out before its owners consented', () => {
    const seat = seatIn({ groups: [LOCAL], account: { serviceWord: 'svc' } });
    expect([seat.removalSet, seat.consentedRemovalSet]).toEqual([[], ['local']]);
  });
});

describe('The set that owners consent to holds', () => {
  const technical = { serviceWord: 'svc' };
  const consented = (...groups: GroupFacts[]) => seatIn({ groups, account: technical }).consentedRemovalSet;

  it('no privileged group', () => {
    const admins = aGroup('admins', { grants: [aGrant(JIRA, 'admin')] });
    expect(consented(LOCAL, admins)).toEqual(['local']);
  });

  it('no team group and no synced group', () => {
    expect(consented(LOCAL, aTeamGroup('team', JIRA), aSyncedGroup('synced', JIRA))).toEqual(['local']);
  });

  it('nothing for a cleanup, which waits for nobody’s consent', () => {
    expect(seatIn(inGroups(LOCAL)).consentedRemovalSet).toEqual([]);
  });

  it('nothing where the identity provider alone decides', () => {
    expect(seatIn(inGroups(aSyncedGroup('synced', JIRA))).consentedRemovalSet).toEqual([]);
  });
});

describe('What remains of the seat is', () => {
  it('nothing after a cleanup', () => {
    expect(seatIn(inGroups(LOCAL)).accessAfter).toEqual([]);
  });

  it('the synced groups after the local part of a split', () => {
    expect(seatIn(inGroups(LOCAL, aSyncedGroup('synced', JIRA))).accessAfter).toEqual(['synced']);
  });

  it('everything where nothing is removed', () => {
    const assigned = known([{ product: JIRA, role: 'user', method: 'direct' as const }]);
    const world = { groups: [LOCAL], account: { deep: aDeepReading({ assigned }) } };
    expect(seatIn(world).accessAfter).toEqual(['direct', 'local']);
  });
});

describe('What else ends', () => {
  const both = aLocalGroup('both', JIRA, 'confluence');
  const used = (product: string, days: number) => ({ lastActive: known({ [product]: daysAgo(days) }) });

  it('is every other access that hangs on the removal set alone', () => {
    expect(seatIn(inGroups(both)).elseEnds).toEqual([
      { product: 'confluence', activity: 'never-accessed', live: false },
    ]);
  });

  it('is sorted by product', () => {
    const wide = aLocalGroup('wide', JIRA, 'jira-servicedesk', 'confluence');
    expect(seatIn(inGroups(wide)).elseEnds.map(({ product }) => product)).toEqual([
      'confluence',
      'jira-servicedesk',
    ]);
  });

  it('is nothing where the seat stays', () => {
    expect(
      seatIn({ groups: [aSyncedGroup('s', JIRA, 'confluence')], account: used(JIRA, 1) }).elseEnds,
    ).toEqual([]);
  });

  it('is nothing when another group gives the other access too', () => {
    expect(seatIn(inGroups(both, aSyncedGroup('wiki', 'confluence'))).elseEnds).toEqual([]);
  });

  it('is nothing when a role on the account gives the other access too', () => {
    const assigned = known([{ product: 'confluence', role: 'user', method: 'direct' as const }]);
    const world = { groups: [both], account: { deep: aDeepReading({ assigned }) } };
    expect(seatIn(world).elseEnds).toEqual([]);
  });

  it.each(['guest', 'customer', 'contributor', 'basic', 'stakeholder'])(
    'is also access that does not bill: %s',
    (role) => {
      const group = aGroup('g', { grants: [aGrant(JIRA), aGrant('confluence', role)] });
      expect(seatIn(inGroups(group)).elseEnds.map(({ product }) => product)).toEqual(['confluence']);
    },
  );

  it('is the licence when only a lesser role remains elsewhere', () => {
    const guests = aGroup('guests', { grants: [aGrant('confluence', 'guest')] });
    expect(seatIn(inGroups(both, guests)).elseEnds.map(({ product }) => product)).toEqual(['confluence']);
  });

  it('is no lesser role where a licence remains, which covers it', () => {
    const lesser = aGroup('lesser', { grants: [aGrant(JIRA), aGrant('confluence', 'guest')] });
    expect(seatIn(inGroups(lesser, aSyncedGroup('wiki', 'confluence'))).elseEnds).toEqual([]);
  });

  it('is no lesser role that another group gives too', () => {
    const lesser = aGroup('lesser', { grants: [aGrant(JIRA), aGrant('confluence', 'guest')] });
    const guests = aGroup('guests', { grants: [aGrant('confluence', 'guest')] });
    expect(seatIn(inGroups(lesser, guests)).elseEnds).toEqual([]);
  });

  it('is no role with which nobody can use the product', () => {
    const group = aGroup('g', { grants: [aGrant(JIRA), aGrant('confluence', 'spectator')] });
    expect(seatIn(inGroups(group)).elseEnds).toEqual([]);
  });

  it('is a lesser role of another kind than the one that remains', () => {
    const lesser = aGroup('lesser', { grants: [aGrant(JIRA), aGrant('confluence', 'stakeholder')] });
    const guests = aGroup('guests', { grants: [aGrant('confluence', 'guest')] });
    expect(seatIn(inGroups(lesser, guests)).elseEnds.map(({ product }) => product)).toEqual(['confluence']);
  });

  it('counts as live when it is in use, and holds the seat', () => {
    expect(seatIn({ groups: [both], account: used('confluence', 1) })).toMatchObject({
      reason: 'collateral-active',
      elseEnds: [{ product: 'confluence', activity: 'active', live: true }],
    });
  });

  it('counts as live when it is too new', () => {
    const account = { ...used(JIRA, 200), firstSeen: { confluence: daysAgo(1) } };
    expect(seatIn({ groups: [both], account }).reason).toBe('collateral-active');
  });

  it('counts as live when an exemption protects it', () => {
    const exemption = {
      match: { account: 'ada' },
      product: 'confluence',
      expires: daysAhead(9),
      reason: 'board',
      owner: 'olga',
    };
    const world = { groups: [both], account: { exemptions: [0] }, policy: { exemptions: [exemption] } };
    expect(seatIn(world)).toMatchObject({ reason: 'collateral-active', elseEnds: [{ live: true }] });
  });

  it('counts as live when its last use is unknown, and does not hold the seat of which it is known', () => {
    const account = { addedToOrg: null, lastActive: known({ [JIRA]: daysAgo(200) }) };
    expect(seatIn({ groups: [both], account })).toMatchObject({
      reason: 'collateral-active',
      elseEnds: [{ activity: 'unknown', live: true }],
    });
  });

  it('is not live when it was not used for long', () => {
    expect(seatIn({ groups: [both], account: used('confluence', 100) })).toMatchObject({
      verdict: 'cleanup',
      elseEnds: [{ activity: 'stale', live: false }],
    });
  });

  it('makes a synced seat shared when something live hangs on its groups', () => {
    const synced = aSyncedGroup('synced', JIRA, 'confluence');
    expect(seatIn({ groups: [synced], account: used('confluence', 1) })).toMatchObject({
      reason: 'idp-owned-shared',
      elseEnds: [{ product: 'confluence', live: true }],
    });
  });

  it('is listed for a synced seat also when it is not live', () => {
    expect(seatIn(inGroups(aSyncedGroup('synced', JIRA, 'confluence')))).toMatchObject({
      reason: 'idp-owned',
      elseEnds: [{ product: 'confluence', live: false }],
    });
  });

  it('is not known while the grants of a group that would be left are not all read', () => {
    const group = aGroup('g', { grants: [aGrant(JIRA)], grantsComplete: false });
    expect(seatIn(inGroups(group)).reason).toBe('facts-unread');
  });

  it('is not known while Jira alone tells some of the grants of one group that would be left', () => {
    const group = aGroup('g', { grants: [aGrant(JIRA)], grantsComplete: false });
    const world = { groups: [LOCAL, group], header: { mode: 'jira-only' as const } };
    expect(seatIn(world).reason).toBe('facts-unread');
  });

  it('is not known either while another group of the account may grant what nobody read', () => {
    const synced = aGroup('synced', {
      provenance: known(TOLD.scim),
      grants: [aGrant(JIRA)],
      grantsComplete: false,
    });
    expect(seatIn(inGroups(LOCAL, synced)).reason).toBe('facts-unread');
  });
});

describe('Access to a product of another site', () => {
  const WIKI_ELSEWHERE = 'ari:cloud:confluence::site/other';
  const elsewhere = (id: string, ...roles: string[]) => ({
    ...aLocalGroup(id, JIRA),
    elsewhere: roles.map((role) => ({ resource: WIKI_ELSEWHERE, role })),
  });

  it('ends with the group that gives it, and goes by its resource', () => {
    expect(seatIn(inGroups(elsewhere('wide', 'user')))).toMatchObject({
      verdict: 'cleanup',
      elseEnds: [{ product: WIKI_ELSEWHERE, activity: 'never-accessed', live: false }],
    });
  });

  it('is live while the account uses anything on another site, and holds the seat', () => {
    const account = { lastActiveElsewhere: daysAgo(1) };
    expect(seatIn({ groups: [elsewhere('wide', 'user')], account })).toMatchObject({
      reason: 'collateral-active',
      elseEnds: [{ product: WIKI_ELSEWHERE, live: true }],
    });
  });

  it('stays when a group that is not left gives it too', () => {
    const keeps = { ...aSyncedGroup('synced', JIRA), elsewhere: elsewhere('wide', 'user').elsewhere };
    expect(seatIn(inGroups(elsewhere('wide', 'user'), keeps)).elseEnds).toEqual([]);
  });

  it('is no seat of this site', () => {
    expect(seatsIn(inGroups(elsewhere('wide', 'user'))).map(({ product }) => product)).toEqual([JIRA]);
  });
});
