import { STATUS_CODES } from 'node:http';

import type { RestResponse } from '../call';
import type { Fault } from '../faults';

const EMPTY_STATUSES = new Set([204, 205, 304]);
const JSON_TYPE = 'application/json;charset=UTF-8';

/** A real `Response` of a JSON text; null is an empty body. */
export function textResponse(
  status: number,
  text: string | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = EMPTY_STATUSES.has(status) ? null : text;
  const typed = body === null ? headers : { 'content-type': JSON_TYPE, ...headers };
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

/** The body that each service sends with an error status which a fault asked for. */
export function faultResponse({ target, status, headers }: Fault): Response {
  if (EMPTY_STATUSES.has(status)) return textResponse(status, null, headers);
  const title = STATUS_CODES[status] ?? 'Error';
  const bodies: Readonly<Record<Fault['target'], unknown>> = {
    jira: { errorMessages: [title], errors: {} },
    org: {
      errors: [
        {
          id: 'local-fault',
          code: `ADMIN-${String(status)}-1`,
          status: String(status),
          title,
          detail: title,
        },
      ],
    },
    kvs: { code: status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'INTERNAL_SERVER_ERROR', message: title },
    queue: { message: title, code: status },
  };
  return jsonResponse(status, bodies[target], headers);
}

/** The platform's own refusal of a product request: the SDK throws `ProxyRequestError`. */
export function proxyError(status: number, reason: string): Response {
  return jsonResponse(status, { code: status, message: reason }, { 'forge-proxy-error': reason });
}
