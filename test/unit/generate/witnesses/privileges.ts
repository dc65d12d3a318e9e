import type { AccountView, OrganizationReader } from '../organization-reader';
import { administers, isDefault } from '../group-facts';
import type { Witness } from './words';
import {
  CONFLUENCE,
  JIRA,
  JPD,
  JSM,
  everyPath,
  hasPlatformRole,
  holds,
  isActive,
  isPlainPerson,
  isStale,
} from './words';

type Projects = NonNullable<OrganizationReader['seed']['projects']>;

const stalePlain = (who: AccountView): boolean => isPlainPerson(who) && isStale(who, JIRA);
const projects = ({ seed }: OrganizationReader): Projects => seed.projects ?? [];
const roleMembers = (project: Projects[number], name: string): readonly string[] =>
  project.roles?.find((role) => role.name === name)?.accounts ?? [];
const grantsProjectAdmin = ({ permission }: { readonly permission: string }): boolean =>
  permission === 'ADMINISTER_PROJECTS';

export const PRIVILEGE_WITNESSES = {
  'stale-org-admin': (who) =>
    isStale(who, JIRA) && hasPlatformRole(who, 'org-admin') && who.paths(JIRA).length > 0,
  'stale-site-admin': (who) => isStale(who, JIRA) && hasPlatformRole(who, 'site-admin'),
  'stale-user-access-admin': (who) => isStale(who, JIRA) && hasPlatformRole(who, 'user-access-admin'),
  'unknown-platform-role': (who) =>
    isStale(who, JIRA) &&
    (who.account.platformRoles ?? []).some(
      (role) => !['org-admin', 'site-admin', 'user-access-admin', 'ai-access'].includes(role),
    ),
  'ai-access-only': (who) => isStale(who, JIRA) && who.account.platformRoles?.join() === 'ai-access',
  'admin-group-grants-seat': (who) =>
    isStale(who, JIRA) && everyPath(who, JIRA, ({ accessType }) => accessType === 'site-admin'),
  'stale-jira-admin': (who) =>
    isStale(who, JIRA) &&
    everyPath(who, JIRA, (group) => isDefault(group, JIRA)) &&
    who.groups.some(({ accessType, grants }) => accessType === 'admin' && grants.has('jira-core/admin')),
  'privileged-by-another-product': (who) =>
    isStale(who, JIRA) &&
    everyPath(who, JIRA, ({ grants }) => grants.has(`${CONFLUENCE}/admin`) && !grants.has(`${JIRA}/admin`)),
  'access-manager-group': (who) =>
    isStale(who, CONFLUENCE) &&
    everyPath(who, CONFLUENCE, ({ grants }) => grants.has(`${JSM}/user-access-admin`)),
  'admin-only-active': (who) =>
    isActive(who, JPD) && everyPath(who, JPD, ({ grants }) => !grants.has(`${JPD}/user`)),
  'admin-only-stale': (who) =>
    isStale(who, JPD) && everyPath(who, JPD, ({ grants }) => !grants.has(`${JPD}/user`)),
  'direct-access-admin': (who) => isStale(who, JIRA) && who.ownRoles.has(`${JIRA}/user-access-admin/direct`),
  'project-lead': (who, organization) =>
    stalePlain(who) && projects(organization).some(({ lead }) => lead === who.account.accountId),
  'project-admin-by-role': (who, organization) =>
    stalePlain(who) &&
    projects(organization).some((project) =>
      roleMembers(project, 'Administrators').includes(who.account.accountId),
    ),
  'project-admin-by-group': (who, organization) =>
    stalePlain(who) &&
    who.groups.some(
      ({ id, grants }) =>
        grants.size === 0 &&
        projects(organization).some(({ roles }) =>
          roles?.some((role) => role.name === 'Administrators' && role.groups?.includes(id)),
        ),
    ),
  'project-admin-by-permission': (who, organization) =>
    stalePlain(who) &&
    projects(organization).some(({ permissions }) =>
      permissions?.some((entry) => grantsProjectAdmin(entry) && entry.account === who.account.accountId),
    ),
  'project-admin-by-other-role': (who, organization) =>
    stalePlain(who) &&
    projects(organization).some((project) =>
      project.permissions?.some(
        (entry) =>
          grantsProjectAdmin(entry) &&
          entry.projectRole !== undefined &&
          roleMembers(project, entry.projectRole).includes(who.account.accountId),
      ),
    ),
  'direct-role': (who) =>
    isStale(who, CONFLUENCE) &&
    who.paths(CONFLUENCE).length === 0 &&
    who.ownRoles.has(`${CONFLUENCE}/user/direct`),
  'direct-beside-group': (who) =>
    isStale(who, JIRA) && who.paths(JIRA).length > 0 && who.ownRoles.has(`${JIRA}/user/direct`),
  'direct-role-active': (who) =>
    isActive(who, JSM) && who.paths(JSM).length === 0 && who.ownRoles.has(`${JSM}/user/direct`),
  'inferred-by-platform-role': (who) =>
    isStale(who, JIRA) && hasPlatformRole(who, 'org-admin') && who.ownRoles.has(`${JIRA}/user/inferred`),
  'inferred-unexplained': (who) =>
    isStale(who, CONFLUENCE) &&
    who.account.platformRoles?.length === 0 &&
    who.ownRoles.has(`${CONFLUENCE}/user/inferred`),
} as const satisfies Record<string, Witness>;

const isActiveAdmin = (who: AccountView): boolean =>
  isActive(who, JIRA) && hasPlatformRole(who, 'site-admin');
const isPersona =
  (name: string, fits: (who: AccountView) => boolean): Witness =>
  (who, { seed }) =>
    seed.personas[name] === who.account.accountId && fits(who);

export const PERSONA_WITNESSES = {
  admin: isPersona('admin', (who) => isActiveAdmin(who) && hasPlatformRole(who, 'org-admin')),
  approver: isPersona('approver', isActiveAdmin),
  'second-admin': isPersona('second-admin', isActiveAdmin),
  'jira-admin': isPersona(
    'jira-admin',
    (who) =>
      isActive(who, JIRA) &&
      who.account.platformRoles?.length === 0 &&
      who.groups.some(({ accessType }) => accessType === 'admin'),
  ),
  auditor: isPersona(
    'auditor',
    (who) => isPlainPerson(who) && !who.groups.some(administers) && isActive(who, JIRA),
  ),
  'identity-owner': isPersona('identity-owner', (who) => isPlainPerson(who) && isActive(who, JIRA)),
  outsider: isPersona(
    'outsider',
    (who) => isPlainPerson(who) && !who.groups.some(administers) && holds(who, JIRA) && isStale(who, JIRA),
  ),
} as const satisfies Record<string, Witness>;
