import { describe, expect, it } from 'vitest';
import { indexOrganization } from '../../../../src/domain/classification/organization-index';
import {
  leavingOf,
  whatRemains,
  type AccessOutcome,
} from '../../../../src/domain/classification/what-remains';
import { known } from '../../../../src/domain/signal';
import {
  aGrant,
  aGroup,
  aLocalGroup,
  anUntoldGroup,
  aSyncedGroup,
  aTeamGroup,
} from '../../../builders/a-group';
import { aReading, seatIn, type World } from '../../../builders/a-world';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const LOCAL = aLocalGroup('local', JIRA);
const BOTH = aLocalGroup('both', JIRA, 'confluence');
const WIKI = aLocalGroup('wiki', 'confluence');
const SYNCED = aSyncedGroup('synced', JIRA);
const IN_USE = known({ confluence: daysAgo(1) });

/** What becomes of the account's products once the groups that its seat's verdict speaks of are left. */
function outcomes(world: World, product = JIRA): AccessOutcome[] {
  const { header, account } = aReading(world);
  const seat = seatIn(world, product);
  return whatRemains(account, { ...seat, leaving: leavingOf(seat) }, indexOrganization(header));
}
const brief = (world: World, product = JIRA) =>
  outcomes(world, product).map(({ product: each, ends, through }) => [
    each,
    ends,
    through.map(({ groupId, via }) => groupId ?? via),
  ]);
const leaving = (world: World) => leavingOf(seatIn(world));

describe('The groups that a verdict speaks of leaving', () => {
  it('are the removal set of a cleanup and of a split', () => {
    expect([leaving({ groups: [LOCAL] }), leaving({ groups: [LOCAL, SYNCED] })]).toEqual([
      { by: 'review', groupIds: ['local'] },
      { by: 'review', groupIds: ['local'] },
    ]);
  });

  it('are what the owners of a route-out would consent to', () => {
    expect(leaving({ groups: [LOCAL, SYNCED], account: { serviceWord: 'svc' } })).toEqual({
      by: 'owners',
      groupIds: ['local'],
    });
  });

  it('are none of a team, whoever consents', () => {
    expect(leaving({ groups: [aTeamGroup('team', JIRA)] })).toEqual({ by: 'owners', groupIds: [] });
  });

  it('are the synced groups where the identity provider owns every path', () => {
    expect(leaving({ groups: [SYNCED] })).toEqual({ by: 'identity', groupIds: ['synced'] });
  });

  it('are those that nobody may leave where something live would end', () => {
    expect(leaving({ groups: [BOTH], account: { lastActive: IN_USE } })).toEqual({
      by: 'nobody',
      groupIds: ['both'],
    });
  });

  it.each<[string, World]>([
    ['in use', { groups: [LOCAL], account: { lastActive: known({ [JIRA]: daysAgo(1) }) } }],
    ['of unknown source', { groups: [anUntoldGroup('untold', JIRA)] }],
  ])('are none for a seat %s', (_, world) => {
    expect(leaving(world)).toEqual({ by: 'nobody', groupIds: [] });
  });
});

describe('What remains is told', () => {
  it('of the seat’s own product first, then of what ends, then of what stays', () => {
    const compass = aLocalGroup('ideas', 'jira-product-discovery');
    expect(brief({ groups: [BOTH, compass] })).toEqual([
      [JIRA, true, []],
      ['confluence', true, []],
      ['jira-product-discovery', false, ['ideas']],
    ]);
  });

  it('with the path through which another licence stays', () => {
    expect(brief({ groups: [BOTH, WIKI] })).toEqual([
      [JIRA, true, []],
      ['confluence', false, ['wiki']],
    ]);
  });

  it('with the synced path that a split leaves', () => {
    expect(brief({ groups: [LOCAL, SYNCED] })).toEqual([[JIRA, false, ['synced']]]);
  });

  it('as ending where a licence goes and a lesser role stays', () => {
    const guests = aGroup('guests', { grants: [aGrant('confluence', 'guest')] });
    expect(brief({ groups: [BOTH, guests] })).toEqual([
      [JIRA, true, []],
      ['confluence', true, ['guests']],
    ]);
  });

  it('as staying everywhere where nothing is left', () => {
    const inUse = { lastActive: known({ [JIRA]: daysAgo(1) }) };
    expect(brief({ groups: [BOTH], account: inUse }).map(([, ends]) => ends)).toEqual([false, false]);
  });

  it('with whether somebody still needs it', () => {
    const [, confluence] = outcomes({ groups: [BOTH], account: { lastActive: IN_USE } });
    expect(confluence).toMatchObject({ product: 'confluence', activity: 'active', live: true });
  });

  it('of free roles too, which do not bill', () => {
    const free = aGroup('free', { grants: [aGrant('jira-product-discovery', 'contributor')] });
    const [, ideas] = outcomes({ groups: [LOCAL, free] });
    expect(ideas).toMatchObject({ ends: false, billed: false, billedAfter: false });
  });

  it('of Jira Core as a seat that begins when the other Jira seat ends', () => {
    const core = aLocalGroup('core', 'jira-core');
    const [, left] = outcomes({ groups: [LOCAL, core] });
    expect(left).toMatchObject({ product: 'jira-core', ends: false, billed: false, billedAfter: true });
  });
});
