import tiny from '../../fixtures/contracts/tiny.seed.json';

/** Groups of the tiny organization that this one keeps. */
export const groups = {
  jiraUsers: 'a0000000-0000-4000-8000-000000000001',
  contractors: 'a0000000-0000-4000-8000-000000000003',
  jiraAdmins: 'a0000000-0000-4000-8000-000000000004',
  confluenceUsers: 'a0000000-0000-4000-8000-000000000005',
} as const;

const NAMES = {
  ada: 'Ada Okafor',
  bram: 'Bram Visser',
  rosa: 'Rosa Lindqvist',
  ravi: 'Ravi Menon',
  priya: 'Priya Nair',
  olga: 'Olga Petrenko',
  anna: 'Anna Keller',
  casey: 'Casey Brown',
  devi: 'Devi Rao',
  erik: 'Erik Lund',
} as const;

/**
 * The ten: Ada and Bram administer the site and remove; Rosa and Ravi review; Priya approves, and Rosa where she
 * did not decide; Ravi signs off; Olga answers for the contractors; Anna audits; Casey, Devi, Erik and in the end
 * Priya hold the seats.
 */
export type Person = keyof typeof NAMES;

const PEOPLE = Object.keys(NAMES) as Person[];

export function accountOf(person: Person): string {
  return `712020:00000000-0000-4000-8000-${String(PEOPLE.indexOf(person) + 1).padStart(12, '0')}`;
}

/** The organization on the first morning of October, before anybody has set up anything but the key. */
export function quarterSeed(): unknown {
  return {
    ...tiny,
    clock: '2026-10-01T06:00:00Z',
    accounts: [
      anAccount('ada', [groups.jiraUsers, groups.jiraAdmins], { platformRoles: ['org-admin', 'site-admin'] }),
      anAccount('bram', [groups.jiraUsers, groups.jiraAdmins], { platformRoles: ['site-admin'] }),
      anAccount('rosa', [groups.jiraUsers, groups.jiraAdmins]),
      anAccount('ravi', [groups.jiraUsers, groups.jiraAdmins]),
      // In use until August: stale from late November on.
      anAccount('priya', [groups.jiraUsers, groups.confluenceUsers], {
        lastActive: { ...ACTIVE, confluence: '2026-08-25T10:00:00Z' },
      }),
      anAccount('olga', [groups.jiraUsers]),
      anAccount('anna', [groups.jiraUsers]),
      anAccount('casey', [groups.jiraUsers], { lastActive: { 'jira-software': '2026-05-02T10:00:00Z' } }),
      anAccount('devi', [groups.jiraUsers], { lastActive: { 'jira-software': '2026-04-12T10:00:00Z' } }),
      anAccount('erik', [groups.contractors], {
        claimStatus: 'unmanaged',
        lastActive: { 'jira-software': '2026-03-10T10:00:00Z', confluence: '2026-03-12T10:00:00Z' },
      }),
    ],
    projects: [{ key: 'OPS', name: 'Operations', lead: accountOf('ada'), roles: [] }],
    personas: {
      admin: accountOf('ada'),
      ...Object.fromEntries(PEOPLE.map((each) => [each, accountOf(each)])),
    },
    script: AT_WORK.map((person) => {
      return { at: 'P50D', do: 'activity', account: accountOf(person), product: 'jira-software' };
    }),
    policy: { jsmOnCall: 'no', newDays: 14 },
  };
}

const ACTIVE = { 'jira-software': '2026-09-30T16:00:00Z' };
const AT_WORK: readonly Person[] = ['ada', 'bram', 'rosa', 'ravi', 'priya', 'olga', 'anna'];

function anAccount(person: Person, memberOf: string[], change: object = {}): object {
  return {
    accountId: accountOf(person),
    name: NAMES[person],
    email: `${person}@northwind.example`,
    accountType: 'atlassian',
    accountStatus: 'active',
    membershipStatus: 'active',
    claimStatus: 'managed',
    managementSource: 'invited',
    addedToOrg: '2023-01-10T08:00:00Z',
    lastActive: ACTIVE,
    platformRoles: [],
    groups: memberOf,
    ...change,
  };
}
