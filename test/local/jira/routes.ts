import { applicationRoleRoutes } from './application-roles';
import type { JiraRoute } from './call';
import { groupMembershipRoutes } from './group-memberships';
import { groupRoutes } from './groups';
import { issueActionRoutes } from './issue-actions';
import { issueCatalogRoutes } from './issue-catalog';
import { issueSearchRoutes } from './issue-search';
import { issueRoutes } from './issues';
import { ownedItemRoutes } from './owned-item-search';
import { permissionSchemeRoutes } from './permission-schemes';
import { permissionRoutes } from './permissions';
import { projectRoleRoutes } from './project-roles';
import { projectRoutes } from './projects';
import { siteRoutes } from './site';
import { userRoutes } from './users';

/** Every endpoint of Jira that the emulated site serves. */
export const jiraRoutes: readonly JiraRoute[] = [
  ...applicationRoleRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...groupMembershipRoutes,
  ...permissionRoutes,
  ...permissionSchemeRoutes,
  ...projectRoutes,
  ...projectRoleRoutes,
  ...siteRoutes,
  ...issueRoutes,
  ...issueActionRoutes,
  ...issueSearchRoutes,
  ...issueCatalogRoutes,
  ...ownedItemRoutes,
];
