import type { Door, LoggedEvent, MembershipEvent, VerificationOutcome } from '../review/after-removal';
import { accessByProduct, holdingsOf, isSeatHolding, pathsOf } from '../classification/access';
import { indexOrganization } from '../classification/organization-index';
import { formatDay } from '../dates';
import { removalGroups, type Line } from '../review/line';
import type { AccessPath } from '../seat';
import type { FreshReading } from './pre-flight';

const GONE: readonly VerificationOutcome[] = ['access-gone', 'membership-gone'];

/**
 * The door through which a removed seat came back, or null when it did not: an earlier check found it gone and this
 * one finds the access, or a membership that was left. `additions` are null when no log could be read.
 */
export function doorOf(
  line: Line,
  outcome: VerificationOutcome,
  reading: FreshReading,
  additions: readonly MembershipEvent[] | null,
): Door | null {
  const earlier = new Set(line.verifications.map((each) => each.outcome));
  const wasGone = GONE.some((each) => earlier.has(each));
  const isBack = !GONE.includes(outcome) || (outcome === 'membership-gone' && earlier.has('access-gone'));
  if (!wasGone || !isBack || outcome === 'unverifiable') return null;
  const { account, header } = reading;
  const index = indexOrganization(header);
  const left = removalGroups(line);
  const again = left.find((id) => account.groupIds.includes(id));
  const { product } = line.facts.seat;
  const held = (accessByProduct(holdingsOf(account, index)).get(product) ?? []).filter(isSeatHolding);
  const path =
    pathsOf(product, held, index).find(({ groupId }) => groupId === again) ??
    pathsOf(product, held, index)[0];
  const groupId = again ?? path?.groupId ?? null;
  const added = additions
    ?.filter((each) => each.accountId === account.accountId && each.groupId === groupId)
    .filter(({ at }) => at > (line.removedAt ?? ''))
    .at(0);
  return {
    through: throughOf(path, again !== undefined),
    groupId,
    event: added === undefined ? null : toLogged(added),
  };
}

function throughOf(path: AccessPath | undefined, sameGroup: boolean): Door['through'] {
  if (path?.source === 'scim') return 'synced-group';
  if (sameGroup) return 'same-group';
  if (path === undefined) return 'unknown';
  return path.groupId === undefined ? 'role' : 'other-group';
}

/** The door as a sentence; `groupName` of its group. */
export function doorInWords({ through, event }: Door, groupName: string): string {
  const when =
    event === null
      ? 'who gave it is not told'
      : `given on ${formatDay(event.at)}${event.by === null ? '' : ` by ${event.by}`}`;
  switch (through) {
    case 'same-group':
      return `Back through *${groupName}*, which was left: ${when}.`;
    case 'synced-group':
      return `Back through *${groupName}*, which is synced: ${when}.`;
    case 'other-group':
      return `Back through *${groupName}*, another group: ${when}.`;
    case 'role':
      return `Back through a role on the account: ${when}.`;
    case 'unknown':
      return 'Back; through which door is not known.';
  }
}

/** The event that matches a removal, or null. Logs may be a little ahead of or behind the app's own clock. */
export function corroborationOf(
  {
    accountId,
    groupId,
    attemptedAt,
  }: { readonly accountId: string; readonly groupId: string; readonly attemptedAt: string },
  removals: readonly MembershipEvent[],
): LoggedEvent | null {
  const from = Date.parse(attemptedAt) - SKEW_MS;
  const to = Date.parse(attemptedAt) + LAG_MS;
  const match = removals.find(
    (each) =>
      each.accountId === accountId &&
      each.groupId === groupId &&
      Date.parse(each.at) >= from &&
      Date.parse(each.at) <= to,
  );
  return match === undefined ? null : toLogged(match);
}

function toLogged({ at, by, log }: MembershipEvent): LoggedEvent {
  return { at, by, log };
}

const SKEW_MS = 60_000;
const LAG_MS = 3_600_000;
