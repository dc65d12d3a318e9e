import { describe, expect, it } from 'vitest';
import recorded from '../../fixtures/recorded/as-app.group-user.403.json';
import { adminRoutes } from '../../local/admin/routes';
import type { Principal } from '../../local/call';
import { jiraRoutes } from '../../local/jira/routes';
import { anOrganization, groups, people } from './an-organization';
import { newIssue, successfulCalls } from './successful-calls';

/** Scopes of the route of an endpoint. */
const scopesOf = (endpoint: string): readonly string[] =>
  jiraRoutes.find(({ method, path }) => `${method} ${path}` === endpoint)?.scopes ?? [];

describe('an app without the scope', () => {
  const world = anOrganization();
  world.call({ user: people.ada }, 'POST /rest/api/3/issue', newIssue);
  const calls = successfulCalls(world).filter(([endpoint]) => scopesOf(endpoint).length > 0);
  const everyScope = [...new Set(jiraRoutes.flatMap(({ scopes }) => scopes))];

  const send = (call: string, body: unknown, principal: Principal, scopes: readonly string[]) => {
    const [method = '', address = ''] = call.split(' ');
    const { pathname: path, searchParams: query } = new URL(address, 'https://local.example');
    return world.organization.handle({
      ...{ target: 'jira', method, path, query, headers: {}, body, principal, scopes },
    });
  };

  it.each(calls.map(([endpoint, call, body]) => [endpoint, call, body] as const))(
    'is refused by %s, as itself and as a user',
    (endpoint, call, body) => {
      const others = everyScope.filter((scope) => !scopesOf(endpoint).includes(scope));
      for (const principal of [{ kind: 'app' }, { kind: 'user', accountId: people.ada }] as const) {
        expect(send(call, body, principal, others)).toMatchObject({
          status: 401,
          body: { code: 401, message: 'Unauthorized; scope does not match' },
        });
        expect(send(call, body, principal, everyScope).status).not.toBe(401);
      }
    },
  );

  it.each(['POST', 'DELETE'])('and one with it may not %s a membership as itself', (method) => {
    const query = `groupId=${groups.local}${method === 'DELETE' ? `&accountId=${people.gil}` : ''}`;
    const body = method === 'POST' ? { accountId: people.gil } : undefined;
    const call = `${method} /rest/api/3/group/user?${query}`;
    const reply = send(call, body, { kind: 'app' }, everyScope);
    expect({ status: reply.status, body: reply.body }).toEqual(recorded);
  });
});

/**
 * Which endpoints a key with scopes reaches, and by which scope, is what the Organizations document says in each
 * operation. It names none for counts, for the statistics of groups, for one user and for one group.
 */
const SCOPED: Readonly<Record<string, string>> = {
  'GET /admin/v1/orgs': 'read:orgs:admin',
  'GET /admin/v1/orgs/{orgId}': 'read:orgs:admin',
  'GET /admin/v1/orgs/{orgId}/events': 'read:events:admin',
  'GET /admin/v2/orgs/{orgId}/directories': 'read:directories:admin',
  'POST /admin/v2/orgs/{orgId}/workspaces': 'read:workspaces:admin',
  'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/stats': 'read:directories:admin',
  'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/users/{accountId}/role-assignments':
    'read:directories:admin',
  'GET /admin/v2/orgs/{orgId}/directories/{directoryId}/groups/{groupId}/role-assignments':
    'read:groups:admin',
};

describe('an organization key with scopes', () => {
  const scoped = anOrganization((seed) => {
    seed.orgKey = { scoped: true };
  });
  const plain = anOrganization();
  const calls = successfulCalls(plain)
    .filter(([endpoint]) => !endpoint.includes(' /rest/'))
    .map(([endpoint, call, body]) => [endpoint, call, body] as const);

  it.each(calls)('is answered by %s as the document says', (endpoint, call, body) => {
    expect(scoped.call('key', call, body).status).toBe(endpoint in SCOPED ? 200 : 403);
  });

  it('has the scopes that the document names', () => {
    const named = adminRoutes.flatMap(({ method, path, scope }) =>
      scope === null ? [] : [[`${method} ${path}`, scope]],
    );
    expect(Object.fromEntries(named)).toEqual(SCOPED);
  });

  it.each(calls)('could do more without: %s', (_endpoint, call, body) => {
    expect(plain.call('key', call, body).status).toBeLessThan(300);
  });
});
