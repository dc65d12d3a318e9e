import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adminRoutes } from '../../local/admin/routes';
import { jiraRoutes } from '../../local/jira/routes';
import { anOrganization, groups, people } from './an-organization';

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
});
