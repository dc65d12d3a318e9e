/** Roles that bill (product.md §3 S2). */
export const SEAT_ROLES: readonly string[] = ['user', 'admin'];

/** Roles that let an account use a product, billable or not. `user-access-admin` gives no access. */
export const ACCESS_ROLES: readonly string[] = [
  'user',
  'admin',
  'guest',
  'customer',
  'contributor',
  'basic',
  'stakeholder',
];

/** Apps of a site that bill by user; docs/products.md says where each is documented. */
export const BILLABLE_PRODUCTS: Readonly<Record<string, string>> = {
  'jira-software': 'Jira',
  'jira-servicedesk': 'Jira Service Management',
  'jira-product-discovery': 'Jira Product Discovery',
  'jira-customer-service': 'Customer Service Management',
  'jira-core': 'Jira Work Management',
  confluence: 'Confluence',
  compass: 'Compass',
  loom: 'Loom',
  bitbucket: 'Bitbucket',
};

/** Plans whose seats cost nothing now (product.md §3 S3). */
const UNBILLED_PLANS: readonly string[] = ['FREE', 'TRIAL', 'UNLICENSED'];

export type ProductScope = 'billable' | 'outside-scope' | 'not-classified';

export interface ReportedCount {
  /** `userCount` before the scan's reading and after it. */
  readonly before: number;
  readonly after: number;
  /** Whose count it is: `applicationrole` is independent, `users-count` the same source as the scan's. */
  readonly source: 'applicationrole' | 'users-count';
}

export interface ProductFacts {
  readonly key: string;
  readonly name: string;
  /** `ari:cloud:<key>::site/<cloudId>`. */
  readonly resource: string;
  readonly plan: string | null;
  readonly scope: ProductScope;
  readonly reported: ReportedCount | null;
}

/** Jira-family products are those that Jira's `applicationrole` knows. */
export function isJiraFamily(product: string): boolean {
  return product.startsWith('jira-');
}

/** product.md §3 S3: what we bill, what lies outside, what we cannot tell. */
export function scopeOf(key: string, plan: string | null): ProductScope {
  if (BILLABLE_PRODUCTS[key] === undefined) return 'not-classified';
  return plan !== null && UNBILLED_PLANS.includes(plan.toUpperCase()) ? 'outside-scope' : 'billable';
}

/** Products of other sites go by their resource, `ari:cloud:<key>::site/<cloudId>`. */
export function isElsewhere(product: string): boolean {
  return product.startsWith('ari:');
}
