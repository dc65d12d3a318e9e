import type { GroupKey } from './core-groups';

/**
 * Larger organizations do not get larger groups only: these core groups get siblings with the same grants and
 * provenance under another name, and people are spread over them. `{place}` and `{topic}` are filled in.
 */
export const SIBLINGS: readonly {
  readonly like: GroupKey;
  readonly name: string;
  readonly weight: number;
}[] = [
  { like: 'idp-engineering', name: 'idp-eng-{topic}-{place}', weight: 22 },
  { like: 'idp-all-employees', name: 'idp-office-{topic}-{place}', weight: 12 },
  { like: 'idp-support', name: 'idp-support-{topic}-{place}', weight: 6 },
  { like: 'idp-product', name: 'idp-product-{topic}-{place}', weight: 5 },
  { like: 'space-editors', name: 'space-editors-{topic}-{place}', weight: 12 },
  { like: 'legacy-contractors', name: 'contractors-{topic}-{place}', weight: 10 },
  { like: 'vendor-access', name: 'vendor-{topic}-{place}', weight: 6 },
  { like: 'team-payments', name: 'team-{topic}-{place}', weight: 9 },
  { like: 'guild-documentation', name: 'guild-{topic}-{place}', weight: 4 },
  { like: 'acquired-brightpath', name: 'acquired-{topic}-{place}', weight: 4 },
  { like: 'release-managers', name: 'release-managers-{topic}-{place}', weight: 10 },
];

export const PLACES: readonly string[] = [
  'berlin', 'lisbon', 'porto', 'utrecht', 'ghent', 'lyon', 'krakow', 'brno', 'tallinn', 'oslo', 'malmo', 'turku',
  'leeds', 'cork', 'austin', 'denver', 'toronto', 'recife', 'bogota', 'cordoba', 'nairobi', 'accra', 'pune', 'kochi',
  'osaka', 'busan', 'taipei', 'hanoi', 'perth', 'dunedin',
]; // prettier-ignore

export const TOPICS: readonly string[] = [
  'payments', 'search', 'mobile', 'billing', 'logistics', 'pricing', 'identity', 'mapping', 'checkout', 'returns',
  'fleet', 'claims', 'treasury', 'catalogue', 'freight', 'customs', 'ledger', 'loyalty', 'invoicing', 'routing',
  'orders', 'insights', 'privacy', 'quality', 'planning', 'procurement', 'storefront', 'tariffs', 'warehouse', 'yard',
]; // prettier-ignore
