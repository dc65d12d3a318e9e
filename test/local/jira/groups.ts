import type { Group } from '../organization/entities';
import { isActive } from '../organization/seats';
import type { OrganizationStore } from '../organization/store';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest, notFound } from './errors';
import { accessGroups, cutPage, toPage, toUserDetails } from './replies';

/** Group of `groupId` or `groupname`; Jira wants exactly one of the two. */
export function needGroup({ store, query }: JiraCall): Group {
  const id = query.string('groupId');
  const name = query.string('groupname');
  if (id === undefined && name === undefined)
    throw badRequest("One of 'groupId' and 'groupname' must be given.");
  if (id !== undefined && name !== undefined)
    throw badRequest("'groupId' and 'groupname' cannot be used together.");
  const group = id !== undefined ? store.groups.get(id) : store.groupsByName.get(name ?? '');
  if (group === undefined) throw notFound('The group does not exist.');
  return group;
}

/** Pages of at most 50; suspended and inactive accounts are left out unless asked for. */
function getMembers(call: JiraCall): JiraReply {
  const { core, store, query, times } = call;
  const group = needGroup(call);
  const page = query.page({ fallback: 50, max: 50 });
  const all = store.memberships.members(group.id, times.jira);
  const shown = query.boolean('includeInactiveUsers', false) ? all : activeMembers(call, group.id, all);
  const { rows, total } = cutPage(call, shown, page);
  const values = rows
    .flatMap((id) => store.accounts.get(id) ?? [])
    .map((account) => toUserDetails(core, store.accountAt(account, times.jira)));
  return {
    status: 200,
    body: toPage(call, { values, total }, page),
    identities: values.length,
  };
}

interface ActiveMembers {
  readonly version: number;
  readonly all: readonly string[];
  readonly active: readonly string[];
}
const activeByStore = new WeakMap<OrganizationStore, Map<string, ActiveMembers>>();

/** Kept until the organization changes, so that a walk through the pages filters once; but for stale reads. */
function activeMembers(
  { store, times }: JiraCall,
  groupId: string,
  all: readonly string[],
): readonly string[] {
  const cache = activeByStore.get(store) ?? new Map<string, ActiveMembers>();
  activeByStore.set(store, cache);
  const isStale = times.jira < times.now;
  const cached = cache.get(groupId);
  if (!isStale && cached?.version === store.version && cached.all === all) return cached.active;
  const active = all.filter((id) => {
    const account = store.accounts.get(id);
    return account !== undefined && isActive(store.accountAt(account, times.jira));
  });
  if (!isStale) cache.set(groupId, { version: store.version, all, active });
  return active;
}

function bulkGetGroups(call: JiraCall): JiraReply {
  const { query } = call;
  const page = query.page({ fallback: 50, max: 50 });
  const ids = new Set(query.strings('groupId'));
  const names = new Set(query.strings('groupName'));
  const isAsked = (group: Group) => ids.size + names.size === 0 || ids.has(group.id) || names.has(group.name);
  const found = groupsByAccess(call).filter(isAsked);
  const { rows, total } = cutPage(call, found, page);
  const values = rows.map((group) => ({ groupId: group.id, name: group.name }));
  return {
    status: 200,
    body: toPage(call, { values, total }, page),
    identities: values.length,
  };
}

/** `admin` includes the groups of site administrators; an application key alone narrows nothing (measured). */
function groupsByAccess({ core, store, query }: JiraCall): Group[] {
  const all = store.groupIds.flatMap((id) => store.groups.get(id) ?? []);
  const accessType = query.string('accessType');
  const applicationKey = query.string('applicationKey');
  if (accessType === undefined) return all;
  if (accessType === 'admin') return all.filter((group) => group.accessType !== undefined);
  if (accessType === 'site-admin') return all.filter((group) => group.accessType === 'site-admin');
  if (accessType !== 'user') throw badRequest(`The access type '${accessType}' is not known.`);
  if (applicationKey === undefined) throw badRequest("The access type 'user' needs an application key.");
  const product = store.products.get(applicationKey);
  if (product?.jiraFamily !== true) throw badRequest(`The application '${applicationKey}' is not known.`);
  const granting = new Set(accessGroups(core, product));
  return all.filter((group) => granting.has(group));
}

function pickGroups({ store, query }: JiraCall): JiraReply {
  const text = query.string('query') ?? '';
  const fold = (name: string) => (query.boolean('caseInsensitive', false) ? name.toLowerCase() : name);
  const excludedNames = new Set(query.strings('exclude'));
  const excludedIds = new Set(query.strings('excludeId'));
  const found = [...store.groups.values()].filter(
    ({ id, name }) => fold(name).includes(fold(text)) && !excludedNames.has(name) && !excludedIds.has(id),
  );
  const shown = found.slice(0, query.integer('maxResults', 20, { min: 0 }));
  const groups = shown.map(({ id, name }) => ({ name, html: name, groupId: id, labels: [] }));
  const header = `Showing ${String(groups.length)} of ${String(found.length)} matching groups`;
  return { status: 200, body: { header, total: found.length, groups }, identities: groups.length };
}

const at = { method: 'GET', needs: 'access' } as const;

export const groupRoutes: readonly JiraRoute[] = [
  {
    ...at,
    path: '/rest/api/3/group/bulk',
    scopes: ['read:jira-user'],
    query: ['startAt', 'maxResults', 'groupId', 'groupName', 'accessType', 'applicationKey'],
    handle: bulkGetGroups,
  },
  {
    ...at,
    path: '/rest/api/3/group/member',
    scopes: ['manage:jira-configuration'],
    query: ['groupname', 'groupId', 'includeInactiveUsers', 'startAt', 'maxResults'],
    handle: getMembers,
  },
  {
    ...at,
    path: '/rest/api/3/groups/picker',
    scopes: ['read:jira-user'],
    query: ['accountId', 'query', 'exclude', 'excludeId', 'maxResults', 'caseInsensitive', 'userName'],
    handle: pickGroups,
  },
];
