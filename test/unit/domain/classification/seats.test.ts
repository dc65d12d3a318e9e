import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { known } from '../../../../src/domain/signal';
import { aGrant, aGroup, aLocalGroup, aSyncedGroup } from '../../../builders/a-group';
import { aProduct } from '../../../builders/a-product';
import { aDeepReading } from '../../../builders/an-account';
import { seatIn, seatsIn, type World } from '../../../builders/a-world';

const JIRA = 'jira-software';
const products = (world: World) => seatsIn(world).map(({ product }) => product);
const granting = (product: string, role: string): World => ({
  groups: [aGroup('g', { grants: [aGrant(product, role)] })],
});
const onAccount = (product: string, role: string, method: 'direct' | 'inferred' = 'direct'): World => ({
  account: { deep: aDeepReading({ assigned: known([{ product, role, method }]) }) },
});

describe('An account bills', () => {
  it('when it is a person’s, active, and an active member of the directory', () => {
    expect(products({ groups: [aLocalGroup('g', JIRA)] })).toEqual([JIRA]);
  });

  it.each<[string, Partial<AccountFacts>]>([
    ['an app', { accountType: 'app' }],
    ['a customer', { accountType: 'customer' }],
    ['of a kind that we do not know', { accountType: 'unknown' }],
    ['suspended', { membershipStatus: 'suspended' }],
    ['no member any more', { membershipStatus: 'no_membership' }],
    ['deactivated', { accountStatus: 'inactive' }],
    ['closed', { accountStatus: 'closed' }],
  ])('never when it is %s', (_, account) => {
    expect(products({ groups: [aLocalGroup('g', JIRA)], account })).toEqual([]);
  });
});

describe('A role', () => {
  it.each(['user', 'admin'])('%s bills, through a group', (role) => {
    expect(products(granting(JIRA, role))).toEqual([JIRA]);
  });

  it.each(['user', 'admin'])('%s bills, on the account', (role) => {
    expect(products(onAccount(JIRA, role))).toEqual([JIRA]);
  });

  it('bills when it follows from another', () => {
    expect(products(onAccount(JIRA, 'user', 'inferred'))).toEqual([JIRA]);
  });

  it.each(['guest', 'customer', 'contributor', 'basic', 'stakeholder', 'user-access-admin'])(
    '%s never bills',
    (role) => {
      expect(products({ ...granting(JIRA, role), account: onAccount(JIRA, role).account ?? {} })).toEqual([]);
    },
  );
});

describe('A seat is marked', () => {
  it('admin-only when it rests on admin roles alone', () => {
    expect(seatIn(granting(JIRA, 'admin')).marks).toEqual(['admin-only']);
  });

  it('not admin-only when a user role stands beside', () => {
    const groups = [aGroup('g', { grants: [aGrant(JIRA, 'admin'), aGrant(JIRA)] })];
    expect(seatIn({ groups }).marks).toEqual([]);
  });

  it('inferred-only when nothing but inferred roles give it', () => {
    expect(seatIn(onAccount(JIRA, 'user', 'inferred')).marks).toEqual(['inferred-only']);
  });

  it('not inferred-only when a group gives it too', () => {
    const groups = [aLocalGroup('users', JIRA)];
    expect(seatIn({ groups, ...onAccount(JIRA, 'user', 'inferred') }).marks).toEqual([]);
  });

  it('guest-too when its account is also a guest', () => {
    const groups = [aGroup('guests', { grants: [aGrant(JIRA, 'guest')] }), aLocalGroup('users', JIRA)];
    expect(seatIn({ groups }).marks).toEqual(['guest-too']);
  });

  it('guest-too when Jira calls the account a guest', () => {
    const account = { deep: aDeepReading({ guest: known(true) }) };
    expect(seatIn({ groups: [aLocalGroup('users', JIRA)], account }).marks).toEqual(['guest-too']);
  });
});

describe('Products', () => {
  it('give one seat each, sorted', () => {
    expect(products({ groups: [aLocalGroup('g', JIRA, 'confluence')] })).toEqual(['confluence', JIRA]);
  });

  it('give one seat whatever the number of ways to it', () => {
    const seats = seatsIn({ groups: [aLocalGroup('a', JIRA), aLocalGroup('b', JIRA)] });
    expect(seats.map(({ paths }) => paths.map(({ groupId }) => groupId))).toEqual([['a', 'b']]);
  });

  it.each([
    ['FREE', 'a free plan'],
    ['trial', 'a trial'],
    ['UNLICENSED', 'no licence'],
  ])('with the plan %s bill nothing (%s)', (plan) => {
    const header = { products: [aProduct(JIRA, { plan })] };
    expect(products({ groups: [aLocalGroup('g', JIRA)], header })).toEqual([]);
  });

  it('whose plan nobody tells bill', () => {
    const header = { products: [aProduct(JIRA, { plan: null })] };
    expect(products({ groups: [aLocalGroup('g', JIRA)], header })).toEqual([JIRA]);
  });

  it('that we cannot classify are no seats', () => {
    const header = { products: [aProduct('rovo')] };
    expect(products({ groups: [aLocalGroup('g', 'rovo')], header })).toEqual([]);
  });

  it('that we cannot classify are called so', () => {
    expect(aProduct('rovo').scope).toBe('not-classified');
  });
});

describe('jira-core', () => {
  const CORE = 'jira-core';

  it.each([JIRA, 'jira-servicedesk', 'jira-product-discovery'])('is no seat beside %s', (product) => {
    expect(products({ groups: [aLocalGroup('g', CORE, product)] })).toEqual([product]);
  });

  it('is a seat beside Confluence', () => {
    expect(products({ groups: [aLocalGroup('g', CORE, 'confluence')] })).toEqual(['confluence', CORE]);
  });

  it('is a seat alone', () => {
    expect(products({ groups: [aLocalGroup('g', CORE)] })).toEqual([CORE]);
  });

  it('is no seat through its admin role, which is privilege', () => {
    expect(products(granting(CORE, 'admin'))).toEqual([]);
  });

  it('is a seat through its user role beside its admin role, on the path of the user role', () => {
    const groups = [aGroup('g', { grants: [aGrant(CORE, 'admin'), aGrant(CORE)] })];
    expect(seatIn({ groups }, CORE).paths.map(({ role }) => role)).toEqual(['user']);
  });
});

describe('Account-level reading', () => {
  it('replaces the roles that the bulk reading found on the account', () => {
    const assigned = [{ product: JIRA, role: 'user', method: 'direct' as const }];
    expect(products({ account: { assigned, deep: aDeepReading({ assigned: known([]) }) } })).toEqual([]);
  });

  it('leaves the roles of the bulk reading where nobody read the account', () => {
    const assigned = [{ product: JIRA, role: 'user', method: 'direct' as const }];
    expect(products({ account: { assigned, deep: null } })).toEqual([JIRA]);
  });
});

describe('The paths of a seat', () => {
  const roles = (...names: string[]) =>
    known(names.map((role) => ({ product: JIRA, role, method: 'direct' as const })));

  it('tell group, source and role', () => {
    expect(seatIn({ groups: [aLocalGroup('users', JIRA)] }).paths).toEqual([
      {
        source: 'local',
        via: 'group',
        groupId: 'users',
        groupName: 'users',
        role: 'user',
        privileged: false,
        inferredSource: false,
      },
    ]);
  });

  it('have no group where the role is on the account', () => {
    expect(seatIn(onAccount(JIRA, 'user')).paths).toEqual([
      { source: 'direct', via: 'direct', role: 'user', privileged: false, inferredSource: false },
    ]);
  });

  it.each([
    [aSyncedGroup('a', JIRA), aLocalGroup('b', JIRA)],
    [aLocalGroup('b', JIRA), aSyncedGroup('a', JIRA)],
  ])('are sorted by source first', (...groups) => {
    expect(seatIn({ groups }).paths.map(({ source }) => source)).toEqual(['local', 'scim']);
  });

  it.each([
    [aLocalGroup('a', JIRA), aGroup('b', { grants: [aGrant(JIRA, 'admin')] })],
    [aGroup('b', { grants: [aGrant(JIRA, 'admin')] }), aLocalGroup('a', JIRA)],
  ])('are sorted by group within a source', (...groups) => {
    expect(seatIn({ groups }).paths.map(({ groupId }) => groupId)).toEqual(['a', 'b']);
  });

  it.each([
    ['user', 'admin'],
    ['admin', 'user'],
  ])('are sorted by role where there is no group: %s and %s', (...names) => {
    const account = { deep: aDeepReading({ assigned: roles(...names) }) };
    expect(seatIn({ account }).paths.map(({ role }) => role)).toEqual(['admin', 'user']);
  });
});
