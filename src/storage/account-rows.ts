import { z } from 'zod';
import type { AccountFacts, DeepFacts } from '../domain/account';
import { known, unknown, type Signal } from '../domain/signal';
import type { GroupSets, SharedGroupSets } from './group-sets';
import { SharedValues, valueAt } from './shared-values';

/** What an account mostly has in common with others. */
type Kind = Omit<AccountFacts, 'accountId' | 'addedToOrg' | 'lastActive' | 'groupIds' | 'deep'>;
type DeepKind = Omit<DeepFacts, 'readAt'>;

/** The products that an account used, or why nobody knows. */
type Used = readonly string[] | string;

/**
 * What is the account's own, and places in the lists of what is shared; `deepKind` is null without account-level
 * facts. `times` are when those were read, then the last use of each product in the order of `used`.
 */
type Row = readonly [
  accountId: string,
  addedToOrg: string | null,
  groupSet: number,
  kind: number,
  used: number,
  deepKind: number | null,
  ...times: string[],
];
const FIRST_TIME = 6;

/**
 * Accounts as they are stored: what repeats stands once in a list, so that reading a hundred thousand accounts
 * is mostly reading what differs. Group sets repeat all over a snapshot and are stored beside its segments.
 */
export interface AccountRows {
  readonly v: 5;
  readonly kinds: readonly Kind[];
  readonly used: readonly Used[];
  readonly deepKinds: readonly DeepKind[];
  readonly rows: readonly Row[];
}

/** Rows of one segment; sets of groups that are new to the snapshot are added to `groupSets`. */
export function toAccountRows(accounts: readonly AccountFacts[], groupSets: SharedGroupSets): AccountRows {
  const kinds = new SharedValues<Kind>();
  const used = new SharedValues<Used>();
  const deepKinds = new SharedValues<DeepKind>();
  const rows = accounts.map(({ accountId, addedToOrg, lastActive, groupIds, deep, ...kind }): Row => {
    const uses = lastActive.known ? lastActive.value : {};
    const usedPlace = used.place(lastActive.known ? Object.keys(uses) : lastActive.reason);
    const shared = [groupSets.place(groupIds), kinds.place(kind), usedPlace] as const;
    if (deep === null) return [accountId, addedToOrg, ...shared, null, ...Object.values(uses)];
    const { readAt, ...deepKind } = deep;
    return [accountId, addedToOrg, ...shared, deepKinds.place(deepKind), readAt, ...Object.values(uses)];
  });
  return { v: 5, kinds: kinds.values, used: used.values, deepKinds: deepKinds.values, rows };
}

/** The accounts of rows that this app wrote: the caller has checked their hash. Accounts share lists and objects. */
export function toAccounts(stored: unknown, groupSets: GroupSets): AccountFacts[] {
  const lists = accountRows.parse(stored);
  return lists.rows.map((row) => toAccount(row, lists, groupSets));
}

/** Field by field: a spread costs several times as much, and an organization has many accounts. */
function toAccount(row: Row, { kinds, used, deepKinds }: AccountRows, groupSets: GroupSets): AccountFacts {
  const kind = valueAt(kinds, row[3]);
  const deepKind = row[5];
  const account = {
    accountId: row[0],
    accountType: kind.accountType,
    accountStatus: kind.accountStatus,
    membershipStatus: kind.membershipStatus,
    claim: kind.claim,
    synced: kind.synced,
    addedToOrg: row[1],
    lastActive: lastActiveOf(row, valueAt(used, row[4]), deepKind === null ? FIRST_TIME : FIRST_TIME + 1),
    lastActiveElsewhere: kind.lastActiveElsewhere,
    exported: kind.exported,
    appType: kind.appType,
    platformRoles: kind.platformRoles,
    groupIds: valueAt(groupSets, row[2]),
    joined: kind.joined,
    assigned: kind.assigned,
    firstSeen: kind.firstSeen,
    undone: kind.undone,
    serviceWord: kind.serviceWord,
    exemptions: kind.exemptions,
    deep: deepKind === null ? null : { readAt: timeAt(row, FIRST_TIME), ...valueAt(deepKinds, deepKind) },
  };
  return kind.emailDomain === undefined ? account : { ...account, emailDomain: kind.emailDomain };
}

function lastActiveOf(row: Row, used: Used, firstUse: number): Signal<Readonly<Record<string, string>>> {
  if (typeof used === 'string') return unknown(used);
  const uses: Record<string, string> = {};
  used.forEach((product, place) => {
    uses[product] = timeAt(row, firstUse + place);
  });
  return known(uses);
}

/** @throws RangeError when the row ends before */
function timeAt(row: Row, place: number): string {
  const time = row[place];
  if (typeof time !== 'string') throw new RangeError(`A row has no time at place ${String(place)}.`);
  return time;
}

const listOf = <Item>() => z.custom<readonly Item[]>(Array.isArray);
const accountRows = z.object({
  v: z.literal(5),
  kinds: listOf<Kind>(),
  used: listOf<Used>(),
  deepKinds: listOf<DeepKind>(),
  rows: listOf<Row>(),
});
