import { administration } from './changes';
import type { Actor } from './entities';
import type { OrganizationStore } from './store';
import { day } from './time';

/** Audit events are told for 180 days. */
export const RETENTION = 180 * day;

export interface MembershipEvent {
  readonly id: string;
  readonly time: number;
  readonly action: 'user_added_to_group' | 'user_removed_from_group';
  readonly actor: Actor;
  readonly accountId: string;
  readonly groupId: string;
}

const joinedByStore = new WeakMap<OrganizationStore, readonly MembershipEvent[]>();
const eventsByStore = new WeakMap<OrganizationStore, { count: number; events: MembershipEvent[] }>();

/** Oldest first: what the seed tells about joining, then every change since the start. */
export function membershipEvents(store: OrganizationStore): readonly MembershipEvent[] {
  const cached = eventsByStore.get(store);
  if (cached?.count === store.changes.length) return cached.events;
  const live = store.changes.map((change): MembershipEvent => {
    const action = change.added ? 'user_added_to_group' : 'user_removed_from_group';
    const { time, actor, accountId, groupId } = change;
    return { id: `change-${String(change.id)}`, time, action, actor, accountId, groupId };
  });
  const events = [...joinedEvents(store), ...live];
  eventsByStore.set(store, { count: store.changes.length, events });
  return events;
}

function joinedEvents(store: OrganizationStore): readonly MembershipEvent[] {
  const cached = joinedByStore.get(store);
  if (cached !== undefined) return cached;
  const events = store.seed.accounts.flatMap(({ accountId, joined = {} }) =>
    Object.entries(joined).map(([groupId, time]): MembershipEvent => {
      const id = `joined-${accountId}-${groupId}`;
      return {
        id,
        time: Date.parse(time),
        action: 'user_added_to_group',
        actor: administration,
        accountId,
        groupId,
      };
    }),
  );
  events.sort((a, b) => a.time - b.time);
  joinedByStore.set(store, events);
  return events;
}
