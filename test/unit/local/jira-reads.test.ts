import { describe, expect, it } from 'vitest';
import { account, anOrganization, groups, people, product } from './an-organization';
import type { World } from './an-organization';

const rest = '/rest/api/3';

function get(world: World, address: string) {
  return world.call('app', `GET ${rest}${address}`);
}

describe('group members', () => {
  it('come fifty at a time with the address of the next page', () => {
    const world = anOrganization((seed) => {
      const model = account(seed, people.casey);
      for (let i = 0; i < 60; i += 1)
        seed.accounts.push({ ...model, accountId: `712020:extra-${String(i)}` });
    });
    const body = get(world, `/group/member?groupId=${groups.default}&maxResults=500`).body;
    expect(body).toMatchObject({ maxResults: 50, startAt: 0, total: 66, isLast: false });
    expect((body as { nextPage: string }).nextPage).toContain('startAt=50');
    const next = get(world, `/group/member?groupId=${groups.default}&startAt=50`).body;
    expect(next).toMatchObject({ startAt: 50, isLast: true, values: { length: 16 } });
  });

  it('leave suspended and inactive accounts out unless asked', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).membershipStatus = 'suspended';
      account(seed, people.devi).accountStatus = 'inactive';
    });
    expect(get(world, `/group/member?groupId=${groups.default}`).body).toMatchObject({ total: 4 });
    const all = get(world, `/group/member?groupId=${groups.default}&includeInactiveUsers=true`);
    expect(all.body).toMatchObject({ total: 6 });
  });

  it('show a change at once', () => {
    const world = anOrganization();
    get(world, `/group/member?groupId=${groups.default}`);
    world.organization.apply({ at: 'PT0S', do: 'add-to-group', group: groups.default, account: people.gil });
    expect(get(world, `/group/member?groupId=${groups.default}`).body).toMatchObject({ total: 7 });
  });

  it('cost one point and two per user', () => {
    expect(get(anOrganization(), `/group/member?groupId=${groups.default}`).points).toBe(13);
  });
});

describe('groups', () => {
  it('are told apart by access type', () => {
    const world = anOrganization((seed) => {
      seed.groups.push({ id: 'org-admins', name: 'org-admins', accessType: 'site-admin', provenance: {} });
    });
    const names = (query: string) =>
      (get(world, `/group/bulk?${query}`).body as { values: { name: string }[] }).values;
    expect(names('accessType=admin').map(({ name }) => name)).toEqual([
      'jira-admins-northwind',
      'org-admins',
    ]);
    expect(names('accessType=site-admin').map(({ name }) => name)).toEqual(['org-admins']);
    expect(names('accessType=user&applicationKey=jira-software')).toHaveLength(3);
  });

  it('of users need an application', () => {
    expect(get(anOrganization(), '/group/bulk?accessType=user').status).toBe(400);
  });
});

describe('users', () => {
  it('come as a bare list with apps, inactive and former ones', () => {
    const world = anOrganization((seed) => {
      account(seed, people.erin).accountStatus = 'closed';
    });
    const all = get(world, '/users/search?maxResults=1000').body as {
      accountType: string;
      displayName: string;
    }[];
    expect(all).toHaveLength(10);
    expect(all.filter(({ accountType }) => accountType === 'app')).toHaveLength(2);
    expect(all.map(({ displayName }) => displayName)).toContain('Former user');
  });

  it('are guests when a Jira app is among the products of which they are guests', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).guestOf = ['jira-software'];
      account(seed, people.fay).guestOf = ['confluence'];
    });
    expect(get(world, `/user?accountId=${people.casey}`).body).toMatchObject({ guest: true });
    expect(get(world, `/user?accountId=${people.fay}`).body).toMatchObject({ guest: false });
  });

  it('show groups and application roles when expanded', () => {
    const body = get(anOrganization(), `/user?accountId=${people.devi}&expand=groups,applicationRoles`).body;
    expect(body).toMatchObject({
      groups: { size: 2 },
      applicationRoles: { items: [{ key: 'jira-software' }] },
    });
  });

  it('that nobody knows answer 404', () => {
    expect(get(anOrganization(), '/user?accountId=gone').status).toBe(404);
  });
});

function userCount(world: World, key = 'jira-software'): number {
  return (get(world, `/applicationrole/${key}`).body as { userCount: number }).userCount;
}

describe('the counted users of an application role', () => {
  it('are active people with user or admin, not apps', () => {
    expect(userCount(anOrganization())).toBe(7);
  });

  it('leave out guests, suspended and inactive people', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).membershipStatus = 'suspended';
      account(seed, people.devi).accountStatus = 'inactive';
      account(seed, people.gil).guestOf = ['jira-software'];
    });
    expect(userCount(world)).toBe(5);
  });

  it('leave out who holds only admin, or only inferred roles, where the seed says so', () => {
    const change = (counts: boolean) =>
      anOrganization((seed) => {
        Object.assign(product(seed, 'jira-software'), { countsAdminOnly: counts, countsInferred: counts });
        account(seed, people.gil).roles = [{ product: 'jira-software', role: 'user', method: 'inferred' }];
        account(seed, people.erin).groups = [];
        account(seed, people.erin).roles = [{ product: 'jira-software', role: 'admin', method: 'direct' }];
      });
    expect(userCount(change(true))).toBe(8);
    expect(userCount(change(false))).toBe(6);
  });

  it('are what the seed overrides them with', () => {
    const world = anOrganization((seed) => {
      product(seed, 'jira-software').userCountOverride = 99;
    });
    expect(userCount(world)).toBe(99);
  });

  it('follow a removal after the lag of the seed', async () => {
    const world = anOrganization((seed) => {
      seed.behaviour = { userCountLagSeconds: 600 };
    });
    world.organization.apply({
      at: 'PT0S',
      do: 'remove-from-group',
      group: groups.default,
      account: people.casey,
    });
    expect(userCount(world)).toBe(7);
    await world.clock.advance(600_000);
    expect(userCount(world)).toBe(6);
  });

  it('are not fewer when another path remains', () => {
    const world = anOrganization();
    world.organization.apply({
      at: 'PT0S',
      do: 'remove-from-group',
      group: groups.default,
      account: people.devi,
    });
    expect(userCount(world)).toBe(7);
  });
});

describe('issues', () => {
  it('that people have open are found by assignee', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).openIssues = 3;
      account(seed, people.devi).openIssues = 2;
    });
    const jql = encodeURIComponent(
      `assignee = "${people.devi}" AND resolution = Unresolved ORDER BY created`,
    );
    const body = get(world, `/search/jql?jql=${jql}&fields=key`).body;
    expect(body).toMatchObject({ isLast: true, issues: [{ key: 'OPS-4' }, { key: 'OPS-5' }] });
  });

  it('keep comments and notifications', () => {
    const world = anOrganization();
    const admin = { user: people.ada };
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Question' };
    expect(world.call(admin, `POST ${rest}/issue`, { fields }).body).toMatchObject({ key: 'OPS-1' });
    const to = { users: [{ accountId: people.casey }] };
    world.call(admin, `POST ${rest}/issue/OPS-1/notify`, { subject: 'Seat', to });
    const toMyself = { subject: 'Seat', to: { users: [{ accountId: people.ada }] } };
    expect(world.call(admin, `POST ${rest}/issue/OPS-1/notify`, toMyself).status).toBe(400);
    expect(world.organization.issues()).toMatchObject([
      { key: 'OPS-1', notifications: [{ to: [people.casey] }] },
    ]);
  });

  it('name the fields that cannot be written', () => {
    const fields = {
      project: { key: 'OPS' },
      issuetype: { name: 'Task' },
      summary: 'x',
      description: 'plain text',
    };
    const reply = anOrganization().call({ user: people.ada }, `POST ${rest}/issue`, { fields });
    expect(reply.status).toBe(400);
    expect(JSON.stringify(reply.body)).toContain('Atlassian Document');
  });

  it('are not searched without a condition', () => {
    expect(get(anOrganization(), '/search/jql?jql=order%20by%20created').status).toBe(400);
  });
});
