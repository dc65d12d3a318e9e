import { describe, expect, it } from 'vitest';
import { anOrganization, directory, groups, people } from './an-organization';
import type { World } from './an-organization';

/** Every list that pages, as a call that takes a cursor. */
function lists({ seed }: World): readonly [endpoint: string, body?: object][] {
  const own = `/admin/v1/orgs/${seed.org.id}`;
  const folder = directory(seed);
  return [
    ['GET /admin/v1/orgs'],
    [`GET /admin/v2/orgs/${seed.org.id}/directories`],
    [`POST /admin/v2/orgs/${seed.org.id}/workspaces`, {}],
    [`GET ${own}/events`],
    [`GET ${own}/directory/users/${people.casey}/last-active-dates`],
    [`POST ${folder}/users/search`, {}],
    [`POST ${folder}/groups/search`, {}],
    [`GET ${folder}/users/${people.casey}/role-assignments`],
    [`GET ${folder}/groups/${groups.default}/role-assignments`],
  ];
}

const world = anOrganization();

function turn(endpoint: string, cursor: string, body?: object) {
  return body === undefined
    ? world.call('key', `${endpoint}?cursor=${encodeURIComponent(cursor)}`)
    : world.call('key', endpoint, { ...body, cursor });
}

/** The cursor of the second page of the people of the organization. */
function cursorOfPeople(body: object = {}): string {
  const users = `POST ${directory(world.seed)}/users/search`;
  const { links } = world.call('key', users, { limit: 1, ...body }).body as { links: { next: string } };
  return links.next;
}

describe('a cursor', () => {
  it.each(lists(world))('of nobody’s making is refused by %s', (endpoint, body) => {
    const { status, body: refusal } = turn(endpoint, 'garbage', body);
    expect([status, JSON.stringify(refusal)]).toEqual([400, expect.stringContaining('ADMIN-400-1"')]);
  });

  it.each(lists(world).filter(([endpoint]) => !endpoint.endsWith('/users/search')))(
    'of the people is refused by %s',
    (endpoint, body) => {
      expect(turn(endpoint, cursorOfPeople(), body).status).toBe(400);
    },
  );

  it('turns the page of its own list', () => {
    const users = `POST ${directory(world.seed)}/users/search`;
    const [first, second] = [{}, { cursor: cursorOfPeople() }].map(
      (body) => world.call('key', users, { limit: 1, ...body }).body as { data: { accountId: string }[] },
    );
    expect(first?.data[0]?.accountId).toBe(people.erin);
    expect(second?.data[0]?.accountId).toBe(people.ada);
  });

  it('is refused when the filters have changed since', () => {
    const cursor = cursorOfPeople({ accountStatus: ['active'] });
    const users = `POST ${directory(world.seed)}/users/search`;
    const reply = world.call('key', users, { cursor, accountStatus: ['inactive'] });
    expect(reply.body).toMatchObject({ errors: [{ code: 'ADMIN-400-1' }] });
  });

  it('of the workspaces comes alone', () => {
    const workspaces = `POST /admin/v2/orgs/${world.seed.org.id}/workspaces`;
    const { links } = world.call('key', workspaces, { limit: 1 }).body as { links: { next: string } };
    expect(world.call('key', workspaces, { cursor: links.next }).body).toMatchObject({
      meta: { startIndex: 1 },
    });
    expect(world.call('key', workspaces, { cursor: links.next, limit: 1 }).body).toMatchObject({
      code: 'ADMIN-400-24',
    });
  });
});
