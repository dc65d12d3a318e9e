import type { AdminCall, AdminReply, AdminRoute } from './call';
import { pageByIndex } from './cursor';

function toOrg({ core }: AdminCall): Record<string, unknown> {
  const { id, name } = core.seed.org;
  const self = `https://api.atlassian.com/admin/v1/orgs/${id}`;
  return {
    id,
    type: 'orgs',
    attributes: { name },
    relationships: {
      domains: { links: { related: `${self}/domains` } },
      users: { links: { related: `${self}/users` } },
    },
    links: { self },
  };
}

function listOrgs(call: AdminCall): AdminReply {
  const page = pageByIndex(call, [toOrg(call)], { limit: 1, cursor: call.query.string('cursor') });
  const links = { self: 'https://api.atlassian.com/admin/v1/orgs', ...page.links };
  return { status: 200, body: { data: page.data, links } };
}

function getOrg(call: AdminCall): AdminReply {
  return { status: 200, body: { data: toOrg(call) } };
}

/** One directory: the emulated organization has centralized user management. */
function listDirectories(call: AdminCall): AdminReply {
  const { core, store, query } = call;
  const { directoryId, name } = core.seed.org;
  const asked = query.list('directoryIds', { max: 10 });
  const accountId = query.string('accountId');
  const term = query.string('searchTerm')?.toLowerCase() ?? '';
  const limit = query.integer('limit', 20, { min: 1, max: 100 });
  const isShown =
    (asked.length === 0 || asked.includes(directoryId)) &&
    (accountId === undefined || store.accounts.has(accountId)) &&
    name.toLowerCase().includes(term);
  const filters = [asked, accountId, term];
  const page = pageByIndex(call, isShown ? [{ directoryId, name }] : [], {
    limit,
    cursor: query.string('cursor'),
    filters,
  });
  return { status: 200, body: page };
}

export const organizationRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/admin/v1/orgs', scope: 'read:orgs:admin', query: ['cursor'], handle: listOrgs },
  { method: 'GET', path: '/admin/v1/orgs/{orgId}', scope: 'read:orgs:admin', handle: getOrg },
  {
    method: 'GET',
    path: '/admin/v2/orgs/{orgId}/directories',
    scope: 'read:directories:admin',
    query: ['accountId', 'directoryIds', 'searchTerm', 'cursor', 'limit'],
    handle: listDirectories,
  },
];
