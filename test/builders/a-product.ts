import { BILLABLE_PRODUCTS, scopeOf, type ProductFacts } from '../../src/domain/product';

export const CLOUD_ID = '11111111-2222-3333-4444-555555555555';

/** A paid product of the site whose count Atlassian does not report; override what matters. */
export function aProduct(key: string, overrides: Partial<Omit<ProductFacts, 'key'>> = {}): ProductFacts {
  const plan = overrides.plan === undefined ? 'PAID' : overrides.plan;
  return {
    key,
    name: BILLABLE_PRODUCTS[key] ?? key,
    resource: `ari:cloud:${key}::site/${CLOUD_ID}`,
    plan,
    scope: scopeOf(key, plan),
    reported: null,
    ...overrides,
  };
}

/** A product whose count Jira's `applicationrole` reports, the same before and after the scan. */
export function aCountedProduct(key: string, userCount: number): ProductFacts {
  return aProduct(key, { reported: { before: userCount, after: userCount, source: 'applicationrole' } });
}
