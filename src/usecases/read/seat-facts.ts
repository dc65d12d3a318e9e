import type { AccountFacts, DeepFacts } from '../../domain/account';
import { formatMoment } from '../../domain/dates';
import type { Seat } from '../../domain/seat';
import type { Signal } from '../../domain/signal';
import type { SnapshotHeader } from '../../domain/snapshot';

/** A raw fact for people: where it came from and when it was read. Unknown is said, never shown as "no". */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly source: string;
  /** ISO 8601 UTC. */
  readonly asOf: string;
}

/** Everything that was read of a seat's account, with source and age. */
export function factsOf(account: AccountFacts, seat: Seat, { takenAt, mode }: SnapshotHeader): Fact[] {
  const source = mode === 'org-key' ? 'Organization: users' : 'Jira: group members';
  const bulk = [
    ['Last use', lastUse(seat)],
    [
      'Added to the organization',
      account.addedToOrg === null ? 'not told' : formatMoment(account.addedToOrg),
    ],
    ['Managed by the organization', { managed: 'yes', unmanaged: 'no', unknown: 'not told' }[account.claim]],
    [
      'Created by the identity provider',
      account.synced === null ? 'not told' : account.synced ? 'yes' : 'no',
    ],
    ['Platform roles', listOf(account.platformRoles)],
  ] as const;
  const facts = bulk.map(([label, value]) => ({ label, value, source, asOf: takenAt }));
  return account.deep === null ? facts : [...facts, ...deepFactsOf(account.deep)];
}

function deepFactsOf({ readAt, tokenLastUsed, leads, administers }: DeepFacts): Fact[] {
  const token = tokenLastUsed.known
    ? tokenLastUsed.value === null
      ? 'never'
      : formatMoment(tokenLastUsed.value)
    : unknownBecause(tokenLastUsed);
  return [
    { label: 'API token last used', value: token, source: 'Organization: API tokens', asOf: readAt },
    { label: 'Leads projects', value: listOf(leads), source: 'Jira: projects', asOf: readAt },
    { label: 'Administers projects', value: listOf(administers), source: 'Jira: permissions', asOf: readAt },
  ];
}

function lastUse({ lastActiveAt, activity, activityReason }: Seat): string {
  if (lastActiveAt !== null) return formatMoment(lastActiveAt);
  return activity === 'unknown' ? `unknown: ${activityReason ?? 'not told'}` : 'never';
}

function listOf(signal: Signal<readonly string[]>): string {
  if (!signal.known) return unknownBecause(signal);
  return signal.value.length === 0 ? 'none' : signal.value.join(', ');
}

function unknownBecause({ reason }: { readonly reason: string }): string {
  return `unknown: ${reason}`;
}
