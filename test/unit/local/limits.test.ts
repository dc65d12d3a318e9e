import { describe, expect, it } from 'vitest';
import { account, anOrganization, people } from './an-organization';

const rest = '/rest/api/3';

describe("Jira's limits", () => {
  it('end the hour of an app at 65,000 points, with the reason and the time to wait', async () => {
    const world = anOrganization((seed) => {
      const model = account(seed, people.casey);
      for (let i = 0; i < 1000; i += 1)
        seed.accounts.push({ ...model, accountId: `712020:extra-${String(i)}` });
    });
    await world.clock.advance(30 * 60_000);
    for (let i = 0; i < 33; i += 1) {
      expect(world.call('app', `GET ${rest}/users/search?maxResults=1000`).status).toBe(200);
    }
    const refused = world.call('app', `GET ${rest}/users/search`);
    expect(refused.status).toBe(429);
    expect(refused.points).toBe(0);
    expect(refused.headers).toMatchObject({
      'RateLimit-Reason': 'jira-quota-global-based',
      'Retry-After': '1800',
    });
    expect(world.call({ user: people.ada }, `GET ${rest}/users/search`).status).toBe(200);
    await world.clock.advance(30 * 60_000);
    expect(world.call('app', `GET ${rest}/users/search`).status).toBe(200);
  });

  it('cost people with a token no points', () => {
    const world = anOrganization();
    expect(world.call('app', `GET ${rest}/myself`).points).toBe(3);
    expect(world.call({ user: people.ada }, `GET ${rest}/myself`).points).toBe(0);
    expect(world.call({ user: people.ada }, `GET ${rest}/nothing`).points).toBe(0);
  });

  it('let 100 requests a second through to one endpoint', async () => {
    const world = anOrganization();
    for (let i = 0; i < 100; i += 1) expect(world.call('app', `GET ${rest}/myself`).status).toBe(200);
    const refused = world.call('app', `GET ${rest}/myself`);
    expect(refused.headers).toMatchObject({ 'RateLimit-Reason': 'jira-burst-based', 'Retry-After': '1' });
    expect(world.call('app', `GET ${rest}/serverInfo`).status).toBe(200);
    await world.clock.advance(1000);
    expect(world.call('app', `GET ${rest}/myself`).status).toBe(200);
  });
});

describe("the organization API's limits", () => {
  it('let ten requests for events through a minute', async () => {
    const world = anOrganization();
    const events = `GET /admin/v1/orgs/${world.seed.org.id}/events`;
    for (let i = 0; i < 10; i += 1) expect(world.call('key', events).status).toBe(200);
    const refused = world.call('key', events);
    expect(refused.status).toBe(429);
    expect(refused.headers).toMatchObject({
      'X-RateLimit-Limit': '10',
      'X-RateLimit-Remaining': '0',
      'Retry-After': '60',
    });
    await world.clock.advance(60_000);
    expect(world.call('key', events).status).toBe(200);
  });

  it('let 200 requests for last-active dates through a minute', () => {
    const world = anOrganization();
    const dates = `GET /admin/v1/orgs/${world.seed.org.id}/directory/users/${people.erin}/last-active-dates`;
    for (let i = 0; i < 200; i += 1) expect(world.call('key', dates).status).toBe(200);
    expect(world.call('key', dates).status).toBe(429);
  });
});
