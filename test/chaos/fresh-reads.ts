import type { LoggedCall } from '../local/call';
import type { MembershipWrite } from './membership-writes';
import { removalsIn } from './membership-writes';

/** What must be read anew before a write: the person, the group's provenance and grants, and the person's roles. */
export const FACTS = ['person', 'group', 'grants', 'roles'] as const;
export type Fact = (typeof FACTS)[number];

const tells: Readonly<Record<Fact, (call: LoggedCall, write: MembershipWrite) => boolean>> = {
  person: ({ path, body }, { accountId }) => path.endsWith('/users/search') && names(body, accountId),
  group: ({ path, body }, { groupId }) => path.endsWith('/groups/search') && names(body, groupId),
  grants: ({ path }, { groupId }) => path.endsWith(`/groups/${groupId}/role-assignments`),
  roles: ({ path }, { accountId }) =>
    path.endsWith(`/users/${encodeURIComponent(accountId)}/role-assignments`),
};

/** The last answered reading of a fact before the write, in its invocation and after the write before it. */
export function lastRead(
  calls: readonly LoggedCall[],
  write: MembershipWrite,
  fact: Fact,
): LoggedCall | undefined {
  const own = calls.filter(({ invocation }) => invocation === write.call.invocation);
  const [previous] = removalsIn(own)
    .filter(({ call }) => call.n < write.call.n)
    .slice(-1);
  const [last] = own
    .filter(({ n, status }) => n > (previous?.call.n ?? 0) && n < write.call.n && status === 200)
    .filter((call) => tells[fact](call, write))
    .slice(-1);
  return last;
}

/** Bodies of searches name ids as texts. */
function names(body: unknown, id: string): boolean {
  return JSON.stringify(body).includes(JSON.stringify(id));
}
