import type { GroupKey } from './core-groups';

export interface ProjectRow {
  readonly key: string;
  readonly name: string;
  /** Role name → groups in it; what such a group's members lose with it (product.md §4, group impact). */
  readonly roles?: Readonly<Record<string, readonly GroupKey[]>>;
  /** Entries of the permission scheme that name a group. */
  readonly permissions?: readonly { readonly permission: string; readonly group: GroupKey }[];
  /** Some projects have nobody who leads them. */
  readonly leaderless?: true;
}

/** The projects of every generated organization. Members of `Administrators` administer the project. */
export const CORE_PROJECTS: readonly ProjectRow[] = [
  { key: 'OPS', name: 'Operations', roles: { Contractors: ['legacy-contractors'], Administrators: [] } },
  { key: 'APOLLO', name: 'Apollo Platform', roles: { Administrators: ['release-managers'] } },
  { key: 'PAY', name: 'Payments', roles: { Developers: ['team-payments', 'idp-engineering'] } },
  {
    key: 'HELP',
    name: 'IT Help Desk',
    roles: { 'Service Desk Team': ['jsm-agents-harbourline', 'idp-service-desk'] },
  },
  { key: 'INC', name: 'Incidents', roles: { 'Service Desk Team': ['on-call-rotation', 'idp-support'] } },
  { key: 'HR', name: 'People Requests', roles: { 'Service Desk Team': ['jsm-agents-harbourline'] } },
  { key: 'IDEAS', name: 'Product Ideas', roles: { Contributors: ['idea-contributors', 'vendor-access'] } },
  { key: 'ROAD', name: 'Roadmap', roles: { Creators: ['discovery-users-harbourline', 'idp-product'] } },
  {
    key: 'WMS',
    name: 'Warehouse System',
    permissions: [{ permission: 'BROWSE_PROJECTS', group: 'warehouse-handhelds' }],
  },
  {
    key: 'IMP',
    name: 'Server Import 2021',
    permissions: [{ permission: 'BROWSE_PROJECTS', group: 'jira-import-2021' }],
  },
  {
    key: 'VEND',
    name: 'Vendor Work',
    roles: { Vendors: ['vendor-access'] },
    permissions: [{ permission: 'CREATE_ISSUES', group: 'vendor-access' }],
  },
  {
    key: 'REL',
    name: 'Releases',
    permissions: [{ permission: 'ADMINISTER_PROJECTS', group: 'release-managers' }],
  },
  { key: 'DATA', name: 'Data Platform', roles: { Developers: ['team-data-platform'] } },
  { key: 'BPA', name: 'Brightpath Integration Plan', roles: { Members: ['acquired-brightpath'] } },
  {
    key: 'LEGAL',
    name: 'Legal Matters',
    permissions: [{ permission: 'BROWSE_PROJECTS', group: 'all-staff' }],
  },
  { key: 'MOB', name: 'Mobile App' },
  { key: 'WEB', name: 'Storefront' },
  { key: 'FIN', name: 'Finance Close', roles: { Members: ['business-projects'] } },
  { key: 'MKT', name: 'Marketing Calendar', roles: { Members: ['business-projects', 'all-staff'] } },
  { key: 'SEC', name: 'Security Findings' },
  { key: 'QA', name: 'Quality' },
  { key: 'PILOT', name: 'Pilot 2024', roles: { Members: ['pilot-2024'] } },
  { key: 'ARCH', name: 'Archive 2019', leaderless: true },
  { key: 'SAND', name: 'Playground', leaderless: true },
  {
    key: 'DOCS',
    name: 'Documentation Requests',
    roles: { Members: ['guild-documentation', 'space-editors'] },
  },
];
