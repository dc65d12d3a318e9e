import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../local/clock';
import { createOrganization } from '../../local/organization/organization';
import { account, anOrganization, app, groups, people, tinySeed, worldOf } from './an-organization';

const rest = '/rest/api/3';

describe('the app', () => {
  it('gets its rights two minutes after the install', async () => {
    const seed = tinySeed();
    const clock = new VirtualClock(Date.parse(seed.clock));
    const world = worldOf(seed, clock, createOrganization(seed, clock, app));
    expect(world.call('app', `GET ${rest}/applicationrole`).status).toBe(401);
    world.organization.installApp();
    expect(world.call('app', `GET ${rest}/applicationrole`).status).toBe(403);
    expect(world.call('app', `GET ${rest}/myself`).status).toBe(401);
    await clock.advance(120_000);
    expect(world.call('app', `GET ${rest}/applicationrole`).status).toBe(200);
  });

  it('is one more member of the default and admin groups', () => {
    const { organization } = anOrganization();
    const mine = Object.entries(organization.memberships()).filter(([, ids]) =>
      ids.includes(organization.appAccountId),
    );
    expect(mine.map(([id]) => id)).toEqual([groups.default, groups.admin, groups.confluence]);
  });

  it('reads nothing once it was taken out of the admin groups', () => {
    const world = anOrganization();
    const { appAccountId } = world.organization;
    world.call(
      { user: people.ada },
      `DELETE ${rest}/group/user?groupId=${groups.admin}&accountId=${appAccountId}`,
    );
    expect(world.call('app', `GET ${rest}/users/search`).status).toBe(403);
  });

  it('answers 401 where its scopes do not match', () => {
    const reply = anOrganization().call('app', `POST ${rest}/issue`, {});
    expect(reply.status).toBe(401);
    expect(JSON.stringify(reply.body)).toContain('scope does not match');
  });
});

describe('people', () => {
  it('see application roles only when they administer Jira', () => {
    const world = anOrganization();
    expect(world.call({ user: people.bram }, `GET ${rest}/applicationrole`).status).toBe(200);
    expect(world.call({ user: people.casey }, `GET ${rest}/applicationrole`).status).toBe(403);
  });

  it('are not let in when suspended', () => {
    const world = anOrganization();
    world.organization.apply({ at: 'PT0S', do: 'suspend', account: people.casey });
    expect(world.call({ user: people.casey }, `GET ${rest}/myself`).status).toBe(401);
  });

  it('need to say who they are, but for the server info', () => {
    const world = anOrganization();
    expect(world.call('nobody', `GET ${rest}/myself`).status).toBe(401);
    expect(world.call('nobody', `GET ${rest}/serverInfo`).status).toBe(200);
  });

  it('are told of parameters that Jira does not know', () => {
    expect(anOrganization().call({ user: people.ada }, `GET ${rest}/users/search?page=2`).status).toBe(400);
  });
});

interface Permissions {
  readonly permissions: Record<string, { readonly havePermission: boolean }>;
}

function has(world: ReturnType<typeof anOrganization>, user: string, key: string): boolean | undefined {
  const reply = world.call({ user }, `GET ${rest}/mypermissions?permissions=${encodeURIComponent(key)}`);
  expect(reply.status).toBe(200);
  return (reply.body as Permissions).permissions[key]?.havePermission;
}

const ownKey = (key: string) =>
  `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/${key}`;

describe('permissions', () => {
  it('are asked for by name', () => {
    const world = anOrganization();
    expect(world.call({ user: people.ada }, `GET ${rest}/mypermissions`).status).toBe(400);
    expect(world.call({ user: people.ada }, `GET ${rest}/mypermissions?permissions=FLY`).status).toBe(400);
  });

  it('make a member of an admin group a Jira administrator and no more', () => {
    const world = anOrganization((seed) => {
      account(seed, people.bram).platformRoles = [];
    });
    expect(has(world, people.bram, 'ADMINISTER')).toBe(true);
    expect(has(world, people.bram, 'SYSTEM_ADMIN')).toBe(false);
    expect(has(world, people.casey, 'ADMINISTER')).toBe(false);
  });

  it('of the app go to Jira administrators where the manifest says so', () => {
    const world = anOrganization();
    expect(has(world, people.ada, ownKey('approve-removals'))).toBe(true);
    expect(has(world, people.ada, ownKey('read-evidence'))).toBe(false);
  });

  it('of the app can be granted to a group', () => {
    const world = anOrganization();
    world.organization.grantPermission('read-evidence', groups.local);
    expect(has(world, people.fay, ownKey('read-evidence'))).toBe(true);
    expect(has(world, people.casey, ownKey('read-evidence'))).toBe(false);
  });

  it('of the app are checked of others like those of Jira', () => {
    const world = anOrganization();
    world.organization.grantPermission('read-evidence', groups.local);
    const keys = ['approve-removals', 'read-evidence'].map(ownKey);
    const granted = (accountId: string) =>
      world.call('app', `POST ${rest}/permissions/check`, { accountId, globalPermissions: keys }).body;
    expect(granted(people.ada)).toMatchObject({ globalPermissions: [ownKey('approve-removals')] });
    expect(granted(people.fay)).toMatchObject({ globalPermissions: [ownKey('read-evidence')] });
    expect(granted(people.casey)).toMatchObject({ globalPermissions: [] });
  });

  it('of no app are refused by a check', () => {
    const body = { globalPermissions: [ownKey('unheard-of')] };
    expect(anOrganization().call('app', `POST ${rest}/permissions/check`, body).status).toBe(400);
  });

  it('of others are told to Jira administrators only', () => {
    const world = anOrganization();
    const body = { accountId: people.ada, globalPermissions: ['ADMINISTER'] };
    const answer = { globalPermissions: ['ADMINISTER'], projectPermissions: [] };
    expect(world.call('app', `POST ${rest}/permissions/check`, body).body).toEqual(answer);
    expect(world.call({ user: people.casey }, `POST ${rest}/permissions/check`, body).status).toBe(403);
  });

  it('on projects come through the role Administrators, groups, accounts and other roles', () => {
    const world = anOrganization((seed) => {
      const extra = (key: string, permission: object) => ({
        key,
        name: key,
        roles: [{ name: 'Owners', accounts: [people.casey] }],
        permissions: [{ permission: 'ADMINISTER_PROJECTS', ...permission }],
      });
      seed.projects?.push(
        extra('GRP', { group: groups.local }),
        extra('ACC', { account: people.casey }),
        extra('ROL', { projectRole: 'Owners' }),
      );
    });
    const administered = (accountId: string) =>
      world.call('app', `POST ${rest}/permissions/check`, {
        accountId,
        projectPermissions: [
          { permissions: ['ADMINISTER_PROJECTS'], projects: [10_000, 10_001, 10_002, 10_003] },
        ],
      }).body;
    const grants = (projects: number[]) => ({
      globalPermissions: [],
      projectPermissions: [{ permission: 'ADMINISTER_PROJECTS', projects, issues: [] }],
    });
    expect(administered(people.ada)).toEqual(grants([10_000]));
    expect(administered(people.fay)).toEqual(grants([10_001]));
    expect(administered(people.casey)).toEqual(grants([10_002, 10_003]));
  });

  it('are checked on at most 1,000 projects', () => {
    const projects = Array.from({ length: 1001 }, (_, i) => i);
    const body = { projectPermissions: [{ permissions: ['ADMINISTER_PROJECTS'], projects }] };
    expect(anOrganization().call('app', `POST ${rest}/permissions/check`, body).status).toBe(400);
  });
});
