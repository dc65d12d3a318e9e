import type { RestRequest, RestResponse } from '../call';
import type { OrganizationCore } from '../organization/core';
import { Query } from '../organization/query';
import { isSiteAdministrator } from '../organization/rights';
import { RouteTable } from '../organization/router';
import { isActive } from '../organization/seats';
import type { JiraCaller, JiraReply, JiraRoute } from './call';
import {
  badRequest,
  forbidden,
  JiraError,
  needsAdministration,
  notFound,
  scopeMismatch,
  unauthorized,
} from './errors';
import { burstPerSecond, globalPool, JiraRateLimits, type PointPool, tenantPool } from './rate-limits';
import { jiraRoutes } from './routes';

const anonymous: JiraCaller = {
  kind: 'anonymous',
  account: undefined,
  administersJira: false,
  siteAdministrator: false,
};

/** Jira's REST API of the emulated site: one call in, one answer out. */
export class JiraApi {
  readonly limits: JiraRateLimits;
  private readonly table = new RouteTable(jiraRoutes);

  constructor(private readonly core: OrganizationCore) {
    this.limits = new JiraRateLimits(poolOf(core));
  }

  /** Answers a call as of `asOf`, which is now but for stale reads. */
  handle(request: RestRequest, asOf: number): RestResponse {
    const { cost, headers, ...answer } = this.attempt(request, asOf);
    const isApp = request.scopes !== null;
    const points = isApp ? cost : 0;
    this.limits.spend(points, this.core.clock.now());
    return { ...answer, points, headers: { ...this.headers(isApp), ...headers } };
  }

  /** The answer, a refusal too, with the points that it costs an app; people with a token pay none. */
  private attempt(
    request: RestRequest,
    asOf: number,
  ): Omit<RestResponse, 'points'> & { readonly cost: number } {
    try {
      const reply = this.answer(request, asOf);
      const cost = 1 + (isWrite(request, reply) ? 0 : 2 * (reply.identities ?? 0) + (reply.others ?? 0));
      return { status: reply.status, headers: {}, body: reply.body, cost };
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      const { status, headers, body } = error;
      return { status, headers, body, cost: status === 429 ? 0 : 1 };
    }
  }

  private answer(request: RestRequest, asOf: number): JiraReply {
    const match = this.table.match(request.method, request.path);
    if (match === 'no-path') throw notFound(`There is no resource at ${request.path}.`);
    if (match === 'no-method') throw new JiraError(405, undefined);
    const { route, params } = match;
    const caller = this.authenticate(request);
    const now = this.core.clock.now();
    if (request.scopes !== null && !route.scopes.every((scope) => request.scopes?.includes(scope)))
      throw scopeMismatch();
    if (request.scopes !== null) this.limits.checkQuota(now);
    this.limits.checkBurst(`${route.method} ${route.path}`, burstLimit(route), now);
    this.authorize(caller, route, now);
    this.checkIssueWrite(route, params, now);
    const query = new Query(request.query, (fault) => badRequest(fault));
    query.expectOnly(route.query ?? []);
    for (const name of route.ignored?.booleans ?? []) query.boolean(name, false);
    for (const name of route.ignored?.integers ?? []) query.integers(name);
    const times = this.core.readTimes(asOf);
    return route.handle({ core: this.core, store: this.core.store, caller, request, params, query, times });
  }

  private authenticate({ principal }: RestRequest): JiraCaller {
    if (principal.kind === 'anonymous') return anonymous;
    if (principal.kind === 'org-key') throw unauthorized();
    const accountId = principal.kind === 'app' ? this.core.appUser.accountId : principal.accountId;
    const account = this.core.store.accounts.get(accountId);
    if (account === undefined || !isActive(account)) throw unauthorized();
    return {
      kind: principal.kind,
      account,
      administersJira: this.core.administersJira(account),
      siteAdministrator: isSiteAdministrator(account),
    };
  }

  private authorize({ kind, account, administersJira }: JiraCaller, route: JiraRoute, now: number): void {
    if (route.needs === 'nothing') return;
    if (account === undefined) throw unauthorized();
    if (kind === 'app') {
      const arrived = this.core.appUser.rightsHaveArrived(now);
      if (!arrived) throw route.needs === 'administer' ? needsAdministration() : unauthorized();
      if (!administersJira) throw forbidden('The app is not permitted to use Jira on this site.');
    }
    if (route.needs === 'administer' && !administersJira) throw needsAdministration();
    // Approximate: real sites answer 401 or 403 here, and the text is not documented.
    if (route.needs === 'access' && !this.core.usesJira(account))
      throw forbidden('Current user not permitted to use Jira.');
  }

  /** A notification counts as a write too; Atlassian does not say. */
  private checkIssueWrite(
    { method }: JiraRoute,
    { issueIdOrKey }: Readonly<Record<string, string>>,
    now: number,
  ): void {
    if (method === 'GET' || issueIdOrKey === undefined) return;
    const issue = this.core.issues.find(issueIdOrKey);
    if (issue !== undefined) this.limits.checkIssueWrite(issue.id, now);
  }

  private headers(isApp: boolean): Record<string, string> {
    const type = { 'Content-Type': 'application/json;charset=UTF-8' };
    return isApp ? { ...type, ...this.limits.headers(this.core.clock.now()) } : type;
  }
}

/** The users that a pool of one site grows with are those of its largest Jira app. */
function poolOf({ options, store }: OrganizationCore): PointPool {
  if (options.tenantPool === undefined) return globalPool;
  const users = Math.max(0, ...store.jiraProducts.map(({ key }) => store.seats.count(key)));
  return tenantPool(options.tenantPool, users);
}

function burstLimit(route: JiraRoute): number {
  const isWrite = route.method === 'PUT' || route.method === 'DELETE';
  return route.burst ?? (isWrite ? burstPerSecond.write : burstPerSecond.read);
}

/** A POST that only reads costs by what it returns; a write costs one point flat. */
function isWrite(request: RestRequest, reply: JiraReply): boolean {
  return request.method !== 'GET' && reply.identities === undefined && reply.others === undefined;
}
