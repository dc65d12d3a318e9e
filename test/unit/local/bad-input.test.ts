import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminRoutes } from '../../local/admin/routes';
import { jiraRoutes } from '../../local/jira/routes';
import { account, anOrganization, groups, people } from './an-organization';
import { factsOf } from './facts';
import { newIssue, successfulCalls } from './successful-calls';

const routes = [...jiraRoutes, ...adminRoutes];
const segment = fc.oneof(
  fc.constantFrom(
    '-',
    'OPS',
    'OPS-1',
    '10000',
    groups.default,
    people.casey,
    '%E0%A4%A',
    '..',
    'jira-software',
  ),
  fc.string(),
);
const values = fc.oneof(
  fc.constantFrom('', '-1', '0', '1e9', 'true', groups.default, people.ada, '*all'),
  fc.string(),
);
const bodies = fc.oneof(fc.constant(undefined), fc.jsonValue());

describe('bad input', () => {
  it('gets an answer, never an exception, at every endpoint', async () => {
    const world = anOrganization();
    const { org } = world.seed;
    const call = fc.record({
      route: fc.constantFrom(...routes),
      segment,
      query: fc.array(values, { maxLength: 4 }),
      body: bodies,
    });
    await fc.assert(
      fc.asyncProperty(call, async ({ route, segment: text, query, body }) => {
        await world.clock.advance(60_000);
        const known = route.path.replace('{orgId}', org.id).replace('{directoryId}', org.directoryId);
        const path = known.replace(/\{\w+\}/g, () => encodeURIComponent(text));
        const names = route.query ?? [];
        const search = new URLSearchParams(
          query.map((value, i) => [names[i % Math.max(1, names.length)] ?? 'x', value]),
        );
        const as = path.startsWith('/rest/') ? { user: people.ada } : 'key';
        const reply = world.call(as, `${route.method} ${path}?${search.toString()}`, body);
        expect(reply.status).toBeGreaterThanOrEqual(200);
        expect(reply.status).toBeLessThan(500);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('at an address that is none gets the API’s own 404 or 405', () => {
    const world = anOrganization();
    expect(world.call({ user: people.ada }, 'GET /rest/api/3/nothing').status).toBe(404);
    expect(world.call({ user: people.ada }, 'PUT /rest/api/3/myself').status).toBe(405);
    expect(world.call('key', 'GET /admin/v1/nothing').body).toMatchObject({
      errors: [{ code: 'ADMIN-404-1' }],
    });
  });

  it('at an address of the user management API is refused in that API’s own shape', () => {
    const world = anOrganization();
    const account = `/users/${people.devi}/manage`;
    expect(world.call('key', `GET ${account}?zz=1`).body).toMatchObject({
      key: 'fieldConstraintsViolated',
      context: { fieldViolations: [{ field: 'zz' }] },
    });
    expect(world.call('key', `GET ${account}?privileges=flight`).body).toMatchObject({
      context: { fieldViolations: [{ field: 'privileges' }] },
    });
    expect(world.call('key', 'GET /users/nothing').body).toEqual({ key: 'notFound' });
  });
});

describe('a value that a parameter does not take', () => {
  const world = anOrganization((seed) => {
    account(seed, people.casey).openIssues = 3;
  });
  world.call({ user: people.ada }, 'POST /rest/api/3/issue', newIssue);
  const calls = successfulCalls(world).map(([endpoint, call, body]) => [endpoint, call, body] as const);
  const tooMany = Array.from({ length: 101 }, (_, index) => `id-${String(index)}`);

  it.each(calls)('is refused by %s wherever its document does', async (endpoint, call, body) => {
    const facts = factsOf(endpoint.split(' ')[1] ?? '');
    const [address = '', given = ''] = call.split('?');
    for (const name of facts.queryNames(endpoint)) {
      for (const values of [['zz'], ['1.5'], tooMany]) {
        const query = new URLSearchParams(given);
        query.delete(name);
        for (const value of values) query.append(name, value);
        const faults = facts.requestFaults(endpoint, query, body);
        // The first value of a parameter that is given twice is taken; how objects are written is not documented.
        if (faults.every((fault) => /is given twice$|is no object$/.test(fault))) continue;
        await world.clock.advance(60_000);
        const as = call.includes(' /rest/') ? { user: people.ada } : 'key';
        const { status } = world.call(as, `${address}?${query.toString()}`, body);
        expect(status, `${name} as ${values[0] ?? ''}`).toBe(400);
      }
    }
  });

  it.each([
    'auditing/record?offset=-1',
    'auditing/record?limit=-1',
    'groups/picker?maxResults=-1',
    'users/search?startAt=-1',
    'group/bulk?maxResults=-1',
  ])('is a negative number for %s', (address) => {
    expect(world.call({ user: people.ada }, `GET /rest/api/3/${address}`).status).toBe(400);
  });
});

/** Every value inside a value, as a way to it. */
function* places(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) yield* places(part, [...path, name]);
}

function changed(value: unknown, [name, ...rest]: readonly string[], to: unknown): unknown {
  if (name === undefined) return to;
  const copy: unknown = structuredClone(value);
  if (typeof copy !== 'object' || copy === null) throw new Error(`There is no ${name}.`);
  Reflect.set(copy, name, changed(Reflect.get(copy, name), rest, to));
  return copy;
}

describe('a body with a value of the wrong type', () => {
  const world = anOrganization((seed) => {
    account(seed, people.casey).openIssues = 3;
  });
  world.call({ user: people.ada }, 'POST /rest/api/3/issue', newIssue);
  const calls = successfulCalls(world).filter(([, , body]) => body !== undefined);
  const values = [null, 7, 1.5, 'text', true, [], [{}], {}, { zz: 1 }, 'x'.repeat(300)];

  it.each(calls.map(([endpoint, call, body]) => [endpoint, call, body] as const))(
    'is refused by %s wherever its document does',
    async (endpoint, call, body) => {
      const facts = factsOf(endpoint.split(' ')[1] ?? '');
      const as = call.includes(' /rest/') ? { user: people.ada } : 'key';
      const query = new URL(call.split(' ')[1] ?? '', 'https://local.example').searchParams;
      for (const place of places(body)) {
        for (const value of values) {
          const wrong = changed(body, place, value);
          if (facts.requestFaults(endpoint, query, wrong).length === 0) continue;
          await world.clock.advance(1_000);
          const { status } = world.call(as, call, wrong);
          expect(status, `${place.join('.')} as ${JSON.stringify(value)}`).toBe(400);
        }
      }
    },
  );
});
