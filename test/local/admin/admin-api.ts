import type { RestRequest, RestResponse } from '../call';
import { stableId } from '../organization/app-user';
import type { OrganizationCore } from '../organization/core';
import { Query } from '../organization/query';
import type { RouteMatch } from '../organization/router';
import { RouteTable } from '../organization/router';
import { parseInstant } from '../organization/time';
import type { AdminReply, AdminRoute } from './call';
import {
  AdminError,
  invalidResource,
  organizationErrors,
  unknownOrg,
  unknownResource,
  userManagementErrors,
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
    const match = this.table.match(request.method, request.path);
    try {
      const reply = this.answer(request, match, { asOf, headers });
      return { status: reply.status, headers, body: reply.body, points: 0 };
    } catch (error) {
      if (!(error instanceof AdminError)) throw error;
      const isBare = typeof match === 'object' && match.route.bareErrors === true;
      const body = this.errorBody(error, request, isBare);
      return { status: error.status, headers: { ...headers, ...error.headers }, body, points: 0 };
    }
  }

  private answer(
    request: RestRequest,
    match: RouteMatch<AdminRoute> | 'no-path' | 'no-method',
    { asOf, headers }: { asOf: number; headers: Record<string, string> },
  ): AdminReply {
    const errors = request.path.startsWith('/admin/') ? organizationErrors : userManagementErrors;
    if (!this.isSignedIn(request)) throw errors.unauthenticated();
    if (match === 'no-path') throw errors.unknownPath(`There is no resource at ${request.path}.`);
    if (match === 'no-method') throw errors.wrongMethod(`${request.method} is not supported here.`);
    const { route, params } = match;
    this.refuseForeign(route, params);
    if (this.core.seed.orgKey?.scoped === true && route.scope === null) throw errors.missingScope();
    if (route.perMinute !== undefined) {
      Object.assign(headers, this.limits.check(route.path, route.perMinute, this.core.clock.now()));
    }
    const query = new Query(request.query, errors.invalidParameter);
    query.expectOnly(route.query ?? []);
    const times = this.core.readTimes(asOf);
    return route.handle({ core: this.core, store: this.core.store, request, params, query, times });
  }

  private isSignedIn({ principal }: RestRequest): boolean {
    const expiresAt = parseInstant(this.core.seed.orgKey?.expiresAt ?? '') ?? Infinity;
    const isKey = principal.kind === 'org-key' && principal.key === this.core.orgKey;
    return isKey && this.core.clock.now() < expiresAt;
  }

  private refuseForeign(route: AdminRoute, { orgId, directoryId }: Readonly<Record<string, string>>): void {
    const { org } = this.core.seed;
    if (orgId !== undefined && orgId !== org.id) throw unknownOrg('The organization was not found.');
    if (directoryId === undefined || directoryId === org.directoryId) return;
    if (directoryId !== '-') throw unknownResource('The directory was not found.');
    if (route.anyDirectory !== true) throw invalidResource('A write needs the id of the directory.');
  }

  private errorBody({ content, status }: AdminError, { path }: RestRequest, isBare: boolean): unknown {
    if ('body' in content) return content.body;
    const id = stableId(path, content.code, String(this.core.clock.now()));
    const { code, title, detail } = content;
    const fault = { id, code, status: String(status), title, detail };
    return isBare ? fault : { errors: [fault] };
  }
}
