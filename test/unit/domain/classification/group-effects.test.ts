import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { classifyAccounts } from '../../../../src/domain/classification/classify-snapshot';
import { groupEffects, type GroupEffects } from '../../../../src/domain/classification/group-effects';
import type { GroupFacts } from '../../../../src/domain/group';
import { known } from '../../../../src/domain/signal';
import { aDefaultGroup, aGrant, aGroup, aLocalGroup, aSyncedGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { anAccount } from '../../../builders/an-account';
import { daysAgo } from '../../../builders/times';

const JIRA = 'jira-software';
const USERS = aDefaultGroup('users', JIRA);
const WIDE = aLocalGroup('wide', JIRA, 'confluence');
const WIKI = aLocalGroup('wiki', 'confluence');

/** People by the groups that they are in; those who are `active` used Jira yesterday. */
function people(...each: readonly (Partial<AccountFacts> & { readonly active?: boolean })[]): AccountFacts[] {
  return each.map(({ active = false, ...facts }, index) =>
    anAccount({
      accountId: `person-${String(index)}`,
      lastActive: known(active ? { [JIRA]: daysAgo(1) } : {}),
      ...facts,
    }),
  );
}

function effectsOf(
  groups: readonly GroupFacts[],
  accounts: readonly AccountFacts[],
  openTo: readonly string[] = [],
): GroupEffects[] {
  const header = aHeader({ groups });
  return groupEffects(groups, accounts, classifyAccounts(header, accounts), openTo);
}

/** The effects of the first group that is given. */
function effectOf(
  groups: readonly [GroupFacts, ...GroupFacts[]],
  accounts: readonly AccountFacts[],
): GroupEffects {
  const found = effectsOf(groups, accounts).find(({ group }) => group.id === groups[0].id);
  if (found === undefined) throw new Error('The group has no effects.');
  return found;
}

describe('A group', () => {
  it('is counted with the seats that have a path through it, and those that hang on it alone', () => {
    const accounts = people({ groupIds: ['users'] }, { groupIds: ['users', 'wide'] }, { groupIds: ['wide'] });
    expect(effectOf([USERS, WIDE], accounts)).toMatchObject({ people: 2, seats: 2, alone: 1 });
  });

  it('counts stale seats, never used ones among them', () => {
    const idle = { lastActive: known({ [JIRA]: daysAgo(200) }) };
    const accounts = people(
      { groupIds: ['users'], active: true },
      { groupIds: ['users'] },
      { groupIds: ['users'], ...idle },
    );
    expect(effectOf([USERS], accounts)).toMatchObject({ seats: 3, stale: 2 });
  });

  it('counts a person once, however many products it gives', () => {
    expect(effectOf([WIDE], people({ groupIds: ['wide'] }))).toMatchObject({ people: 1, seats: 2, alone: 2 });
  });

  it('does not count accounts that do not bill', () => {
    const accounts = people({ groupIds: ['users'], accountStatus: 'inactive' });
    expect(effectOf([USERS], accounts)).toMatchObject({ people: 0, seats: 0 });
  });

  it('that grants no seat is left out, administration of Jira alone included', () => {
    const none = aGroup('none', { grants: [aGrant('confluence', 'guest')] });
    const admins = aGroup('admins', { grants: [aGrant('jira-core', 'admin')] });
    expect(effectsOf([none, admins], people({ groupIds: ['none', 'admins'] }))).toEqual([]);
  });

  it('stands in the order of names', () => {
    const named = ['b', 'a', 'c'].map((name) => ({ ...aLocalGroup(`g-${name}`, JIRA), name }));
    expect(effectsOf(named, []).map(({ group }) => group.name)).toEqual(['a', 'b', 'c']);
  });

  it('stands in the order of ids among groups of one name', () => {
    const named = ['g-2', 'g-1'].map((id) => ({ ...aLocalGroup(id, JIRA), name: 'users' }));
    expect(effectsOf(named, []).map(({ group }) => group.id)).toEqual(['g-1', 'g-2']);
  });

  it('shows the grants that give seats, and no other', () => {
    const group = aGroup('g', { grants: [aGrant(JIRA), aGrant('confluence', 'guest')] });
    expect(effectOf([group], []).grants.map(({ product }) => product)).toEqual([JIRA]);
  });

  it('is default for the products that say so', () => {
    const group = aGroup('g', { grants: [aGrant(JIRA, 'user', true), aGrant('confluence')] });
    expect(effectOf([group], []).grants).toMatchObject([
      { product: 'confluence', isDefault: false },
      { product: JIRA, isDefault: true },
    ]);
  });
});

describe('Losing a grant', () => {
  it('ends the seats without another path, product by product', () => {
    const accounts = people({ groupIds: ['wide', 'wiki'] }, { groupIds: ['wide'], active: true });
    expect(effectOf([WIDE, WIKI], accounts).grants).toEqual([
      { product: 'confluence', isDefault: false, seats: 2, ending: 1, endingLive: 0 },
      { product: JIRA, isDefault: false, seats: 2, ending: 2, endingLive: 1 },
    ]);
  });

  it('leaves a seat that also sits on the account', () => {
    const assigned = [{ product: JIRA, role: 'user', method: 'direct' as const }];
    const accounts = people({ groupIds: ['users'], assigned, deep: null });
    expect(effectOf([USERS], accounts).grants).toMatchObject([{ seats: 1, ending: 0 }]);
  });

  it('counts two roles of one group as one path', () => {
    const both = aGroup('both', { grants: [aGrant(JIRA, 'user'), aGrant(JIRA, 'admin')] });
    expect(effectOf([both], people({ groupIds: ['both'] })).grants).toMatchObject([{ seats: 1, ending: 1 }]);
  });
});

describe('A finding says that a group', () => {
  const someone = (id: string) => people({ groupIds: [id] });

  it('is synced and default', () => {
    const group = {
      ...aSyncedGroup('g', JIRA),
      grants: [{ product: JIRA, role: 'user', isDefault: true }],
    };
    expect(effectOf([group], someone('g')).findings).toEqual(['synced-and-default']);
  });

  it('is default for several products', () => {
    expect(effectOf([aDefaultGroup('g', JIRA, 'confluence')], someone('g')).findings).toEqual([
      'default-for-several',
    ]);
  });

  it('administers and grants seats', () => {
    const group = { ...aLocalGroup('g', JIRA), accessType: known('site-admin' as const) };
    expect(effectOf([group], someone('g')).findings).toEqual(['admin-group-grants-seat']);
  });

  it('is default and has nobody in it who bills', () => {
    expect(effectOf([USERS], []).findings).toEqual(['default-without-people']);
  });

  it('and nothing of an ordinary group', () => {
    expect(effectOf([aLocalGroup('g', JIRA)], []).findings).toEqual([]);
  });
});

it.each([
  [[JIRA], ['lets-people-in']],
  [['confluence'], []],
])('A default group is a finding where approved domains get its product: %j', (openTo, findings) => {
  const [effects] = effectsOf([USERS], people({ groupIds: ['users'] }), openTo);
  expect(effects?.findings).toEqual(findings);
});
