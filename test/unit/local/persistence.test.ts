import { describe, expect, it } from 'vitest';
import type { OrgSeed } from '../../local/organization/seed';
import { account, anOrganization, directory, groups, people } from './an-organization';
import type { World } from './an-organization';

const questions = (world: World) => [
  `GET ${directory(world.seed)}/users/${people.gil}`,
  `GET ${directory(world.seed)}/groups/${groups.local}`,
  `GET ${directory(world.seed)}/users/${people.casey}/role-assignments`,
  `GET ${directory(world.seed)}/groups/${groups.default}`,
  `GET /admin/v1/orgs/${world.seed.org.id}/events`,
];

describe('a dump', () => {
  it('says nothing of an organization that is as its seed says', () => {
    expect(anOrganization().organization.dump()).toMatchObject({ accounts: [], changes: [], provenance: {} });
  });

  it('brings back all that was changed, with its delays', () => {
    const withoutRoles = (seed: OrgSeed) => {
      delete account(seed, people.gil).platformRoles;
    };
    const first = anOrganization(withoutRoles);
    const { organization } = first;
    organization.apply({ at: 'PT0S', do: 'make-admin', account: people.gil, role: 'site-admin' });
    organization.apply({
      at: 'PT0S',
      do: 'set-provenance',
      group: groups.local,
      provenance: { managedBy: 'open' },
    });
    organization.apply({ at: 'PT0S', do: 'activity', account: people.casey, product: 'jira-software' });
    organization.apply({ at: 'PT0S', do: 'remove-from-group', group: groups.default, account: people.casey });
    organization.grantPermission('read-evidence', groups.local);
    organization.changeGrant({
      group: groups.local,
      product: 'jira-software',
      role: 'admin',
      granted: true,
    });
    const second = anOrganization(withoutRoles);
    second.organization.load(JSON.parse(JSON.stringify(organization.dump())));
    expect(second.organization.dump()).toEqual(organization.dump());
    expect(second.organization.memberships()).toEqual(organization.memberships());
    for (const question of questions(first)) {
      expect(second.call('key', question).body).toEqual(first.call('key', question).body);
    }
    const roles = 'GET /rest/api/3/applicationrole';
    expect(second.call('app', roles).body).toEqual(first.call('app', roles).body);
  });

  it('rewinds what happened after it', () => {
    const { organization } = anOrganization();
    const before = organization.dump();
    const memberships = organization.memberships();
    organization.apply({ at: 'PT0S', do: 'remove-from-group', group: groups.default, account: people.casey });
    organization.load(before);
    expect(organization.memberships()).toEqual(memberships);
  });
});
