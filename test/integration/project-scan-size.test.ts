import { beforeAll, describe, expect, test } from 'vitest';

import { BUDGETS } from '../../src/lib/budgets';
import { JIRA_LIMITS } from '../local/forge/limits';
import { groups, people, tiny } from './a-seed';
import { aSite, type Site } from './a-site';

const PROJECTS = 2_000;
const LATENCY = { rest: 50, kvs: 5, queue: 1_000 };
const HOUR = 3_600_000;

/** Two thousand projects; every tenth has a permission scheme of its own. */
const seed = (): ReturnType<typeof tiny> =>
  tiny((organization) => {
    const projects = Array.from({ length: PROJECTS }, (_, number) => ({
      key: `P${String(number).padStart(4, '0')}`,
      name: `Project ${String(number)}`,
      lead: people.ada,
      roles: [
        { name: 'Administrators', accounts: [people.ada], groups: [groups.engineering] },
        { name: 'Contractors', groups: [groups.jiraUsers] },
        { name: 'Readers', groups: [groups.jiraUsers, groups.contractors] },
      ],
      ...(number % 10 === 0
        ? { permissions: [{ permission: 'MANAGE_SPRINTS_PERMISSION', group: groups.contractors }] }
        : {}),
    }));
    Object.assign(organization, { projects });
  });

async function aLargeSite(): Promise<Site> {
  const site = await aSite({ seed: seed() });
  await site.get('admin', 'set-project-scan', { on: true });
  site.host.setLatency(LATENCY);
  site.host.resetCost();
  return site;
}

/** Points that the app spent in each hour of the clock. */
function pointsByHour(site: Site): number[] {
  const hours = new Map<number, number>();
  for (const { at, points } of site.calls()) {
    const hour = Math.floor(Date.parse(at) / HOUR);
    hours.set(hour, (hours.get(hour) ?? 0) + (points ?? 0));
  }
  return [...hours.values()];
}

describe('On a site of 2,000 projects a full project scan', () => {
  let site: Site;
  beforeAll(async () => {
    site = await aLargeSite();
    await site.scan();
  });

  test('completes and has read every project', async () => {
    expect(await site.scanStatus()).toMatchObject({ state: 'complete' });
    const { coverage, rows } = await site.get('admin', 'get-group-use', { groupId: groups.jiraUsers });
    expect(coverage[0]).toContain('roles of 2000 of 2000 projects, and 201 permission schemes');
    expect(rows.map(({ projects }) => projects.length)).toEqual([PROJECTS, PROJECTS]);
  });

  test('uses many invocations, each within its time', () => {
    const { invocations, maxInvocationMs } = site.host.cost();
    expect(invocations).toBeGreaterThan(5);
    expect(maxInvocationMs).toBeLessThan(900_000 - BUDGETS.consumerReserveMs);
  });

  test('is never refused for its points, and leaves a quarter of each hour’s to other customers', () => {
    expect(site.calls().filter(({ status }) => status === 429)).toEqual([]);
    expect(Math.max(...pointsByHour(site))).toBeLessThan((JIRA_LIMITS.pointsPerHour * 3) / 4);
  });

  test('asks for each project and each scheme once', () => {
    const asked = site.calls('GET', /\/project\/\d+\/permissionscheme$/).map(({ path }) => path);
    expect([asked.length, new Set(asked).size]).toEqual([PROJECTS, PROJECTS]);
    expect(site.calls('GET', /\/permissionscheme\/\d+$/)).toHaveLength(201);
  });
});

test('A full project scan whose invocations die goes on where it had saved', async () => {
  const site = await aLargeSite();
  await site.get('admin', 'start-scan');
  for (const minutes of [1, 20, 45])
    site.host.clock.at(site.host.clock.now() + minutes * 60_000, () =>
      site.host.fault({ target: 'jira', match: 'GET /rest/api/3/project/*/role/*', mode: 'crash' }),
    );
  await site.host.drain();
  while ((await site.scanStatus()).state === 'running') {
    await site.host.advance('PT1H');
    await site.host.trigger('seattrace-hourly');
    await site.host.drain();
  }
  expect(await site.scanStatus()).toMatchObject({ state: 'complete' });
  const { coverage } = await site.get('admin', 'get-group-use', { groupId: groups.jiraUsers });
  expect(coverage[0]).toContain('roles of 2000 of 2000 projects');
  // Each crash repeats at most what was read since the last save.
  const asked = site.calls('GET', /\/project\/\d+\/permissionscheme$/).length;
  expect(asked).toBeLessThanOrEqual(PROJECTS + 3 * 44);
});
