import { CONFLUENCE, JIRA, JPD, JSM } from '../products';
import type { Situation } from '../situation';

const OWNER = 'owner-decision';
const STALE_IN_JIRA = { groups: ['jira-users-harbourline'], uses: { [JIRA]: 'stale' } } as const;

/** Accounts that are more than plain users (product.md §5 privilege; §6 row 4). */
export const PRIVILEGES = [
  {
    name: 'stale-org-admin',
    rule: '§5 org-admin',
    share: 0,
    person: { ...STALE_IN_JIRA, platformRoles: ['org-admin'] },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'stale-site-admin',
    rule: '§5 site-admin',
    share: 0,
    person: { ...STALE_IN_JIRA, platformRoles: ['site-admin'] },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'stale-user-access-admin',
    rule: '§5 user-access-admin',
    share: 1,
    person: { ...STALE_IN_JIRA, platformRoles: ['user-access-admin'] },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'unknown-platform-role',
    rule: '§5 platform-role:NAME',
    share: 1,
    person: { ...STALE_IN_JIRA, platformRoles: ['release-observer'] },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'ai-access-only',
    rule: '§5: ai-access is no privilege',
    share: 3,
    person: { ...STALE_IN_JIRA, platformRoles: ['ai-access'] },
    seats: { [JIRA]: 'local-paths' },
  },
  {
    name: 'admin-group-grants-seat',
    rule: '§5 admin-group, privileged-group; §11 admin group granting a seat',
    share: 1,
    person: { groups: ['org-admins'], uses: { [JIRA]: 'stale', [CONFLUENCE]: 'stale' } },
    seats: { [JIRA]: OWNER, [CONFLUENCE]: OWNER },
  },
  {
    name: 'stale-jira-admin',
    rule: '§5 admin-group that grants nothing; product-admin by jira-core',
    share: 2,
    person: { groups: ['jira-users-harbourline', 'jira-admins-harbourline'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'privileged-by-another-product',
    rule: "§4 privileged path: the group's admin role is on another product",
    share: 2,
    person: { groups: ['confluence-admins'], uses: { [JIRA]: 'stale', [CONFLUENCE]: 'active' } },
    seats: { [JIRA]: OWNER, [CONFLUENCE]: 'active' },
  },
  {
    name: 'access-manager-group',
    rule: '§4 privileged path: the group grants user-access-admin',
    share: 2,
    person: { groups: ['desk-access-managers'], uses: { [CONFLUENCE]: 'stale' } },
    seats: { [CONFLUENCE]: OWNER },
  },
  {
    name: 'admin-only-active',
    rule: '§3 S2 and S4: a seat that rests on admin alone',
    share: 2,
    person: { groups: ['discovery-admins'], uses: { [JPD]: 'active' } },
    seats: { [JPD]: 'active' },
  },
  {
    name: 'admin-only-stale',
    rule: '§3 S2; §5 product-admin',
    share: 1,
    person: { groups: ['discovery-admins'], uses: { [JPD]: 'stale' } },
    seats: { [JPD]: OWNER },
  },
  {
    name: 'direct-access-admin',
    rule: '§5 product-admin: user-access-admin of this product on the account',
    share: 1,
    person: { ...STALE_IN_JIRA, roles: [{ product: JIRA, role: 'user-access-admin', method: 'direct' }] },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'project-lead',
    rule: '§5 project-lead',
    share: 3,
    person: { ...STALE_IN_JIRA, project: 'lead' },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'project-admin-by-role',
    rule: '§5 project-admin through the role Administrators',
    share: 2,
    person: { ...STALE_IN_JIRA, project: 'administrator-role' },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'project-admin-by-group',
    rule: '§5 project-admin through a group in that role',
    share: 2,
    person: { groups: ['jira-users-harbourline', 'release-managers'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'project-admin-by-permission',
    rule: '§5 project-admin through a permission entry',
    share: 2,
    person: { ...STALE_IN_JIRA, project: 'permission-entry' },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'project-admin-by-other-role',
    rule: '§5 project-admin through a permission entry for another role',
    share: 2,
    person: { ...STALE_IN_JIRA, project: 'permission-by-role' },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'direct-role',
    rule: '§4 direct; §6.4 app',
    share: 2,
    person: {
      roles: [{ product: CONFLUENCE, role: 'user', method: 'direct' }],
      uses: { [CONFLUENCE]: 'stale' },
    },
    seats: { [CONFLUENCE]: OWNER },
  },
  {
    name: 'direct-beside-group',
    rule: '§4: read account by account only',
    share: 2,
    person: { ...STALE_IN_JIRA, roles: [{ product: JIRA, role: 'user', method: 'direct' }] },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'direct-role-active',
    rule: '§3 S2 direct',
    share: 2,
    person: { roles: [{ product: JSM, role: 'user', method: 'direct' }], uses: { [JSM]: 'active' } },
    seats: { [JSM]: 'active' },
  },
  {
    name: 'inferred-by-platform-role',
    rule: '§6.4 inferred, explained by a platform role',
    share: 1,
    person: {
      platformRoles: ['org-admin'],
      roles: [{ product: JIRA, role: 'user', method: 'inferred' }],
      uses: { [JIRA]: 'stale' },
    },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'inferred-unexplained',
    rule: '§6.4 inferred, explained by nothing: app',
    share: 2,
    person: {
      roles: [{ product: CONFLUENCE, role: 'user', method: 'inferred' }],
      uses: { [CONFLUENCE]: 'stale' },
    },
    seats: { [CONFLUENCE]: OWNER },
  },
] as const satisfies readonly Situation[];
