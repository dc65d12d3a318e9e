import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest } from './errors';
import type { OwnedItem } from './owned-item';
import { cutPage, toPage } from './replies';

const orders = ['description', 'id', 'name', 'owner'];
const filterOrders = [...orders, 'favourite_count', 'is_favourite', 'is_shared'];
const dashboardOrders = [...orders, 'favorite_count', 'is_favorite'];

function searchFilters(call: JiraCall): JiraReply {
  const { query, caller } = call;
  query.string('orderBy', withDirections(filterOrders));
  const overrides = query.boolean('overrideSharePermissions', false);
  if (overrides && !caller.administersJira)
    throw badRequest('Only administrators of Jira may override share permissions.');
  const ids = query.integers('id').map(String);
  const items = find(call, 'filter', overrides).filter(({ id }) => ids.length === 0 || ids.includes(id));
  return page(call, items, query.string('filterName'));
}

function searchDashboards(call: JiraCall): JiraReply {
  const { query } = call;
  query.string('orderBy', withDirections(dashboardOrders));
  const status = query.string('status', ['active', 'archived', 'deleted']) ?? 'active';
  const items = status === 'active' ? find(call, 'dashboard', false) : [];
  return page(call, items, query.string('dashboardName'));
}

/** Of one owner or of all, as far as the caller may see them, by name. */
function find({ core, caller, query }: JiraCall, kind: OwnedItem['kind'], overrides: boolean): OwnedItem[] {
  const accountId = query.string('accountId');
  if (accountId !== undefined && query.string('owner') !== undefined)
    throw badRequest('The accountId and owner parameters cannot be used together.');
  const others = ['owner', 'groupname', 'groupId', 'projectId'];
  if (others.some((name) => query.string(name) !== undefined)) return [];
  const isVisible = ({ owner, shared }: OwnedItem): boolean =>
    shared || overrides || owner === caller.account?.id;
  return core.owned
    .filter((item) => item.kind === kind && isVisible(item))
    .filter(({ owner }) => accountId === undefined || owner === accountId)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function page(call: JiraCall, items: readonly OwnedItem[], name = ''): JiraReply {
  const named = items.filter((item) => item.name.toLowerCase().includes(name.toLowerCase()));
  const asked = call.query.page({ fallback: 50, max: 100 });
  const { rows, total } = cutPage(call, named, asked);
  const values = rows.map(({ kind, id, name: title }) => ({
    self: `${call.core.baseUrl}/rest/api/3/${kind}/${id}`,
    id,
    name: title,
  }));
  return { status: 200, body: toPage(call, { values, total }, asked), others: values.length };
}

function withDirections(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `-${name}`, `+${name}`]);
}

const at = { method: 'GET', scopes: ['read:jira-work'], needs: 'access' } as const;
const owned = [
  'accountId',
  'owner',
  'groupname',
  'groupId',
  'projectId',
  'orderBy',
  'startAt',
  'maxResults',
  'expand',
];

export const ownedItemRoutes: readonly JiraRoute[] = [
  {
    ...at,
    path: '/rest/api/3/filter/search',
    query: ['filterName', 'id', 'overrideSharePermissions', 'isSubstringMatch', ...owned],
    ignored: { booleans: ['isSubstringMatch'], integers: ['projectId'] },
    handle: searchFilters,
  },
  {
    ...at,
    path: '/rest/api/3/dashboard/search',
    query: ['dashboardName', 'status', ...owned],
    ignored: { integers: ['projectId'] },
    handle: searchDashboards,
  },
];
