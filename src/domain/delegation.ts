import { DAY_MS, toIso, toMillis } from '../lib/duration';
import type { Deed } from './exemptions/register';
import { refuse, type Ruling } from './review/ruling';

/** Somebody on the approvers' list lets another person approve and return lines in their place, until a day. */
export interface Delegation {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  /** ISO 8601 UTC, as is `until`. */
  readonly since: string;
  readonly until: string;
  readonly reason: string;
  readonly ended: (Deed & { readonly reason: string }) | null;
}

/** What can happen to a delegation; each is a record of the organization's ledger. */
export type DelegationEvent =
  | {
      readonly kind: 'approval-delegated';
      readonly delegationId: string;
      readonly to: string;
      readonly until: string;
      readonly reason: string;
    }
  | { readonly kind: 'delegation-ended'; readonly delegationId: string; readonly reason: string };

/** Longer absences are for the approvers' list itself. */
export const MOST_DELEGATED_DAYS = 90;

/** What delegations are judged by: all of them, and who is on the approvers' list now. */
export interface Delegating {
  readonly delegations: readonly Delegation[];
  readonly approvers: readonly string[];
}

export function foldDelegation(
  delegations: readonly Delegation[],
  event: DelegationEvent,
  deed: Deed,
): Delegation[] {
  const { delegationId: id, reason } = event;
  if (event.kind === 'approval-delegated') {
    const { to, until } = event;
    return [...delegations, { id, by: deed.by, to, since: deed.at, until, reason, ended: null }];
  }
  return delegations.map((each) => (each.id === id ? { ...each, ended: { ...deed, reason } } : each));
}

/**
 * Delegations that count at `now`, ISO 8601 UTC. One lapses with its day, when it is ended, and when whoever gave it
 * is no longer on the list: nobody hands on what they do not hold.
 */
export function delegationsInForce({ delegations, approvers }: Delegating, now: string): Delegation[] {
  return delegations.filter(
    ({ by, until, ended }) => ended === null && until > now && approvers.includes(by),
  );
}

/** In whose place this person approves now. */
export function delegatorsOf(given: Delegating, accountId: string, now: string): string[] {
  return delegationsInForce(given, now)
    .filter(({ to }) => to === accountId)
    .map(({ by }) => by);
}

interface Delegate {
  readonly delegationId: string;
  readonly to: string;
  readonly until: string;
  readonly reason: string;
}

/** Hands one's own approvals to somebody else. What was delegated to oneself cannot be handed on. */
export function delegateApproval(
  given: Delegating,
  command: Delegate,
  { by, at }: Deed,
): Ruling<DelegationEvent> {
  const { to, until } = command;
  const last = toIso((toMillis(at) ?? 0) + MOST_DELEGATED_DAYS * DAY_MS);
  if (!given.approvers.includes(by))
    return refuse(
      'approval.not-allowed',
      'Only people on the approvers’ list in Settings delegate: a delegation counts while the list names who gave it. A site administrator keeps that list.',
    );
  if (to === by) return refuse('approval.not-allowed', 'Choose somebody else: you approve already.');
  if (given.approvers.includes(to))
    return refuse('approval.not-allowed', 'This person is on the approvers’ list and approves already.');
  if (until <= at || until > last)
    return refuse(
      'approval.not-allowed',
      `A delegation ends on a day to come, at most ${String(MOST_DELEGATED_DAYS)} days ahead.`,
    );
  if (delegationsInForce(given, at).some((each) => each.by === by))
    return refuse('approval.not-allowed', 'You have delegated already: end that delegation first.');
  return { ok: true, event: { kind: 'approval-delegated', ...command } };
}

/** Either of the two ends it early. */
export function endDelegation(
  given: Delegating,
  command: { readonly delegationId: string; readonly reason: string },
  { by, at }: Deed,
): Ruling<DelegationEvent> {
  const found = delegationsInForce(given, at).find(({ id }) => id === command.delegationId);
  if (found === undefined)
    return refuse('approval.not-allowed', 'This delegation has ended already, or there is none.');
  if (by !== found.by && by !== found.to)
    return refuse('access.denied', 'Only who gave or who got this delegation ends it.');
  return { ok: true, event: { kind: 'delegation-ended', ...command } };
}
