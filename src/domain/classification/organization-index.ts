import { toMillis } from '../../lib/duration';
import type { GroupFacts } from '../group';
import type { ProductFacts } from '../product';
import type { SnapshotHeader } from '../snapshot';
import { privilegeOf, sourceOf, type GroupPrivilege, type GroupSource } from './path-source';

/** What the classification asks of a snapshot's header, looked up once. */
export class OrganizationIndex {
  /** Unix milliseconds. */
  readonly takenAt: number;
  readonly technical: ReadonlySet<string>;
  private readonly groups: ReadonlyMap<string, GroupFacts>;
  private readonly products: ReadonlyMap<string, ProductFacts>;
  private readonly privileges: ReadonlyMap<string, GroupPrivilege>;
  private readonly sources = new Map<GroupFacts, Map<string, GroupSource>>();

  constructor(readonly header: SnapshotHeader) {
    this.takenAt = toMillis(header.takenAt) ?? 0;
    this.technical = new Set(header.policy.technical);
    this.groups = new Map(header.groups.map((group) => [group.id, group]));
    this.products = new Map(header.products.map((product) => [product.key, product]));
    this.privileges = new Map(header.groups.map((group) => [group.id, privilegeOf(group)]));
  }

  group(id: string): GroupFacts | undefined {
    return this.groups.get(id);
  }

  product(key: string): ProductFacts | undefined {
    return this.products.get(key);
  }

  /** `unread` of a group that the snapshot does not know. */
  privilege(group: GroupFacts): GroupPrivilege {
    return this.privileges.get(group.id) ?? 'unread';
  }

  source(group: GroupFacts, product: string): GroupSource {
    let byProduct = this.sources.get(group);
    if (byProduct === undefined) this.sources.set(group, (byProduct = new Map<string, GroupSource>()));
    let source = byProduct.get(product);
    if (source === undefined) byProduct.set(product, (source = sourceOf(group, product)));
    return source;
  }
}

export function indexOrganization(header: SnapshotHeader): OrganizationIndex {
  return new OrganizationIndex(header);
}
