import { DAY_MS, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import type { AccessPath, SeatMark } from '../seat';
import type { OrganizationIndex } from './organization-index';
import { wasSynced } from './path-source';
import type { Person } from './person';

/** The order in which marks are told. */
const MARKS: readonly SeatMark[] = [
  'admin-only',
  'inferred-only',
  'guest-too',
  'possible-leaver',
  'was-synced',
  'synced-default',
];

/** Marks that roles and groups give, whoever holds the seat. */
export function marksThroughRoles(held: {
  readonly product: string;
  readonly paths: readonly AccessPath[];
  readonly grantingGroups: readonly GroupFacts[];
  readonly guestToo: boolean;
  readonly index: OrganizationIndex;
}): SeatMark[] {
  const { product, paths, grantingGroups, guestToo, index } = held;
  const syncedDefault = (group: GroupFacts): boolean =>
    index.source(group, product).source === 'scim' && group.grants.some(({ isDefault }) => isDefault);
  const marks: SeatMark[] = [];
  if (paths.every(({ role }) => role === 'admin')) marks.push('admin-only');
  if (paths.every(({ via }) => via === 'inferred')) marks.push('inferred-only');
  if (guestToo) marks.push('guest-too');
  if (grantingGroups.some(wasSynced)) marks.push('was-synced');
  if (grantingGroups.some(syncedDefault)) marks.push('synced-default');
  return marks;
}

/** All marks of a seat, with those that the account itself gives. */
export function marksOfSeat(
  { account, index }: Person,
  { paths, marks }: { readonly paths: readonly AccessPath[]; readonly marks: readonly SeatMark[] },
): readonly SeatMark[] {
  const guest = account.deep?.guest;
  const guestToo = guest?.known === true && guest.value;
  const leaver = isPossibleLeaver(account, paths, index);
  if (!guestToo && !leaver) return marks;
  const told = new Set(marks);
  if (guestToo) told.add('guest-too');
  if (leaver) told.add('possible-leaver');
  return MARKS.filter((mark) => told.has(mark));
}

/** A synced account, no activity anywhere for 2T, only local paths: verdict unchanged, said on the line. */
function isPossibleLeaver(
  account: AccountFacts,
  paths: readonly AccessPath[],
  { takenAt, header }: OrganizationIndex,
): boolean {
  const { synced, lastActive, lastActiveElsewhere, addedToOrg } = account;
  if (synced !== true || !lastActive.known || !paths.every(isManagedHere)) return false;
  const horizon = takenAt - 2 * header.policy.thresholdDays * DAY_MS;
  if (!isBefore(addedToOrg, horizon) || !isBefore(lastActiveElsewhere, horizon)) return false;
  for (const product in lastActive.value) if (!isBefore(lastActive.value[product], horizon)) return false;
  return true;
}

/** Whether a time lies before another in Unix milliseconds, or there is none. */
function isBefore(time: string | null | undefined, millis: number): boolean {
  return (toMillis(time) ?? -Infinity) < millis;
}

function isManagedHere({ source }: AccessPath): boolean {
  return source === 'default' || source === 'local';
}
