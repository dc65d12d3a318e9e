import { describe, expect, it } from 'vitest';
import { account, anOrganization, directory, groups, people } from './an-organization';
import type { World } from './an-organization';

interface Page<T> {
  readonly data: readonly T[];
  readonly links: { readonly next?: string };
}

interface User {
  readonly accountId: string;
  readonly platformRoles?: readonly string[];
  readonly productAccess?: readonly { key: string; lastActiveTimestamp?: string }[];
  readonly groups?: readonly { id: string }[];
}

function search(world: World, body: object): Page<User> {
  const reply = world.call('key', `POST ${directory(world.seed)}/users/search`, body);
  expect(reply.status).toBe(200);
  return reply.body as Page<User>;
}

const ids = (page: Page<User>) => page.data.map(({ accountId }) => accountId);
const resource = (world: World, key: string) => `ari:cloud:${key}::site/${world.seed.site.cloudId}`;

describe('users/search', () => {
  it('lists people, not apps', () => {
    expect(ids(search(anOrganization(), {}))).toHaveLength(8);
  });

  it('lists apps with their type where the seed says so', () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { orgListsApps: true };
    });
    expect(search(world, { accountIds: [people.automation] }).data).toMatchObject([{ accountType: 'app' }]);
  });

  it('pages by a bare opaque cursor until all were seen once', () => {
    const world = anOrganization();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = search(world, { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...ids(page));
      cursor = page.links.next;
    } while (cursor !== undefined);
    expect(seen).toEqual(ids(search(world, {})));
  });

  it('refuses a cursor with other filters, a long page and an unknown field', () => {
    const world = anOrganization();
    const { next } = search(world, { limit: 3 }).links;
    const status = (body: object) => world.call('key', `POST ${directory(world.seed)}/users/search`, body);
    expect(status({ cursor: next, claimStatus: 'managed' }).body).toMatchObject({
      errors: [{ code: 'ADMIN-400-1' }],
    });
    expect(status({ limit: 101 }).body).toMatchObject({ errors: [{ code: 'ADMIN-400-24', status: '400' }] });
    expect(status({ colour: 'red' }).status).toBe(400);
    expect(status({ accountIds: Array.from({ length: 11 }, String) }).status).toBe(400);
    expect(status({ emails: ['a@b'], searchTerm: 'a' }).status).toBe(400);
  });

  it('finds who holds a role on a product by whatever way', () => {
    const world = anOrganization((seed) => {
      account(seed, people.gil).roles = [{ product: 'jira-software', role: 'admin', method: 'direct' }];
    });
    const found = (roleIds: string[]) =>
      ids(search(world, { resourceIds: [resource(world, 'jira-software')], roleIds }));
    expect(found(['atlassian/admin'])).toEqual([people.gil]);
    expect(found(['atlassian/user'])).toHaveLength(7);
  });

  it('finds members of a group, and whether one account is among them', () => {
    const world = anOrganization();
    expect(ids(search(world, { groupIds: [groups.local] }))).toEqual([people.erin, people.fay]);
    expect(ids(search(world, { groupIds: [groups.local], accountIds: [people.casey] }))).toEqual([]);
  });

  it('shows group ids as ARIs, roles with their prefix, and products used or accessible', () => {
    const expand = ['platformRoles', 'productAccess', 'groups'];
    const [erin] = search(anOrganization(), { accountIds: [people.erin], expand }).data;
    expect(erin?.groups).toMatchObject([{ id: `ari:cloud:identity::group/${groups.local}` }]);
    expect(erin?.productAccess).toMatchObject([
      { key: 'jira-software', lastActiveTimestamp: '2026-06-12T10:00:00Z' },
      { key: 'confluence', lastActiveTimestamp: '2026-10-29T10:00:00Z' },
    ]);
    const [ada] = search(anOrganization(), { accountIds: [people.ada], expand }).data;
    expect(ada?.platformRoles).toEqual(['atlassian/org-admin', 'atlassian/site-admin']);
  });

  it('leaves out what the seed leaves out or gives as null', () => {
    const world = anOrganization((seed) => {
      const casey = account(seed, people.casey);
      Object.assign(casey, { managementSource: null, addedToOrg: null });
      delete casey.platformRoles;
      delete casey.claimStatus;
    });
    const [user] = search(world, { accountIds: [people.casey], expand: ['platformRoles'] }).data;
    for (const field of ['managementSource', 'addedToOrg', 'platformRoles', 'claimStatus', 'groups']) {
      expect(user).not.toHaveProperty(field);
    }
  });

  it('shows a change two seconds later', async () => {
    const world = anOrganization();
    world.organization.apply({
      at: 'PT0S',
      do: 'remove-from-group',
      group: groups.default,
      account: people.casey,
    });
    const member = () =>
      ids(search(world, { accountIds: [people.casey], groupIds: [groups.default] })).length;
    await world.clock.advance(1999);
    expect(member()).toBe(1);
    await world.clock.advance(1);
    expect(member()).toBe(0);
  });

  it('shows activity a day later', async () => {
    const world = anOrganization();
    world.organization.apply({ at: 'PT0S', do: 'activity', account: people.casey, product: 'jira-software' });
    const last = () =>
      search(world, { accountIds: [people.casey], expand: ['productAccess'] }).data[0]?.productAccess?.[0];
    await world.clock.advance(86_399_999);
    expect(last()).toMatchObject({ lastActiveTimestamp: '2026-05-02T10:00:00Z' });
    await world.clock.advance(1);
    expect(last()).toMatchObject({ lastActiveTimestamp: '2026-11-02T09:00:00.000Z' });
  });
});

describe('role assignments', () => {
  it('tell how an account came to each role', () => {
    const world = anOrganization((seed) => {
      const casey = account(seed, people.casey);
      casey.roles = [{ product: 'jira-software', role: 'user', method: 'direct' }];
      casey.guestOf = ['confluence'];
    });
    expect(
      world.call('key', `GET ${directory(world.seed)}/users/${people.casey}/role-assignments`).body,
    ).toMatchObject({
      data: [
        {
          resourceOwner: 'jira-software',
          userDirectoryStatus: 'active',
          roleAssignments: [{ role: 'atlassian/user', roleAssignmentMethods: ['group_direct', 'direct'] }],
        },
        {
          resourceOwner: 'confluence',
          roleAssignments: [{ role: 'atlassian/guest', roleAssignmentMethods: ['direct'] }],
        },
      ],
    });
  });

  it('show a removal thirty seconds later', async () => {
    const world = anOrganization();
    world.organization.apply({
      at: 'PT0S',
      do: 'remove-from-group',
      group: groups.default,
      account: people.casey,
    });
    const roles = () =>
      (
        world.call('key', `GET ${directory(world.seed)}/users/${people.casey}/role-assignments`)
          .body as Page<unknown>
      ).data;
    await world.clock.advance(29_999);
    expect(roles()).toHaveLength(1);
    await world.clock.advance(1);
    expect(roles()).toHaveLength(0);
  });

  it('of a group tell that it is a default group', () => {
    const world = anOrganization();
    const rolesOf = (id: string) =>
      world.call('key', `GET ${directory(world.seed)}/groups/${id}/role-assignments`).body;
    expect(rolesOf(groups.default)).toMatchObject({
      data: [{ roles: ['atlassian/user'], defaultRole: 'atlassian/user' }],
    });
    expect(rolesOf(groups.admin)).toMatchObject({
      data: [{ roles: ['atlassian/admin'], defaultRole: null }],
    });
  });
});

describe('a stale read', () => {
  it('shows what was shown at an earlier moment', async () => {
    const world = anOrganization();
    const start = world.clock.now();
    const member = `GET /rest/api/3/group/member?groupId=${groups.default}`;
    await world.clock.advance(60_000);
    world.organization.apply({
      at: 'PT0S',
      do: 'remove-from-group',
      group: groups.default,
      account: people.casey,
    });
    await world.clock.advance(30_000);
    const roles = `GET ${directory(world.seed)}/users/${people.casey}/role-assignments`;
    expect(world.call('app', member).body).toMatchObject({ total: 5 });
    expect(world.callAsOf(start, 'app', member).body).toMatchObject({ total: 6 });
    expect(world.call('key', roles).body).toMatchObject({ data: [] });
    expect(world.callAsOf(start, 'key', roles).body).toMatchObject({
      data: [{ resourceOwner: 'jira-software' }],
    });
  });
});

describe('groups/search', () => {
  it('shows provenance as the seed gives it', () => {
    const world = anOrganization((seed) => {
      const group = seed.groups.find(({ id }) => id === groups.local);
      if (group !== undefined) group.provenance = { externalSynced: false, managedBy: null };
    });
    const body = { groupIds: [groups.local], expand: ['counts.users'] };
    const reply = world.call('key', `POST ${directory(world.seed, '-')}/groups/search`, body);
    const { data } = reply.body as Page<object>;
    expect(data).toEqual([
      {
        id: groups.local,
        name: 'legacy-contractors',
        directoryId: world.seed.org.directoryId,
        externalSynced: false,
        counts: { users: 2 },
      },
    ]);
  });

  it('takes ids, names or a term, but not two of them', () => {
    const world = anOrganization();
    const body = { groupIds: [groups.local], searchTerm: 'x' };
    expect(world.call('key', `POST ${directory(world.seed)}/groups/search`, body).status).toBe(400);
  });

  it('counts as many users as a walk through the group finds', () => {
    const world = anOrganization();
    const group = world.call('key', `GET ${directory(world.seed)}/groups/${groups.default}`).body;
    expect(group).toMatchObject({
      data: { counts: { users: search(world, { groupIds: [groups.default] }).data.length } },
    });
  });
});

describe('workspaces', () => {
  const list = (world: World, body: object) =>
    world.call('key', `POST /admin/v2/orgs/${world.seed.org.id}/workspaces`, body).body as Page<{
      id: string;
    }>;

  it('are the products of this site and of other sites', () => {
    const world = anOrganization((seed) => {
      seed.otherSites = ['other-example.atlassian.net'];
    });
    expect(list(world, {}).data).toHaveLength(4);
    const query = { field: { name: 'attributes.hostUrl', values: [world.seed.site.url] } };
    expect(list(world, { query }).data.map(({ id }) => id)).toEqual(
      ['jira-software', 'confluence', 'jira-core'].map((key) => resource(world, key)),
    );
    expect(list(world, { query: { searchWorkspaces: 'other' } }).data).toHaveLength(1);
    expect(list(world, { query: { nor: [query] } }).data).toHaveLength(1);
  });

  it('go on by a cursor that comes alone', () => {
    const world = anOrganization();
    const first = list(world, { limit: 2 });
    expect(list(world, { cursor: first.links.next }).data).toHaveLength(1);
    const both = { cursor: first.links.next, limit: 2 };
    expect(world.call('key', `POST /admin/v2/orgs/${world.seed.org.id}/workspaces`, both).status).toBe(400);
  });
});
