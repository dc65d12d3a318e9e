import { CONFLUENCE, JIRA } from '../products';
import type { Situation } from '../situation';

/** The people whom tests and the demo act as. Each is one account, whatever the size. */
export const PERSONAS = [
  {
    name: 'admin',
    rule: '§1 executor: organization and site admin',
    share: 0,
    person: {
      names: ['Ingrid Solberg'],
      groups: ['org-admins', 'jira-users-harbourline', 'confluence-users-harbourline'],
      uses: { [JIRA]: 'daily', [CONFLUENCE]: 'daily' },
      platformRoles: ['org-admin', 'site-admin'],
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: 'active' },
  },
  {
    name: 'approver',
    rule: '§1 approver; site admin',
    share: 0,
    person: {
      names: ['Tomás Ferreira'],
      groups: ['jira-users-harbourline', 'confluence-users-harbourline'],
      uses: { [JIRA]: 'daily', [CONFLUENCE]: 'daily' },
      platformRoles: ['site-admin'],
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: 'active' },
  },
  {
    name: 'second-admin',
    rule: '§7 three-person: a third site admin',
    share: 0,
    person: {
      names: ['Hannah Okonjo'],
      groups: ['jira-users-harbourline', 'confluence-users-harbourline'],
      uses: { [JIRA]: 'daily', [CONFLUENCE]: 'daily' },
      platformRoles: ['site-admin'],
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: 'active' },
  },
  {
    name: 'jira-admin',
    rule: '§1 reviewer: administers Jira and no more',
    share: 0,
    person: {
      names: ['Pavel Novotný'],
      groups: ['jira-admins-harbourline', 'jira-users-harbourline'],
      uses: { [JIRA]: 'daily' },
    },
    seats: { [JIRA]: 'active' },
  },
  {
    name: 'auditor',
    rule: '§1 auditor: a plain person',
    share: 0,
    person: {
      names: ['Mireille Aubert'],
      groups: ['all-staff'],
      uses: { [JIRA]: 'daily', [CONFLUENCE]: 'active' },
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: 'active' },
  },
  {
    name: 'identity-owner',
    rule: '§9 owner of the identity provider: a plain person',
    share: 0,
    person: {
      names: ['Deepak Raman'],
      groups: ['idp-all-employees'],
      uses: { [JIRA]: 'daily', [CONFLUENCE]: 'daily' },
      source: 'synced',
    },
    seats: { [JIRA]: 'active', [CONFLUENCE]: 'active' },
  },
  {
    name: 'outsider',
    rule: '§1 person concerned: a plain person with a stale seat',
    share: 0,
    person: { names: ['Marisol Quintero'], groups: ['jira-users-harbourline'], uses: { [JIRA]: 'stale' } },
    seats: { [JIRA]: 'local-paths' },
  },
] as const satisfies readonly Situation[];
