import { COMPASS, CONFLUENCE, JIRA, JIRA_CORE, JPD, JSM, UNKNOWN_PRODUCT } from '../products';
import type { Situation } from '../situation';

const active = 'active';

/**
 * People who use what they have. They fill whatever the other situations leave, most of an organization;
 * `share` is here a weight among them.
 */
export const EVERYDAY = [
  {
    name: 'everyday-engineer',
    rule: '§5 active; §4 scim and default',
    share: 300,
    person: {
      groups: ['idp-engineering', 'jira-users-harbourline', 'confluence-users-harbourline'],
      uses: { [JIRA]: active, [CONFLUENCE]: active },
      source: 'synced',
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-employee',
    rule: '§5 active; §4 scim',
    share: 200,
    person: {
      groups: ['idp-all-employees'],
      uses: { [JIRA]: active, [CONFLUENCE]: active },
      source: 'synced',
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-office',
    rule: '§5 active; §4 default for two products',
    share: 110,
    person: { groups: ['all-staff'], uses: { [JIRA]: active, [CONFLUENCE]: active } },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-agent',
    rule: '§5 active; §4 default',
    share: 60,
    person: {
      groups: ['jsm-agents-harbourline', 'confluence-users-harbourline'],
      uses: { [JSM]: active, [CONFLUENCE]: active },
    },
    seats: { [JSM]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-synced-agent',
    rule: '§5 active; §4 scim',
    share: 45,
    person: {
      groups: ['idp-support', 'idp-service-desk', 'on-call-rotation'],
      uses: { [JSM]: active, [CONFLUENCE]: active },
      source: 'synced',
    },
    seats: { [JSM]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-product-manager',
    rule: '§5 active on three products',
    share: 60,
    person: {
      groups: ['idp-product', 'discovery-users-harbourline', 'all-staff'],
      uses: { [JIRA]: active, [CONFLUENCE]: active, [JPD]: active },
      source: 'synced',
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active, [JPD]: active },
  },
  {
    name: 'everyday-writer',
    rule: '§5 active; §4 local and team',
    share: 50,
    person: {
      groups: ['confluence-users-harbourline', 'space-editors', 'guild-documentation'],
      uses: { [CONFLUENCE]: active },
    },
    seats: { [CONFLUENCE]: active },
  },
  {
    name: 'everyday-contractor',
    rule: '§5 active; unmanaged',
    share: 60,
    person: {
      groups: ['legacy-contractors'],
      uses: { [JIRA]: active, [CONFLUENCE]: active },
      claim: 'unmanaged',
      mail: 'agency',
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-vendor',
    rule: '§5 active; §3 S2 contributor beside a seat',
    share: 20,
    person: { groups: ['vendor-access'], uses: { [JIRA]: active }, claim: 'unmanaged', mail: 'agency' },
    seats: { [JIRA]: active },
  },
  {
    name: 'everyday-team-member',
    rule: '§4 team',
    share: 40,
    person: {
      groups: ['team-payments', 'confluence-users-harbourline'],
      uses: { [JIRA]: active, [CONFLUENCE]: active },
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-data-platform',
    rule: '§4 was synced, and a team that is synced',
    share: 30,
    person: {
      groups: ['team-data-platform', 'okta-jira-legacy'],
      uses: { [JIRA]: active },
      source: 'synced',
    },
    seats: { [JIRA]: active },
  },
  {
    name: 'everyday-acquired',
    rule: '§4 unknown; active all the same',
    share: 40,
    person: {
      groups: ['acquired-brightpath', 'partner-portal', 'warehouse-handhelds', 'external-auditors'],
      uses: { [JIRA]: active, [CONFLUENCE]: active },
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-pilot',
    rule: '§3 S3: outside scope and not classified beside seats',
    share: 12,
    person: {
      groups: ['pilot-2024', 'studio-pilots'],
      uses: {
        [JIRA]: active,
        [CONFLUENCE]: active,
        [JPD]: active,
        [COMPASS]: active,
        [UNKNOWN_PRODUCT]: active,
      },
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active, [JPD]: active },
  },
  {
    name: 'everyday-release-manager',
    rule: '§5 project-admin through a group, active all the same',
    share: 30,
    person: {
      groups: ['idp-all-employees', 'release-managers'],
      uses: { [JIRA]: active, [CONFLUENCE]: active },
      source: 'synced',
    },
    seats: { [JIRA]: active, [CONFLUENCE]: active },
  },
  {
    name: 'everyday-alumnus',
    rule: '§4 a name that raises suspicion for nothing',
    share: 8,
    person: { groups: ['jira-administrators-alumni'], uses: { [JIRA]: active } },
    seats: { [JIRA]: active },
  },
  {
    name: 'everyday-by-jira-core',
    rule: '§5 jira-software takes the newer of jira-software and jira-core',
    share: 10,
    person: {
      groups: ['jira-users-harbourline', 'business-projects'],
      uses: { [JIRA]: 'stale', [JIRA_CORE]: active },
    },
    seats: { [JIRA]: active },
  },
  {
    name: 'everyday-new-joiners',
    rule: '§4 default without provenance',
    share: 15,
    person: { groups: ['new-joiners'], uses: { [JPD]: active, [CONFLUENCE]: active } },
    seats: { [JPD]: active, [CONFLUENCE]: active },
  },
] as const satisfies readonly Situation[];
