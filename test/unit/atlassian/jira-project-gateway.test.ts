import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttp } from '../../../src/atlassian/http';
import { createJiraProjects } from '../../../src/atlassian/jira-project-gateway';
import type { Holder } from '../../../src/domain/project-reading';
import { aPlatform } from '../../builders/a-platform';

const jira = vi.hoisted(() => ({ requestJira: vi.fn<(path: string) => Promise<unknown>>() }));
vi.mock('@forge/api', () => ({
  asApp: () => jira,
  route: (parts: TemplateStringsArray, ...values: unknown[]) => String.raw({ raw: parts }, ...values),
}));

/** Projects as Jira tells them with this one body. */
function answering(body: object) {
  jira.requestJira.mockResolvedValueOnce({
    status: 200,
    headers: { get: () => null },
    text: () => Promise.resolve(JSON.stringify(body)),
  });
  return createJiraProjects(createHttp(aPlatform(), () => 900_000));
}

beforeEach(() => {
  jira.requestJira.mockReset();
});

describe('A role', () => {
  it('has groups by id and name, and accounts', async () => {
    const actors = [
      { actorUser: { accountId: 'ada' } },
      { actorGroup: { groupId: 'g-1', name: 'contractors', displayName: 'contractors' } },
    ];
    expect(await answering({ actors }).readRoleActors('OPS', '10002')).toEqual({
      accounts: ['ada'],
      groups: [{ id: 'g-1', name: 'contractors' }],
    });
  });

  it('keeps a group that Jira does not name, for it may be any', async () => {
    const { groups } = await answering({ actors: [{ type: 'atlassian-group-role-actor' }] }).readRoleActors(
      'OPS',
      '10002',
    );
    expect(groups).toEqual([{ id: null, name: null }]);
  });

  it('is found by the end of its address', async () => {
    const roles = { Administrators: 'https://acme.example/rest/api/3/project/10000/role/10002' };
    expect(await answering(roles).readProjectRoles('OPS')).toEqual([{ id: '10002', name: 'Administrators' }]);
  });
});

describe('A permission scheme names', () => {
  it.each<[what: string, told: object, holder: Holder]>([
    [
      'a group by its id',
      { type: 'group', parameter: 'contractors', value: 'g-1' },
      { type: 'group', group: { id: 'g-1', name: 'contractors' } },
    ],
    [
      'a group by its name where no id is told',
      { type: 'group', parameter: 'contractors' },
      { type: 'group', group: { id: null, name: 'contractors' } },
    ],
    [
      'a role',
      { type: 'projectRole', parameter: '10002', value: '10002' },
      { type: 'role', roleId: '10002' },
    ],
    ['an account', { type: 'user', parameter: 'ada' }, { type: 'account', accountId: 'ada' }],
    ['the lead', { type: 'projectLead' }, { type: 'lead' }],
    ['everybody in Jira', { type: 'applicationRole' }, { type: 'product', product: null }],
    [
      'everybody in one app',
      { type: 'applicationRole', parameter: 'jira-software' },
      { type: 'product', product: 'jira-software' },
    ],
    ['anyone', { type: 'anyone' }, { type: 'anyone' }],
    ['people of an issue', { type: 'reporter' }, { type: 'other' }],
    ['a kind of holder that is new', { type: 'somebody.else', parameter: 'x' }, { type: 'other' }],
  ])('%s', async (_, told, holder) => {
    const scheme = { id: 7, name: 'Ours', permissions: [{ permission: 'BROWSE_PROJECTS', holder: told }] };
    expect(await answering(scheme).readPermissionScheme('7')).toEqual({
      id: '7',
      name: 'Ours',
      grants: [{ permission: 'BROWSE_PROJECTS', holder }],
    });
  });

  it('nobody unseen: a scheme without its permissions is refused', async () => {
    await expect(answering({ id: 7, name: 'Ours' }).readPermissionScheme('7')).rejects.toMatchObject({
      code: 'atlassian.malformed',
    });
  });
});
