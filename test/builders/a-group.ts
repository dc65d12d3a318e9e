import type { GroupFacts, GroupGrant, Provenance } from '../../src/domain/group';
import { known, unknown } from '../../src/domain/signal';

/** What the organization tells of a group, by what the rules call it (product.md §4). */
export const TOLD = {
  team: { managedBy: 'team-members', modifiable: true, externalSynced: false },
  scim: { managedBy: 'external', modifiable: false, externalSynced: true },
  local: { managedBy: 'admins', modifiable: true, externalSynced: false },
} as const satisfies Record<string, Provenance>;

/** A group that administrators manage and that grants nothing; override what matters. */
export function aGroup(id: string, overrides: Partial<Omit<GroupFacts, 'id'>> = {}): GroupFacts {
  const group: GroupFacts = {
    id,
    name: id,
    provenance: known(TOLD.local),
    accessType: known(null),
    grants: [],
    grantsComplete: true,
    elsewhere: [],
    ...overrides,
  };
  refuseImpossible(group);
  return group;
}

export function aGrant(product: string, role = 'user', isDefault = false): GroupGrant {
  return { product, role, isDefault };
}

/** A group that administrators manage, granting `user` on these products. */
export function aLocalGroup(id: string, ...products: readonly string[]): GroupFacts {
  return aGroup(id, { grants: products.map((product) => aGrant(product)) });
}

/** A group of the identity provider, granting `user` on these products. */
export function aSyncedGroup(id: string, ...products: readonly string[]): GroupFacts {
  return aGroup(id, { provenance: known(TOLD.scim), grants: products.map((product) => aGrant(product)) });
}

export function aTeamGroup(id: string, ...products: readonly string[]): GroupFacts {
  return aGroup(id, { provenance: known(TOLD.team), grants: products.map((product) => aGrant(product)) });
}

/** A group about whose owner nothing is told. */
export function anUntoldGroup(id: string, ...products: readonly string[]): GroupFacts {
  return aGroup(id, { provenance: unknown('not told'), grants: products.map((product) => aGrant(product)) });
}

/** A default group of these products, of which the organization tells nothing. */
export function aDefaultGroup(id: string, ...products: readonly string[]): GroupFacts {
  const grants = products.map((product) => aGrant(product, 'user', true));
  return aGroup(id, { provenance: unknown('not told'), grants });
}

function refuseImpossible({ id, grants }: GroupFacts): void {
  const pairs = grants.map(({ product, role }) => `${product} ${role}`);
  if (new Set(pairs).size < pairs.length) throw new Error(`${id} grants the same role twice`);
  for (const { product } of grants) {
    const marks = new Set(
      grants.filter((grant) => grant.product === product).map(({ isDefault }) => isDefault),
    );
    if (marks.size > 1) throw new Error(`${id} is and is not a default group of ${product}`);
  }
}
