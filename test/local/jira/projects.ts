import type { OrganizationCore } from '../organization/core';
import type { Project } from '../organization/entities';
import type { OrganizationStore } from '../organization/store';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest, notFound } from './errors';
import { cutPage, toPage, toUser } from './replies';

const scopes = ['read:jira-work'];

/** A project by key or numeric id. */
export function findProject(store: OrganizationStore, keyOrId: string): Project | undefined {
  return /^\d+$/.test(keyOrId) ? findProjectById(store, Number(keyOrId)) : store.projectsByKey.get(keyOrId);
}

/** Ids are consecutive, so that an id is a place in the list. */
export function findProjectById({ projects }: OrganizationStore, id: number): Project | undefined {
  return projects[id - (projects[0]?.id ?? 0)];
}

/** @throws JiraError 404 when there is no such project */
export function needProject({ store }: JiraCall, keyOrId: string | undefined): Project {
  const project = findProject(store, keyOrId ?? '');
  if (project === undefined) throw notFound(`No project could be found with key '${keyOrId ?? ''}'.`);
  return project;
}

function searchProjects(call: JiraCall): JiraReply {
  const { core, store, query } = call;
  const page = query.page({ fallback: 50, max: 100 });
  const found = sortProjects(call, store.projects.filter(projectFilter(call)));
  const withLead = query.list('expand').includes('lead');
  const { rows, total } = cutPage(call, found, page);
  const values = rows.map((project) => toProject(core, project, withLead));
  const leads = withLead ? rows.filter((project) => project.seed.lead !== undefined).length : 0;
  const body = toPage(call, { values, total }, page);
  return { status: 200, body, identities: leads, others: values.length };
}

/** Filters that the seed has facts for; the emulated site has no archived, deleted or categorized projects. */
function projectFilter({ query }: JiraCall): (project: Project) => boolean {
  const ids = new Set(query.integers('id').map(String));
  const keys = new Set(query.list('keys'));
  const text = query.string('query')?.toLowerCase();
  const status = query.list('status', { among: ['live', 'archived', 'deleted'] });
  const typeKeys = query.list('typeKey');
  // Whoever may see a project here may do all of these with it.
  query.string('action', ['view', 'browse', 'edit', 'create']);
  if (query.integers('categoryId').length > 0) return () => false;
  return ({ id, key, seed }) =>
    (ids.size === 0 || ids.has(String(id))) &&
    (keys.size === 0 || keys.has(key)) &&
    (text === undefined || key.toLowerCase().includes(text) || seed.name.toLowerCase().includes(text)) &&
    (status.length === 0 || status.includes('live')) &&
    (typeKeys.length === 0 || typeKeys.includes('software'));
}

/** Sorts by key or name, the orders that the emulation has facts for; any other documented order is by key. */
function sortProjects({ query, store }: JiraCall, projects: readonly Project[]): readonly Project[] {
  const orderBy = query.string('orderBy') ?? 'key';
  const match =
    /^([+-]?)(category|key|name|owner|issueCount|lastIssueUpdatedDate|archivedDate|deletedDate)$/.exec(
      orderBy,
    );
  if (match === null) throw badRequest(`The order '${orderBy}' is not known.`);
  if (orderBy === 'key' && projects.length === store.projects.length) return store.projectsInOrder;
  const value = ({ key, seed }: Project) => (match[2] === 'name' ? seed.name : key);
  const sorted = [...projects].sort((a, b) => (value(a) < value(b) ? -1 : 1));
  return match[1] === '-' ? sorted.reverse() : sorted;
}

function getProject(call: JiraCall): JiraReply {
  const project = needProject(call, call.params['projectIdOrKey']);
  return { status: 200, body: toProject(call.core, project, true), identities: 1, others: 1 };
}

/** All projects are company-managed software projects. */
function toProject(core: OrganizationCore, project: Project, withLead: boolean): Record<string, unknown> {
  const lead = project.seed.lead === undefined ? undefined : core.store.accounts.get(project.seed.lead);
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    self: `${core.baseUrl}/rest/api/3/project/${String(project.id)}`,
    id: String(project.id),
    key: project.key,
    name: project.seed.name,
    projectTypeKey: 'software',
    simplified: false,
    style: 'classic',
    isPrivate: false,
    ...(withLead && lead !== undefined ? { lead: toUser(core, lead) } : {}),
  };
}

const at = { method: 'GET', scopes, needs: 'access' } as const;

export const projectRoutes: readonly JiraRoute[] = [
  {
    ...at,
    path: '/rest/api/3/project/search',
    query: [
      'startAt',
      'maxResults',
      'orderBy',
      'id',
      'keys',
      'query',
      'typeKey',
      'categoryId',
      'action',
      'expand',
      'status',
      'properties',
      'propertyQuery',
    ],
    handle: searchProjects,
  },
  {
    ...at,
    path: '/rest/api/3/project/{projectIdOrKey}',
    query: ['expand', 'properties'],
    handle: getProject,
  },
];
