import type { GeneratedRole } from './organization-shape';
import type { ProductKey } from './products';
import { COMPASS, CONFLUENCE, JIRA, JIRA_CORE, JPD, JSM, UNKNOWN_PRODUCT } from './products';
import type { ProvenanceKey } from './provenances';

/** A role on a product that comes with a group. */
export interface GrantRow {
  readonly product: ProductKey;
  readonly role: GeneratedRole;
}

export interface GroupRow {
  readonly key: string;
  readonly provenance: ProvenanceKey;
  readonly grants: readonly GrantRow[];
  /** Products that put every new person into this group. */
  readonly defaultOf?: readonly ProductKey[];
  readonly accessType?: 'admin' | 'site-admin';
  readonly description?: string;
}

const use = (...products: readonly ProductKey[]): GrantRow[] =>
  products.map((product) => ({ product, role: 'user' }));
const as = (role: GeneratedRole, product: ProductKey): GrantRow => ({ product, role });

/** The groups of every generated organization; larger ones add groups like these (sibling-groups.ts). */
export const CORE_GROUPS = [
  // Default groups.
  { key: 'jira-users-harbourline', provenance: 'by-admins', grants: use(JIRA), defaultOf: [JIRA] },
  {
    key: 'confluence-users-harbourline',
    provenance: 'by-admins',
    grants: use(CONFLUENCE),
    defaultOf: [CONFLUENCE],
  },
  { key: 'all-staff', provenance: 'by-admins', grants: use(JIRA, CONFLUENCE), defaultOf: [JIRA, CONFLUENCE] },
  { key: 'jsm-agents-harbourline', provenance: 'by-admins', grants: use(JSM), defaultOf: [JSM] },
  { key: 'idp-service-desk', provenance: 'synced', grants: use(JSM), defaultOf: [JSM] },
  { key: 'discovery-users-harbourline', provenance: 'by-admins', grants: use(JPD), defaultOf: [JPD] },
  // Nothing is told about it: `default` by inference for JPD, `local` for Confluence because it is default elsewhere.
  { key: 'new-joiners', provenance: 'untold', grants: use(JPD, CONFLUENCE), defaultOf: [JPD] },

  // Groups that administrators made.
  {
    key: 'legacy-contractors',
    provenance: 'by-admins',
    grants: use(JIRA, CONFLUENCE),
    description: 'Contractors before the move to the identity provider',
  },
  {
    key: 'jira-import-2021',
    provenance: 'by-admins',
    grants: use(JIRA),
    description: 'From the server migration',
  },
  { key: 'space-editors', provenance: 'by-admins', grants: use(CONFLUENCE) },
  { key: 'on-call-rotation', provenance: 'by-admins', grants: use(JSM) },
  { key: 'pilot-2024', provenance: 'by-admins', grants: use(JIRA, CONFLUENCE, JPD) },
  {
    key: 'vendor-access',
    provenance: 'modifiable-not-synced',
    grants: [...use(JIRA), as('contributor', JPD)],
  },
  // The name raises suspicion; the group administers nothing.
  { key: 'jira-administrators-alumni', provenance: 'by-admins', grants: use(JIRA) },
  { key: 'business-projects', provenance: 'by-admins', grants: [...use(JIRA_CORE), as('basic', CONFLUENCE)] },

  // Groups that an identity provider owns.
  { key: 'idp-engineering', provenance: 'synced', grants: use(JIRA) },
  { key: 'idp-all-employees', provenance: 'synced', grants: use(JIRA, CONFLUENCE) },
  { key: 'idp-support', provenance: 'synced-by-modifiable-alone', grants: use(JSM, CONFLUENCE) },
  { key: 'idp-product', provenance: 'synced-by-flag-alone', grants: use(JPD) },
  { key: 'okta-jira-legacy', provenance: 'was-synced', grants: use(JIRA) },

  // Teams.
  { key: 'team-payments', provenance: 'team', grants: use(JIRA) },
  { key: 'guild-documentation', provenance: 'open-team', grants: use(CONFLUENCE) },
  { key: 'team-data-platform', provenance: 'synced-team', grants: use(JIRA) },

  // Groups that nobody can place.
  { key: 'acquired-brightpath', provenance: 'nulls', grants: use(JIRA) },
  { key: 'external-auditors', provenance: 'not-synced-alone', grants: use(CONFLUENCE) },
  { key: 'partner-portal', provenance: 'unknown-word', grants: use(CONFLUENCE) },
  { key: 'warehouse-handhelds', provenance: 'no-modifiable', grants: use(JIRA) },

  // Groups that administer something.
  { key: 'org-admins', provenance: 'by-admins', grants: use(JIRA, CONFLUENCE), accessType: 'site-admin' },
  {
    key: 'jira-admins-harbourline',
    provenance: 'by-admins',
    grants: [as('admin', JIRA_CORE)],
    accessType: 'admin',
  },
  { key: 'confluence-admins', provenance: 'by-admins', grants: [as('admin', CONFLUENCE), ...use(JIRA)] },
  { key: 'discovery-admins', provenance: 'by-admins', grants: [as('admin', JPD)] },
  {
    key: 'desk-access-managers',
    provenance: 'by-admins',
    grants: [as('user-access-admin', JSM), ...use(CONFLUENCE)],
  },
  // Grants no product, yet administers projects (core-projects.ts).
  { key: 'release-managers', provenance: 'by-admins', grants: [] },

  // Groups whose roles do not bill.
  { key: 'idea-contributors', provenance: 'by-admins', grants: [as('contributor', JPD)] },
  { key: 'help-seekers', provenance: 'by-admins', grants: [as('customer', JSM)] },
  { key: 'incident-stakeholders', provenance: 'by-admins', grants: [as('stakeholder', JSM)] },
  { key: 'studio-pilots', provenance: 'by-admins', grants: use(COMPASS, UNKNOWN_PRODUCT) },
] as const satisfies readonly GroupRow[];

export type GroupKey = (typeof CORE_GROUPS)[number]['key'];
