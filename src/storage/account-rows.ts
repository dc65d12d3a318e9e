import { z } from 'zod';
import type { AccountFacts, DeepFacts } from '../domain/account';
import { known, unknown } from '../domain/signal';

/** What an account mostly has in common with others. */
type Kind = Omit<AccountFacts, 'accountId' | 'addedToOrg' | 'lastActive' | 'groupIds' | 'deep'>;
type DeepKind = Omit<DeepFacts, 'readAt'>;

/** Account id, when it was added, uses by product or why they are unknown; then places in the lists of what is shared. */
type Row = readonly [
  accountId: string,
  addedToOrg: string | null,
  uses: Readonly<Record<string, string>> | string,
  groups: number,
  kind: number,
  deepReadAt?: string,
  deepKind?: number,
];

/**
 * Accounts as they are stored: what repeats stands once in a list, so that reading a hundred thousand accounts
 * is mostly reading what differs.
 */
export interface AccountRows {
  readonly v: 3;
  readonly groups: readonly (readonly string[])[];
  readonly kinds: readonly Kind[];
  readonly deepKinds: readonly DeepKind[];
  readonly rows: readonly Row[];
}

export function toAccountRows(accounts: readonly AccountFacts[]): AccountRows {
  const groups = new Shared<readonly string[]>();
  const kinds = new Shared<Kind>();
  const deepKinds = new Shared<DeepKind>();
  const rows = accounts.map(({ accountId, addedToOrg, lastActive, groupIds, deep, ...kind }): Row => {
    const uses = lastActive.known ? lastActive.value : lastActive.reason;
    const row = [accountId, addedToOrg, uses, groups.place(groupIds), kinds.place(kind)] as const;
    if (deep === null) return row;
    const { readAt, ...deepKind } = deep;
    return [...row, readAt, deepKinds.place(deepKind)];
  });
  return { v: 3, groups: groups.values, kinds: kinds.values, deepKinds: deepKinds.values, rows };
}

/** The accounts of rows that this app wrote: the caller has checked their hash. */
export function toAccounts(stored: unknown): AccountFacts[] {
  const lists = accountRows.parse(stored);
  return lists.rows.map((row) => toAccount(row, lists));
}

/** Field by field: a spread costs several times as much, and an organization has many accounts. */
function toAccount(row: Row, { groups, kinds, deepKinds }: AccountRows): AccountFacts {
  const [accountId, addedToOrg, uses, group, kindPlace, readAt, deepKind] = row;
  const kind = at(kinds, kindPlace);
  return {
    accountId,
    accountType: kind.accountType,
    accountStatus: kind.accountStatus,
    membershipStatus: kind.membershipStatus,
    claim: kind.claim,
    synced: kind.synced,
    addedToOrg,
    lastActive: typeof uses === 'string' ? unknown(uses) : known(uses),
    lastActiveElsewhere: kind.lastActiveElsewhere,
    exported: kind.exported,
    platformRoles: kind.platformRoles,
    groupIds: at(groups, group),
    joined: kind.joined,
    assigned: kind.assigned,
    firstSeen: kind.firstSeen,
    undone: kind.undone,
    serviceWord: kind.serviceWord,
    exemptions: kind.exemptions,
    deep: readAt === undefined || deepKind === undefined ? null : { readAt, ...at(deepKinds, deepKind) },
  };
}

const listOf = <Item>() => z.custom<readonly Item[]>((value) => Array.isArray(value));
const accountRows = z.object({
  v: z.literal(3),
  groups: listOf<readonly string[]>(),
  kinds: listOf<Kind>(),
  deepKinds: listOf<DeepKind>(),
  rows: listOf<Row>(),
});

/** Distinct values, each known by its place. */
class Shared<Value> {
  readonly values: Value[] = [];
  private readonly places = new Map<string, number>();

  place(value: Value): number {
    const text = JSON.stringify(value);
    const place = this.places.get(text) ?? this.values.push(value) - 1;
    this.places.set(text, place);
    return place;
  }
}

function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined)
    throw new RangeError(`There is no place ${String(place)} in a list of what is shared.`);
  return item;
}
