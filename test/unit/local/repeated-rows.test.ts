import { describe, expect, it } from 'vitest';
import { account, anOrganization, directory, groups, people, product } from './an-organization';
import type { World } from './an-organization';

const EXTRA = 10;

/** The tiny organization with more people, groups and projects, so that small pages are many. */
function aWorld(repeatedRows: boolean): World {
  return anOrganization(
    (seed) => {
      const casey = account(seed, people.casey);
      const model = product(seed, 'jira-software');
      seed.products.push({ ...model, key: 'extra', name: 'Extra' });
      seed.products.push({ ...model, key: 'more', name: 'More' });
      for (let i = 0; i < EXTRA; i += 1) {
        const joined = { [groups.default]: seed.clock };
        seed.accounts.push({ ...casey, accountId: `712020:extra-${String(i)}`, joined });
        seed.groups.push({ id: `extra-${String(i)}`, name: `extra-${String(i)}`, provenance: {} });
        seed.projects?.push({ key: `EXTRA${String(i)}`, name: `Extra ${String(i)}` });
      }
    },
    { repeatedRows },
  );
}

type Row = Readonly<Record<string, unknown>>;
type Walk = (world: World, size: number) => Row[][];

/** Reads by offset to the page that says it is the last. */
const byOffset =
  (address: string): Walk =>
  (world, size) => {
    const pages: Row[][] = [];
    for (let startAt = 0; ; startAt += size) {
      const page = `${address}startAt=${String(startAt)}&maxResults=${String(size)}`;
      const { body } = world.call('app', `GET /rest/api/3/${page}`);
      const { values, isLast, total } = body as { values: Row[]; isLast: boolean; total: number };
      pages.push(values);
      expect(isLast).toBe(startAt + values.length >= total);
      if (isLast) return pages;
    }
  };

/** Reads by offset until a page is short, as a bare list has to be read. */
const byShortPage: Walk = (world, size) => {
  const pages: Row[][] = [];
  for (let startAt = 0; ; startAt += size) {
    const page = `/rest/api/3/users/search?startAt=${String(startAt)}&maxResults=${String(size)}`;
    const rows = world.call('app', `GET ${page}`).body as Row[];
    pages.push(rows);
    if (rows.length < size) return pages;
  }
};

interface CursorPage {
  readonly data: Row[];
  readonly links: { readonly next?: string };
  readonly meta?: { readonly next?: string };
}

/** Reads by cursor, with the filters in the body of each request. */
const byBody =
  (path: (world: World) => string, body: object = {}): Walk =>
  (world, size) => {
    const pages: Row[][] = [];
    for (let cursor: string | undefined; ;) {
      const asked = { ...body, limit: size, ...(cursor === undefined ? {} : { cursor }) };
      const page = world.call('key', `POST ${path(world)}`, asked).body as CursorPage;
      pages.push(page.data);
      cursor = page.links.next;
      if (cursor === undefined) return pages;
    }
  };

/** Reads by cursor in the query. */
const byQuery =
  (path: (world: World) => string, next = (page: CursorPage) => page.links.next): Walk =>
  (world, size) => {
    const pages: Row[][] = [];
    for (let cursor: string | undefined; ;) {
      const query = `limit=${String(size)}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
      const page = world.call('key', `GET ${path(world)}?${query}`).body as CursorPage;
      pages.push(page.data);
      cursor = next(page);
      if (cursor === undefined) return pages;
    }
  };

/** A cursor of workspaces comes alone. */
const workspaces: Walk = (world, size) => {
  const pages: Row[][] = [];
  for (let cursor: string | undefined; ;) {
    const body = cursor === undefined ? { limit: size } : { cursor };
    const path = `/admin/v2/orgs/${world.seed.org.id}/workspaces`;
    const page = world.call('key', `POST ${path}`, body).body as CursorPage;
    pages.push(page.data);
    cursor = page.links.next;
    if (cursor === undefined) return pages;
  }
};

const listings: readonly (readonly [name: string, size: number, walk: Walk])[] = [
  ['users/search of Jira', 4, byShortPage],
  ['group/member', 4, byOffset(`group/member?groupId=${groups.default}&`)],
  ['group/bulk', 4, byOffset('group/bulk?')],
  ['project/search', 4, byOffset('project/search?')],
  ['users/search', 4, byBody(({ seed }) => `${directory(seed)}/users/search`)],
  [
    'users/search by nickname',
    4,
    byBody(({ seed }) => `${directory(seed)}/users/search`, {
      sortBy: [{ field: 'nick_name', direction: 'desc' }],
    }),
  ],
  ['groups/search', 4, byBody(({ seed }) => `${directory(seed)}/groups/search`)],
  ['workspaces', 2, workspaces],
  ['role-assignments', 2, byQuery(({ seed }) => `${directory(seed)}/users/${people.ada}/role-assignments`)],
  [
    'events',
    4,
    byQuery(
      ({ seed }) => `/admin/v1/orgs/${seed.org.id}/events`,
      ({ meta }) => meta?.next,
    ),
  ],
];

describe.each(listings)('pages of %s', (_, size, walk) => {
  const once = walk(aWorld(false), size).flat();

  it('tell each row once unless told to repeat rows', () => {
    expect(new Set(once.map((row) => JSON.stringify(row))).size).toBe(once.length);
    expect(once.length).toBeGreaterThan(size);
  });

  it('begin with the last row of the page before when rows repeat', () => {
    const pages = walk(aWorld(true), size);
    expect(pages.length).toBeGreaterThan(1);
    for (const [i, page] of pages.entries()) {
      expect(page.length).toBeLessThanOrEqual(size);
      if (i > 0) expect(page[0]).toEqual(pages[i - 1]?.at(-1));
    }
  });

  it('hold every row in the same order when rows repeat', () => {
    const pages = walk(aWorld(true), size);
    expect(pages.flatMap((page, i) => (i === 0 ? page : page.slice(1)))).toEqual(once);
  });
});

it.each([
  ['offset', byOffset(`group/member?groupId=${groups.default}&`)],
  ['cursor', byBody(({ seed }) => `${directory(seed)}/users/search`)],
])('pages of one row by %s have none to repeat', (_, walk) => {
  expect(walk(aWorld(true), 1)).toEqual(walk(aWorld(false), 1));
});
