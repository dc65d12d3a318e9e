import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../../src/domain/signal';
import type { OrganizationGroup, ResourceRoles, Workspace } from '../../../../src/ports/site-directory';
import {
  accessTypeOf,
  assembleSnapshot,
  grantsOf,
  type Readings,
} from '../../../../src/usecases/scan/assemble-snapshot';
import type { SiteRow } from '../../../../src/usecases/scan/rows';
import { aScanRun } from '../../../builders/a-scan-run';
import { CLOUD_ID } from '../../../builders/a-product';
import { aDeepReading, anAccount } from '../../../builders/an-account';
import { daysAgo, TAKEN_AT } from '../../../builders/times';

const JIRA = 'jira-software';
const resource = (product: string, cloudId = CLOUD_ID) => `ari:cloud:${product}::site/${cloudId}`;

function aSite(overrides: Partial<SiteRow> = {}): SiteRow {
  return {
    url: 'https://acme.example',
    roles: [],
    plans: known({}),
    adminGroups: known([]),
    siteAdminGroups: known([]),
    workspaces: [aWorkspace(JIRA)],
    ...overrides,
  };
}

function aWorkspace(key: string, overrides: Partial<Workspace> = {}): Workspace {
  const url = 'https://acme.example';
  return { resource: resource(key), key, name: key, url, plan: 'PAID', sandbox: false, ...overrides };
}

function aListedGroup(id: string): OrganizationGroup {
  return { id, name: `${id}-name`, provenance: { managedBy: 'admins' }, resources: 1 };
}

const aRole = (overrides: Partial<SiteRow['roles'][number]> = {}): SiteRow['roles'][number] => ({
  key: JIRA,
  name: 'Jira',
  groups: [],
  defaultGroupIds: [],
  userCount: null,
  ...overrides,
});

const grants = (product: string, roles: string[], cloudId = CLOUD_ID): ResourceRoles => ({
  resource: resource(product, cloudId),
  product,
  roles,
  defaultRole: null,
});

function assembled(readings: Partial<Readings>, mode: 'org-key' | 'jira-only' = 'org-key') {
  const none = {
    groups: [],
    grants: [],
    accounts: [],
    assigned: [],
    counted: [],
    joined: [],
    kinds: [],
    deep: [],
    moved: [],
    notes: [],
  };
  return assembleSnapshot(
    aScanRun({ mode }),
    { site: aSite(), ...none, reportedAfter: {}, ...readings },
    { id: 'snapshot-1', completedAt: TAKEN_AT },
  );
}

const groupIn = (readings: Partial<Readings>, id = 'g') =>
  assembled(readings).header.groups.find((group) => group.id === id);
const productIn = (readings: Partial<Readings>, key = JIRA) =>
  assembled(readings).header.products.find((product) => product.key === key);

describe('A group of the snapshot', () => {
  const listed = { groups: [aListedGroup('g')] };

  it('has the provenance that the organization tells', () => {
    expect(groupIn(listed)).toMatchObject({ name: 'g-name', provenance: known({ managedBy: 'admins' }) });
  });

  it('has no provenance when Jira alone tells of it', () => {
    const site = aSite({ roles: [aRole({ groups: [{ id: 'g', name: 'users' }] })] });
    expect(groupIn({ site })).toMatchObject({ name: 'users', provenance: { known: false } });
  });

  it('is there although only its administration is told', () => {
    expect(groupIn({ site: aSite({ adminGroups: known(['g']) }) })).toMatchObject({
      accessType: known('admin'),
    });
  });

  it('has the roles that it gives on this site, and those on other sites apart', () => {
    const rows = [{ groupId: 'g', roles: known([grants(JIRA, ['user']), grants(JIRA, ['admin'], 'other')]) }];
    expect(groupIn({ ...listed, grants: rows })).toMatchObject({
      grants: [{ product: JIRA, role: 'user', isDefault: false }],
      elsewhere: [{ resource: resource(JIRA, 'other'), role: 'admin' }],
    });
  });

  it('that administers Jira administers through jira-core, and uses the other apps', () => {
    const granting = { groups: [{ id: 'g', name: 'g' }] };
    const roles = [aRole({ ...granting, key: 'jira-core' }), aRole(granting)];
    expect(groupIn({ site: aSite({ roles, adminGroups: known(['g']) }) })?.grants).toEqual([
      { product: 'jira-core', role: 'admin', isDefault: false },
      { product: JIRA, role: 'user', isDefault: false },
    ]);
  });

  it('is a default group by the word of Jira', () => {
    const site = aSite({ roles: [aRole({ groups: [{ id: 'g', name: 'g' }], defaultGroupIds: ['g'] })] });
    const rows = [{ groupId: 'g', roles: known([grants(JIRA, ['user'])]) }];
    expect(groupIn({ ...listed, site, grants: rows })?.grants).toEqual([
      { product: JIRA, role: 'user', isDefault: true },
    ]);
  });

  it('is a default group by the word of the organization', () => {
    const rows = [{ groupId: 'g', roles: known([{ ...grants(JIRA, ['user']), defaultRole: 'user' }]) }];
    expect(groupIn({ ...listed, grants: rows })?.grants[0]?.isDefault).toBe(true);
  });

  it('has what Jira tells of its own family when the organization does not tell its grants', () => {
    const site = aSite({ roles: [aRole({ groups: [{ id: 'g', name: 'g' }] })] });
    const rows = [{ groupId: 'g', roles: unknown('refused') }];
    expect(groupIn({ ...listed, site, grants: rows })).toMatchObject({
      grants: [{ product: JIRA, role: 'user', isDefault: false }],
      grantsComplete: false,
    });
  });

  it('has all its grants read when the organization said that there are none', () => {
    const groups = [{ ...aListedGroup('g'), resources: 0 }];
    expect(groupIn({ groups })).toMatchObject({ grants: [], grantsComplete: true });
  });

  it('has not all its grants read when Jira alone tells of it', () => {
    const site = aSite({ roles: [aRole({ groups: [{ id: 'g', name: 'g' }] })] });
    expect(groupIn({ site })?.grantsComplete).toBe(false);
  });

  it('has all its grants read when Jira alone tells of it and the organization was asked', () => {
    const site = aSite({ roles: [aRole({ groups: [{ id: 'g', name: 'g' }] })] });
    expect(groupIn({ site, grants: [{ groupId: 'g', roles: known([]) }] })?.grantsComplete).toBe(true);
  });

  it('never has all its grants read without an organization key', () => {
    const site = aSite({ workspaces: [], roles: [aRole({ groups: [{ id: 'g', name: 'g' }] })] });
    expect(groupIn({ site })?.grantsComplete).toBe(false);
  });
});

describe('The kind of a group is', () => {
  it.each([
    [
      'site-admin, also when it is an admin group',
      { adminGroups: known(['g']), siteAdminGroups: known(['g']) },
      known('site-admin'),
    ],
    ['admin', { adminGroups: known(['g']) }, known('admin')],
    ['none', {}, known(null)],
    ['unknown when admin groups could not be read', { adminGroups: unknown('refused') }, unknown('refused')],
    [
      'unknown when site-admin groups could not be read',
      { siteAdminGroups: unknown('refused') },
      unknown('refused'),
    ],
    [
      'site-admin although admin groups could not be read',
      { adminGroups: unknown('refused'), siteAdminGroups: known(['g']) },
      known('site-admin'),
    ],
    [
      'admin although site-admin groups could not be read',
      { adminGroups: known(['g']), siteAdminGroups: unknown('refused') },
      known('admin'),
    ],
  ])('%s', (_, site, expected) => {
    expect(accessTypeOf('g', aSite(site))).toEqual(expected);
  });
});

describe('A product of the snapshot', () => {
  it('has the plan that the organization tells, before that of Jira', () => {
    const site = aSite({
      plans: known({ [JIRA]: 'PAID' }),
      workspaces: [aWorkspace(JIRA, { plan: 'FREE' })],
    });
    expect(productIn({ site })).toMatchObject({ plan: 'FREE', scope: 'outside-scope' });
  });

  it('has the plan of Jira when the organization tells none', () => {
    const site = aSite({ plans: known({ [JIRA]: 'TRIAL' }), workspaces: [aWorkspace(JIRA, { plan: null })] });
    expect(productIn({ site })).toMatchObject({ plan: 'TRIAL', scope: 'outside-scope' });
  });

  it('has the count that Jira reported before and after the scan', () => {
    const site = aSite({ roles: [aRole({ userCount: 7 })] });
    expect(productIn({ site, reportedAfter: { [JIRA]: 8 } })?.reported).toEqual({
      before: 7,
      after: 8,
      source: 'applicationrole',
    });
  });

  it('has no count when nobody reports one', () => {
    expect(productIn({})?.reported).toBeNull();
  });

  it('of another site is not among the products; its site is named', () => {
    const there = aWorkspace('confluence', {
      resource: resource('confluence', 'x'),
      url: 'https://b.example/',
    });
    const { header } = assembled({ site: aSite({ workspaces: [aWorkspace(JIRA), there] }) });
    expect([header.products.map(({ key }) => key), header.otherSites]).toEqual([
      [JIRA],
      ['https://b.example'],
    ]);
  });

  it('is told by Jira alone where no organization is asked', () => {
    const site = aSite({ workspaces: [], roles: [aRole()] });
    expect(productIn({ site })).toMatchObject({ name: 'Jira', resource: resource(JIRA), scope: 'billable' });
  });
});

describe('An account of the snapshot', () => {
  const first = (readings: Partial<Readings>, mode?: 'jira-only') => assembled(readings, mode).accounts[0];

  it('counts once however often the listing repeats it', () => {
    const accounts = [anAccount(), anAccount({ groupIds: ['g'] })];
    const { accounts: found, header } = assembled({ accounts });
    expect([found.map(({ groupIds }) => groupIds), header.accountCount]).toEqual([[['g']], 1]);
  });

  it('has all its groups together where Jira lists members group by group', () => {
    const accounts = [anAccount({ groupIds: ['b'] }), anAccount({ groupIds: ['a'] })];
    expect(first({ accounts }, 'jira-only')?.groupIds).toEqual(['a', 'b']);
  });

  it('has every exemption that matched in any of its groups', () => {
    const accounts = [anAccount({ exemptions: [2] }), anAccount({ exemptions: [0, 2] })];
    expect(first({ accounts }, 'jira-only')?.exemptions).toEqual([0, 2]);
  });

  it('has the newest addition to each group', () => {
    const joined = [5, 9, 2].map((days) => ({ accountId: 'ada', groupId: 'g', at: daysAgo(days) }));
    expect(first({ accounts: [anAccount()], joined })?.joined).toEqual({ g: daysAgo(2) });
  });

  it('has the roles that were found on it', () => {
    const roles = [{ product: JIRA, role: 'user', method: 'direct' as const }];
    expect(first({ accounts: [anAccount()], assigned: [{ accountId: 'ada', roles }] })?.assigned).toEqual(
      roles,
    );
  });

  it('has account-level facts only when this scan read them', () => {
    const deep = aDeepReading();
    expect([
      first({ accounts: [anAccount()] })?.deep,
      first({ accounts: [anAccount()], deep: [{ accountId: 'ada', deep }] })?.deep,
    ]).toEqual([null, deep]);
  });
});

describe('The snapshot', () => {
  it('lists accounts by id', () => {
    const accounts = ['zoe', 'ada'].map((accountId) => anAccount({ accountId }));
    expect(assembled({ accounts }).accounts.map(({ accountId }) => accountId)).toEqual(['ada', 'zoe']);
  });

  it.each([
    ['managed', true],
    ['unmanaged', false],
    ['unknown', false],
  ] as const)('with one account that is %s manages accounts: %s', (claim, manages) => {
    expect(assembled({ accounts: [anAccount({ claim })] }).header.managesAccounts).toBe(manages);
  });

  it('was taken when the scan started', () => {
    expect(assembled({}).header.takenAt).toBe(TAKEN_AT);
  });
});

it('takes grants of this site only', () => {
  expect(grantsOf(grants(JIRA, ['user'], 'other'), CLOUD_ID)).toEqual([]);
});
