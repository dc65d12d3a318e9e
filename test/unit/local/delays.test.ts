import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../../local/organization/seed';
import { account, anOrganization, directory, groups, people } from './an-organization';
import type { World } from './an-organization';

/** A fact of the directory, what changes it, and how long the old answer stays. */
interface Delay {
  readonly what: string;
  readonly change: (world: World) => void;
  /** The fact as the reply of a read tells it. */
  readonly read: (world: World, asOf?: number) => unknown;
  readonly before: object;
  readonly after: object;
  readonly seconds: number;
}

const apply = (step: ScriptStep) => (world: World) => {
  world.organization.apply(step);
};

const get = (address: string) => (world: World, asOf?: number) =>
  world.callAsOf(asOf ?? world.clock.now(), 'key', `GET ${directory(world.seed)}${address}`).body;

/** A direct role of Casey's on Confluence, as the seed of these tests has it. */
const aDirectRole = { product: 'confluence', role: 'user', method: 'direct' } as const;

const delays: readonly Delay[] = [
  {
    what: 'a platform role',
    change: apply({ at: 'PT0S', do: 'make-admin', account: people.casey, role: 'site-admin' }),
    read: get(`/users/${people.casey}`),
    before: { data: { platformRoles: [] } },
    after: { data: { platformRoles: ['atlassian/site-admin'] } },
    seconds: 30,
  },
  {
    what: 'who holds a platform role',
    change: apply({ at: 'PT0S', do: 'make-admin', account: people.casey, role: 'user-access-admin' }),
    read: get('/users/count?roleIds=atlassian/user-access-admin'),
    before: { count: 0 },
    after: { count: 1 },
    seconds: 30,
  },
  {
    what: 'a suspension',
    change: apply({ at: 'PT0S', do: 'suspend', account: people.casey }),
    read: get(`/users/${people.casey}`),
    before: { data: { status: 'active', membershipStatus: 'active' } },
    after: { data: { status: 'suspended', membershipStatus: 'suspended' } },
    seconds: 2,
  },
  {
    what: 'who is suspended',
    change: apply({ at: 'PT0S', do: 'suspend', account: people.casey }),
    read: get('/users/count?membershipStatus=suspended'),
    before: { count: 0 },
    after: { count: 1 },
    seconds: 2,
  },
  {
    what: 'the status beside role assignments',
    change: apply({ at: 'PT0S', do: 'suspend', account: people.casey }),
    read: get(`/users/${people.casey}/role-assignments?resourceOwners=confluence`),
    before: { data: [{ userDirectoryStatus: 'active' }] },
    after: { data: [{ userDirectoryStatus: 'suspended' }] },
    seconds: 30,
  },
  {
    what: 'a direct role that was revoked',
    change: (world) => {
      const resource = `ari:cloud:confluence::site/${world.seed.site.cloudId}`;
      const address = `/admin/v1/orgs/${world.seed.org.id}/users/${people.casey}/roles/revoke`;
      world.call('key', `POST ${address}`, { role: 'atlassian/user', resource });
    },
    read: get(`/users/${people.casey}/role-assignments?resourceOwners=confluence`),
    before: { data: [{ roles: ['atlassian/user'] }] },
    after: { data: [] },
    seconds: 30,
  },
  {
    what: 'provenance',
    change: apply({
      at: 'PT0S',
      do: 'set-provenance',
      group: groups.local,
      provenance: { managedBy: 'open' },
    }),
    read: get(`/groups/${groups.local}`),
    before: { data: { managedBy: 'admins' } },
    after: { data: { managedBy: 'open' } },
    seconds: 2,
  },
  {
    what: 'how many groups are synced',
    change: apply({ at: 'PT0S', do: 'set-provenance', group: groups.synced, provenance: {} }),
    read: get('/groups/stats'),
    before: { totals: { synced: 1 } },
    after: { totals: { synced: 0 } },
    seconds: 2,
  },
];

function aWorld(): World {
  return anOrganization((seed) => {
    account(seed, people.casey).roles = [aDirectRole];
  });
}

describe.each(delays)('$what', ({ change, read, before, after, seconds }) => {
  it(`shows ${String(seconds)} s later`, async () => {
    const world = aWorld();
    change(world);
    await world.clock.advance(seconds * 1000 - 1);
    expect(read(world)).toMatchObject(before);
    await world.clock.advance(1);
    expect(read(world)).toMatchObject(after);
  });

  it('shows as it was to a stale read', async () => {
    const world = aWorld();
    await world.clock.advance(60_000);
    change(world);
    const changed = world.clock.now();
    await world.clock.advance(30_000);
    expect(read(world, changed)).toMatchObject(before);
    expect(read(world)).toMatchObject(after);
  });
});

describe('Jira', () => {
  const user = `GET /rest/api/3/user?accountId=${people.casey}`;
  const members = `GET /rest/api/3/group/member?groupId=${groups.default}`;

  it('shows a suspension at once, but to a stale read', async () => {
    const world = aWorld();
    const start = world.clock.now();
    await world.clock.advance(10_000);
    world.organization.apply({ at: 'PT0S', do: 'suspend', account: people.casey });
    expect(world.call('app', user).body).toMatchObject({ active: false });
    expect(world.call('app', members).body).toMatchObject({ total: 5 });
    expect(world.callAsOf(start, 'app', user).body).toMatchObject({ active: true });
    expect(world.callAsOf(start, 'app', members).body).toMatchObject({ total: 6 });
    expect(world.call('app', members).body).toMatchObject({ total: 5 });
  });

  it('lets a new administrator in at once', () => {
    const world = aWorld();
    world.organization.apply({ at: 'PT0S', do: 'make-admin', account: people.casey, role: 'site-admin' });
    expect(world.call({ user: people.casey }, 'GET /rest/api/3/applicationrole').status).toBe(200);
  });
});

describe('an account that changes twice', () => {
  it('shows one state after the other', async () => {
    const world = aWorld();
    const roles = () => get(`/users/${people.casey}`)(world);
    world.organization.apply({ at: 'PT0S', do: 'make-admin', account: people.casey, role: 'site-admin' });
    await world.clock.advance(20_000);
    world.organization.apply({ at: 'PT0S', do: 'make-admin', account: people.casey, role: 'org-admin' });
    await world.clock.advance(10_000);
    expect(roles()).toMatchObject({ data: { platformRoles: ['atlassian/site-admin'] } });
    await world.clock.advance(20_000);
    expect(roles()).toMatchObject({
      data: { platformRoles: ['atlassian/site-admin', 'atlassian/org-admin'] },
    });
  });
});
