import { describe, expect, it } from 'vitest';
import { anOrganization, directory, groups, people } from './an-organization';
import type { World } from './an-organization';

/** What the organization API's events tell since the start. */
function events(world: World): unknown {
  const reply = world.call('key', `GET /admin/v1/orgs/${world.seed.org.id}/events?from=${world.clock.now()}`);
  return reply.body;
}

/** What Jira's audit log tells since the start. */
function records(world: World): unknown {
  const from = new Date(world.clock.now()).toISOString();
  return world.call('app', `GET /rest/api/3/auditing/record?from=${from}`).body;
}

const anEvent = (action: string, actor: object) => ({
  data: [{ attributes: { action, actor, context: [{ id: people.casey }, { id: groups.default }] } }],
});
const aRecord = (summary: string, authorKey: unknown) => ({
  total: 1,
  records: [
    { summary, authorKey, objectItem: { id: groups.default }, associatedItems: [{ id: people.casey }] },
  ],
});

describe('a membership change', () => {
  it('through Jira is told by the organization API too', () => {
    const world = anOrganization();
    const address = `/rest/api/3/group/user?groupId=${groups.default}&accountId=${people.casey}`;
    expect(world.call({ user: people.ada }, `DELETE ${address}`).status).toBe(200);
    expect(events(world)).toMatchObject(anEvent('user_removed_from_group', { id: people.ada }));
    expect(records(world)).toMatchObject(aRecord('User removed from group', people.ada));
  });

  it('by the organization key is told by Jira too', () => {
    const world = anOrganization((seed) => {
      seed.orgKey = { createdBy: people.bram };
    });
    const address = `${directory(world.seed)}/groups/${groups.default}/memberships/${people.casey}`;
    expect(world.call('key', `DELETE ${address}`).status).toBe(204);
    expect(events(world)).toMatchObject(anEvent('user_removed_from_group', { id: people.bram }));
    expect(records(world)).toMatchObject(aRecord('User removed from group', people.bram));
  });

  it('behind the app’s back is told by both', () => {
    const world = anOrganization();
    world.organization.apply({
      at: 'PT0S',
      do: 'remove-from-group',
      group: groups.default,
      account: people.casey,
    });
    const name = 'Atlassian Administration';
    expect(events(world)).toMatchObject(anEvent('user_removed_from_group', { name }));
    expect(records(world)).toMatchObject(aRecord('User removed from group', expect.any(String)));
  });

  it('that the install of the app makes is told by neither', () => {
    const world = anOrganization();
    expect(events(world)).toMatchObject({ data: [] });
    expect(records(world)).toMatchObject({ total: 0 });
  });
});
