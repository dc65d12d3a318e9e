import type { OrganizationCore } from '../organization/core';
import { membershipEvents, RETENTION, type MembershipEvent } from '../organization/membership-events';
import { toIso } from '../organization/time';
import type { AdminCall, AdminReply, AdminRoute } from './call';
import { decodeCursor, encodeCursor } from './cursor';
import { AdminError, invalidTime } from './errors';
import { eventsPerMinute } from './rate-limits';

const eventProducts = ['bitbucket', 'confluence', 'guard_detect', 'jira', 'loom'];

/** Newest first; times outside the retention are never told. */
function listEvents(call: AdminCall): AdminReply {
  const { core, query, times } = call;
  if (core.seed.behaviour?.events === false) {
    throw new AdminError(403, {
      code: 'ADMIN-403-1',
      title: 'Forbidden',
      detail: 'The audit log is not available.',
    });
  }
  const limit = query.integer('limit', 30, { min: 1, max: 500 });
  const from = Math.max(readEpoch(call, 'from') ?? -Infinity, times.now - RETENTION);
  const to = readEpoch(call, 'to') ?? times.now;
  if ((readEpoch(call, 'from') ?? -Infinity) > to) throw invalidTime('from must not be later than to.');
  const { request } = call;
  const filters = ['from', 'to', 'q', 'action', 'actor', 'ip', 'product', 'location'].map((name) =>
    query.list(name),
  );
  const after = Number(decodeCursor({ request, filters }, query.string('cursor')) ?? Infinity);
  const events = membershipEvents(core.store);
  const matches = eventFilter(call);
  const found: { index: number; event: MembershipEvent }[] = [];
  for (let i = Math.min(after, events.length) - 1; i >= 0 && found.length <= limit; i -= 1) {
    const event = events[i];
    if (event === undefined || event.time < from) break;
    if (event.time <= to && matches(event)) found.push({ index: i, event });
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1 - core.overlap(limit));
  const next =
    found.length > limit ? encodeCursor({ request, filters }, String(last?.index ?? 0)) : undefined;
  return {
    status: 200,
    body: toEventPage(
      call,
      shown.map(({ event }) => event),
      next,
    ),
  };
}

function eventFilter({ query, store }: AdminCall): (event: MembershipEvent) => boolean {
  const action = query.string('action');
  const actors = query.list('actor');
  const term = query.string('q')?.toLowerCase();
  query.list('product', { among: eventProducts });
  // Membership events belong to no product and tell no place, so that these filters leave nothing.
  if (['ip', 'product', 'location'].some((name) => query.string(name) !== undefined)) return () => false;
  return (event) => {
    const account = store.accounts.get(event.accountId)?.identity;
    const words = [account?.name, account?.email, store.groups.get(event.groupId)?.name, event.actor.name];
    return (
      (action === undefined || event.action === action) &&
      (actors.length === 0 || actors.includes(event.actor.id)) &&
      (term === undefined || words.some((word) => word?.toLowerCase().includes(term)))
    );
  };
}

function toEventPage(
  { core, request }: AdminCall,
  events: readonly MembershipEvent[],
  next: string | undefined,
): unknown {
  const address = `https://api.atlassian.com${request.path}`;
  const data = events.map((event) => toEvent(core, event));
  if (next === undefined) return { data, links: { self: address }, meta: { page_size: data.length } };
  const query = new URLSearchParams(request.query);
  query.set('cursor', next);
  return {
    data,
    links: { self: address, next: `${address}?${query.toString()}` },
    meta: { next, page_size: data.length },
  };
}

function toEvent({ seed, store }: OrganizationCore, event: MembershipEvent): Record<string, unknown> {
  const account = store.accounts.get(event.accountId)?.identity;
  const name = store.groups.get(event.groupId)?.name ?? event.groupId;
  const { actor } = event;
  const email = account?.email === undefined ? {} : { email: account.email };
  return {
    id: event.id,
    type: 'events',
    attributes: {
      time: toIso(event.time),
      action: event.action,
      actor: { id: actor.id, name: actor.name, ...(actor.email === undefined ? {} : { email: actor.email }) },
      context: [
        {
          id: event.accountId,
          type: 'users',
          attributes: { name: account?.name ?? event.accountId, ...email },
        },
        { id: event.groupId, type: 'groups', attributes: { name, groupName: name } },
      ],
      container: [{ id: seed.org.id, type: 'orgs', attributes: { name: seed.org.name } }],
    },
    links: {
      self: `https://api.atlassian.com/admin/v1/orgs/${seed.org.id}/events/${encodeURIComponent(event.id)}`,
    },
  };
}

function readEpoch({ query }: AdminCall, name: string): number | undefined {
  const text = query.string(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw invalidTime(`${name} must be Unix time in milliseconds.`);
  return Number(text);
}

export const eventRoutes: readonly AdminRoute[] = [
  {
    method: 'GET',
    path: '/admin/v1/orgs/{orgId}/events',
    scope: 'read:events:admin',
    perMinute: eventsPerMinute,
    query: ['cursor', 'q', 'from', 'to', 'action', 'actor', 'ip', 'product', 'location', 'limit'],
    handle: listEvents,
  },
];
