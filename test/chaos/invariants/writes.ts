import type { LoggedCall } from '../../local/call';
import { FACTS, lastRead } from '../fresh-reads';
import { attemptOf, attemptsOf, type Attempt } from '../journal';
import { isUnclear, removalsIn, type MembershipWrite } from '../membership-writes';
import type { Breach, Invariant } from './breach';

/** product.md §8, "A write is sent once": until then a write without a clear answer is only read again. */
const UNCLEAR_MS = 60_000;
const MOST_UNCLEAR = 2;

/** Right before each write everything that it rests on is read again. */
export const readBeforeWrite: Invariant = ({ calls }) =>
  removalsIn(calls).flatMap((write): Breach[] => {
    const missing = FACTS.filter((fact) => lastRead(calls, write, fact) === undefined);
    if (missing.length === 0) return [];
    return [{ what: `Not read before the write: ${missing.join(', ')}.`, calls: [write.call] }];
  });

/** No write is repeated blindly: only after Atlassian clearly declined it, or after looking for a minute. */
export const noBlindRepeat: Invariant = (observed) => {
  const attempts = attemptsOf(observed);
  return [...byMembership(removalsIn(observed.calls)).values()].flatMap((writes): Breach[] => {
    const unclear = writes.filter((write) => !isDeclined(write, attemptOf(write, attempts)));
    const tooMany = unclear.length > MOST_UNCLEAR ? [repeated('was sent too often', unclear)] : [];
    const blind = writes.slice(1).flatMap((write, index): Breach[] => {
      const first = writes[index];
      const why = first === undefined ? null : whyBlind(first, write, { observed, attempts });
      return why === null || first === undefined ? [] : [repeated(why, [first, write])];
    });
    return [...tooMany, ...blind];
  });
};

function repeated(why: string, writes: readonly MembershipWrite[]): Breach {
  const [{ accountId, groupId } = { accountId: '', groupId: '' }] = writes;
  return { what: `${accountId} from ${groupId} ${why}.`, calls: writes.map(({ call }) => call) };
}

interface Evidence {
  readonly observed: Parameters<Invariant>[0];
  readonly attempts: readonly Attempt[];
}

function whyBlind(
  first: MembershipWrite,
  second: MembershipWrite,
  { observed, attempts }: Evidence,
): string | null {
  const attempt = attemptOf(first, attempts);
  if (isDeclined(first, attempt)) return null;
  // An invocation that died before it recorded the answer does not know it, whatever the log says.
  const isKnown = attempt?.observations.some(({ event }) => event.status === first.call.status) === true;
  if (isKnown && !isUnclear(first.call)) return `was sent again after ${String(first.call.status)}`;
  if (second.at - first.at < UNCLEAR_MS) return 'was sent again within a minute';
  const isBetween = ({ n }: LoggedCall): boolean => n > first.call.n && n < second.call.n;
  return observed.calls.some((call) => isBetween(call) && readsGroupsOf(call, first.accountId))
    ? null
    : 'was sent again without a look';
}

/** Atlassian said clearly that it did not do it, and the app took it so. */
function isDeclined({ call }: MembershipWrite, attempt: Attempt | undefined): boolean {
  const isRecorded = attempt?.observations.some(({ event }) => event.outcome === 'declined') === true;
  return isRecorded && !isUnclear(call) && [401, 403, 429].includes(call.status ?? 0);
}

function readsGroupsOf({ path, query, status }: LoggedCall, accountId: string): boolean {
  return path === '/rest/api/3/user/groups' && query['accountId'] === accountId && status === 200;
}

function byMembership(writes: readonly MembershipWrite[]): Map<string, MembershipWrite[]> {
  const found = new Map<string, MembershipWrite[]>();
  for (const write of writes) {
    const key = `${write.accountId}/${write.groupId}`;
    found.set(key, [...(found.get(key) ?? []), write]);
  }
  return found;
}
