import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../../src/domain/policy';
import type { GroupMember, OrganizationUser } from '../../../../src/ports/site-directory';
import { memberToAccountFacts, toAccountFacts } from '../../../../src/usecases/scan/to-account-facts';
import { aPolicy } from '../../../builders/a-header';
import { CLOUD_ID } from '../../../builders/a-product';
import { daysAgo, daysAhead } from '../../../builders/times';

const EXEMPT_ADA = { match: { namePattern: 'Ada *' }, expires: daysAhead(9), reason: 'board', owner: 'olga' };

const contextOf = (policy: Partial<Policy> = {}) => ({
  policy: aPolicy(policy),
  words: new Set(aPolicy(policy).words),
  cloudId: CLOUD_ID,
});

function facts(user: Partial<OrganizationUser> = {}, policy: Partial<Policy> = {}) {
  return toAccountFacts(
    {
      accountId: 'ada',
      accountType: 'atlassian',
      accountStatus: 'active',
      membershipStatus: 'active',
      claim: 'managed',
      synced: true,
      addedToOrg: daysAgo(400),
      name: 'Ada Lovelace',
      email: 'ada@acme.example',
      platformRoles: [],
      lastUse: [],
      groupIds: [],
      ...user,
    },
    contextOf(policy),
  );
}

const use = (product: string, at: string | null, cloudId = CLOUD_ID) => ({
  resource: `ari:cloud:${product}::site/${cloudId}`,
  product,
  at,
});

describe('What is kept of a user', () => {
  it('holds no name and no e-mail address', () => {
    const text = JSON.stringify(facts({}, { exemptions: [EXEMPT_ADA] }));
    expect(text).not.toMatch(/lovelace|acme/i);
  });

  it('says which word of the policy the name holds', () => {
    expect(facts({ name: 'svc-deploy' }).serviceWord).toBe('svc');
  });

  it('says which exemptions are about the person', () => {
    const exemptions = [{ ...EXEMPT_ADA, match: { account: 'bob' } }, EXEMPT_ADA];
    expect(facts({}, { exemptions }).exemptions).toEqual([1]);
  });

  it('says which domain of the rules of assignment the address is of', () => {
    expect(facts({}, { emailDomains: ['partner.example', 'acme.example'] }).emailDomain).toBe('acme.example');
  });

  it('says nothing of a domain that no rule asks for', () => {
    expect(facts({}, { emailDomains: ['partner.example'] })).not.toHaveProperty('emailDomain');
  });

  it('says nothing of a domain where the address is not told', () => {
    const user = facts({ email: undefined }, { emailDomains: ['acme.example'] });
    expect(user).not.toHaveProperty('emailDomain');
  });

  it('holds each group once, sorted', () => {
    expect(facts({ groupIds: ['b', 'a', 'b'] }).groupIds).toEqual(['a', 'b']);
  });

  it('says that platform roles are unknown when they are not told', () => {
    expect(facts({ platformRoles: null }).platformRoles).toEqual({
      known: false,
      reason: 'the organization tells no platform roles',
    });
  });

  it('was read from a listing, not account by account', () => {
    expect(facts().deep).toBeNull();
  });
});

describe('Last use', () => {
  it('is that of each product on this site', () => {
    expect(
      facts({ lastUse: [use('confluence', daysAgo(3)), use('compass', daysAgo(5))] }).lastActive,
    ).toEqual({
      known: true,
      value: { confluence: daysAgo(3), compass: daysAgo(5) },
    });
  });

  it('of a product that is told twice is the newer one', () => {
    const lastUse = [use('confluence', daysAgo(3)), use('confluence', daysAgo(5))];
    expect(facts({ lastUse }).lastActive).toMatchObject({ value: { confluence: daysAgo(3) } });
  });

  it('on other sites is kept apart, the newest alone', () => {
    const lastUse = [use('confluence', daysAgo(9), 'other'), use('compass', daysAgo(4), 'other')];
    expect(facts({ lastUse })).toMatchObject({
      lastActive: { known: true, value: {} },
      lastActiveElsewhere: daysAgo(4),
    });
  });

  it('of a product that is told without its resource counts as use here', () => {
    const lastUse = [{ resource: null, product: 'confluence', at: daysAgo(3) }];
    expect(facts({ lastUse })).toMatchObject({
      lastActive: { known: true, value: { confluence: daysAgo(3) } },
      lastActiveElsewhere: null,
    });
  });

  it('of a product that was never used is not there', () => {
    expect(facts({ lastUse: [use('confluence', null)] }).lastActive).toEqual({ known: true, value: {} });
  });

  it('is unknown when the organization tells none at all', () => {
    expect(facts({ lastUse: null }).lastActive).toMatchObject({ known: false });
  });
});

describe('What Jira alone tells of a group member', () => {
  const member: GroupMember = {
    accountId: 'ada',
    accountType: 'atlassian',
    active: true,
    displayName: 'Ada Lovelace',
    email: undefined,
  };
  const alone = (told: Partial<GroupMember> = {}) =>
    memberToAccountFacts({ ...member, ...told }, ['b', 'a'], {
      ...contextOf({ exemptions: [EXEMPT_ADA] }),
      exported: null,
    });

  it('leaves last use, platform roles and claim unknown', () => {
    expect(alone()).toMatchObject({
      lastActive: { known: false },
      platformRoles: { known: false },
      claim: 'unknown',
      synced: null,
    });
  });

  it('says whether the account is active', () => {
    expect([alone().accountStatus, alone({ active: false }).accountStatus]).toEqual(['active', 'inactive']);
  });

  it('is matched with words and exemptions before the name is forgotten', () => {
    expect([alone().exemptions, alone({ displayName: 'build agent' }).serviceWord]).toEqual([[0], 'build']);
  });
});
