import { byCodeUnit, sortedSet } from '../../lib/order';
import { toMillis } from '../../lib/duration';
import type { AccountFacts } from '../../domain/account';
import { isSeatHolding } from '../../domain/classification/access';
import type { GroupFacts, GroupGrant } from '../../domain/group';
import {
  BILLABLE_PRODUCTS,
  scopeOf,
  isJiraFamily,
  type ProductFacts,
  SEAT_ROLES,
} from '../../domain/product';
import { known, unknown, type Signal } from '../../domain/signal';
import type { Snapshot, SnapshotHeader, SourceNote } from '../../domain/snapshot';
import type { GroupAddition, OrganizationGroup, ResourceRoles, Workspace } from '../../ports/site-directory';
import { ADDITIONS, AUDITED_ADDITIONS } from './rows';
import type { AssignedRow, CountedRow, DeepRow, KindRow, GrantsRow, MovedRow, SiteRow } from './rows';
import type { ScanRun } from './scan-run';

/** Everything that a scan's phases read, as it stands. */
export interface Readings {
  readonly site: SiteRow;
  readonly groups: readonly OrganizationGroup[];
  readonly grants: readonly GrantsRow[];
  readonly accounts: readonly AccountFacts[];
  readonly assigned: readonly AssignedRow[];
  readonly counted: readonly CountedRow[];
  /** Null when additions to groups could not be read, or not all of them. */
  readonly joined: readonly GroupAddition[] | null;
  readonly kinds: readonly KindRow[];
  readonly deep: readonly DeepRow[];
  readonly moved: readonly MovedRow[];
  readonly notes: readonly SourceNote[];
  readonly reportedAfter: Readonly<Record<string, number>>;
}

export async function readingsOf(
  scan: ScanRun,
  reportedAfter: Readonly<Record<string, number>>,
): Promise<Readings> {
  const [site] = await scan.rows<SiteRow>('site');
  if (site === undefined) throw new Error('the site phase comes before every other');
  const notes = await scan.rows<SourceNote>('notes');
  const isRead = notes.some(
    ({ source, state }) => [ADDITIONS, AUDITED_ADDITIONS].includes(source) && state === 'read',
  );
  return {
    site,
    groups: await scan.rows('groups'),
    grants: await scan.rows('grants'),
    accounts: await scan.rows('users'),
    assigned: await scan.rows('assigned'),
    counted: await scan.rows('counted'),
    joined: isRead ? await scan.rows('joined') : null,
    kinds: await scan.rows('kinds'),
    deep: await scan.rows('deep'),
    moved: await scan.rows('moved'),
    notes,
    reportedAfter,
  };
}

/** Puts the readings together; nothing is judged here. Rows that a listing repeats count once. */
export function assembleSnapshot(
  scan: ScanRun,
  readings: Readings,
  ids: { id: string; completedAt: string },
): Snapshot {
  const { state } = scan;
  const groups = assembleGroups(readings, state.cloudId);
  const accounts = assembleAccounts(readings, state.mode === 'jira-only', grantersAmong(groups));
  const header: SnapshotHeader = {
    ...ids,
    takenAt: state.startedAt,
    mode: state.mode,
    depth: state.depth,
    site: { cloudId: state.cloudId, url: readings.site.url },
    organization: null,
    otherSites: otherSites(readings.site),
    policy: scan.policy,
    products: assembleProducts(readings, state.cloudId),
    groups,
    managesAccounts: accounts.some(({ claim }) => claim === 'managed'),
    movedDuringScan: readings.moved,
    sources: readings.notes,
    accountCount: accounts.length,
  };
  return { header, accounts };
}

/** Jira lists an account once for each group: `byGroup` rows are put together, other repeats replaced. */
function assembleAccounts(
  { accounts, assigned, joined, kinds, deep }: Readings,
  byGroup: boolean,
  granters: Granters,
): AccountFacts[] {
  const rolesOf = new Map(assigned.map(({ accountId, roles }) => [accountId, roles]));
  const kindOf = new Map(kinds.map((row) => [row.accountId, row.appType]));
  const deepOf = new Map(deep.map((row) => [row.accountId, row.deep]));
  const joinedOf = new Map<string, Record<string, string>>();
  for (const { accountId, groupId, at } of joined ?? []) {
    const own = joinedOf.get(accountId) ?? {};
    if ((toMillis(own[groupId]) ?? -Infinity) < (toMillis(at) ?? -Infinity)) own[groupId] = at;
    joinedOf.set(accountId, own);
  }
  const byId = new Map<string, AccountFacts>();
  for (const account of accounts) {
    const roles = rolesOf.get(account.accountId);
    const before = byGroup ? byId.get(account.accountId) : undefined;
    byId.set(account.accountId, {
      ...account,
      groupIds: sortedSet([...(before?.groupIds ?? []), ...account.groupIds]),
      exemptions: [...new Set([...(before?.exemptions ?? []), ...account.exemptions])].sort((a, b) => a - b),
      // A role beside a granting group is told for nobody until accounts are deepened: equal accounts, equal verdicts.
      assigned: (roles ?? []).filter(({ product }) => !granters.grants(account, product)),
      joined: joined === null ? null : (joinedOf.get(account.accountId) ?? {}),
      appType: kindOf.get(account.accountId) ?? account.appType,
      deep: deepOf.get(account.accountId) ?? null,
    });
  }
  return [...byId.values()].sort((a, b) => byCodeUnit(a.accountId, b.accountId));
}

/** Products of this site: from the organization's listing, or from Jira alone. */
function assembleProducts({ site, counted, reportedAfter }: Readings, cloudId: string): ProductFacts[] {
  const plans = site.plans.known ? site.plans.value : {};
  const jira = new Map(site.roles.map((role) => [role.key, role]));
  const own = workspacesHere(site, cloudId);
  const names = new Map(own.map(({ key, name }) => [key, name]));
  const keys = sortedSet([...own.map(({ key }) => key), ...jira.keys()]);
  return keys.map((key) => {
    const plan = own.find((workspace) => workspace.key === key)?.plan ?? plans[key] ?? null;
    const reported = jira.get(key)?.userCount ?? null;
    const before = reported ?? counted.find(({ product }) => product === key)?.count ?? null;
    return {
      key,
      name: names.get(key) ?? jira.get(key)?.name ?? BILLABLE_PRODUCTS[key] ?? key,
      resource: own.find((workspace) => workspace.key === key)?.resource ?? resourceOf(key, cloudId),
      plan,
      scope: scopeOf(key, plan),
      reported:
        before === null
          ? null
          : {
              before,
              after: reportedAfter[key] ?? before,
              source: reported === null ? 'users-count' : 'applicationrole',
            },
    };
  });
}

export function resourceOf(key: string, cloudId: string): string {
  return `ari:cloud:${key}::site/${cloudId}`;
}

function workspacesHere({ workspaces }: SiteRow, cloudId: string): Workspace[] {
  return workspaces.filter(({ resource }) => resource.endsWith(`/${cloudId}`));
}

function otherSites(site: SiteRow): string[] {
  const host = (url: string): string => url.replace(/\/$/, '');
  return sortedSet(
    site.workspaces.flatMap(({ url }) => (url === null || host(url) === host(site.url) ? [] : [host(url)])),
  );
}

/** Groups that give or administer anything, and those that the organization listed. */
export function assembleGroups(
  readings: Pick<Readings, 'site' | 'groups' | 'grants'>,
  cloudId: string,
): GroupFacts[] {
  const { site, groups, grants } = readings;
  const rolesOf = new Map(grants.map((row) => [row.groupId, row.roles]));
  const withKey = site.workspaces.length > 0;
  const fromJira = new Map<string, string>(
    site.roles.flatMap((role) => role.groups.map(({ id, name }) => [id, name] as const)),
  );
  const listed = new Map(groups.map((group) => [group.id, group]));
  const ids = sortedSet([...listed.keys(), ...fromJira.keys(), ...administering(site)]);
  return ids.map((id) => {
    const roles = rolesOf.get(id);
    const group = listed.get(id);
    return {
      id,
      name: group?.name ?? fromJira.get(id) ?? id,
      provenance:
        group === undefined ? unknown('Jira does not tell who owns a group') : known(group.provenance),
      accessType: accessTypeOf(id, site),
      grants: mergeGrants(id, site, roles, cloudId),
      // A listed group that grants nothing was not asked; one that only Jira knows must have been.
      grantsComplete: withKey && (roles === undefined ? group !== undefined : roles.known),
      elsewhere: roles?.known === true ? roles.value.flatMap((each) => elsewhereOf(each, cloudId)) : [],
    };
  });
}

function administering(site: SiteRow): string[] {
  return [site.adminGroups, site.siteAdminGroups].flatMap((signal) =>
    signal.known ? [...signal.value] : [],
  );
}

export function accessTypeOf(
  id: string,
  { adminGroups, siteAdminGroups }: SiteRow,
): GroupFacts['accessType'] {
  if (siteAdminGroups.known && siteAdminGroups.value.includes(id)) return known('site-admin');
  if (adminGroups.known && adminGroups.value.includes(id)) return known('admin');
  if (!adminGroups.known) return unknown(adminGroups.reason);
  return siteAdminGroups.known ? known(null) : unknown(siteAdminGroups.reason);
}

/** The organization's grants; where it was not asked or did not tell, those that Jira tells of its own family. */
function mergeGrants(
  id: string,
  site: SiteRow,
  roles: Signal<readonly ResourceRoles[]> | undefined,
  cloudId: string,
): GroupGrant[] {
  const told = roles?.known === true ? roles.value.flatMap((each) => grantsOf(each, cloudId)) : [];
  const fromJira = site.roles.flatMap(({ key, groups, defaultGroupIds }): GroupGrant[] => {
    const isDefault = defaultGroupIds.includes(id);
    if (!groups.some((group) => group.id === id) || told.some(({ product }) => product === key)) return [];
    // Jira tells no role: a group that administers Jira administers through `jira-core`, and uses the other apps.
    const administers = key === 'jira-core' && administering(site).includes(id);
    return [{ product: key, role: administers ? 'admin' : 'user', isDefault }];
  });
  const defaults = new Set(
    site.roles.filter(({ defaultGroupIds }) => defaultGroupIds.includes(id)).map(({ key }) => key),
  );
  return [...told, ...fromJira].map((grant) =>
    defaults.has(grant.product) ? { ...grant, isDefault: true } : grant,
  );
}

export function grantsOf(
  { resource, product, roles, defaultRole }: ResourceRoles,
  cloudId: string,
): GroupGrant[] {
  if (!resource.endsWith(`/${cloudId}`)) return [];
  return roles.map((role) => ({ product, role, isDefault: defaultRole !== null }));
}

function elsewhereOf(
  { resource, roles }: ResourceRoles,
  cloudId: string,
): { resource: string; role: string }[] {
  return resource.endsWith(`/${cloudId}`) ? [] : roles.map((role) => ({ resource, role }));
}

/** Which groups of an account give it what. */
export interface Granters {
  /** A seat on the product. */
  grants(account: AccountFacts, product: string): boolean;
  /** A billable role on the product, also where that is no seat: `admin` on `jira-core`. */
  holds(account: AccountFacts, product: string): boolean;
}

export async function grantersOf(scan: ScanRun): Promise<Granters> {
  return grantersAmong(assembleGroups(await readingsOf(scan, {}), scan.state.cloudId));
}

function grantersAmong(groups: readonly GroupFacts[]): Granters {
  const seats = new Map<string, Set<string>>();
  const roles = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, product: string, id: string): void => {
    map.set(product, (map.get(product) ?? new Set<string>()).add(id));
  };
  for (const { id, grants } of groups)
    for (const grant of grants) {
      if (isSeatHolding(grant)) note(seats, grant.product, id);
      if (SEAT_ROLES.includes(grant.role)) note(roles, grant.product, id);
    }
  const isIn = (map: Map<string, Set<string>>) => (account: AccountFacts, product: string) =>
    account.groupIds.some((id) => map.get(product)?.has(id) === true);
  return { grants: isIn(seats), holds: isIn(roles) };
}

/** Products of this site whose holders matter: billable ones, and Jira's administration. */
export async function billableWorkspaces(scan: ScanRun): Promise<Workspace[]> {
  const readings = await readingsOf(scan, {});
  const billable = new Set(
    assembleProducts(readings, scan.state.cloudId)
      .filter(({ scope }) => scope === 'billable')
      .map(({ key }) => key),
  );
  return workspacesHere(readings.site, scan.state.cloudId).filter(
    ({ key }) => billable.has(key) || isJiraFamily(key),
  );
}
