import type { RestRequest, RestResponse } from '../call';
import { stableId } from '../organization/app-user';
import type { OrganizationCore } from '../organization/core';
import { Query } from '../organization/query';
import { RouteTable } from '../organization/router';
import { parseInstant } from '../organization/time';
import type { AdminReply, AdminRoute } from './call';
import {
  AdminError,
  invalidResource,
  invalidSyntax,
  notAllowedOnOrg,
  unauthenticated,
  unknownOrg,
  unknownResource,
  wrongMethod,
} from './errors';
import { MinuteLimits } from './rate-limits';
import { adminRoutes } from './routes';

/** The organization and user management APIs on `api.atlassian.com`. */
export class AdminApi {
  private readonly limits = new MinuteLimits();
  private readonly table = new RouteTable(adminRoutes);

  constructor(private readonly core: OrganizationCore) {}

  /** Answers a call as of `asOf`, which is now but for stale reads. */
  handle(request: RestRequest, asOf: number): RestResponse {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    try {
      const reply = this.answer(request, asOf, headers);
      return { status: reply.status, headers, body: reply.body, points: 0 };
    } catch (error) {
      if (!(error instanceof AdminError)) throw error;
      const body = this.errorBody(error, request);
      return { status: error.status, headers: { ...headers, ...error.headers }, body, points: 0 };
    }
  }

  private answer(request: RestRequest, asOf: number, headers: Record<string, string>): AdminReply {
    this.authenticate(request);
    const match = this.table.match(request.method, request.path);
    if (match === 'no-path') throw unknownResource(`There is no resource at ${request.path}.`);
    if (match === 'no-method') throw wrongMethod(`${request.method} is not supported here.`);
    const { route, params } = match;
    this.refuseForeign(route, params);
    if (this.core.seed.orgKey?.scoped === true && route.scope === null) throw scopedKeyRefusal(route);
    if (route.perMinute !== undefined) {
      Object.assign(headers, this.limits.check(route.path, route.perMinute, this.core.clock.now()));
    }
    const query = new Query(request.query, invalidSyntax);
    query.expectOnly(route.query ?? []);
    const times = this.core.readTimes(asOf);
    return route.handle({ core: this.core, store: this.core.store, request, params, query, times });
  }

  private authenticate({ principal, path }: RestRequest): void {
    const expiresAt = parseInstant(this.core.seed.orgKey?.expiresAt ?? '') ?? Infinity;
    const isKey = principal.kind === 'org-key' && principal.key === this.core.orgKey;
    if (isKey && this.core.clock.now() < expiresAt) return;
    throw path.startsWith('/admin/')
      ? unauthenticated()
      : new AdminError(401, { body: { key: 'unauthorized' } });
  }

  private refuseForeign(route: AdminRoute, { orgId, directoryId }: Readonly<Record<string, string>>): void {
    const { org } = this.core.seed;
    if (orgId !== undefined && orgId !== org.id) throw unknownOrg('The organization was not found.');
    if (directoryId === undefined || directoryId === org.directoryId) return;
    if (directoryId !== '-') throw unknownResource('The directory was not found.');
    if (route.anyDirectory !== true) throw invalidResource('A write needs the id of the directory.');
  }

  private errorBody({ content, status }: AdminError, { path }: RestRequest): unknown {
    if ('body' in content) return content.body;
    const id = stableId(path, content.code, String(this.core.clock.now()));
    const { code, title, detail } = content;
    return { errors: [{ id, code, status: String(status), title, detail }] };
  }
}

/** Status and body are approximate: Atlassian documents only that a scope is missing (AX-712, ID-9051). */
function scopedKeyRefusal(route: AdminRoute): AdminError {
  if (!route.path.startsWith('/admin/')) return new AdminError(403, { body: { key: 'forbidden' } });
  return notAllowedOnOrg('The API key has no scope that allows this request.');
}
