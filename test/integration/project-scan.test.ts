import { describe, expect, test } from 'vitest';

import type { LoggedCall } from '../local/call';
import { runDailyScan } from '../local/server/daily-scan';
import { openReview } from './a-review';
import { groups, people, tiny } from './a-seed';
import { aScannedSite, aSite, type Site, type SiteOptions } from './a-site';

const CASEY = { accountId: people.casey, product: 'jira-software' } as const;
const DEFAULT_GROUP = { groupId: groups.jiraUsers };

type Seed = ReturnType<typeof tiny>;

/** The tiny organization with these projects instead of its own. */
function withProjects(...projects: readonly object[]): Seed {
  return tiny((seed) => Object.assign(seed, { projects }));
}

const OPS = {
  key: 'OPS',
  name: 'Operations',
  lead: people.ada,
  roles: [
    { name: 'Administrators', accounts: [people.ada], groups: [groups.engineering] },
    { name: 'Contractors', groups: [groups.jiraUsers] },
    { name: 'Readers', accounts: [people.casey], groups: [groups.jiraUsers] },
  ],
};
const WEB = {
  key: 'WEB',
  name: 'Web',
  permissions: [{ permission: 'MANAGE_SPRINTS_PERMISSION', group: groups.jiraUsers }],
};

async function switchedOn(options: SiteOptions = {}): Promise<Site> {
  const site = await aSite({ seed: withProjects(OPS, WEB), ...options });
  await site.get('admin', 'set-project-scan', { on: true });
  return site;
}

async function aReadSite(options: SiteOptions = {}): Promise<Site> {
  const site = await switchedOn(options);
  expect(await site.scan()).toMatchObject({ state: 'complete' });
  return site;
}

function projectCalls(site: Site): LoggedCall[] {
  return site.calls('GET', /\/project\/[^/]+\/(role|permissionscheme)/);
}

describe('Until somebody switches it on, a full project scan', () => {
  test('asks nothing of projects but their list', async () => {
    expect(projectCalls(await aScannedSite())).toEqual([]);
  });

  test('is missing in every place that would show it, and each says so', async () => {
    const site = await aScannedSite();
    const use = await site.get('admin', 'get-group-use', DEFAULT_GROUP);
    expect(use).toMatchObject({ severity: 'unread', rows: [], changes: [] });
    const { inProjects } = await site.get('admin', 'get-seat', CASEY);
    expect(inProjects).toContain('is not known: no full project scan has read them');
  });
});

describe('Switching it on', () => {
  test('is for administrators of the site alone', async () => {
    const site = await aSite();
    expect((await site.refusal('outsider', 'set-project-scan', { on: true })).code).toBe('access.denied');
    expect((await site.get('admin', 'get-settings')).projectScan).toBeNull();
  });

  test('is a record that names who did it', async () => {
    const site = await switchedOn();
    const records = site.stored().filter(({ key }) => key.startsWith('ledger:org:'));
    expect(JSON.stringify(records.at(-1))).toContain('project-scan-set');
    expect((await site.get('admin', 'get-settings')).projectScan).toMatchObject({ by: people.ada });
  });

  test('twice is recorded once', async () => {
    const site = await switchedOn();
    const before = site.stored();
    await site.get('admin', 'set-project-scan', { on: true });
    expect(site.stored()).toEqual(before);
  });

  test('can be undone: what was read stays shown, and the next scan reads no more', async () => {
    const site = await aReadSite();
    await site.get('admin', 'set-project-scan', { on: false });
    const before = projectCalls(site).length;
    await site.scan();
    expect(projectCalls(site)).toHaveLength(before);
    expect((await site.get('admin', 'get-group-use', DEFAULT_GROUP)).severity).toBe('access');
  });
});

test('A daily scan reads no projects, and what was read before stays shown with its date', async () => {
  const site = await aReadSite();
  const before = projectCalls(site).length;
  await runDailyScan(site.host, 'seattrace-hourly');
  expect((await site.scanStatus()).startedBy).toBeNull();
  expect(projectCalls(site)).toHaveLength(before);
  const { severity, coverage } = await site.get('admin', 'get-group-use', DEFAULT_GROUP);
  expect([severity, coverage[0]]).toEqual(['access', expect.stringMatching(/^Read on 2 Nov 2026: /)]);
});

describe('A full project scan shows of a group', () => {
  test('its roles and permissions with their projects, and for whom they would end', async () => {
    const site = await aReadSite();
    const { rows, severity } = await site.get('admin', 'get-group-use', DEFAULT_GROUP);
    expect(severity).toBe('access');
    expect(rows).toEqual([
      {
        what: 'Project role *Contractors*',
        projects: ['OPS'],
        matchedBy: 'id',
        effect: 'Ends for 4 people',
      },
      {
        what: 'Project role *Readers*',
        projects: ['OPS'],
        matchedBy: 'id',
        effect: 'Ends for 3 people; stays for 1 person another way',
      },
      {
        what: 'Permission *Manage sprints*, by the scheme *Web permission scheme*',
        projects: ['WEB'],
        matchedBy: 'id',
        effect: 'Ends for 4 people',
      },
    ]);
  });

  test('administration that its role gives', async () => {
    const site = await aReadSite();
    expect(await site.get('admin', 'get-group-use', { groupId: groups.engineering })).toMatchObject({
      severity: 'administration',
      summary: 'Leaving it can end administration of OPS.',
    });
  });

  test('what was added and what went since the reading before', async () => {
    const site = await aReadSite();
    const { seed } = site.host.organization;
    const [ops] = seed.projects ?? [];
    const contractors = ops?.roles?.find(({ name }) => name === 'Contractors');
    const readers = ops?.roles?.find(({ name }) => name === 'Readers');
    Object.assign(contractors ?? {}, { groups: [] });
    readers?.groups?.push(groups.contractors);
    await site.scan();
    const changes = async (groupId: string): Promise<readonly string[]> =>
      (await site.get('admin', 'get-group-use', { groupId })).changes;
    expect(await changes(groups.jiraUsers)).toEqual([
      'Gone since 2 Nov 2026: project role *Contractors* in OPS.',
    ]);
    expect(await changes(groups.contractors)).toEqual([
      'Added since 2 Nov 2026: project role *Readers* in OPS.',
    ]);
  });
});

describe('A seat that was read together with projects', () => {
  test('says which role and permission end with its groups and which stay', async () => {
    const { inProjects } = await (await aReadSite()).get('admin', 'get-seat', CASEY);
    expect(inProjects).toBe(
      'Project role *Contractors* in OPS ends; permission *Manage sprints* in WEB ends; project role *Readers* in OPS stays, given to the person.',
    );
  });

  test('says through which role and group it administers', async () => {
    const site = await aReadSite();
    const { facts } = await site.get('admin', 'get-seat', { ...CASEY, accountId: people.ada });
    expect(facts.find(({ label }) => label === 'Project administration comes through')?.value).toBe(
      'OPS (role *Administrators*, given to the person)',
    );
  });

  test('has the verdict that it has without them', async () => {
    const of = async (site: Site) => (await site.get('admin', 'list-seats', { limit: 100 })).rows;
    expect(await of(await aReadSite())).toEqual(
      await of(await aScannedSite({ seed: withProjects(OPS, WEB) })),
    );
  });
});

describe('A review on a scan that read projects', () => {
  test('shows in each plan line what ends in projects', async () => {
    const review = await openReview(await aReadSite());
    await review.approveRemovalOf(people.casey);
    const { items, notChecked } = await review.plan();
    expect(items.map(({ inProjects }) => inProjects)).toEqual([
      expect.stringMatching(/^Project role \*Contractors\* in OPS ends; /),
    ]);
    expect(notChecked).toContain('Read on 2 Nov 2026: roles of 2 of 2 projects, and 2 permission schemes.');
  });

  test('says in a packet to the identity owner where the synced group is used', async () => {
    const review = await openReview(await aReadSite());
    const lines = await review.lines({ owner: 'identity' });
    await review.decide(
      'admin',
      lines.map(({ line }) => line),
      'route-out',
    );
    const [row] = (await review.site.get('admin', 'list-handoffs', { owner: 'identity' })).rows;
    const { packet } = await review.site.get('admin', 'get-case', { caseId: row?.caseId ?? '' });
    expect(packet).toContain('Where the groups are used in projects:');
    expect(packet).toContain('- *idp-engineering*: Leaving it can end administration of OPS.');
    expect(packet).toContain('Project role *Administrators* in OPS ends; administration in OPS ends.');
  });

  test('says in its plan that nobody read them when nobody did', async () => {
    const review = await openReview(await aScannedSite());
    await review.approveRemovalOf(people.casey);
    const [item] = (await review.plan()).items;
    expect(item?.inProjects).toContain('is not known');
  });
});

describe('A project that Jira refuses', () => {
  test.each([401, 403, 404])('with %i is named, and the rest is read', async (status) => {
    const site = await switchedOn();
    site.host.fault({ target: 'jira', match: 'GET /rest/api/3/project/*/permissionscheme', status });
    expect(await site.scan()).toMatchObject({ state: 'complete' });
    const { coverage, rows } = await site.get('admin', 'get-group-use', DEFAULT_GROUP);
    expect(coverage).toContain('Could not be read: 1 project (OPS).');
    expect(rows.map(({ projects }) => projects)).toEqual([['WEB']]);
    const { inProjects } = await site.get('admin', 'get-seat', CASEY);
    expect(inProjects).toMatch(/Not known for 1 project that could not be read\.$/);
  });

  test('is a source that could not be read', async () => {
    const site = await switchedOn();
    site.host.fault({ target: 'jira', match: 'GET /rest/api/3/permissionscheme/*', status: 404 });
    await site.scan();
    const { snapshot } = await site.get('admin', 'get-overview');
    expect(snapshot?.sources).toContainEqual(
      expect.objectContaining({
        source: 'Jira: roles and permission schemes of projects',
        state: 'unreadable',
        note: '0 of 2 projects and 1 of 2 permission schemes could not be read',
      }),
    );
  });
});

describe('Without an organization key', () => {
  test('projects are read as well', async () => {
    const site = await aReadSite({ orgKey: false });
    const { rows, coverage } = await site.get('admin', 'get-group-use', DEFAULT_GROUP);
    expect(rows.map(({ what }) => what)).toContain('Project role *Contractors*');
    expect(coverage.at(-1)).toMatch(
      /^Without an organization key only groups that grant a Jira app are known/,
    );
  });
});

describe('The cost of a full project scan', () => {
  test('is shown to administrators of the site before anything is switched on', async () => {
    const site = await aSite({ seed: withProjects(OPS, WEB) });
    const cost = await site.get('admin', 'get-project-scan-cost');
    expect(cost).toMatchObject({ projects: 2, sampled: 2, minutes: 1 });
    expect((await site.refusal('outsider', 'get-project-scan-cost')).code).toBe('access.denied');
  });

  test('is what the scan then takes', async () => {
    const site = await aSite({ seed: withProjects(OPS, WEB) });
    const { requests, points } = await site.get('admin', 'get-project-scan-cost');
    await site.get('admin', 'set-project-scan', { on: true });
    const before = projectCalls(site).length;
    await site.scan();
    const calls = projectCalls(site).slice(before);
    expect(calls).toHaveLength(requests);
    expect(calls.reduce((sum, call) => sum + (call.points ?? 0), 0)).toBe(points);
  });

  test('cannot be told where Jira refuses every project that was tried', async () => {
    const site = await aSite({ seed: withProjects(OPS, WEB) });
    site.host.fault({ target: 'jira', match: 'GET /rest/api/3/project/*/role', status: 404, times: 2 });
    expect((await site.refusal('admin', 'get-project-scan-cost')).message).toMatch(
      /does not tell the app enough/,
    );
  });
});
