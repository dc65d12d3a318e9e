import { membershipEvents, RETENTION, type MembershipEvent } from '../organization/membership-events';
import { toIso } from '../organization/time';
import type { JiraCall, JiraReply, JiraRoute } from './call';
import { badRequest, forbidden } from './errors';
import { cutPage } from './replies';

const administration = ['manage:jira-configuration'];

/** Jira's audit times carry milliseconds and `+0000`. */
export function toJiraTime(time: number): string {
  return toIso(time).replace('Z', '+0000');
}

function getServerInfo({ core, times }: JiraCall): JiraReply {
  const body = {
    baseUrl: core.baseUrl,
    displayUrl: core.baseUrl,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_300,
    buildDate: '2026-10-28T00:00:00.000+0000',
    serverTime: toJiraTime(times.now),
    scmInfo: 'b1a7d9f43c254e8a9f102c6e5d7a8b9000000000',
    serverTitle: 'Jira',
    serverTimeZone: 'Etc/UTC',
  };
  return { status: 200, body, others: 1 };
}

function getLicense({ store }: JiraCall): JiraReply {
  const applications = store.jiraProducts.map(({ key, seed }) => ({ id: key, plan: seed.plan ?? 'PAID' }));
  return { status: 200, body: { applications }, others: applications.length };
}

/**
 * Real Jira caches this for seven days; here it is the count of the moment. No refusal is documented for an
 * application that the site does not have: nobody uses it.
 */
function getApproximateCount({ store, params }: JiraCall): JiraReply {
  const key = params['applicationKey'] ?? '';
  const product = store.products.get(key);
  const isHere = product?.jiraFamily === true;
  const value = isHere ? (product.seed.userCountOverride ?? store.seats.count(key)) : 0;
  const body = { key: `license.${key}.approximateUserCount`, value: String(value) };
  return { status: 200, body, others: 1 };
}

/** Membership changes of the last 180 days, newest first. Free plans have no audit log. */
function getAuditRecords(call: JiraCall): JiraReply {
  const { store, query, times } = call;
  if (store.jiraProducts.length > 0 && store.jiraProducts.every(({ seed }) => seed.plan === 'FREE')) {
    throw forbidden('The audit log is not available on the Free plan.');
  }
  const offset = query.integer('offset', 0, { min: 0 });
  const limit = Math.min(1000, query.integer('limit', 1000, { min: 0 }));
  const words = (query.string('filter') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const from = Math.max(readTime(call, 'from') ?? -Infinity, times.now - RETENTION);
  const to = readTime(call, 'to') ?? Infinity;
  const all = membershipEvents(store)
    .map((event, index) => ({ event, id: index + 1 }))
    .filter(({ event }) => event.time >= from && event.time <= to)
    .map(({ event, id }) => toAuditRecord(call, event, id))
    .filter((record) => words.every((word) => JSON.stringify(record).toLowerCase().includes(word)))
    .reverse();
  const { rows: records, total } = cutPage(call, all, { startAt: offset, maxResults: limit });
  return { status: 200, body: { offset, limit, total, records }, others: records.length };
}

function toAuditRecord({ store }: JiraCall, event: MembershipEvent, id: number): Record<string, unknown> {
  const account = store.accounts.get(event.accountId);
  const group = store.groups.get(event.groupId);
  const directory = {
    parentId: '10000',
    parentName: 'com.atlassian.crowd.directory.IdentityPlatformRemoteDirectory',
  };
  return {
    id,
    summary: event.action === 'user_added_to_group' ? 'User added to group' : 'User removed from group',
    created: toJiraTime(event.time),
    category: 'group management',
    eventSource: '',
    authorKey: event.actor.id,
    objectItem: { id: event.groupId, name: group?.name ?? event.groupId, typeName: 'GROUP', ...directory },
    changedValues: [],
    associatedItems: [
      {
        id: event.accountId,
        name: account?.identity.name ?? event.accountId,
        typeName: 'USER',
        ...directory,
      },
    ],
  };
}

/** Times come as ISO text, with or without zone (then UTC). */
function readTime({ query }: JiraCall, name: string): number | undefined {
  const text = query.string(name);
  if (text === undefined) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const time = Date.parse(zoned);
  if (Number.isNaN(time)) throw badRequest(`The value '${text}' of '${name}' is no date.`);
  return time;
}

const at = { method: 'GET', query: [] } as const;

export const siteRoutes: readonly JiraRoute[] = [
  { ...at, path: '/rest/api/3/serverInfo', scopes: [], needs: 'nothing', handle: getServerInfo },
  { ...at, path: '/rest/api/3/instance/license', scopes: administration, needs: 'login', handle: getLicense },
  {
    ...at,
    path: '/rest/api/3/license/approximateLicenseCount/product/{applicationKey}',
    scopes: administration,
    needs: 'administer',
    handle: getApproximateCount,
  },
  {
    method: 'GET',
    path: '/rest/api/3/auditing/record',
    scopes: administration,
    needs: 'administer',
    query: ['offset', 'limit', 'filter', 'from', 'to'],
    handle: getAuditRecords,
  },
];
