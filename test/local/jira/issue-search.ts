import { z } from 'zod';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest } from './errors';
import { toIssueBean } from './issue-replies';
import type { Issue } from './issue-store';
import { matchesJql, parseJql, soleAssignee, type JqlClause } from './jql';

const bodySchema = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().nullable().optional(),
  maxResults: z.int().optional(),
  fields: z.array(z.string()).optional(),
  expand: z.string().optional(),
  fieldsByKeys: z.boolean().optional(),
  properties: z.array(z.string()).optional(),
  reconcileIssues: z.array(z.int()).optional(),
});

interface Search {
  readonly jql: string | undefined;
  readonly token: string | undefined;
  readonly maxResults: number;
  readonly fields: readonly string[];
}

function searchByQuery(call: JiraCall): JiraReply {
  const { query } = call;
  return search(call, {
    jql: query.string('jql'),
    token: query.string('nextPageToken'),
    maxResults: query.integer('maxResults', 50),
    fields: query.list('fields'),
  });
}

function searchByBody(call: JiraCall): JiraReply {
  const parsed = bodySchema.safeParse(call.request.body);
  if (!parsed.success)
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  const { jql, nextPageToken, maxResults = 50, fields = [] } = parsed.data;
  return search(call, { jql, token: nextPageToken ?? undefined, maxResults, fields });
}

const countSchema = z.strictObject({ jql: z.string().optional() });

function countIssues({ core, request }: JiraCall): JiraReply {
  const parsed = countSchema.safeParse(request.body);
  if (!parsed.success)
    throw badRequest('Invalid request payload. Refer to the REST API documentation and try again.');
  const clauses = boundedClauses(parsed.data.jql);
  let count = 0;
  for (const issue of core.issues.list(soleAssignee(clauses))) if (matchesJql(issue, clauses)) count += 1;
  return { status: 200, body: { count }, others: 0 };
}

/** @throws JiraError 400 for a query without a condition */
function boundedClauses(jql = ''): JqlClause[] {
  const clauses = parseJql(jql);
  if (clauses.length === 0)
    throw badRequest('Unbounded JQL queries are not allowed here. Please add a search restriction.');
  return clauses;
}

/** Pages by token, without a total; an unbounded query is refused. */
function search({ core }: JiraCall, { jql, token, maxResults, fields }: Search): JiraReply {
  const clauses = boundedClauses(jql);
  const start = token === undefined ? 0 : readToken(token);
  const size = Math.min(Math.max(1, maxResults), 5000);
  const found: Issue[] = [];
  for (const issue of core.issues.list(soleAssignee(clauses))) {
    if (matchesJql(issue, clauses)) found.push(issue);
    if (found.length > start + size) break;
  }
  const shownFields = fields.length === 0 ? ['id'] : fields;
  const issues = found.slice(start, start + size).map((issue) => toIssueBean(core, issue, shownFields));
  const isLast = found.length <= start + size;
  const position = `issues:${String(start + size - core.overlap(size))}`;
  const next = isLast ? {} : { nextPageToken: Buffer.from(position).toString('base64url') };
  return { status: 200, body: { issues, isLast, ...next }, others: issues.length };
}

function readToken(token: string): number {
  const match = /^issues:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) throw badRequest('The nextPageToken is not valid.');
  return Number(match[1]);
}

const reads = { scopes: ['read:jira-work'], needs: 'access' } as const;
const at = { ...reads, path: '/rest/api/3/search/jql' } as const;

export const issueSearchRoutes: readonly JiraRoute[] = [
  {
    ...at,
    method: 'GET',
    query: [
      'jql',
      'nextPageToken',
      'maxResults',
      'fields',
      'expand',
      'properties',
      'fieldsByKeys',
      'failFast',
      'reconcileIssues',
    ],
    ignored: { booleans: ['fieldsByKeys', 'failFast'], integers: ['reconcileIssues'] },
    handle: searchByQuery,
  },
  { ...at, method: 'POST', handle: searchByBody },
  { ...reads, method: 'POST', path: '/rest/api/3/search/approximate-count', handle: countIssues },
];
