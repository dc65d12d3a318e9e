import { describe, expect, it } from 'vitest';
import { account, anOrganization, groups, people } from './an-organization';
import type { Caller, World } from './an-organization';

const rest = '/rest/api/3';

/** The tiny organization with one person of each kind. */
function aWorld(): World {
  const world = anOrganization((seed) => {
    account(seed, people.bram).platformRoles = [];
    Object.assign(account(seed, people.jenkins), { platformRoles: ['user-access-admin'], groups: [] });
  });
  world.call({ user: people.ada }, `POST ${rest}/issue`, { fields: issue });
  return world;
}

const issue = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Who owns this?' };
const comment = { body: { type: 'doc', version: 1, content: [] } };

const callers: readonly Caller[] = [
  { user: people.ada },
  { user: people.bram },
  { user: people.jenkins },
  { user: people.casey },
  { user: people.gil },
  'nobody',
];

/** Status of each endpoint for: site admin, Jira admin, user access admin, plain user, no Jira user, anonymous. */
const table: readonly [endpoint: string, statuses: readonly number[], body?: unknown][] = [
  ['GET /serverInfo', [200, 200, 200, 200, 200, 200]],
  ['GET /mypermissions?permissions=ADMINISTER', [200, 200, 200, 200, 200, 401]],
  ['POST /permissions/check', [200, 200, 200, 200, 200, 401], { globalPermissions: ['ADMINISTER'] }],
  ['GET /instance/license', [200, 200, 200, 200, 200, 401]],
  ['GET /myself', [200, 200, 403, 200, 403, 401]],
  ['GET /users/search', [200, 200, 403, 200, 403, 401]],
  [`GET /group/member?groupId=${groups.default}`, [200, 200, 403, 200, 403, 401]],
  ['GET /project/search', [200, 200, 403, 200, 403, 401]],
  ['GET /issue/OPS-1', [200, 200, 403, 200, 403, 401]],
  ['POST /issue', [201, 201, 403, 201, 403, 401], { fields: issue }],
  ['POST /issue/OPS-1/comment', [201, 201, 403, 201, 403, 401], comment],
  ['PUT /issue/OPS-1', [204, 403, 403, 403, 403, 401], { fields: { summary: 'Whose is it?' } }],
  ['POST /issue/OPS-1/transitions', [204, 403, 403, 403, 403, 401], { transition: { id: '21' } }],
  ['GET /project/OPS/role', [200, 200, 403, 401, 403, 401]],
  ['GET /project/OPS/role/10002', [200, 200, 403, 404, 403, 401]],
  ['GET /project/OPS/permissionscheme', [200, 200, 403, 403, 403, 401]],
  ['GET /permissionscheme/0', [200, 200, 403, 200, 403, 401]],
  ['GET /applicationrole', [200, 200, 403, 403, 403, 401]],
  ['GET /auditing/record', [200, 200, 403, 403, 403, 401]],
  [`DELETE /group/user?groupId=${groups.local}&accountId=${people.fay}`, [200, 403, 403, 403, 403, 401]],
];

describe('a caller of Jira', () => {
  it.each(table)('%s', (endpoint, statuses, body) => {
    const address = endpoint.replace(' ', ` ${rest}`);
    expect(callers.map((caller) => aWorld().call(caller, address, body).status)).toEqual(statuses);
  });

  it.each([
    ['guest', 200],
    ['contributor', 200],
    ['customer', 403],
    ['user-access-admin', 403],
  ] as const)('with the role %s on a Jira app and no other is answered %i', (role, status) => {
    const world = anOrganization((seed) => {
      account(seed, people.gil).roles = [{ product: 'jira-software', role, method: 'direct' }];
    });
    expect(world.call({ user: people.gil }, `GET ${rest}/myself`).status).toBe(status);
  });
});

/** Those of the permissions that a caller has. */
function held(world: World, user: string, permissions: readonly string[]): string[] {
  const query = `permissions=${permissions.join(',')}`;
  const { body } = world.call({ user }, `GET ${rest}/mypermissions?${query}`);
  const answer = body as { permissions: Record<string, { havePermission: boolean }> };
  return permissions.filter((key) => answer.permissions[key]?.havePermission);
}

describe('the permissions of', () => {
  const browsing = ['USER_PICKER', 'BROWSE_PROJECTS', 'CREATE_ISSUES', 'ADD_COMMENTS'];
  const editing = ['EDIT_ISSUES', 'DELETE_ISSUES', 'TRANSITION_ISSUES', 'ADMINISTER_PROJECTS'];
  const administering = ['ADMINISTER', 'BULK_CHANGE', 'CREATE_PROJECT'];
  const all = [...browsing, ...editing, ...administering, 'SYSTEM_ADMIN'];

  it('a site administrator who administers a project are all of them', () => {
    expect(held(aWorld(), people.ada, all)).toEqual(all);
  });

  it('a Jira administrator end at projects and at the system', () => {
    expect(held(aWorld(), people.bram, all)).toEqual([...browsing, ...administering]);
  });

  it('a plain user are to browse, to create issues and to comment', () => {
    expect(held(aWorld(), people.casey, all)).toEqual(browsing);
  });

  it('somebody without Jira are none', () => {
    expect(held(aWorld(), people.gil, all)).toEqual([]);
    expect(held(aWorld(), people.jenkins, all)).toEqual([]);
  });

  it('a plain user include what a project grants to a group of theirs', () => {
    const world = anOrganization((seed) => {
      const permissions = [{ permission: 'EDIT_ISSUES', group: groups.default }];
      seed.projects?.push({ key: 'GRP', name: 'Granted', permissions });
    });
    expect(held(world, people.casey, editing)).toEqual(['EDIT_ISSUES']);
    expect(held(world, people.fay, editing)).toEqual([]);
  });
});
