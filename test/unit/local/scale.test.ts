import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../local/clock';
import { createOrganization } from '../../local/organization/organization';
import { parseSeed } from '../../local/organization/seed';
import type { OrgSeed } from '../../local/organization/seed';
import { app, directory, tinySeed, worldOf } from './an-organization';
import type { World } from './an-organization';

const accounts = 20_000;
const groupCount = 500;

/** 20,000 people, 500 groups and 2,000 projects; everybody in the default group and in two others. */
function largeSeed(): OrgSeed {
  const seed = tinySeed();
  const provenance = { externalSynced: false, managedBy: 'admins' };
  for (let i = seed.groups.length; i < groupCount; i += 1)
    seed.groups.push({ id: `g-${String(i)}`, name: `g-${String(i)}`, provenance });
  const [model] = seed.accounts;
  const [everybody] = seed.groups;
  if (model === undefined || everybody === undefined) throw new Error('the tiny seed is empty');
  for (let i = seed.accounts.length; i < accounts; i += 1) {
    const own = [everybody.id, `g-${String(10 + (i % 400))}`, `g-${String(10 + ((i * 7) % 400))}`];
    const groups = [...new Set(own)];
    seed.accounts.push({
      ...model,
      accountId: `712020:${String(i).padStart(8, '0')}`,
      platformRoles: [],
      groups,
    });
  }
  for (let i = 1; i < 2000; i += 1)
    seed.projects?.push({ key: `P${String(i)}`, name: `Project ${String(i)}` });
  return parseSeed(seed);
}

/** CPU milliseconds of this process, whatever else the machine does. */
function cpu(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

function largeWorld(): World {
  const seed = largeSeed();
  const clock = new VirtualClock(Date.parse(seed.clock));
  const world = worldOf(seed, clock, createOrganization(seed, clock, app));
  world.organization.setAppRightsDelay(0);
  world.organization.installApp();
  return world;
}

describe('an organization of 20,000 accounts', () => {
  const world = largeWorld();

  it('is swept in 200 pages within 1.5 s of CPU', () => {
    const seen = new Set<string>();
    const used = cpu(() => {
      let cursor: string | undefined;
      do {
        const body = {
          limit: 100,
          expand: ['platformRoles', 'productAccess', 'groups'],
          ...(cursor === undefined ? {} : { cursor }),
        };
        const page = world.call('key', `POST ${directory(world.seed)}/users/search`, body).body as {
          data: { accountId: string }[];
          links: { next?: string };
        };
        for (const { accountId } of page.data) seen.add(accountId);
        cursor = page.links.next;
      } while (cursor !== undefined);
    });
    expect(seen.size).toBe(accounts - 1);
    expect(used).toBeLessThan(1500);
  });

  it.each([
    [
      'role assignments',
      (id: string) => [`GET ${directory(world.seed)}/users/${id}/role-assignments`, undefined] as const,
    ],
    ['API tokens', (id: string) => [`GET /users/${id}/manage/api-tokens`, undefined] as const],
  ])('answers %s of one account within 0.2 ms of CPU', (_what, call) => {
    const calls = 2000;
    const used = cpu(() => {
      for (let i = 0; i < calls; i += 1) {
        const [endpoint, body] = call(`712020:${String(100 + i).padStart(8, '0')}`);
        world.call('key', endpoint, body);
      }
    });
    expect(used / calls).toBeLessThan(0.2);
  });

  it('walks through the default group in 400 pages within 1.5 s of CPU', async () => {
    const group = world.seed.groups[0]?.id ?? '';
    let startAt = 0;
    let used = 0;
    for (let isLast = false; !isLast; startAt += 50) {
      await world.clock.advance(50);
      used += cpu(() => {
        const endpoint = `GET /rest/api/3/group/member?groupId=${group}&startAt=${String(startAt)}`;
        const reply = world.call({ user: world.seed.accounts[0]?.accountId ?? '' }, endpoint);
        isLast = (reply.body as { isLast: boolean }).isLast;
      });
    }
    expect(used).toBeLessThan(1500);
  });
});
