import { CONFLUENCE, JIRA, JIRA_CORE, JPD } from '../products';
import type { Situation } from '../situation';

const LOCAL = 'local-paths';

/** Seats that a Jira administrator may end: every path is `default` or `local` (product.md §6 row 10). */
export const CLEANUPS = [
  {
    name: 'stale-in-default-group',
    rule: '§6.10 default',
    share: 22,
    person: { groups: ['jira-users-harbourline'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'stale-in-confluence',
    rule: '§6.10 default',
    share: 11,
    person: { groups: ['confluence-users-harbourline'], uses: { [CONFLUENCE]: 'stale' } },
    seats: { [CONFLUENCE]: LOCAL },
  },
  {
    name: 'never-opened-confluence',
    rule: '§5 never-accessed beside an active seat',
    share: 11,
    person: {
      groups: ['jira-users-harbourline', 'confluence-users-harbourline'],
      uses: { [JIRA]: 'active' },
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: LOCAL },
  },
  {
    name: 'invited-never-accepted',
    rule: '§3 S1, §5 never-accessed',
    share: 8,
    person: { groups: ['jira-users-harbourline'], added: 'months', source: 'invited' },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'default-group-grants-two-products',
    rule: '§11 default granting several; §7 bundle of two',
    share: 7,
    person: { groups: ['all-staff'], uses: { [JIRA]: 'stale', [CONFLUENCE]: 'stale' } },
    seats: { [JIRA]: LOCAL, [CONFLUENCE]: LOCAL },
  },
  {
    name: 'stale-in-local-group',
    rule: '§6.10 local; §7 bundle of two',
    share: 8,
    person: { groups: ['legacy-contractors'], uses: { [JIRA]: 'stale', [CONFLUENCE]: 'stale' } },
    seats: { [JIRA]: LOCAL, [CONFLUENCE]: LOCAL },
  },
  {
    name: 'bundle-of-three',
    rule: '§7 bundles: three stale seats on one group',
    share: 5,
    person: { groups: ['pilot-2024'], uses: { [JIRA]: 'stale', [CONFLUENCE]: 'stale', [JPD]: 'stale' } },
    seats: { [JIRA]: LOCAL, [CONFLUENCE]: LOCAL, [JPD]: LOCAL },
  },
  {
    name: 'other-product-stays',
    rule: '§6 counterfactual: Confluence stays through another group',
    share: 8,
    person: {
      groups: ['legacy-contractors', 'confluence-users-harbourline'],
      uses: { [JIRA]: 'stale', [CONFLUENCE]: 'active' },
    },
    seats: { [JIRA]: LOCAL, [CONFLUENCE]: 'active' },
  },
  {
    name: 'two-local-paths',
    rule: '§6 removal set of two groups',
    share: 3,
    person: { groups: ['jira-users-harbourline', 'jira-import-2021'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'mostly-stale-group',
    rule: '§9 group case: at least 80 % of a group is stale',
    share: 20,
    person: { groups: ['jira-import-2021'], uses: { [JIRA]: 'long-gone' } },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'active-in-mostly-stale-group',
    rule: '§9 group case: the one who still works there',
    share: 2,
    person: { groups: ['jira-import-2021'], uses: { [JIRA]: 'active' } },
    seats: { [JIRA]: 'active' },
  },
  {
    name: 'stale-in-discovery',
    rule: '§6.10 default',
    share: 4,
    person: { groups: ['discovery-users-harbourline'], uses: { [JPD]: 'stale' } },
    seats: { [JPD]: LOCAL },
  },
  {
    name: 'default-without-provenance',
    rule: '§4 row 3 by inference, and row 4 because it is default elsewhere',
    share: 3,
    person: { groups: ['new-joiners'], uses: { [CONFLUENCE]: 'stale' } },
    seats: { [JPD]: LOCAL, [CONFLUENCE]: LOCAL },
  },
  {
    name: 'local-without-managed-by',
    rule: '§4 row 4: modifiable and not synced, no managedBy',
    share: 3,
    person: { groups: ['vendor-access'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'possible-leaver',
    rule: '§6 possible leaver: synced account, idle for 2T, local paths only',
    share: 3,
    person: { groups: ['jira-users-harbourline'], uses: { [JIRA]: 'long-gone' }, source: 'synced' },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'joined-months-ago',
    rule: '§5 seat age from an event',
    share: 3,
    person: {
      groups: ['jira-users-harbourline'],
      uses: { [JIRA]: 'long-gone' },
      joined: { 'jira-users-harbourline': 120 },
    },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'suspicious-group-name',
    rule: '§4 names may raise suspicion, they decide nothing',
    share: 2,
    person: { groups: ['jira-administrators-alumni'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'stale-with-open-issues',
    rule: '§8 depends on this person',
    share: 3,
    person: { groups: ['jira-users-harbourline'], uses: { [JIRA]: 'stale' }, openIssues: 14 },
    seats: { [JIRA]: LOCAL },
  },
  {
    name: 'only-jira-core',
    rule: '§3 S3: jira-core is a seat when nothing else of Jira is',
    share: 2,
    person: { groups: ['business-projects'], uses: { [JIRA_CORE]: 'stale' } },
    seats: { [JIRA_CORE]: LOCAL },
  },
  {
    name: 'jira-core-beside-jira',
    rule: '§3 S3: jira-core is no seat beside another Jira-family seat',
    share: 2,
    person: { groups: ['business-projects', 'jira-users-harbourline'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: LOCAL },
  },
] as const satisfies readonly Situation[];
