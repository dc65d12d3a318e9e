import { describe, expect, it } from 'vitest';
import { account, anOrganization, directory, groups, people, product } from './an-organization';
import type { World } from './an-organization';

const remove = (world: World, group: string, id: string, directoryId?: string) =>
  world.call('key', `DELETE ${directory(world.seed, directoryId)}/groups/${group}/memberships/${id}`);
const add = (world: World, group: string, accountId: string) =>
  world.call('key', `POST ${directory(world.seed)}/groups/${group}/memberships`, { accountId });

describe('the organization key', () => {
  it('is needed, whoever calls', () => {
    const world = anOrganization();
    for (const as of ['app', 'nobody', { user: people.ada }] as const) {
      expect(world.call(as, 'GET /admin/v1/orgs').body).toEqual({ code: 401, message: 'Unauthorized' });
    }
  });

  it('ends when it expires', async () => {
    const world = anOrganization((seed) => {
      seed.orgKey = { expiresAt: '2026-11-03T09:00:00Z' };
    });
    expect(world.call('key', 'GET /admin/v1/orgs').status).toBe(200);
    await world.clock.advance(86_400_000);
    expect(world.call('key', 'GET /admin/v1/orgs').status).toBe(401);
  });

  it('with scopes reads what has a scope and is refused searches and writes', () => {
    const world = anOrganization((seed) => {
      seed.orgKey = { scoped: true };
    });
    const d = directory(world.seed);
    expect(world.call('key', 'GET /admin/v1/orgs').status).toBe(200);
    expect(world.call('key', `GET ${d}/users/${people.casey}/role-assignments`).status).toBe(200);
    expect(world.call('key', `POST ${d}/users/search`, {}).status).toBe(403);
    expect(remove(world, groups.default, people.casey).status).toBe(403);
    expect(world.call('key', `GET /users/${people.casey}/manage/api-tokens`).status).toBe(403);
  });

  it('is always the same for the same seed', () => {
    expect(anOrganization().organization.orgKey).toBe(anOrganization().organization.orgKey);
  });

  it('knows its own organization and directory only', () => {
    const world = anOrganization();
    expect(world.call('key', 'GET /admin/v1/orgs/other').body).toMatchObject({
      errors: [{ code: 'ADMIN-404-2' }],
    });
    expect(world.call('key', `GET ${directory(world.seed, 'other')}/groups/stats`).status).toBe(404);
  });
});

describe('memberships by the key', () => {
  it('end with 204 and come back with 204', () => {
    const world = anOrganization();
    expect(remove(world, groups.default, people.casey).status).toBe(204);
    expect(remove(world, groups.default, people.casey).status).toBe(404);
    expect(add(world, groups.default, people.casey).status).toBe(204);
    expect(add(world, groups.default, people.casey).status).toBe(409);
  });

  it('need the real directory', () => {
    expect(remove(anOrganization(), groups.default, people.casey, '-').status).toBe(400);
  });

  it.each([
    ['access type', groups.admin],
    ['role alone', groups.local],
  ])('of a group that administers Jira by its %s keep the last administrator', (_, group) => {
    const world = anOrganization((seed) => {
      product(seed, 'jira-software').grants.push({ group: groups.local, role: 'admin' });
      for (const person of seed.accounts) person.groups = person.groups.filter((id) => id !== group);
      account(seed, people.casey).groups.push(group);
    });
    expect(remove(world, group, people.casey)).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'ADMIN-403-3' }] },
    });
  });

  it('are told as events with the account, the group and who did it', () => {
    const world = anOrganization((seed) => {
      seed.orgKey = { createdBy: people.ada };
    });
    remove(world, groups.default, people.casey);
    const events = world.call(
      'key',
      `GET /admin/v1/orgs/${world.seed.org.id}/events?action=user_removed_from_group`,
    );
    expect(events.body).toMatchObject({
      data: [
        {
          attributes: {
            action: 'user_removed_from_group',
            actor: { id: people.ada },
            context: [
              { id: people.casey, type: 'users' },
              { id: groups.default, type: 'groups' },
            ],
          },
        },
      ],
    });
  });
});

describe('memberships of a synced group by the key', () => {
  const aWorld = (syncedRefusal: '403' | '400' | '204-resync') =>
    anOrganization((seed) => {
      seed.behaviour = { syncedRefusal };
    });
  const members = (world: World) => world.organization.memberships()[groups.synced];

  it.each([
    ['403', 'ADMIN-403-5'],
    ['400', 'ADMIN-400-4'],
  ] as const)('neither end nor begin when the seed says %s', (mode, code) => {
    const world = aWorld(mode);
    const refusal = { status: Number(mode), body: { errors: [{ code }] } };
    expect(remove(world, groups.synced, people.devi)).toMatchObject(refusal);
    expect(add(world, groups.synced, people.gil)).toMatchObject(refusal);
    expect(members(world)).toEqual([people.devi, people.jenkins]);
  });

  it('end and begin for 40 minutes when the seed says so', async () => {
    const world = aWorld('204-resync');
    expect(remove(world, groups.synced, people.devi).status).toBe(204);
    expect(add(world, groups.synced, people.gil).status).toBe(204);
    expect(members(world)).toEqual([people.jenkins, people.gil]);
    await world.clock.advance(40 * 60_000);
    expect(members(world)).toEqual([people.devi, people.jenkins]);
  });
});

describe('events', () => {
  const list = (world: World, query = '') =>
    world.call('key', `GET /admin/v1/orgs/${world.seed.org.id}/events${query}`);

  it('tell who joined which group in the last 180 days', async () => {
    const world = anOrganization();
    expect(list(world).body).toMatchObject({ data: { length: 1 } });
    expect(list(world, '?to=1000').body).toMatchObject({ data: { length: 0 } });
    await world.clock.advance(180 * 86_400_000);
    expect(list(world).body).toMatchObject({ data: { length: 0 } });
  });

  it('page newest first by a cursor', () => {
    const world = anOrganization();
    remove(world, groups.default, people.casey);
    const first = list(world, '?limit=1').body as { data: { id: string }[]; meta: { next: string } };
    const second = list(world, `?limit=1&cursor=${first.meta.next}`).body as { data: { id: string }[] };
    expect([...first.data, ...second.data].map(({ id }) => id.split('-')[0])).toEqual(['change', 'joined']);
  });

  it('are forbidden where the seed says so', () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { events: false };
    });
    expect(list(world).status).toBe(403);
  });
});

describe('facts about one account', () => {
  it('show the last use of an API token of a managed account', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).tokenLastUsed = '2026-10-01T08:00:00Z';
    });
    const tokens = (id: string) => world.call('key', `GET /users/${id}/manage/api-tokens`);
    expect(tokens(people.casey).body).toMatchObject([{ lastAccess: '2026-10-01T08:00:00Z' }]);
    expect(tokens(people.devi).body).toEqual([]);
    expect(tokens(people.erin).status).toBe(403);
    expect(tokens('gone').status).toBe(404);
  });

  it('show that an identity provider owns a synced account', () => {
    const world = anOrganization();
    expect(
      world.call('key', `GET /users/${people.devi}/manage?privileges=lifecycle.enablement`).body,
    ).toEqual({
      'lifecycle.enablement': { allowed: false, reason: { key: 'externalDirectory.scim' } },
    });
  });

  it('show when each product was last used', () => {
    const world = anOrganization();
    const dates = (id: string) =>
      world.call('key', `GET /admin/v1/orgs/${world.seed.org.id}/directory/users/${id}/last-active-dates`);
    expect(dates(people.casey).body).toMatchObject({
      data: {
        product_access: [{ key: 'jira-software', last_active: '2026-05-02' }],
        added_to_org: '2024-02-01',
      },
    });
    expect(dates(people.gil).body).toMatchObject({ data: { product_access: [] } });
  });
});

describe('revoking a role', () => {
  const revoke = (world: World, id: string, role: string, key: string) =>
    world.call('key', `POST /admin/v1/orgs/${world.seed.org.id}/users/${id}/roles/revoke`, {
      role,
      resource: `ari:cloud:${key}::site/${world.seed.site.cloudId}`,
    });
  const revokeUser = (world: World, id: string) => revoke(world, id, 'atlassian/user', 'jira-software');
  const membersOf = (world: World, group: string) => world.organization.memberships()[group];

  it('empties every group that grants it', () => {
    const world = anOrganization();
    expect(revokeUser(world, people.fay).status).toBe(204);
    expect(membersOf(world, groups.local)).not.toContain(people.fay);
    expect(revokeUser(world, people.ada).status).toBe(403);
  });

  it.each([
    ['403', 'ADMIN-UAM-403-1'],
    ['400', 'ADMIN-UAM-400-1'],
  ] as const)('changes nothing when a synced group answers %s', (syncedRefusal, code) => {
    const world = anOrganization((seed) => {
      seed.behaviour = { syncedRefusal };
    });
    expect(revokeUser(world, people.devi)).toMatchObject({
      status: Number(syncedRefusal),
      body: { errors: [{ code }] },
    });
    expect(membersOf(world, groups.default)).toContain(people.devi);
  });

  it('is taken back by the identity provider where synced groups accept writes', async () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { syncedRefusal: '204-resync' };
    });
    expect(revokeUser(world, people.devi).status).toBe(204);
    expect(membersOf(world, groups.synced)).not.toContain(people.devi);
    await world.clock.advance(40 * 60_000);
    expect(membersOf(world, groups.synced)).toContain(people.devi);
    expect(membersOf(world, groups.default)).not.toContain(people.devi);
  });

  it('leaves the last administrator in place', () => {
    const world = anOrganization((seed) => {
      account(seed, people.ada).groups = [];
      account(seed, people.bram).groups = [];
      account(seed, people.casey).groups = [groups.admin];
    });
    expect(revoke(world, people.casey, 'atlassian/admin', 'jira-core')).toMatchObject({
      status: 403,
      body: { errors: [{ code: 'ADMIN-UAM-403-1' }] },
    });
    expect(membersOf(world, groups.admin)).toContain(people.casey);
  });

  it('refuses a resource that is none', () => {
    expect(revoke(anOrganization(), people.fay, 'atlassian/user', 'jira-admin').body).toMatchObject({
      errors: [{ code: 'ADMIN-UAM-400-5' }],
    });
  });

  it('refuses a role that is none', () => {
    expect(revoke(anOrganization(), people.fay, 'atlassian/king', 'jira-software').body).toMatchObject({
      errors: [{ code: 'ADMIN-UAM-400-1' }],
    });
  });
});
