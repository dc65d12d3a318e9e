import type { GroupGrantRow, GroupRow } from '../../../src/contract/group-replies';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { AccessPath, PathSource } from './contract-types';
import { counted, percent, shareOf } from './counts';
import type { Filters } from './route';
import { offsetOf, oneOf } from './route';
import { optional, PAGE_SIZE, sourceChoices } from './seats';

export type GroupFinding = GroupRow['findings'][number];

const FINDINGS: readonly GroupFinding[] = [
  'synced-and-default',
  'default-for-several',
  'admin-group-grants-seat',
  'default-without-people',
  'lets-people-in',
];
const SORTS = ['seats', 'alone', 'stale', 'name'] as const;
const SOURCES = ['default', 'scim', 'local', 'team', 'unknown'] as const;

export const GROUP_FILTERS = ['product', 'source', 'finding', 'name'];

export const GROUP_SORT_CHOICES = [
  { value: 'seats', label: 'Seats' },
  { value: 'alone', label: 'Seats on this group alone' },
  { value: 'stale', label: 'Stale seats' },
  { value: 'name', label: 'Name' },
] as const;

/** A finding as a label, and what it means for whoever looks after the group. */
export const FINDING_LABELS: Readonly<Record<GroupFinding, string>> = {
  'synced-and-default': 'Synced and default',
  'default-for-several': 'Default for several products',
  'admin-group-grants-seat': 'Administers and grants seats',
  'default-without-people': 'Default without people',
  'lets-people-in': 'Lets people in by domain',
};

const FINDING_SENTENCES: Readonly<Record<GroupFinding, string>> = {
  'synced-and-default':
    'It is a default group and synced: new people are put in here, and the identity provider may take them out again.',
  'default-for-several':
    'It is the default group of several products, so every new person gets a seat on each of them.',
  'admin-group-grants-seat':
    'It administers and grants seats: its members need the rights, and bill whether they use the product or not.',
  'default-without-people':
    'It is a default group, but no account in it bills: it may be empty, or hold apps and inactive accounts only.',
  'lets-people-in':
    'It is a default group of a product that people of approved domains get without approval: whoever is removed from it may be back at once.',
};

/** What the groups page asks for; a filter of the URL that is no word of the contract is left out. */
export function groupQuery(filters: Filters): PayloadOf<'list-groups'> {
  const sort = oneOf(filters['sort'], SORTS) ?? 'seats';
  return {
    ...optional('product', filters['product']),
    ...optional('source', oneOf(filters['source'], SOURCES)),
    ...optional('finding', oneOf(filters['finding'], FINDINGS)),
    ...optional('name', filters['name']),
    sort,
    order: oneOf(filters['order'], ['asc', 'desc'] as const) ?? 'desc',
    offset: offsetOf(filters),
    limit: PAGE_SIZE,
  };
}

export function findingChoices(): { value: GroupFinding; label: string }[] {
  return FINDINGS.map((finding) => ({ value: finding, label: FINDING_LABELS[finding] }));
}

export function groupSourceChoices(): { value: PathSource; label: string }[] {
  return sourceChoices().filter(({ value }) => SOURCES.some((source) => source === value));
}

/** "12 of 40 seats (30%)"; a group without seats says so. */
export function staleShare({ seats, stale }: Pick<GroupRow, 'seats' | 'stale'>): string {
  if (seats === 0) return 'No seats';
  return `${String(stale)} of ${counted(seats, 'seat')} (${percent(shareOf(stale, seats))})`;
}

/** A grant as a path is shown elsewhere: its source as a tag, the product beside it. */
export function grantAsPath({ id }: Pick<GroupRow, 'id'>, grant: GroupGrantRow): AccessPath {
  return {
    source: grant.source,
    via: 'group',
    groupId: id,
    groupName: grant.productName,
    role: 'user',
    privileged: false,
    inferredSource: grant.inferred,
  };
}

/** Why each grant's source is believed, as sentences. */
export function sourceReasons({ grants }: Pick<GroupRow, 'grants'>): string[] {
  return grants.map(
    ({ productName, why, inferred }) =>
      `${productName}: ${why}${inferred ? ' (an inference, enough to recommend but not to remove)' : ''}.`,
  );
}

/** What else is worth knowing of the group before it is changed. */
export function groupRemarks(group: Pick<GroupRow, 'findings' | 'privilege' | 'unread'>): string[] {
  return [
    ...group.findings.map((finding) => FINDING_SENTENCES[finding]),
    ...(group.privilege === 'privileged'
      ? ['It also administers something, so nobody is removed from it here.']
      : []),
    ...(group.privilege === 'unread' ? ['Whether it administers anything could not be read.'] : []),
    ...(group.unread === null ? [] : [group.unread]),
  ];
}
