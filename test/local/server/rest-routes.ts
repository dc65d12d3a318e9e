import type { Context } from 'hono';
import { bodyOf } from '../call';
import type { ServedHost } from './served-host';

/** Paths that are Atlassian's own: Jira REST, the organization API and the user management API. */
export const REST_PATHS = ['/rest/api/3/*', '/admin/*', '/users/*'] as const;

/** Hands a request from outside to the local Atlassian, and its answer back. */
export async function answerRest(context: Context, host: ServedHost): Promise<Response> {
  const { method, url } = context.req;
  const { pathname, searchParams } = new URL(url);
  const answer = await host.rest({
    method,
    path: pathname,
    query: searchParams,
    headers: context.req.header(),
    body: bodyOf(await context.req.text()),
  });
  const headers = new Headers(answer.headers);
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  const isText = typeof answer.body === 'string';
  if (!headers.has('content-type')) headers.set('content-type', isText ? 'text/plain' : 'application/json');
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return new Response(body, { status: answer.status, headers });
}
