import { indexUse, type UseIndex } from '../../src/domain/classification/group-use';
import type {
  GroupRef,
  Holder,
  PermissionScheme,
  ProjectReading,
  ProjectRole,
  ReadProject,
} from '../../src/domain/project-reading';
import { TAKEN_AT } from './times';

/** A group as Jira names it nowadays: by its id. */
export function byId(id: string, name = id): GroupRef {
  return { id, name };
}

/** A group as Jira names it where it tells no id. */
export function byName(name: string): GroupRef {
  return { id: null, name };
}

/** A role with these groups and accounts in it; its id is its name. */
export function aRole(
  name: string,
  groups: readonly GroupRef[],
  accounts: readonly string[] = [],
): ProjectRole {
  return { id: name, name, groups, accounts };
}

/** A project that uses the default scheme and is led by nobody who matters. */
export function aReadProject(key: string, overrides: Partial<Omit<ReadProject, 'key'>> = {}): ReadProject {
  return { key, lead: 'the-lead', schemeId: 'default', roles: [], ...overrides };
}

export function aGroupHolder(group: GroupRef): Holder {
  return { type: 'group', group };
}

/** Permissions by whom they are given to. */
export function aScheme(
  id: string,
  ...grants: readonly (readonly [permission: string, holder: Holder])[]
): PermissionScheme {
  return { id, name: id, grants: grants.map(([permission, holder]) => ({ permission, holder })) };
}

/** As new sites have it: the role Administrators administers, and everybody in Jira browses. */
export const DEFAULT_SCHEME = aScheme(
  'default',
  ['ADMINISTER_PROJECTS', { type: 'role', roleId: 'Administrators' }],
  ['BROWSE_PROJECTS', { type: 'product', product: null }],
);

/** A whole reading of these projects; the first one, so that nothing is compared. */
export function aProjectReading(overrides: Partial<ProjectReading> = {}): ProjectReading {
  return {
    readAt: TAKEN_AT,
    projects: [],
    schemes: [DEFAULT_SCHEME],
    refusedProjects: [],
    refusedSchemes: [],
    since: null,
    ...overrides,
  };
}

export function aUse(projects: readonly ReadProject[], overrides: Partial<ProjectReading> = {}): UseIndex {
  return indexUse(aProjectReading({ projects, ...overrides }));
}
