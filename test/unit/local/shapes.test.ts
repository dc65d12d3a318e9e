import { describe, expect, it } from 'vitest';
import { adminRoutes } from '../../local/admin/routes';
import { jiraRoutes } from '../../local/jira/routes';
import { account, anOrganization, groups, people, product } from './an-organization';
import type { World } from './an-organization';
import { factsOf } from './facts';
import { newIssue, successfulCalls } from './successful-calls';

/** An organization that has something of everything. */
function richOrganization(): World {
  return anOrganization((seed) => {
    seed.otherSites = ['https://other-example.atlassian.net'];
    product(seed, 'jira-software').plan = 'TRIAL';
    Object.assign(account(seed, people.casey), {
      guestOf: ['confluence'],
      openIssues: 3,
      tokenLastUsed: '2026-10-01T08:00:00Z',
      roles: [{ product: 'confluence', role: 'user', method: 'direct' }],
    });
    const project = seed.projects?.[0];
    project?.roles?.push({ name: 'Contractors', groups: [groups.local] });
    if (project !== undefined)
      project.permissions = [{ permission: 'ADMINISTER_PROJECTS', group: groups.local }];
  });
}

describe('a successful reply', () => {
  const world = richOrganization();
  world.call({ user: people.ada }, 'POST /rest/api/3/issue', newIssue);

  it.each(successfulCalls(world).map(([endpoint, call, body]) => [endpoint, call, body] as const))(
    'of %s has the documented shape',
    (endpoint, call, body) => {
      const isJira = call.includes(' /rest/');
      const reply = world.call(isJira ? { user: people.ada } : 'key', call, body);
      expect(reply.status).toBeLessThan(300);
      const path = endpoint.split(' ')[1] ?? '';
      expect(factsOf(path).faults(endpoint, reply.status, reply.body)).toEqual([]);
    },
  );

  it('is tried for every endpoint', () => {
    const tried = successfulCalls(world).map(([endpoint]) => endpoint);
    const all = [...jiraRoutes, ...adminRoutes].map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(tried)].sort()).toEqual(all.sort());
  });
});
