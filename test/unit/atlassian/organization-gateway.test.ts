import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEgress } from '../../../src/atlassian/egress';
import { createHttp } from '../../../src/atlassian/http';
import { createOrganizationDirectory } from '../../../src/atlassian/organization-gateway';
import { aPlatform } from '../../builders/a-platform';
import { CLOUD_ID } from '../../builders/a-product';

const api = vi.hoisted(() => ({ fetch: vi.fn<(url: string) => Promise<unknown>>() }));
vi.mock('@forge/api', () => api);

const KEY = {
  key: 'secret',
  organizationId: 'org-1',
  directoryId: 'directory-1',
};
const RESOURCE = `ari:cloud:confluence::site/${CLOUD_ID}`;
const GRANT = { resourceId: RESOURCE, resourceOwner: 'confluence', roles: ['atlassian/user'] };
const ASSIGNED = {
  resourceId: RESOURCE,
  resourceOwner: 'confluence',
  roleAssignments: [{ role: 'atlassian/user', roleAssignmentMethods: ['direct'] }],
};

/** The directory, to which Atlassian answers with these bodies, one after the other. */
function answering(...bodies: readonly object[]) {
  for (const body of bodies)
    api.fetch.mockResolvedValueOnce({
      status: 200,
      headers: { get: () => null },
      text: () => Promise.resolve(JSON.stringify(body)),
    });
  return createOrganizationDirectory(
    createHttp(aPlatform(), () => 900_000),
    KEY,
    CLOUD_ID,
    createEgress(() => 900_000),
  );
}

beforeEach(() => {
  api.fetch.mockReset();
});

describe('A listing', () => {
  it('goes on behind an empty page that has a cursor', async () => {
    const pages = [{ data: [], links: { next: 'more' } }, { data: [ASSIGNED] }];
    expect(await answering(...pages).readAssignedRoles('ada')).toEqual([
      { product: 'confluence', role: 'user', method: 'direct' },
    ]);
    expect(api.fetch.mock.calls.map(([url]) => new URL(url).searchParams.get('cursor'))).toEqual([
      null,
      'more',
    ]);
  });

  it('ends where there is no cursor', async () => {
    const roles = await answering({ data: [GRANT] }, { data: [GRANT] }).readGroupRoles('g');
    expect([roles.length, api.fetch.mock.calls.length]).toEqual([1, 1]);
  });

  it('that is empty says that there is nothing', async () => {
    expect(await answering({ data: [] }).readGroupRoles('g')).toEqual([]);
  });
});

describe('A reply on roles is malformed, not empty,', () => {
  it.each<[string, object]>([
    ['without its list', {}],
    ['with a row without its product', { data: [{ resourceId: RESOURCE, roles: [] }] }],
    ['with a row without its roles', { data: [{ resourceId: RESOURCE, resourceOwner: 'confluence' }] }],
  ])('%s, of a group', async (_, body) => {
    await expect(answering(body).readGroupRoles('g')).rejects.toMatchObject({
      code: 'atlassian.malformed',
    });
  });

  it.each<[string, object]>([
    ['without its list', {}],
    ['with a row without its roles', { data: [{ resourceId: RESOURCE, resourceOwner: 'confluence' }] }],
    [
      'with a role without its method',
      { data: [{ ...ASSIGNED, roleAssignments: [{ role: 'atlassian/user' }] }] },
    ],
  ])('%s, of an account', async (_, body) => {
    await expect(answering(body).readAssignedRoles('ada')).rejects.toMatchObject({
      code: 'atlassian.malformed',
    });
  });
});
