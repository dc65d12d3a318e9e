import { adminRoutes } from '../../local/admin/routes';
import type { RestRequest, RestResponse } from '../../local/call';
import { jiraRoutes } from '../../local/jira/routes';
import { RouteTable } from '../../local/organization/router';
import { factsOf } from './facts';
import { replyExceptions } from './reply-exceptions';

type Reply = Pick<RestResponse, 'status' | 'body'>;

const routes = new RouteTable([...jiraRoutes, ...adminRoutes]);

/** What is wrong with a call of an endpoint by the documents, its request and its reply; empty when nothing is. */
export function callFaults(request: RestRequest, reply: Reply): string[] {
  const match = routes.match(request.method, request.path);
  const call = `${request.method} ${request.path}`;
  if (match === 'no-path' || match === 'no-method') return [`${call}: is no documented endpoint`];
  const { method, path } = match.route;
  const endpoint = `${method} ${path}`;
  return [
    ...factsOf(path)
      .requestFaults(endpoint, request.query, request.body)
      .map((fault) => `request ${fault}`),
    ...replyFaults(endpoint, reply).map((fault) => `reply ${String(reply.status)} ${fault}`),
  ].map((fault) => `${endpoint}: ${fault}`);
}

/** What is wrong with a reply, but for what differs for a known reason. */
export function replyFaults(endpoint: string, { status, body }: Reply): string[] {
  const facts = factsOf(endpoint.split(' ')[1] ?? '');
  return facts
    .replyFaults(endpoint, { status, body })
    .filter(
      (fault) => !replyExceptions.some(({ covers }) => covers({ endpoint, facts, status, body, fault })),
    );
}
