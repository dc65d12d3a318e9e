import { CONFLUENCE, JIRA } from '../products';
import type { Situation } from '../situation';

const SOURCE = 'source-unknown';

/** Seats about which something cannot be told, or not yet (product.md §5 and §6 rows 1, 3, 5, 8). */
export const UNKNOWNS = [
  {
    name: 'source-all-null',
    rule: '§4 row 5: everything null',
    share: 3,
    person: { groups: ['acquired-brightpath'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: SOURCE },
  },
  {
    name: 'source-not-synced-alone',
    rule: '§4 row 5: externalSynced false alone',
    share: 2,
    person: { groups: ['external-auditors'], uses: { [CONFLUENCE]: 'stale' } },
    seats: { [CONFLUENCE]: SOURCE },
  },
  {
    name: 'source-unknown-word',
    rule: '§4 row 5: a managedBy value that we do not know',
    share: 2,
    person: { groups: ['partner-portal'], uses: { [CONFLUENCE]: 'stale' } },
    seats: { [CONFLUENCE]: SOURCE },
  },
  {
    name: 'source-no-modifiable',
    rule: '§4 row 5: managementAccess without modifiable',
    share: 2,
    person: { groups: ['warehouse-handhelds'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: SOURCE },
  },
  {
    name: 'unknown-beside-synced',
    rule: '§6.5 before §6.6',
    share: 2,
    person: {
      groups: ['acquired-brightpath', 'idp-engineering'],
      uses: { [JIRA]: 'stale' },
      source: 'synced',
    },
    seats: { [JIRA]: SOURCE },
  },
  {
    name: 'unknown-beside-default',
    rule: '§6.5 before §6.10',
    share: 2,
    person: { groups: ['acquired-brightpath', 'jira-users-harbourline'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: SOURCE },
  },
  {
    name: 'no-dates',
    rule: '§5 no dates: activity unknown',
    share: 3,
    person: { groups: ['jira-users-harbourline'], added: 'unknown' },
    seats: { [JIRA]: 'activity-unknown' },
  },
  {
    name: 'added-unknown-but-seen',
    rule: '§5: a last use is enough',
    share: 2,
    person: { groups: ['jira-users-harbourline'], added: 'unknown', uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: 'local-paths' },
  },
  {
    name: 'collateral-unknown',
    rule: '§6.8: unknown activity is live',
    share: 2,
    person: { groups: ['legacy-contractors'], added: 'unknown', uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: 'collateral-active', [CONFLUENCE]: 'activity-unknown' },
  },
  {
    name: 'newly-joined',
    rule: '§5 too-new: seat age under 30 days',
    share: 8,
    person: { groups: ['all-staff'], added: 'days', uses: { [JIRA]: 'daily', [CONFLUENCE]: 'daily' } },
    seats: { [JIRA]: 'too-new', [CONFLUENCE]: 'too-new' },
  },
  {
    name: 'newly-joined-unused',
    rule: '§5 too-new without a use',
    share: 3,
    person: { groups: ['jira-users-harbourline'], added: 'days', source: 'invited' },
    seats: { [JIRA]: 'too-new' },
  },
  {
    name: 'invited-weeks-ago',
    rule: '§5: no use and added less than 90 days ago is too-new',
    share: 3,
    person: { groups: ['jira-users-harbourline'], added: 'weeks', source: 'invited' },
    seats: { [JIRA]: 'too-new' },
  },
  {
    name: 'granted-yesterday',
    rule: '§5 seat age: a new grant after years',
    share: 2,
    person: {
      groups: ['jira-users-harbourline', 'confluence-users-harbourline'],
      uses: { [JIRA]: 'active' },
      joined: { 'confluence-users-harbourline': 1 },
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: 'too-new' },
  },
  {
    name: 'granted-again-yesterday',
    rule: '§5 seat age wins over an old last use',
    share: 2,
    person: {
      groups: ['jira-users-harbourline'],
      uses: { [JIRA]: 'long-gone' },
      joined: { 'jira-users-harbourline': 1 },
    },
    seats: { [JIRA]: 'too-new' },
  },
  {
    name: 'about-to-turn-stale',
    rule: '§11 watch: active now, stale within the week',
    share: 3,
    person: { groups: ['jira-users-harbourline'], uses: { [JIRA]: 'fading' } },
    seats: { [JIRA]: 'active' },
  },
] as const satisfies readonly Situation[];
