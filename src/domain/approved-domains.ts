import { byCodeUnit } from '../lib/order';
import { isDefaultFor } from './classification/path-source';
import type { GroupFacts } from './group';
import type { Seat } from './seat';

/** An e-mail domain whose people get a product without anybody's approval; told at set-up (product.md §11). */
export interface ApprovedDomain {
  readonly domain: string;
  readonly product: string;
}

export interface OpenDoor extends ApprovedDomain {
  /** Default groups of the product, into which such people are put; none where the scan knows none. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Seats that a review may end by leaving one of these groups: whoever has such an address may be back at once. */
  readonly mayReturn: number;
}

/** Where approved domains let people in, and how many recommended removals may not last. */
export function openDoors(
  domains: readonly ApprovedDomain[],
  groups: readonly GroupFacts[],
  seats: Iterable<Seat>,
): OpenDoor[] {
  const products = [...new Set(domains.map(({ product }) => product))];
  const entrances = new Map(
    products.map((product) => [product, groups.filter((group) => isDefaultFor(group, product))]),
  );
  const returns = new Map<string, number>();
  for (const { product, removalSet } of seats)
    if (entrances.get(product)?.some(({ id }) => removalSet.includes(id)) === true)
      returns.set(product, (returns.get(product) ?? 0) + 1);
  return domains.map(({ domain, product }) => ({
    domain,
    product,
    groups: (entrances.get(product) ?? [])
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => byCodeUnit(a.name, b.name)),
    mayReturn: returns.get(product) ?? 0,
  }));
}
