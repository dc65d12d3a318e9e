import type { AccountFacts, AssignedRole, DeepFacts } from '../../domain/account';
import { formatDay } from '../../domain/dates';
import type { GroupFacts } from '../../domain/group';
import { thresholdsOf } from '../../domain/policy';
import type { Seat } from '../../domain/seat';
import type { Signal } from '../../domain/signal';
import type { SnapshotHeader } from '../../domain/snapshot';
import { ADDITIONS, AUDITED_ADDITIONS, USER_EXPORT } from '../scan/rows';

/** A raw fact for people: where it came from and how old it is. Unknown is said, never shown as "no". */
export interface Fact {
  readonly label: string;
  /** In words; empty when the fact is the time alone. */
  readonly value: string;
  /** When what it tells happened; null where it tells no time. ISO 8601 UTC. */
  readonly happenedAt: string | null;
  /** Last use: screens say beside it what it cannot see. */
  readonly isLastUse: boolean;
  readonly source: string;
  /** When the source was read; ISO 8601 UTC. */
  readonly asOf: string;
}

/** A fact before it is said where it came from. */
type Told = Pick<Fact, 'label' | 'value'> & Partial<Fact>;

const POLICY = 'Settings: policy';
const GROUPS = 'Organization: groups';

/** Everything that was read of a seat's account, groups and rules, with source and age. */
export function factsOf(account: AccountFacts, seat: Seat, header: SnapshotHeader): Fact[] {
  const { takenAt, mode } = header;
  const users = mode === 'org-key' ? 'Organization: users' : 'Jira: group members';
  const groups = mode === 'org-key' ? GROUPS : 'Jira: application roles';
  return [
    ...datesOf(account, seat, { users, takenAt }),
    ...from(users, takenAt, accountFacts(account)),
    ...from('Jira: users', takenAt, [{ label: 'Kind of account', value: kindOf(account) }]),
    ...from(groups, takenAt, groupFacts(seat, header)),
    ...from(mode === 'org-key' ? ADDITIONS : AUDITED_ADDITIONS, takenAt, additions(account, seat)),
    ...from('SeatTrace: earlier scans', takenAt, firstSeen(account, seat)),
    ...(account.deep === null ? [] : deepFactsOf(account.deep, header)),
    ...from(POLICY, takenAt, policyFacts(seat, header)),
  ];
}

function from(source: string, asOf: string, told: readonly Told[]): Fact[] {
  return told.map((each) => ({ happenedAt: null, isLastUse: false, ...each, source, asOf }));
}

/** Last use and joining: told by the organization, or without a key by a user export of its own day. */
function datesOf(
  { exported, addedToOrg }: AccountFacts,
  seat: Seat,
  { users, takenAt }: { readonly users: string; readonly takenAt: string },
): Fact[] {
  const told = [
    { label: 'Last use', ...lastUse(seat), isLastUse: true },
    { label: 'Added to the organization', ...time(addedToOrg, 'not told') },
  ];
  return exported === null ? from(users, takenAt, told) : from(USER_EXPORT, exported.at, told);
}

function accountFacts(account: AccountFacts): Told[] {
  const { accountType, accountStatus, membershipStatus, claim, synced, serviceWord } = account;
  return [
    {
      label: 'Account',
      value: `${accountType} account, ${accountStatus}; membership of the directory ${membershipStatus}`,
    },
    {
      label: 'Managed by the organization',
      value: { managed: 'yes', unmanaged: 'no', unknown: 'not told' }[claim],
    },
    { label: 'Created by the identity provider', value: yesOrNo(synced) },
    { label: 'Platform roles', value: listOf(account.platformRoles) },
    {
      label: 'Word of a service in its name or address',
      value: serviceWord === null ? 'none' : `“${serviceWord}”`,
    },
  ];
}

function kindOf({ appType }: AccountFacts): string {
  return appType.known
    ? (appType.value ?? 'not marked as an app, a service or an agent')
    : unknownBecause(appType);
}

function groupFacts({ paths }: Seat, { groups }: SnapshotHeader): Told[] {
  const ids = new Set(paths.flatMap(({ groupId }) => groupId ?? []));
  return groups
    .filter(({ id }) => ids.has(id))
    .map((group) => ({ label: `Who manages *${group.name}*`, value: ownership(group) }));
}

/** The organization's own words on who may change a group (product.md §4). */
function ownership({ provenance, grants }: GroupFacts): string {
  const isDefault = grants.some((grant) => grant.isDefault) ? '; a default group' : '';
  if (!provenance.known) return `${unknownBecause(provenance)}${isDefault}`;
  const { managedBy, modifiable, externalSynced } = provenance.value;
  return `managed by: ${managedBy ?? 'not told'}; may be changed here: ${yesOrNo(modifiable)}; synced: ${yesOrNo(externalSynced)}${isDefault}`;
}

function additions({ joined }: AccountFacts, { paths }: Seat): Told[] {
  if (joined === null) return [{ label: 'Added to its groups', value: 'unknown: could not be read' }];
  const told = paths.flatMap(({ groupId, groupName }) => {
    const at = groupId === undefined ? undefined : joined[groupId];
    return at === undefined ? [] : [{ label: `Added to *${groupName ?? ''}*`, ...time(at, '') }];
  });
  return told.length > 0 ? told : [{ label: 'Added to its groups', value: 'no recent addition is told' }];
}

function firstSeen({ firstSeen: seen }: AccountFacts, { product }: Seat): Told[] {
  const at = seen[product];
  return at === undefined ? [] : [{ label: 'Seat first seen', ...time(at, '') }];
}

function deepFactsOf(deep: DeepFacts, { mode }: SnapshotHeader): Fact[] {
  const { readAt, tokenLastUsed, leads, administers, administersJira, assigned, guest } = deep;
  const token: Told = {
    label: 'API token last used',
    ...(tokenLastUsed.known ? time(tokenLastUsed.value, 'never') : { value: unknownBecause(tokenLastUsed) }),
  };
  return [
    ...from('Organization: roles of the account', readAt, [
      { label: 'Roles on the account', value: listOf(assigned, roleInWords) },
    ]),
    ...from('Organization: API tokens', readAt, [token]),
    ...from('Jira: projects', readAt, [{ label: 'Leads projects', value: listOf(leads) }]),
    ...from('Jira: permissions', readAt, [
      { label: 'Administers projects', value: listOf(administers) },
      // With a key the platform roles tell it, and Jira is not asked.
      ...(mode === 'org-key' ? [] : [{ label: 'Administers Jira', value: flag(administersJira) }]),
    ]),
    ...from('Jira: users', readAt, [{ label: 'Guest', value: flag(guest) }]),
  ];
}

function policyFacts({ product, exemption }: Seat, { policy }: SnapshotHeader): Told[] {
  const { thresholdDays, newDays } = thresholdsOf(policy, product);
  const covering = exemption === null ? undefined : policy.exemptions[exemption];
  return [
    {
      label: 'Thresholds',
      value: `unused from ${String(thresholdDays)} days on; new for ${String(newDays)} days`,
    },
    ...(covering === undefined
      ? []
      : [
          {
            label: 'Exemption',
            value: `until ${formatDay(covering.expires)}, owner ${covering.owner}: ${covering.reason}`,
          },
        ]),
  ];
}

function lastUse({ lastActiveAt, activity, activityReason }: Seat): Omit<Told, 'label'> {
  return time(lastActiveAt, activity === 'unknown' ? `unknown: ${activityReason ?? 'not told'}` : 'never');
}

/** A time, or in words why there is none. */
function time(at: string | null, otherwise: string): Pick<Fact, 'value' | 'happenedAt'> {
  return at === null ? { value: otherwise, happenedAt: null } : { value: '', happenedAt: at };
}

function listOf<Item>(signal: Signal<readonly Item[]>, toText: (item: Item) => string = String): string {
  if (!signal.known) return unknownBecause(signal);
  return signal.value.length === 0 ? 'none' : signal.value.map(toText).join(', ');
}

function roleInWords({ product, role, method }: AssignedRole): string {
  return `${role} of ${product} (${method})`;
}

function flag(signal: Signal<boolean>): string {
  return signal.known ? yesOrNo(signal.value) : unknownBecause(signal);
}

function yesOrNo(value: boolean | null | undefined): string {
  return value === null || value === undefined ? 'not told' : value ? 'yes' : 'no';
}

function unknownBecause({ reason }: { readonly reason: string }): string {
  return `unknown: ${reason}`;
}
