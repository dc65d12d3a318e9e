import type { JiraCall, JiraReply, JiraRoute } from './call';
import { notFound } from './errors';
import { accessGroups, toApplicationRole } from './replies';

const scopes = ['manage:jira-configuration'];

function listApplicationRoles({ core, store, times }: JiraCall): JiraReply {
  const products = store.jiraProducts;
  const groups = products.reduce((sum, product) => sum + accessGroups(core, product).length, 0);
  const body = products.map((product) => toApplicationRole(core, product, times));
  return { status: 200, body, identities: products.length + groups };
}

function getApplicationRole({ core, store, times, params }: JiraCall): JiraReply {
  const product = store.products.get(params['key'] ?? '');
  if (product?.jiraFamily !== true) throw notFound('The application role was not found.');
  const body = toApplicationRole(core, product, times);
  return { status: 200, body, identities: 1 + accessGroups(core, product).length };
}

export const applicationRoleRoutes: readonly JiraRoute[] = [
  {
    method: 'GET',
    path: '/rest/api/3/applicationrole',
    scopes,
    needs: 'administer',
    handle: listApplicationRoles,
  },
  {
    method: 'GET',
    path: '/rest/api/3/applicationrole/{key}',
    scopes,
    needs: 'administer',
    handle: getApplicationRole,
  },
];
