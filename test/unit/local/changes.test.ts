import { describe, expect, it } from 'vitest';
import { anOrganization, directory, groups, people } from './an-organization';
import type { World } from './an-organization';

const jira = { group: groups.local, product: 'jira-software' };

const rolesOfGroup = (world: World): unknown =>
  world.call('key', `GET ${directory(world.seed)}/groups/${groups.local}/role-assignments`).body;

const counted = (world: World): unknown => {
  const { body } = world.call('app', 'GET /rest/api/3/applicationrole');
  const roles = body as { key: string; userCount: number }[];
  return roles.find(({ key }) => key === 'jira-software')?.userCount;
};

describe('what a group grants', () => {
  it('shows at once when it changes', () => {
    const world = anOrganization();
    world.organization.changeGrant({ ...jira, role: 'admin', granted: true });
    expect(JSON.stringify(rolesOfGroup(world))).toContain('atlassian/admin');
  });

  it('takes the seats of its members along', () => {
    const world = anOrganization((seed) => {
      for (const product of seed.products) delete product.userCountOverride;
    });
    const before = counted(world);
    world.organization.changeGrant({ ...jira, role: 'user', granted: false });
    expect(counted(world)).not.toEqual(before);
    world.organization.changeGrant({ ...jira, role: 'user', granted: true });
    expect(counted(world)).toEqual(before);
  });

  it('makes administrators of its members', () => {
    const world = anOrganization();
    const administers = () => world.call({ user: people.fay }, 'GET /rest/api/3/applicationrole').status;
    const before = administers();
    world.organization.changeGrant({ ...jira, role: 'admin', granted: true });
    expect([before, administers()]).toEqual([403, 200]);
  });

  it('is of no product that is not there', () => {
    const change = { ...jira, product: 'nothing', role: 'user', granted: true } as const;
    expect(() => {
      anOrganization().organization.changeGrant(change);
    }).toThrow('nothing');
  });
});

describe('the journal of memberships', () => {
  it('names every change, whoever made it', () => {
    const { organization } = anOrganization();
    organization.apply({ at: 'PT0S', do: 'remove-from-group', group: groups.local, account: people.fay });
    expect(organization.membershipChanges()).toMatchObject([
      { accountId: people.fay, groupId: groups.local, added: false },
    ]);
  });
});
