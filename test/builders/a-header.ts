import type { GroupFacts } from '../../src/domain/group';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy';
import type { SnapshotHeader } from '../../src/domain/snapshot';
import { aProduct, CLOUD_ID } from './a-product';
import { TAKEN_AT } from './times';

const PRODUCTS = ['confluence', 'jira-core', 'jira-product-discovery', 'jira-servicedesk', 'jira-software'];

export function aPolicy(overrides: Partial<Policy> = {}): Policy {
  return { ...DEFAULT_POLICY, ...overrides };
}

/** A deep scan with an organization key, of a site with five paid products and no groups; override what matters. */
export function aHeader(overrides: Partial<SnapshotHeader> = {}): SnapshotHeader {
  const header: SnapshotHeader = {
    id: 'snapshot-1',
    takenAt: TAKEN_AT,
    completedAt: TAKEN_AT,
    mode: 'org-key',
    depth: 'deep',
    site: { cloudId: CLOUD_ID, url: 'https://acme.example' },
    organization: { id: 'org-1', directoryId: 'directory-1' },
    otherSites: [],
    policy: aPolicy(),
    products: PRODUCTS.map((key) => aProduct(key)),
    groups: [],
    managesAccounts: true,
    movedDuringScan: [],
    sources: [],
    accountCount: 1,
    ...overrides,
  };
  for (const group of header.groups) refuseForeignGrants(group, header);
  if (new Set(header.groups.map(({ id }) => id)).size < header.groups.length)
    throw new Error('two groups have the same id');
  return header;
}

/** Grants name products of the snapshot's own site. */
function refuseForeignGrants({ id, grants }: GroupFacts, { products }: SnapshotHeader): void {
  for (const { product } of grants)
    if (!products.some(({ key }) => key === product))
      throw new Error(`${id} grants ${product}, which the site does not have`);
}
