import { CONFLUENCE, JIRA, JSM } from '../products';
import type { Situation } from '../situation';

const OWNER = 'owner-decision';
const JIRA_USERS = ['jira-users-harbourline'] as const;

/** Who, or what, is behind an account, and who vouches for it (product.md §5 identity and claim, §6 rows 2 and 4). */
export const IDENTITIES = [
  {
    name: 'service-by-name',
    rule: '§5 identity: a word of the name',
    share: 4,
    person: {
      names: [
        'Jenkins CI',
        'svc-deploy',
        'Zapier Integration',
        'Backup02',
        'Terraform Runner',
        'Service Account HR',
      ],
      groups: JIRA_USERS,
    },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'service-by-joined-words',
    rule: '§5 identity: neighbouring words joined',
    share: 2,
    person: { names: ['Help Desk North', 'Git Hub Mirror', 'No Reply'], groups: JIRA_USERS },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'service-by-mailbox',
    rule: '§5 identity: a word of the e-mail address, trailing digits cut',
    share: 2,
    person: {
      names: ['Night Watch', 'Shopfloor Screen'],
      mailboxes: ['monitoring07', 'shared.shopfloor'],
      groups: JIRA_USERS,
    },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'service-synced',
    rule: '§6.4 technical, and identity too',
    share: 2,
    person: {
      names: ['svc-reporting', 'Azure Directory Sync'],
      groups: ['idp-engineering'],
      source: 'synced',
    },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'service-active',
    rule: '§6.1: activity comes before identity',
    share: 2,
    person: { names: ['Webhook Relay', 'Automation Desk'], groups: JIRA_USERS, uses: { [JIRA]: 'daily' } },
    seats: { [JIRA]: 'active' },
  },
  {
    name: 'on-technical-list',
    rule: "§5 identity: the policy's technical list",
    share: 2,
    person: { names: ['Tilda Importer', 'Freight Desk'], groups: JIRA_USERS, uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'looks-like-a-bot',
    rule: '§5 identity: a word inside a word is none',
    share: 3,
    person: {
      names: [
        'Charles Abbot',
        'Ciência Duarte',
        'Apinya Suksai',
        'Synclair Boyd',
        'Marta Talbot',
        'Cici Buildersen',
      ],
      groups: JIRA_USERS,
      uses: { [JIRA]: 'stale' },
    },
    seats: { [JIRA]: 'local-paths' },
  },
  {
    name: 'token-only-worker',
    rule: '§5 identity: an API token was used lately',
    share: 3,
    person: { groups: JIRA_USERS, uses: { [JIRA]: 'long-gone' }, tokenUsed: 2 },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'old-token',
    rule: '§5 identity: a token not used within the threshold says nothing',
    share: 2,
    person: { groups: JIRA_USERS, uses: { [JIRA]: 'stale' }, tokenUsed: 210 },
    seats: { [JIRA]: 'local-paths' },
  },
  {
    name: 'unmanaged-contractor',
    rule: '§6.4 business',
    share: 7,
    person: {
      groups: ['legacy-contractors'],
      uses: { [JIRA]: 'stale', [CONFLUENCE]: 'stale' },
      claim: 'unmanaged',
      mail: 'agency',
      source: 'invited',
    },
    seats: { [JIRA]: OWNER, [CONFLUENCE]: OWNER },
  },
  {
    name: 'unmanaged-without-email',
    rule: '§6.4 business; the address is hidden',
    share: 2,
    person: {
      groups: ['vendor-access'],
      uses: { [JIRA]: 'stale' },
      claim: 'unmanaged',
      mail: 'none',
      source: null,
    },
    seats: { [JIRA]: OWNER },
  },
  {
    name: 'claim-untold',
    rule: '§5 claim unknown is not unmanaged',
    share: 2,
    person: { groups: JIRA_USERS, uses: { [JIRA]: 'stale' }, claim: 'untold' },
    seats: { [JIRA]: 'local-paths' },
  },
  {
    name: 'exempt-account',
    rule: '§6.2 exemption by account',
    share: 0,
    person: { groups: JIRA_USERS, uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: 'exempt' },
  },
  {
    name: 'exempt-on-one-product',
    rule: '§6.2 exemption for one product; §6.8 an exemption makes a seat live',
    share: 0,
    person: { groups: ['legacy-contractors'], uses: { [JIRA]: 'stale', [CONFLUENCE]: 'stale' } },
    seats: { [JIRA]: 'collateral-active', [CONFLUENCE]: 'exempt' },
  },
  {
    name: 'exempt-by-group',
    rule: '§6.2 exemption by group',
    share: 3,
    person: { groups: ['on-call-rotation'], uses: { [JSM]: 'stale' } },
    seats: { [JSM]: 'exempt' },
  },
  {
    name: 'exempt-by-domain',
    rule: '§6.2 exemption by e-mail domain',
    share: 2,
    person: { groups: JIRA_USERS, uses: { [JIRA]: 'stale' }, mail: 'counsel' },
    seats: { [JIRA]: 'exempt' },
  },
  {
    name: 'exempt-by-name',
    rule: '§6.2 exemption by name pattern',
    share: 2,
    person: { names: ['Kiosk Hall A', 'Kiosk Hall B', 'Kiosk Lobby'], groups: JIRA_USERS },
    seats: { [JIRA]: 'exempt' },
  },
  {
    name: 'exemption-expired',
    rule: '§6.2: an expired exemption covers nothing',
    share: 0,
    person: { groups: JIRA_USERS, uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: 'local-paths' },
  },
] as const satisfies readonly Situation[];
