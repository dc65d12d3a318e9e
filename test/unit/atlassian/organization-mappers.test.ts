import { describe, expect, it } from 'vitest';
import {
  bareGroupId,
  productOfResource,
  toGroup,
  toMembershipEvent,
  toUser,
  toWorkspace,
  withoutPrefix,
} from '../../../src/atlassian/organization-mappers';

describe('A group', () => {
  it('keeps what is told of its owner', () => {
    const raw = {
      id: 'g-1',
      name: 'users',
      externalSynced: false,
      managedBy: 'admins',
      managementAccess: { modifiable: true },
      counts: { resources: 2 },
    };
    expect(toGroup(raw)).toEqual({
      id: 'g-1',
      name: 'users',
      provenance: { externalSynced: false, managedBy: 'admins', modifiable: true },
      resources: 2,
    });
  });

  it.each([
    ['is absent', {}],
    ['is null', { externalSynced: null, managedBy: null, managementAccess: null, counts: null }],
    ['has no modifiable', { managementAccess: {}, counts: {} }],
    ['has null inside', { managementAccess: { modifiable: null }, counts: { resources: null } }],
  ])('says that nothing was told when it %s', (_, told) => {
    const { provenance, resources } = toGroup({ id: 'g-1', ...told });
    expect([provenance, resources]).toEqual([
      { externalSynced: undefined, managedBy: undefined, modifiable: undefined },
      null,
    ]);
  });

  it('is known by its bare id', () => {
    expect(toGroup({ id: 'ari:cloud:identity::group/g-1' }).id).toBe('g-1');
  });
});

describe('A user', () => {
  const user = (told: Partial<Parameters<typeof toUser>[0]>) => toUser({ accountId: 'ada', ...told });

  it.each([
    ['managed', 'managed'],
    ['unmanaged', 'unmanaged'],
    ['claimed', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('whose claim is told as %s is %s', (claimStatus, claim) => {
    expect(user({ claimStatus }).claim).toBe(claim);
  });

  it.each([
    ['synced', true],
    ['invited', false],
    ['magic', null],
    [null, null],
  ])('whose management source is told as %s is synced: %s', (managementSource, synced) => {
    expect(user({ managementSource }).synced).toBe(synced);
  });

  it('of whom nothing is told is unknown in everything', () => {
    expect(user({})).toEqual({
      accountId: 'ada',
      accountType: 'unknown',
      accountStatus: 'unknown',
      membershipStatus: 'unknown',
      claim: 'unknown',
      synced: null,
      addedToOrg: null,
      name: '',
      email: undefined,
      platformRoles: null,
      lastUse: null,
      groupIds: null,
    });
  });

  it('with empty lists is told to have nothing', () => {
    expect(user({ platformRoles: [], productAccess: [], groups: [] })).toMatchObject({
      platformRoles: [],
      lastUse: [],
      groupIds: [],
    });
  });

  it('has platform roles without their prefix', () => {
    expect(user({ platformRoles: ['atlassian/org-admin'] }).platformRoles).toEqual(['org-admin']);
  });

  it('has the last use of each product, null where it never used it', () => {
    const productAccess = [
      { id: 'ari:cloud:confluence::site/c', key: 'confluence', lastActiveTimestamp: '2026-11-01T00:00:00Z' },
      { id: 'ari:cloud:jira-software::site/c', key: 'jira-software' },
    ];
    expect(user({ productAccess }).lastUse).toEqual([
      { resource: 'ari:cloud:confluence::site/c', product: 'confluence', at: '2026-11-01T00:00:00Z' },
      { resource: 'ari:cloud:jira-software::site/c', product: 'jira-software', at: null },
    ]);
  });
});

describe('A last use', () => {
  const lastUse = (...productAccess: NonNullable<Parameters<typeof toUser>[0]['productAccess']>) =>
    toUser({ accountId: 'ada', productAccess }).lastUse;
  const at = '2026-11-01T00:00:00Z';

  it('without a key is laid to the product of its resource', () => {
    expect(lastUse({ id: 'ari:cloud:confluence::site/c', lastActiveTimestamp: at })).toEqual([
      { resource: 'ari:cloud:confluence::site/c', product: 'confluence', at },
    ]);
  });

  it('without a resource has its key alone', () => {
    expect(lastUse({ key: 'confluence', lastActiveTimestamp: at })).toEqual([
      { resource: null, product: 'confluence', at },
    ]);
  });

  it('that cannot be laid to any product makes all of them unknown', () => {
    expect(lastUse({ key: 'confluence', lastActiveTimestamp: at }, { lastActiveTimestamp: at })).toBeNull();
  });

  it('that never was says nothing, whatever product it is about', () => {
    expect(lastUse({})).toEqual([]);
  });
});

describe('A product of the organization', () => {
  const workspace = (attributes: Parameters<typeof toWorkspace>[0]['attributes'], relationships?: object) =>
    toWorkspace({ id: 'ari:cloud:jira-software::site/c', attributes, relationships: { ...relationships } });

  it('has the key that is told, else that of its address', () => {
    expect([workspace({ typeKey: 'jira-servicedesk' }).key, workspace({}).key]).toEqual([
      'jira-servicedesk',
      'jira-software',
    ]);
  });

  it('has the first plan that is told', () => {
    const relationships = { sku: [{ attributes: {} }, { attributes: { plan: 'FREE' } }], other: null };
    expect(workspace({}, relationships).plan).toBe('FREE');
  });

  it('has no plan when none is told', () => {
    expect(workspace({}).plan).toBeNull();
  });

  it.each([
    ['CHILD', true],
    ['PARENT', false],
    [null, false],
  ])('with the sandbox type %s is a sandbox: %s', (type, sandbox) => {
    expect(workspace({ sandbox: { type } }).sandbox).toBe(sandbox);
  });
});

describe('An event', () => {
  const event = (action: string, ...context: [string, string][]) =>
    toMembershipEvent(
      {
        attributes: {
          time: '2026-11-01T00:00:00Z',
          action,
          actor: { id: 'bob' },
          context: context.map(([type, id]) => ({ type, id })),
        },
      },
      'user_added_to_group',
    );

  it('tells who was added to which group and when', () => {
    expect(
      event('user_added_to_group', ['users', 'ada'], ['groups', 'ari:cloud:identity::group/g-1']),
    ).toEqual({
      accountId: 'ada',
      groupId: 'g-1',
      at: '2026-11-01T00:00:00Z',
      by: 'bob',
      log: 'organization',
    });
  });

  it.each<[string, Parameters<typeof event>]>([
    ['is of another kind', ['user_removed_from_group', ['users', 'ada'], ['groups', 'g-1']]],
    ['names no group', ['user_added_to_group', ['users', 'ada']]],
    ['names no account', ['user_added_to_group', ['groups', 'g-1']]],
  ])('tells nothing when it %s', (_, facts) => {
    expect(event(...facts)).toBeUndefined();
  });
});

it('cuts the prefix of roles and groups, and nothing else', () => {
  expect([withoutPrefix('atlassian/user'), withoutPrefix('user'), bareGroupId('g-1')]).toEqual([
    'user',
    'user',
    'g-1',
  ]);
});

it('reads the product from an address, or takes the whole where it has none', () => {
  expect([productOfResource('ari:cloud:compass::site/c'), productOfResource('odd')]).toEqual([
    'compass',
    'odd',
  ]);
});
