import { describe, expect, it } from 'vitest';

import { scopesEndpoints } from '../../guards/rules/scopes-endpoints';
import { filesOf, shown } from './files-of';

const facts = {
  paths: {
    '/rest/api/3/user': { get: { security: [{ basicAuth: [] }, { OAuth2: ['read:jira-user'] }, {}] } },
    '/rest/api/3/project/{projectIdOrKey}/role/{id}': { get: { security: [{ OAuth2: ['read:jira-work'] }] } },
    '/rest/api/3/group/user': { delete: { security: [{ OAuth2: ['manage:jira-configuration'] }] } },
  },
};

const gateway = (call: string): string => `const send = () => api.asApp().requestJira(${call});`;

const right = {
  'test/fixtures/facts/jira-platform-v3.json': JSON.stringify(facts),
  'manifest.yml': 'permissions:\n  scopes:\n    read:jira-user: {}\n',
  'docs/permissions.md': '| scope | endpoints |\n|---|---|\n| `read:jira-user` | `GET /rest/api/3/user` |\n',
  'src/atlassian/user-gateway.ts': gateway('route`/rest/api/3/user?accountId=${id}`'),
};

function check(changes: Readonly<Record<string, string>>): readonly string[] {
  return shown(scopesEndpoints(filesOf({ ...right, ...changes })));
}

describe('the guard of scopes', () => {
  it('is content when requests, scopes and table agree', () => {
    expect(check({})).toEqual([]);
  });

  it('finds a request whose scope the manifest does not have, by its method', () => {
    const call = gateway("route`/rest/api/3/group/user?groupId=${id}`, { method: 'DELETE' }");
    expect(check({ 'src/atlassian/group-gateway.ts': call })).toEqual([
      'src/atlassian/group-gateway.ts:1 DELETE /rest/api/3/group/user needs the scope manage:jira-configuration, which manifest.yml does not have',
      'src/atlassian/group-gateway.ts:1 DELETE /rest/api/3/group/user has no row with manage:jira-configuration in docs/permissions.md',
    ]);
  });

  it('finds a scope that no request needs', () => {
    const text = `${right['manifest.yml']}    read:jira-work: {}\n`;
    expect(check({ 'manifest.yml': text })).toEqual([
      'manifest.yml:4 has the scope read:jira-work, which no request needs',
    ]);
  });

  it('takes storage as used when a repository imports the store', () => {
    const text = `${right['manifest.yml']}    storage:app: {}\n`;
    expect(check({ 'manifest.yml': text })).toHaveLength(1);
    expect(check({ 'manifest.yml': text, 'src/storage/a.ts': "import { kvs } from '@forge/kvs';" })).toEqual(
      [],
    );
  });

  it('finds a request that the table does not list', () => {
    expect(check({ 'docs/permissions.md': '' })).toEqual([
      'src/atlassian/user-gateway.ts:1 GET /rest/api/3/user has no row with read:jira-user in docs/permissions.md',
    ]);
  });

  it('finds a row of the table that nothing requests any more', () => {
    const table = `${right['docs/permissions.md']}| \`read:jira-work\` | \`GET /rest/api/3/project/{projectIdOrKey}/role/{id}\` |\n`;
    expect(check({ 'docs/permissions.md': table })).toEqual([
      'docs/permissions.md:4 lists GET /rest/api/3/project/{}/role/{}, which no gateway requests',
    ]);
  });

  it('knows a path by its parameters', () => {
    const call = gateway('route`/rest/api/3/project/${key}/role/${id}`');
    expect(check({ 'src/atlassian/project-gateway.ts': call })).toContain(
      'src/atlassian/project-gateway.ts:1 GET /rest/api/3/project/{}/role/{} needs the scope read:jira-work, which manifest.yml does not have',
    );
  });

  it('finds an endpoint that the API does not have', () => {
    const call = gateway('route`/rest/api/3/usr`');
    expect(check({ 'src/atlassian/user-gateway.ts': call })).toContain(
      'src/atlassian/user-gateway.ts:1 GET /rest/api/3/usr is not in test/fixtures/facts/jira-platform-v3.json or test/fixtures/further-facts/jira-platform-v3.json',
    );
  });

  it.each([
    ['path', 'a literal route'],
    ['`/rest/api/3/user`', 'a literal route'],
    ['route`/rest/api/3/user`, options', 'its options here'],
    ['route`/rest/api/3/user`, post(body)', 'its options here'],
    ['route`/rest/api/3/user`, { method }', 'its options here'],
    ['route`/rest/api/3/user`, { ...options }', 'its options here'],
  ])('finds that requestJira(%s) hides what it asks for', (call, needs) => {
    const [first] = check({ 'src/atlassian/a.ts': gateway(call) });
    expect(first).toContain(`src/atlassian/a.ts:1 requestJira needs ${needs}`);
  });

  it('sees a method beside other options', () => {
    const call = gateway("route`/rest/api/3/user`, { method: 'GET', ...options }");
    expect(check({ 'src/atlassian/a.ts': call })).toEqual([]);
  });

  it('finds a request outside the gateways', () => {
    expect(check({ 'src/usecases/a.ts': gateway('route`/rest/api/3/user`') })).toEqual([
      'src/usecases/a.ts:1 requests Jira outside src/atlassian',
    ]);
  });
});
