import { toMillis } from '../../lib/duration';
import type { GroupFacts } from '../group';
import type { ProductFacts } from '../product';
import type { SnapshotHeader } from '../snapshot';
import { privilegeOf, sourceOf, type GroupSource } from './path-source';

/** What the classification asks of a snapshot's header, looked up once. */
export interface OrganizationIndex {
  readonly header: SnapshotHeader;
  /** Unix milliseconds. */
  readonly takenAt: number;
  readonly group: (id: string) => GroupFacts | undefined;
  readonly product: (key: string) => ProductFacts | undefined;
  readonly source: (group: GroupFacts, product: string) => GroupSource;
  readonly privilege: (group: GroupFacts) => 'privileged' | 'plain' | 'unread';
  readonly technical: ReadonlySet<string>;
}

export function indexOrganization(header: SnapshotHeader): OrganizationIndex {
  const groups = new Map(header.groups.map((group) => [group.id, group]));
  const products = new Map(header.products.map((product) => [product.key, product]));
  const privileges = new Map(header.groups.map((group) => [group.id, privilegeOf(group)]));
  const sources = new Map<string, GroupSource>();
  return {
    header,
    takenAt: toMillis(header.takenAt) ?? 0,
    group: (id) => groups.get(id),
    product: (key) => products.get(key),
    privilege: (group) => privileges.get(group.id) ?? 'unread',
    technical: new Set(header.policy.technical),
    source(group, product) {
      const key = `${product}/${group.id}`;
      const cached = sources.get(key);
      if (cached !== undefined) return cached;
      const source = sourceOf(group, product);
      sources.set(key, source);
      return source;
    },
  };
}
