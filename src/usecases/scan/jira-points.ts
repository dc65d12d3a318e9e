import type { PermissionScheme, ReadProject, Refused } from '../../domain/project-reading';

/**
 * Points that Jira counts for a reading: 1, and 2 for each user, group, role or permission in the answer, 1 for any
 * other object ("Rate limiting", developer.atlassian.com/cloud/jira/platform/rate-limiting).
 */
const PER_REQUEST = 1;
const PER_IDENTITY = 2;
const PER_OTHER = 1;

/** The list of roles, each role with its members, and which scheme the project uses. */
export function pointsOfProject(project: ReadProject | Refused): number {
  if ('why' in project) return PER_REQUEST;
  const roles = project.roles.map(
    ({ groups, accounts }) => PER_REQUEST + PER_IDENTITY * (1 + groups.length + accounts.length),
  );
  return [PER_REQUEST + PER_IDENTITY * roles.length, ...roles, PER_REQUEST + PER_OTHER].reduce(
    (sum, points) => sum + points,
  );
}

export function pointsOfScheme(scheme: PermissionScheme | Refused): number {
  return PER_REQUEST + ('why' in scheme ? 0 : PER_OTHER + PER_IDENTITY * scheme.grants.length);
}
