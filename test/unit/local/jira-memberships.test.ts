import { describe, expect, it } from 'vitest';
import { account, anOrganization, groups, people, product } from './an-organization';
import type { World } from './an-organization';

const membership = (group: string, id: string) => `/rest/api/3/group/user?groupId=${group}&accountId=${id}`;
const admin = { user: people.ada };

function remove(world: World, group: string, id: string, as: Parameters<World['call']>[0] = admin) {
  return world.call(as, `DELETE ${membership(group, id)}`);
}

function add(world: World, group: string, id: string) {
  return world.call(admin, `POST /rest/api/3/group/user?groupId=${group}`, { accountId: id });
}

describe('removing a member through Jira', () => {
  it('answers 200 with an empty body and takes the account out', () => {
    const world = anOrganization();
    const reply = remove(world, groups.default, people.casey);
    expect([reply.status, reply.body]).toEqual([200, undefined]);
    expect(world.organization.memberships()[groups.default]).not.toContain(people.casey);
  });

  it('is forbidden to the app, in the words of a real site', () => {
    const reply = remove(anOrganization(), groups.default, people.casey, 'app');
    expect(reply.status).toBe(403);
    expect(reply.body).toContain('com.atlassian.idp.client.exceptions.AuthorizationException');
  });

  it('is forbidden to who administers Jira only', () => {
    const world = anOrganization((seed) => {
      account(seed, people.bram).platformRoles = [];
    });
    expect(remove(world, groups.default, people.casey, { user: people.bram }).status).toBe(403);
  });

  it('answers 404 for who is no member', () => {
    expect(remove(anOrganization(), groups.local, people.casey).status).toBe(404);
  });

  it('answers 404 for an unknown group and 400 without an account', () => {
    const world = anOrganization();
    expect(remove(world, 'gone', people.casey).status).toBe(404);
    expect(world.call(admin, `DELETE /rest/api/3/group/user?groupId=${groups.default}`).status).toBe(400);
  });

  it('refuses the last active member of a group that administers Jira by its role alone', () => {
    const world = anOrganization((seed) => {
      product(seed, 'jira-software').grants.push({ group: groups.local, role: 'admin' });
      account(seed, people.erin).membershipStatus = 'suspended';
    });
    expect(remove(world, groups.local, people.fay).status).toBe(400);
    expect(remove(world, groups.local, people.erin).status).toBe(200);
  });

  it('lets the last member of a group that administers another product go', () => {
    const world = anOrganization((seed) => {
      product(seed, 'confluence').grants.push({ group: groups.confluence, role: 'admin' });
    });
    expect(remove(world, groups.confluence, people.gil).status).toBe(200);
  });

  it('refuses the last active administrator', () => {
    const world = anOrganization((seed) => {
      account(seed, people.bram).groups = [];
    });
    expect(remove(world, groups.admin, people.ada).status).toBe(400);
  });
});

describe('a synced group', () => {
  it('refuses with 403 when the seed says nothing', () => {
    const world = anOrganization();
    expect(remove(world, groups.synced, people.devi).status).toBe(403);
    expect(world.organization.memberships()[groups.synced]).toContain(people.devi);
  });

  it('refuses with 400 when the seed says so', () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { syncedRefusal: '400' };
    });
    expect(remove(world, groups.synced, people.devi).status).toBe(400);
  });

  it('accepts and puts the member back after 40 minutes when the seed says so', async () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { syncedRefusal: '204-resync' };
    });
    expect(remove(world, groups.synced, people.devi).status).toBe(200);
    await world.clock.advance(39 * 60_000);
    expect(world.organization.memberships()[groups.synced]).not.toContain(people.devi);
    await world.clock.advance(60_000);
    expect(world.organization.memberships()[groups.synced]).toContain(people.devi);
  });

  it('puts the member back at its next sync', () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { syncedRefusal: '204-resync' };
    });
    remove(world, groups.synced, people.devi);
    world.organization.apply({ at: 'PT0S', do: 'idp-sync', group: groups.synced, add: [], remove: [] });
    expect(world.organization.memberships()[groups.synced]).toContain(people.devi);
  });
});

describe('adding a member through Jira', () => {
  it('answers 201 and puts the account in', () => {
    const world = anOrganization();
    expect(add(world, groups.local, people.gil).status).toBe(201);
    expect(world.organization.memberships()[groups.local]).toContain(people.gil);
  });

  it('answers 400 for who is a member already', () => {
    expect(add(anOrganization(), groups.default, people.casey).status).toBe(400);
  });

  it('answers 400 when the licence is full', () => {
    const world = anOrganization((seed) => {
      product(seed, 'jira-software').numberOfSeats = 7;
    });
    expect(add(world, groups.default, people.gil).body).toMatchObject({
      errorMessages: [expect.stringContaining('LicenceExceededException')],
    });
  });

  it('answers 400 for a body without account', () => {
    const world = anOrganization();
    expect(
      world.call(admin, `POST /rest/api/3/group/user?groupId=${groups.local}`, { name: 'casey' }).status,
    ).toBe(400);
  });
});

describe('adding a member to a synced group through Jira', () => {
  const aWorld = (syncedRefusal: '403' | '400' | '204-resync') =>
    anOrganization((seed) => {
      seed.behaviour = { syncedRefusal };
    });

  it.each(['403', '400'] as const)('answers %s when the seed says so', (mode) => {
    const world = aWorld(mode);
    expect(add(world, groups.synced, people.gil).status).toBe(Number(mode));
    expect(world.organization.memberships()[groups.synced]).not.toContain(people.gil);
  });

  it('is taken back after 40 minutes when the seed says so', async () => {
    const world = aWorld('204-resync');
    expect(add(world, groups.synced, people.gil).status).toBe(201);
    expect(world.organization.memberships()[groups.synced]).toContain(people.gil);
    await world.clock.advance(40 * 60_000);
    expect(world.organization.memberships()[groups.synced]).not.toContain(people.gil);
  });
});

describe('the audit log', () => {
  it('tells who took whom out of which group', () => {
    const world = anOrganization();
    remove(world, groups.default, people.casey);
    expect(world.call('app', 'GET /rest/api/3/auditing/record?filter=removed').body).toMatchObject({
      total: 1,
      records: [
        {
          summary: 'User removed from group',
          authorKey: people.ada,
          objectItem: { id: groups.default, typeName: 'GROUP' },
          associatedItems: [{ id: people.casey, typeName: 'USER' }],
        },
      ],
    });
  });
});
