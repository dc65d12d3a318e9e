import { describe, expect, it } from 'vitest';
import { account, anOrganization, people, type World } from './an-organization';

const search = (world: World, kind: 'filter' | 'dashboard', as: Parameters<World['call']>[0], more = '') =>
  world.call(as, `GET /rest/api/3/${kind}/search?accountId=${people.casey}${more}`);

/** Casey owns one filter for everybody, one for nobody else, and a dashboard for everybody; Devi owns one too. */
function aWorld(): World {
  const world = anOrganization();
  const { organization } = world;
  organization.makeOwned({ kind: 'filter', name: 'Triage', owner: people.casey, shared: true });
  organization.makeOwned({ kind: 'filter', name: 'My bugs', owner: people.casey, shared: false });
  organization.makeOwned({ kind: 'filter', name: 'Releases', owner: people.devi, shared: true });
  organization.makeOwned({ kind: 'dashboard', name: 'Operations', owner: people.casey, shared: true });
  return world;
}

describe('filters and dashboards', () => {
  it('of a seed are none', () => {
    const world = anOrganization();
    expect(search(world, 'filter', 'app').body).toMatchObject({ total: 0, values: [] });
    expect(search(world, 'dashboard', 'app').body).toMatchObject({ total: 0, values: [] });
  });

  it('are found by owner, as far as they are shared', () => {
    const world = aWorld();
    expect(search(world, 'filter', 'app').body).toMatchObject({ total: 1, values: [{ name: 'Triage' }] });
    expect(search(world, 'dashboard', 'app').body).toMatchObject({
      total: 1,
      values: [{ name: 'Operations' }],
    });
  });

  it('are all shown to their owner', () => {
    expect(search(aWorld(), 'filter', { user: people.casey }).body).toMatchObject({ total: 2 });
  });

  it('are all shown to an administrator who overrides the sharing of filters', () => {
    const reply = search(aWorld(), 'filter', 'app', '&overrideSharePermissions=true&maxResults=1');
    expect(reply.body).toMatchObject({ total: 2, values: { length: 1 } });
  });

  it('are refused to anybody else who overrides it', () => {
    const reply = search(aWorld(), 'filter', { user: people.casey }, '&overrideSharePermissions=true');
    expect(reply.status).toBe(400);
  });

  it('come back with a dump', () => {
    const world = anOrganization();
    world.organization.load(aWorld().organization.dump());
    expect(search(world, 'filter', 'app').body).toMatchObject({ total: 1, values: [{ id: '10000' }] });
  });
});

describe('the count of issues', () => {
  const count = (world: World, body: unknown) =>
    world.call('app', 'POST /rest/api/3/search/approximate-count', body);
  const open = { jql: `assignee = "${people.casey}" AND statusCategory != Done` };

  it('counts what the search would find', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).openIssues = 3;
      account(seed, people.devi).openIssues = 2;
    });
    expect(count(world, open).body).toEqual({ count: 3 });
  });

  it('leaves out what is done', () => {
    const world = anOrganization((seed) => {
      account(seed, people.casey).openIssues = 3;
    });
    world.call({ user: people.ada }, 'POST /rest/api/3/issue/OPS-1/transitions', {
      transition: { id: '31' },
    });
    expect(count(world, open).body).toEqual({ count: 2 });
  });

  it('takes no query without a condition', () => {
    expect(count(anOrganization(), { jql: 'ORDER BY created' }).status).toBe(400);
  });
});
