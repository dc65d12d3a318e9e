import { STATUS_CODES } from 'node:http';

import type { AdminError } from '../admin/errors';
import {
  conflict,
  invalidSyntax,
  notAllowedOnOrg,
  organizationErrors,
  tooManyRequests,
  unknownResource,
} from '../admin/errors';
import type { RestResponse } from '../call';
import type { Fault } from '../faults';
import { membershipForbidden } from '../jira/errors';

const EMPTY_STATUSES = new Set([204, 205, 304]);
const JSON_TYPE = 'application/json;charset=UTF-8';

/** A real `Response` of a JSON text; null is an empty body. */
export function textResponse(
  status: number,
  text: string | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = EMPTY_STATUSES.has(status) ? null : text;
  const typed = new Headers(body === null ? {} : { 'content-type': JSON_TYPE });
  // `set` knows a name in any case; given as one object, two spellings would be joined to one value.
  for (const [name, value] of Object.entries(headers)) typed.set(name, value);
  return new Response(body, { status, statusText: STATUS_CODES[status] ?? '', headers: typed });
}

/** A real `Response` of a value. */
export function jsonResponse(status: number, body: unknown, headers?: Record<string, string>): Response {
  return textResponse(status, JSON.stringify(body), headers);
}

/** What the emulated REST APIs answered, its body put into text once. */
export function restResponse({ status, headers, body }: RestResponse): Response {
  if (body === undefined) return textResponse(status, null, headers);
  return textResponse(status, typeof body === 'string' ? body : JSON.stringify(body), headers);
}

/** Answers a status that a fault asked for, with the body that each service sends with it. */
export function faultResponse({ target, match, status, headers }: Fault): Response {
  const title = STATUS_CODES[status] ?? 'Error';
  // Recorded: Jira refuses membership writes in a text of their own, and its 429 has no body.
  const isMembershipWrite = match.endsWith('/rest/api/3/group/user');
  const jira = status === 429 ? undefined : { errorMessages: [title], errors: {} };
  const bodies: Readonly<Record<Fault['target'], unknown>> = {
    jira: status === 403 && isMembershipWrite ? membershipForbidden().body : jira,
    org: orgBody(status, title),
    kvs: { code: status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'INTERNAL_SERVER_ERROR', message: title },
    queue: { message: title, code: status },
  };
  return restResponse({ status, headers, body: bodies[target], points: 0 });
}

const ORG_ERRORS: ReadonlyMap<number, (detail: string) => AdminError> = new Map([
  [400, invalidSyntax],
  [401, organizationErrors.unauthenticated],
  [403, notAllowedOnOrg],
  [404, unknownResource],
  [405, organizationErrors.wrongMethod],
  [409, conflict],
  [429, () => tooManyRequests({})],
]);

/** The gateway speaks for itself with 401 and 429; everything else is a list of errors. */
function orgBody(status: number, title: string): unknown {
  const known = ORG_ERRORS.get(status)?.(title).content;
  if (known !== undefined && 'body' in known) return known.body;
  const error = known ?? { code: `ADMIN-${String(status)}-1`, title, detail: title };
  return { errors: [{ id: 'local-fault', status: String(status), ...error }] };
}

/** The platform's own refusal of a product request: the SDK throws `ProxyRequestError`. */
export function proxyError(status: number, reason: string): Response {
  return jsonResponse(status, { code: status, message: reason }, { 'forge-proxy-error': reason });
}
