import { type CallLog, isWrite, toLoggedBody, toLoggedPrincipal, toLoggedQuery } from '../call-log';
import type { LocalClock } from '../clock';
import { bodyOf, type Principal, type RestRequest, type RestResponse } from '../call';
import type { Fault } from '../faults';
import type { CostMeter } from './cost-meter';
import { type Gate, carryOut, noAnswerCame, passOutbound } from './gate';
import type { ForgeTarget, Invocation } from './invocation';
import { INVOCATION_LIMITS } from './limits';
import type { Manifest } from './manifest';
import { proxyError, restResponse, textResponse } from './responses';

/** The part of the organization that REST calls reach. */
export interface RestBackend {
  readonly orgKey: string;
  /** `asOf` (Unix milliseconds) asks for the answer of an earlier moment. */
  handle(request: RestRequest, options?: { readonly asOf?: number }): RestResponse;
}

export interface RestProxyParts {
  readonly gate: Gate;
  readonly clock: LocalClock;
  readonly manifest: Manifest;
  readonly backend: RestBackend;
  readonly log: CallLog;
  readonly cost: CostMeter;
  /** Told after each call that may have changed the organization. */
  readonly changed: () => void;
}

interface Call {
  readonly request: RestRequest;
  readonly text: string | undefined;
}

/** Product requests and calls of the organization API, in-process. */
export class RestProxy {
  constructor(private readonly parts: RestProxyParts) {}

  /** `requestJira` as app or as user; `path` holds the query. */
  async product(
    invocation: Invocation,
    target: ForgeTarget,
    path: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const { manifest, gate } = this.parts;
    if (target.remote !== 'jira') return proxyError(403, 'REQUEST_PRODUCT_NOT_ALLOWED');
    const principal = principalOf(target, invocation, manifest);
    if (principal === undefined) {
      await gate.invoker.wait(invocation, gate.latency().rest);
      return proxyError(401, 'AUTH_TYPE_UNAVAILABLE');
    }
    const url = new URL(path, 'https://product.invalid');
    const call = callOf('jira', url, init, { principal, scopes: manifest.scopes });
    return this.send(invocation, call, init.signal);
  }

  /** `fetch` of `@forge/api`: the organization API is answered here, any other host is refused. */
  async external(invocation: Invocation, url: URL, init: RequestInit = {}): Promise<Response> {
    if (!this.parts.manifest.egress.includes(url.origin)) {
      // Imported late: the package must not load before the globals that it captures are in place.
      const { ExternalEndpointNotAllowedError } = await import('@forge/api');
      throw new ExternalEndpointNotAllowedError(url.href);
    }
    invocation.egress += 1;
    if (invocation.egress > egressLimitOf(invocation)) return egressRefusal();
    if (url.origin !== ORGANIZATION_API) throw new TypeError('fetch failed');
    const bearer = /^Bearer (.+)$/.exec(new Headers(init.headers).get('authorization') ?? '');
    const principal: Principal =
      bearer?.[1] === undefined ? { kind: 'anonymous' } : { kind: 'org-key', key: bearer[1] };
    return this.send(invocation, callOf('org', url, init, { principal, scopes: null }), init.signal);
  }

  /** A call from outside the app; it takes no time, costs nothing and no fault hits it. */
  outside(request: RestRequest): RestResponse {
    return this.perform({ request, text: JSON.stringify(request.body) }, null);
  }

  private async send(
    invocation: Invocation,
    call: Call,
    signal: AbortSignal | null | undefined,
  ): Promise<Response> {
    const { gate, cost } = this.parts;
    const { isInTime } = await passOutbound(gate, invocation);
    const { target, method, path } = call.request;
    const fault = gate.faults.take({ target, method, path });
    const perform = (asOf?: number): Response => {
      const reply = this.perform(call, invocation.id, { fault, asOf });
      cost.request(target, reply.points);
      return restResponse(reply);
    };
    const reply = await carryOut(gate, invocation, fault, {
      signal,
      perform,
      stale: () => perform(isWrite(method, path) ? undefined : this.parts.clock.now() - lagOf(path)),
      log: (status) => {
        this.record(call, invocation.id, { status, points: 0, fault });
        cost.request(target, 0);
      },
    });
    if (!isInTime) throw noAnswerCame();
    return reply;
  }

  private perform(
    call: Call,
    invocation: string | null,
    { fault, asOf }: { readonly fault?: Fault | undefined; readonly asOf?: number | undefined } = {},
  ): RestResponse {
    const { backend, changed } = this.parts;
    const reply = backend.handle(call.request, asOf === undefined ? {} : { asOf });
    this.record(call, invocation, { status: reply.status, points: reply.points, fault });
    if (isWrite(call.request.method, call.request.path)) changed();
    return reply;
  }

  private record(
    { request, text }: Call,
    invocation: string | null,
    outcome: { status: number | null; points: number; fault: Fault | undefined },
  ): void {
    const { log, clock, backend } = this.parts;
    const { target, method, path, query, body } = request;
    const secret = backend.orgKey;
    const hidden = secret !== '' && (text?.includes(secret) === true || path.includes(secret));
    log.append({
      at: new Date(clock.now()).toISOString(),
      invocation,
      as: toLoggedPrincipal(request.principal),
      target,
      method,
      path: hidden ? path.replaceAll(secret, '(hidden)') : path,
      query: toLoggedQuery(query),
      body: hidden ? '(hidden)' : toLoggedBody(body, text, isWrite(method, path)),
      status: outcome.status,
      points: outcome.points,
      fault: outcome.fault?.mode ?? null,
    });
  }
}

/** A stale answer is from this long ago: roles follow within 30 s, the rest of the directory within 2 s. */
const ROLE_LAG_MS = 30_000;
const DIRECTORY_LAG_MS = 2_000;

/** Paths whose answers tell roles or what follows from them. */
const ROLE_PATH = /role|permission|\/manage$/;

function lagOf(path: string): number {
  return ROLE_PATH.test(path) ? ROLE_LAG_MS : DIRECTORY_LAG_MS;
}

const ORGANIZATION_API = 'https://api.atlassian.com';
const MINUTE_MS = 60_000;

function egressLimitOf({ startedAt, deadline }: Invocation): number {
  return INVOCATION_LIMITS.egressPerRuntimeMinute * Math.ceil((deadline - startedAt) / MINUTE_MS);
}

/** Approximate: forums quote the status and the header; unlike for product requests the SDK does not throw. */
function egressRefusal(): Response {
  return textResponse(429, 'Too Many Requests', { 'forge-proxy-error': 'FETCH_LIMIT_EXCEEDED' });
}

/** Who acts, or undefined when the platform has nobody to act as. */
function principalOf(target: ForgeTarget, invocation: Invocation, manifest: Manifest): Principal | undefined {
  if (target.provider === 'app') return { kind: 'app' };
  if (target.provider !== 'user') return { kind: 'anonymous' };
  const { accountId } = invocation;
  const wanted = target.accountId ?? accountId;
  if (wanted === null || (wanted !== accountId && !manifest.allowsImpersonation)) return undefined;
  return { kind: 'user', accountId: wanted };
}

function callOf(
  target: 'jira' | 'org',
  url: URL,
  init: RequestInit,
  actor: { readonly principal: Principal; readonly scopes: readonly string[] | null },
): Call {
  const text = typeof init.body === 'string' ? init.body : undefined;
  const request = {
    target,
    method: (init.method ?? 'GET').toUpperCase(),
    path: url.pathname,
    query: url.searchParams,
    headers: headersOf(init.headers),
    body: bodyOf(text ?? ''),
    ...actor,
  };
  return { request, text };
}

/** Lower-case names; the authorization has become the principal. */
function headersOf(given: RequestInit['headers']): Record<string, string> {
  const headers: Record<string, string> = {};
  new Headers(given).forEach((value, name) => {
    headers[name] = value;
  });
  delete headers['authorization'];
  return headers;
}
