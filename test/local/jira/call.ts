import type { RestRequest } from '../call';
import type { OrganizationCore } from '../organization/core';
import type { Account } from '../organization/entities';
import type { Query } from '../organization/query';
import type { RoutePattern } from '../organization/router';
import type { OrganizationStore, ReadTimes } from '../organization/store';
import { unauthorized } from './errors';

/** Who calls Jira, as the endpoints need to know it. */
export interface JiraCaller {
  readonly kind: 'app' | 'user' | 'anonymous';
  readonly account: Account | undefined;
  readonly administersJira: boolean;
  readonly siteAdministrator: boolean;
}

/** One call on its way through an endpoint. */
export interface JiraCall {
  readonly core: OrganizationCore;
  readonly store: OrganizationStore;
  readonly caller: JiraCaller;
  readonly request: RestRequest;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly times: ReadTimes;
}

/** An answer with what its points are made of (Atlassian's page on Jira rate limiting). */
export interface JiraReply {
  readonly status: number;
  readonly body: unknown;
  /** Users, groups, roles and permissions returned: 2 points each. */
  readonly identities?: number;
  /** Other objects returned: 1 point each. */
  readonly others?: number;
}

export interface JiraRoute extends RoutePattern {
  /** Classic scopes that an app needs, as in the OpenAPI document. */
  readonly scopes: readonly string[];
  /** Who may call at all: anybody, any account, who may use Jira, or who administers it. Finer rules are the handler's. */
  readonly needs: 'nothing' | 'login' | 'access' | 'administer';
  readonly query?: readonly string[];
  /** Parameters that change nothing here, by their type: what they do not take is refused all the same. */
  readonly ignored?: { readonly booleans?: readonly string[]; readonly integers?: readonly string[] };
  /** Requests a second, where they are not those of its method. */
  readonly burst?: number;
  readonly handle: (call: JiraCall) => JiraReply;
}

/** The calling account; an anonymous caller is refused. */
export function callerAccount({ caller }: JiraCall): Account {
  if (caller.account === undefined) throw unauthorized();
  return caller.account;
}
