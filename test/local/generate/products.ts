/** Product keys, named once because tables repeat them. */
export const JIRA = 'jira-software';
export const JSM = 'jira-servicedesk';
export const JPD = 'jira-product-discovery';
export const CONFLUENCE = 'confluence';
export const JIRA_CORE = 'jira-core';
export const COMPASS = 'compass';
/** A product that nobody knows yet: shown as not classified (product.md §3 S3). */
export const UNKNOWN_PRODUCT = 'studio-labs';

export type ProductKey =
  | typeof JIRA
  | typeof JSM
  | typeof JPD
  | typeof CONFLUENCE
  | typeof JIRA_CORE
  | typeof COMPASS
  | typeof UNKNOWN_PRODUCT;

export interface ProductRow {
  readonly key: ProductKey;
  readonly name: string;
  readonly plan: 'PAID' | 'FREE';
  /** Seats bought for each account of the organization; absent where Jira tells no limit. */
  readonly seatsPerAccount?: number;
  readonly countsAdminOnly?: boolean;
  readonly countsInferred?: boolean;
}

/** The two `counts…` make population proofs that close only by naming accounts (product.md §3 S4). */
export const PRODUCTS: readonly ProductRow[] = [
  { key: JIRA, name: 'Jira', plan: 'PAID', seatsPerAccount: 1, countsInferred: false },
  { key: JSM, name: 'Jira Service Management', plan: 'PAID', seatsPerAccount: 0.25 },
  { key: JPD, name: 'Jira Product Discovery', plan: 'PAID', seatsPerAccount: 0.25, countsAdminOnly: false },
  { key: CONFLUENCE, name: 'Confluence', plan: 'PAID' },
  { key: JIRA_CORE, name: 'Jira Administration', plan: 'PAID' },
  { key: COMPASS, name: 'Compass', plan: 'FREE' },
  { key: UNKNOWN_PRODUCT, name: 'Studio Labs', plan: 'PAID' },
];
