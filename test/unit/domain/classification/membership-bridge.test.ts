import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../src/domain/account';
import { bridgeMembership } from '../../../../src/domain/classification/membership-bridge';
import { known } from '../../../../src/domain/signal';
import { aGrant, aGroup, aLocalGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { aDeepReading, anAccount } from '../../../builders/an-account';

const JIRA = 'jira-software';
const GROUPS = [
  aLocalGroup('users', JIRA),
  aGroup('guests', { grants: [aGrant(JIRA, 'guest')] }),
  aLocalGroup('work', 'jira-core'),
];

function bridge(accounts: readonly Partial<AccountFacts>[], product = JIRA) {
  const people = accounts.map((account, index) =>
    anAccount({ accountId: `a${String(index)}`, groupIds: ['users'], ...account }),
  );
  const found = bridgeMembership({ header: aHeader({ groups: GROUPS }), accounts: people }).find(
    (each) => each.product === product,
  );
  if (found === undefined) throw new Error(`no bridge for ${product}`);
  return found;
}

describe('Between the members of granting groups and the seats', () => {
  it('is nobody when every member holds a seat', () => {
    expect(bridge([{}, {}])).toEqual({ product: JIRA, members: 2, seats: 2, items: [] });
  });

  it.each<[string, Partial<AccountFacts>]>([
    ['app', { accountType: 'app' }],
    ['other-kind-of-account', { accountType: 'customer' }],
    ['closed', { accountStatus: 'closed' }],
    ['inactive', { accountStatus: 'inactive' }],
    ['suspended', { membershipStatus: 'suspended' }],
    ['not-in-directory', { membershipStatus: 'no_membership' }],
    ['non-billing-role', { groupIds: ['guests'] }],
  ])('stands, as %s, whoever is a member and no seat', (reason, account) => {
    expect(bridge([{}, account])).toMatchObject({
      members: 2,
      seats: 1,
      items: [{ reason, direction: 'members-only', accountIds: ['a1'] }],
    });
  });

  it('stands who has Jira as jira-core beside another Jira seat', () => {
    expect(bridge([{ groupIds: ['users', 'work'] }], 'jira-core')).toMatchObject({
      members: 1,
      seats: 0,
      items: [{ reason: 'covered-by-another-jira-seat' }],
    });
  });

  it('stands, on the other side, whose role no group gives', () => {
    const assigned = known([{ product: JIRA, role: 'user', method: 'direct' as const }]);
    expect(bridge([{ groupIds: [], deep: aDeepReading({ assigned }) }])).toMatchObject({
      members: 0,
      seats: 1,
      items: [{ reason: 'role-without-a-group', direction: 'seats-only', accountIds: ['a0'] }],
    });
  });

  it('nobody is left over: members, less and more, are the seats', () => {
    const accounts = [{}, { accountType: 'app' }, { accountStatus: 'closed' }, { groupIds: ['guests'] }];
    const { members, seats, items } = bridge(accounts);
    const moved = items.map(({ direction, accountIds }) =>
      direction === 'members-only' ? -accountIds.length : accountIds.length,
    );
    expect(moved.reduce((sum, count) => sum + count, members)).toBe(seats);
  });
});
