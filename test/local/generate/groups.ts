import type { GroupKey, GroupRow } from './core-groups';
import { CORE_GROUPS } from './core-groups';
import type { GeneratedGroup, GeneratedProduct } from './organization-shape';
import { PRODUCTS } from './products';
import { PROVENANCES } from './provenances';
import type { Random } from './random';
import { PLACES, SIBLINGS, TOPICS } from './sibling-groups';

const ACCOUNTS_PER_GROUP = 25;
const MOST_GROUPS = 600;

interface Founded {
  readonly id: string;
  readonly name: string;
  readonly row: GroupRow;
}

/** The groups of one organization: those of the table and, in a large organization, their siblings. */
export class Groups {
  private readonly founded: Founded[] = [];
  private readonly byKey = new Map<string, Founded[]>();

  constructor(
    accounts: number,
    private readonly random: Random,
  ) {
    for (const row of CORE_GROUPS) this.found(row, row.key);
    const wanted = Math.min(MOST_GROUPS, Math.round(accounts / ACCOUNTS_PER_GROUP));
    const taken = new Set(this.founded.map(({ name }) => name));
    while (this.founded.length < wanted) {
      const { like, name } = random.weighted(SIBLINGS);
      const sibling = name.replace('{topic}', random.pick(TOPICS)).replace('{place}', random.pick(PLACES));
      if (taken.has(sibling)) continue;
      taken.add(sibling);
      this.found(this.core(like).row, sibling);
    }
  }

  /** Id of the core group itself. */
  idOf(key: GroupKey): string {
    return this.core(key).id;
  }

  /** Id of the core group or of one of its siblings. */
  anyLike(key: GroupKey): string {
    return this.random.pick(this.allLike(key));
  }

  /** Ids of the core group and its siblings. */
  allLike(key: GroupKey): readonly string[] {
    return (this.byKey.get(key) ?? []).map(({ id }) => id);
  }

  toSeed(): GeneratedGroup[] {
    return this.founded.map(({ id, name, row }) => ({
      id,
      name,
      ...(row.description === undefined ? {} : { description: row.description }),
      ...(row.accessType === undefined ? {} : { accessType: row.accessType }),
      provenance: PROVENANCES[row.provenance],
    }));
  }

  /** Products with the groups that grant them; seats are bought in hundreds. */
  products(accounts: number): GeneratedProduct[] {
    return PRODUCTS.map(({ key, seatsPerAccount, ...product }) => ({
      key,
      ...product,
      ...(seatsPerAccount === undefined
        ? {}
        : { numberOfSeats: Math.ceil((accounts * seatsPerAccount) / 100) * 100 }),
      defaultGroups: this.founded.filter(({ row }) => row.defaultOf?.includes(key)).map(({ id }) => id),
      grants: this.founded.flatMap(({ id, row }) =>
        row.grants.filter(({ product: granted }) => granted === key).map(({ role }) => ({ group: id, role })),
      ),
    }));
  }

  private core(key: GroupKey): Founded {
    const group = this.byKey.get(key)?.[0];
    if (group === undefined) throw new Error(`no core group ${key}`);
    return group;
  }

  private found(row: GroupRow, name: string): void {
    const group = { id: this.random.uuid(), name, row };
    this.founded.push(group);
    const alike = this.byKey.get(row.key);
    if (alike === undefined) this.byKey.set(row.key, [group]);
    else alike.push(group);
  }
}
