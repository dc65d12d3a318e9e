import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalHost } from '../local/host-contract';
import { createHost } from '../local/host';
import type { Served } from '../local/server/serve';
import { serve } from '../local/server/serve';
import { groups, people, tiny } from './a-seed';

const basic = (email: string): string => `Basic ${Buffer.from(`${email}:any-token`).toString('base64')}`;

let host: LocalHost;
let served: Served;

beforeAll(async () => {
  host = await createHost({ seed: tiny(), clock: 'wall' });
  await host.install();
  served = await serve(host, { port: 0, pageFolder: '/nowhere', seedName: 'tiny' });
});

afterAll(async () => {
  await served.close();
  await host.close();
});

/** A request over HTTP with an authorization; a body is sent as the text that it is. */
async function send(endpoint: string, authorization: string, body?: string) {
  const [method = '', path = ''] = endpoint.split(' ');
  const headers = { authorization, 'content-type': 'application/json' };
  const reply = await fetch(`${served.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await reply.text();
  return { status: reply.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

const bearer = (): string => `Bearer ${host.organization.orgKey}`;
const searchPeople = (): string => {
  const { id, directoryId } = host.organization.seed.org;
  return `POST /admin/v2/orgs/${id}/directories/${directoryId}/users/search`;
};

describe('The organization API over HTTP', () => {
  it('answers its own key', async () => {
    expect(await send('GET /admin/v1/orgs', bearer())).toMatchObject({
      status: 200,
      body: { data: [{ id: host.organization.seed.org.id }] },
    });
    expect(await send(searchPeople(), bearer(), '{"limit":1}')).toMatchObject({
      status: 200,
      body: { data: [{ accountType: 'atlassian' }], links: { next: expect.any(String) as unknown } },
    });
    expect((await send(`GET /users/${people.devi}/manage`, bearer())).status).toBe(200);
  });

  it.each([
    ['a wrong key', 'Bearer another'],
    ['no key', ''],
    ['an administrator’s e-mail address and token', basic('ada@northwind.example')],
  ])('refuses %s', async (_what, authorization) => {
    expect(await send('GET /admin/v1/orgs', authorization)).toEqual({
      status: 401,
      body: { code: 401, message: 'Unauthorized' },
    });
    expect(await send(`GET /users/${people.devi}/manage`, authorization)).toEqual({
      status: 401,
      body: { key: 'unauthorized' },
    });
  });

  it('refuses a body that is no JSON in its own words', async () => {
    expect(await send(searchPeople(), bearer(), '{')).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'ADMIN-400-24' }] },
    });
  });
});

describe('Jira over HTTP', () => {
  it('refuses a body that is no JSON in its own words', async () => {
    const add = `POST /rest/api/3/group/user?groupId=${groups.contractors}`;
    expect(await send(add, basic('ada@northwind.example'), '{')).toEqual({
      status: 400,
      body: { errorMessages: [expect.any(String)], errors: {} },
    });
  });

  it('does not take the organization key', async () => {
    expect((await send('GET /rest/api/3/myself', bearer())).status).toBe(401);
  });
});
