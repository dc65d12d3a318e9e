import { accountRoutes } from './accounts';
import type { AdminRoute } from './call';
import { eventRoutes } from './events';
import { groupRoutes } from './groups';
import { membershipRoutes } from './memberships';
import { organizationRoutes } from './organizations';
import { roleAssignmentRoutes } from './role-assignments';
import { roleRevokeRoutes } from './roles-revoke';
import { userRoutes } from './users';
import { workspaceRoutes } from './workspaces';

/** Every endpoint of the organization and user management APIs that is emulated. */
export const adminRoutes: readonly AdminRoute[] = [
  ...organizationRoutes,
  ...workspaceRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...roleAssignmentRoutes,
  ...membershipRoutes,
  ...roleRevokeRoutes,
  ...accountRoutes,
  ...eventRoutes,
];
