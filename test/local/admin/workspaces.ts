import { z } from 'zod';
import { stableId } from '../organization/app-user';
import type { OrganizationCore } from '../organization/core';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { optionalBody } from './call';
import { decodeCursor, encodeCursor } from './cursor';
import { invalidBody, invalidResource } from './errors';

interface Workspace {
  readonly id: string;
  readonly key: string;
  readonly type: string;
  readonly hostUrl: string;
  readonly plan: string | undefined;
}

/** Narrowing of the list, as the Organizations OpenAPI document nests it. */
type WorkspaceQuery =
  | { and: WorkspaceQuery[] }
  | { nor: WorkspaceQuery[] }
  | { field: { name: string; values?: string[] | undefined } }
  | { searchWorkspaces: string }
  | { features: string[] }
  | { policies: string[] };

const querySchema: z.ZodType<WorkspaceQuery> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(querySchema) }),
    z.strictObject({ nor: z.array(querySchema) }),
    z.strictObject({ field: z.strictObject({ name: z.string(), values: z.array(z.string()).optional() }) }),
    z.object({ searchWorkspaces: z.string() }),
    z.strictObject({ features: z.array(z.string()) }),
    z.strictObject({ policies: z.array(z.string()) }),
  ]),
);

const bodySchema = z.strictObject({
  cursor: z.string().nullable().optional(),
  limit: z.int().min(1).max(1000).optional(),
  query: querySchema.nullable().optional(),
  sort: z
    .array(z.strictObject({ field: z.string(), order: z.enum(['asc', 'desc']).optional() }))
    .nullable()
    .optional(),
});

/** What a cursor stands for: it comes alone, so that it holds the whole request. */
const cursorSchema = z.object({ start: z.int().min(0), request: bodySchema });

function listWorkspaces(call: AdminCall): AdminReply {
  const parsed = bodySchema.safeParse(optionalBody(call));
  if (!parsed.success) throw invalidBody('The body does not match the documented request.');
  const { start, request } = readCursor(call, parsed.data);
  const { limit = 20, query, sort } = request;
  const all = allWorkspaces(call.core).filter(
    (workspace) => query === undefined || query === null || matches(workspace, query),
  );
  for (const { field, order } of [...(sort ?? [])].reverse()) {
    const direction = order === 'desc' ? -1 : 1;
    all.sort((a, b) => direction * (fieldOf(a, field) < fieldOf(b, field) ? -1 : 1));
  }
  const shown = all.slice(start, start + limit);
  const end = start + shown.length;
  const position = { start: end - call.core.overlap(limit), request };
  const next = encodeCursor(call, JSON.stringify(position));
  const meta = { pageSize: limit, total: all.length, startIndex: start, endIndex: end };
  const links = end < all.length ? { next } : {};
  return { status: 200, body: { data: shown.map(toReply), links, meta } };
}

function readCursor(call: AdminCall, body: z.infer<typeof bodySchema>): z.infer<typeof cursorSchema> {
  const { cursor, ...request } = body;
  const held = decodeCursor(call, cursor ?? undefined);
  if (held === undefined) return { start: 0, request };
  if (Object.keys(request).length > 0) throw invalidBody('A cursor must come alone.');
  return cursorSchema.parse(JSON.parse(held));
}

/** Each product of this site, and a Jira of each other site. */
function allWorkspaces({ seed, store, baseUrl }: OrganizationCore): Workspace[] {
  const own = [...store.products.values()].map(({ resourceId, key, name, seed: { plan } }) => ({
    id: resourceId,
    key,
    type: name,
    hostUrl: baseUrl,
    plan,
  }));
  const others = (seed.otherSites ?? []).map((site) => ({
    id: `ari:cloud:jira-software::site/${stableId(seed.org.id, site)}`,
    key: 'jira-software',
    type: 'Jira',
    hostUrl: site.includes('://') ? site : `https://${site}`,
    plan: undefined,
  }));
  return [...own, ...others];
}

function matches(workspace: Workspace, query: WorkspaceQuery): boolean {
  if ('and' in query) return query.and.every((part) => matches(workspace, part));
  if ('nor' in query) return query.nor.length === 0 || !query.nor.some((part) => matches(workspace, part));
  if ('field' in query) {
    const { name, values = [] } = query.field;
    return values.length === 0 || values.includes(fieldOf(workspace, name));
  }
  if ('searchWorkspaces' in query) {
    const text = query.searchWorkspaces.toLowerCase();
    return [siteName(workspace), workspace.hostUrl].some((value) => value.toLowerCase().includes(text));
  }
  const asked = 'features' in query ? query.features : query.policies;
  return asked.length === 0;
}

/** @throws AdminError 400 for a field that workspaces do not have */
function fieldOf(workspace: Workspace, field: string): string {
  switch (field.replace(/^attributes\./, '')) {
    case 'id':
      return workspace.id;
    case 'name':
      return siteName(workspace);
    case 'type':
      return workspace.type;
    case 'typeKey':
      return workspace.key;
    case 'hostUrl':
      return workspace.hostUrl;
    case 'status':
      return 'online';
    default:
      throw invalidResource(`The field ${field} is not known.`);
  }
}

function siteName({ hostUrl }: Workspace): string {
  return /^[a-z]+:\/\/([^./:]+)/i.exec(hostUrl)?.[1] ?? hostUrl;
}

function toReply(workspace: Workspace): Record<string, unknown> {
  const { id, key, type, hostUrl, plan } = workspace;
  const entitlement = { id: `${id}/entitlement`, type: 'entitlement', attributes: { key, plan } };
  return {
    id,
    type: 'workspace',
    attributes: {
      name: siteName(workspace),
      type,
      typeKey: key,
      status: 'online',
      hostUrl,
      sandbox: { type: 'NONE' },
    },
    ...(plan === undefined ? {} : { relationships: { entitlement: [entitlement] } }),
    links: { self: `https://api.atlassian.com/admin/workspaces/${encodeURIComponent(id)}` },
  };
}

export const workspaceRoutes: readonly AdminRoute[] = [
  {
    method: 'POST',
    path: '/admin/v2/orgs/{orgId}/workspaces',
    scope: 'read:workspaces:admin',
    bareErrors: true,
    handle: listWorkspaces,
  },
];
