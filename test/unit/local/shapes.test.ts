import { beforeEach, describe, expect, it } from 'vitest';
import { adminRoutes } from '../../local/admin/routes';
import { jiraRoutes } from '../../local/jira/routes';
import type { Caller, World } from './an-organization';
import { account, anOrganization, groups, people, product } from './an-organization';
import { callFaults, replyFaults } from './documented';
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

const world = richOrganization();
world.call({ user: people.ada }, 'POST /rest/api/3/issue', newIssue);
const calls = successfulCalls(world).map(([endpoint, call, body]) => [endpoint, call, body] as const);

// So that no call meets a limit of a minute or less.
beforeEach(() => world.clock.advance(60_000));

/** Somebody who may do everything in the API of a call. */
const mighty = (call: string): Caller => (call.includes(' /rest/') ? { user: people.ada } : 'key');

describe('a successful reply', () => {
  it.each(calls)('of %s has the documented shape', (endpoint, call, body) => {
    const reply = world.call(mighty(call), call, body);
    expect(reply.status).toBeLessThan(300);
    expect(replyFaults(endpoint, reply)).toEqual([]);
  });

  it('is tried for every endpoint', () => {
    const tried = calls.map(([endpoint]) => endpoint);
    const all = [...jiraRoutes, ...adminRoutes].map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(tried)].sort()).toEqual(all.sort());
  });
});

/** Callers of whom each endpoint answers some and refuses some. */
const callers: readonly [who: string, as: Caller][] = [
  ['nobody', 'nobody'],
  ['a wrong kind of caller', 'app'],
  ['somebody who may little', { user: people.casey }],
  ['somebody who may not use Jira', { user: people.gil }],
  ['an account that has been suspended', { user: people.fay }],
];

describe.each(callers)('the answer to %s', (_who, as) => {
  it.each(calls)('of %s is documented', (endpoint, call, body) => {
    expect(replyFaults(endpoint, world.call(as, call, body))).toEqual([]);
  });
});

describe('a refusal', () => {
  const isJira = ([endpoint]: (typeof calls)[number]): boolean => endpoint.includes(' /rest/');

  const withdrawn = anOrganization();
  const { appAccountId } = withdrawn.organization;
  const leave = `groupId=${groups.admin}&accountId=${appAccountId}`;
  withdrawn.call({ user: people.ada }, `DELETE /rest/api/3/group/user?${leave}`);

  it.each(calls.filter(isJira))(
    'by %s of an app that lost its rights is documented',
    (endpoint, call, body) => {
      expect(replyFaults(endpoint, withdrawn.call('app', call, body))).toEqual([]);
    },
  );

  const poor = anOrganization((seed) => {
    seed.orgKey = { scoped: true };
    seed.behaviour = { events: false };
  });

  it.each(calls.filter((call) => !isJira(call)))(
    'by %s of a key with scopes, and without audit log, is documented',
    (endpoint, call, body) => {
      expect(replyFaults(endpoint, poor.call('key', call, body))).toEqual([]);
    },
  );

  it.each([
    ['GET /rest/api/3/myself', 'GET /rest/api/3/myself'],
    ['GET /admin/v1/orgs/{orgId}/events', `GET /admin/v1/orgs/${world.seed.org.id}/events`],
  ])('by %s of too many requests is documented', (endpoint, call) => {
    const busy = anOrganization();
    for (let sent = 0; sent < 200; sent += 1) busy.call(mighty(call), call);
    const reply = busy.call(mighty(call), call);
    expect(reply.status).toBe(429);
    expect(replyFaults(endpoint, reply)).toEqual([]);
  });
});

describe('the answer', () => {
  it.each(calls)('of %s to an unknown query parameter is documented', (endpoint, call, body) => {
    const reply = world.call(mighty(call), `${call}${call.includes('?') ? '&' : '?'}zz=1`, body);
    expect(reply.status).toBe(400);
    expect(replyFaults(endpoint, reply)).toEqual([]);
  });

  const withBody = calls.filter(([, , body]) => body !== undefined);
  const wrong = [null, 'text', 7, [], { zz: {} }, { accountId: 7, fields: 7, limit: 'x', to: 7, jql: 7 }];

  const isDocumented = (endpoint: string, body: unknown): boolean =>
    factsOf(endpoint.split(' ')[1] ?? '').requestFaults(endpoint, new URLSearchParams(), body).length === 0;

  it.each(withBody)('of %s to a wrong body is documented', (endpoint, call) => {
    for (const body of wrong) {
      if (isDocumented(endpoint, body)) continue;
      const reply = world.call(mighty(call), call, body);
      expect([400, 404], JSON.stringify(body)).toContain(reply.status);
      expect(replyFaults(endpoint, reply)).toEqual([]);
    }
  });

  const withName = calls.filter(([endpoint]) => endpoint.includes('{'));

  it.each(withName)('of %s about something that is not there is documented', (endpoint, call, body) => {
    const path = endpoint.split(' ')[1]?.split('/') ?? [];
    const asked = call.split('?')[0]?.split('/') ?? [];
    for (const [index, segment] of path.entries()) {
      if (!segment.startsWith('{')) continue;
      const other = asked.map((part, at) => (at === index ? 'nothing-of-the-sort' : part)).join('/');
      expect(replyFaults(endpoint, world.call(mighty(call), other, body))).toEqual([]);
    }
  });
});

describe('a request', () => {
  const check = (endpoint: string, body?: unknown): string[] => {
    const [method = '', address = ''] = endpoint.split(' ');
    const url = new URL(address, 'https://local.example');
    const request = { target: 'jira', principal: { kind: 'app' }, headers: {}, scopes: null } as const;
    const { pathname: path, searchParams: query } = url;
    return callFaults(
      { ...request, method, path, query, body },
      { status: 401, body: { errorMessages: [] } },
    );
  };

  it('as the document has it is not a fault', () => {
    expect(check('GET /rest/api/3/group/member?groupId=g&startAt=50&includeInactiveUsers=true')).toEqual([]);
    expect(check('POST /rest/api/3/permissions/check', { globalPermissions: ['ADMINISTER'] })).toEqual([]);
  });

  it('is a fault at an address that is no endpoint', () => {
    expect(check('GET /rest/api/3/nothing')).toEqual(['GET /rest/api/3/nothing: is no documented endpoint']);
  });

  it.each([
    ['an unknown parameter', 'GET /rest/api/3/group/member?group=g', '?group is not documented'],
    ['a parameter of the wrong type', 'GET /rest/api/3/group/member?startAt=x', '?startAt is no integer'],
    ['a parameter given twice', 'GET /rest/api/3/user?accountId=a&accountId=b', '?accountId is given twice'],
    ['a missing parameter', 'GET /rest/api/3/user/groups', '?accountId is missing'],
    [
      'a value that is not listed',
      'GET /rest/api/3/project/search?status=lost',
      '?status[0] is "lost", none of live, archived, deleted',
    ],
    [
      'a value over the largest',
      'GET /rest/api/3/project/search?maxResults=101',
      '?maxResults is not from -Infinity to 100',
    ],
  ])('with %s is a fault', (_what, call, fault) => {
    expect(check(call)).toEqual([`${call.split('?')[0] ?? ''}: request ${fault}`]);
  });

  it.each([
    ['no body', undefined, '$ is missing'],
    ['a body that is no object', 'text', '$ is no object'],
    ['an unknown property', { zz: 1 }, '$.zz is not documented'],
    ['a property of the wrong type', { globalPermissions: [1] }, '$.globalPermissions[0] is no string'],
  ])('with %s is a fault', (_what, body, fault) => {
    const endpoint = 'POST /rest/api/3/permissions/check';
    expect(check(endpoint, body)).toEqual([`${endpoint}: request ${fault}`]);
  });

  it('with a body where none belongs is a fault', () => {
    const endpoint = 'GET /rest/api/3/myself';
    expect(check(endpoint, {})).toEqual([`${endpoint}: request $ is a body where none is documented`]);
  });
});
