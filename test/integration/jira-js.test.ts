import type { Version3Models } from 'jira.js';
import { Version3Client } from 'jira.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalHost } from '../local/host-contract';
import { createHost } from '../local/host';
import type { Served } from '../local/server/serve';
import { serve } from '../local/server/serve';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { documentedOrganization } from './an-organization';

const ADDED = 120;

/** A widely used client of Jira Cloud, as published, that knows nothing of SeatTrace. */
function clientOf(url: string, email: string): Version3Client {
  return new Version3Client({ host: url, authentication: { basic: { email, apiToken: 'any-token' } } });
}

describe('jira.js against the local Atlassian over HTTP', () => {
  let host: LocalHost;
  let served: Served;
  let ada: Version3Client;

  beforeAll(async () => {
    const seed = tiny((it) => withStalePeople(it, ADDED));
    for (const account of seed.accounts)
      if (account.accountId === stale(1)) account.accountStatus = 'inactive';
    host = await createHost({ seed, clock: 'wall', organization: documentedOrganization });
    await host.install();
    served = await serve(host, { port: 0, pageFolder: '/nowhere', seedName: 'tiny' });
    ada = clientOf(served.url, 'ada@northwind.example');
  });

  afterAll(async () => {
    await served.close();
    await host.close();
  });

  /** Everybody in a group, page after page until Jira says that the page is the last one. */
  async function membersOf(groupId: string): Promise<string[]> {
    const ids: string[] = [];
    for (;;) {
      const page = await ada.groups.getUsersFromGroup({
        groupId,
        includeInactiveUsers: true,
        startAt: ids.length,
      });
      ids.push(...(page.values ?? []).map(({ accountId }) => accountId ?? ''));
      if (page.isLast === true) return ids;
      if (page.values?.length !== 50) throw new Error('A page that is not the last one is not full.');
    }
  }

  it('signs in with an e-mail address and any token', async () => {
    expect((await ada.myself.getCurrentUser()).accountId).toBe(people.ada);
    const stranger = clientOf(served.url, 'nobody@northwind.example');
    await expect(stranger.myself.getCurrentUser()).rejects.toMatchObject({ status: 401 });
  });

  it('pages through every user of the site: people, apps, inactive ones', async () => {
    const found: Version3Models.User[] = [];
    for (;;) {
      const page = await ada.users.getAllUsers({ startAt: found.length, maxResults: 40 });
      if (page.length === 0) break;
      found.push(...page);
    }
    const seeded = host.organization.seed.accounts.map(({ accountId }) => accountId);
    const ids = found.map(({ accountId }) => accountId);
    expect([...ids].sort()).toEqual([...seeded, host.organization.appAccountId].sort());
    expect(new Set(found.map(({ accountType }) => accountType))).toEqual(new Set(['atlassian', 'app']));
    expect(found.find(({ accountId }) => accountId === stale(1))).toMatchObject({ active: false });
  });

  it('pages through the groups and through a group’s members, fifty at a time', async () => {
    const listed = await ada.groups.bulkGetGroups({ maxResults: 50 });
    const ids = (listed.values ?? []).map(({ groupId }) => groupId);
    expect(ids).toEqual(expect.arrayContaining(Object.values(groups)));
    expect(await membersOf(groups.jiraUsers)).toEqual(host.organization.memberships()[groups.jiraUsers]);
  });

  it('reads what each application role counts and which groups grant it', async () => {
    const roles = await ada.applicationRoles.getAllApplicationRoles();
    const software = roles.find(({ key }) => key === 'jira-software');
    expect(software?.userCount).toBeGreaterThan(ADDED);
    expect(software?.groupDetails?.map(({ groupId }) => groupId)).toContain(groups.jiraUsers);
    expect(software?.defaultGroupsDetails?.map(({ groupId }) => groupId)).toEqual([groups.jiraUsers]);
  });

  it('removes a member, is told of the second time, and puts the member back', async () => {
    const membership = { groupId: groups.jiraUsers, accountId: people.casey };
    await ada.groups.removeUserFromGroup(membership);
    expect(await membersOf(groups.jiraUsers)).not.toContain(people.casey);
    await expect(ada.groups.removeUserFromGroup(membership)).rejects.toMatchObject({ status: 404 });
    await ada.groups.addUserToGroup(membership);
    expect(await membersOf(groups.jiraUsers)).toContain(people.casey);
    await expect(ada.groups.addUserToGroup(membership)).rejects.toMatchObject({ status: 400 });
  });

  it('may do only what its account may do', async () => {
    const gil = clientOf(served.url, 'gil@northwind.example');
    const membership = { groupId: groups.jiraUsers, accountId: people.casey };
    await expect(gil.groups.removeUserFromGroup(membership)).rejects.toMatchObject({ status: 403 });
    await expect(gil.applicationRoles.getAllApplicationRoles()).rejects.toMatchObject({ status: 403 });
    expect(await membersOf(groups.jiraUsers)).toContain(people.casey);
  });
});
