import { z } from 'zod';

/** Only what is used of each reply; enumerations are open. One schema per endpoint, named by method and path. */

const groupRef = z.object({ groupId: z.string(), name: z.string().nullish() });

export const getServerInfo = z.object({ baseUrl: z.string() });

export const getApplicationRole = z.array(
  z.object({
    key: z.string(),
    name: z.string().nullish(),
    groupDetails: z.array(groupRef),
    defaultGroupsDetails: z.array(groupRef).nullish(),
    userCount: z.number().int().nullish(),
  }),
);

export const getInstanceLicense = z.object({
  applications: z.array(z.object({ id: z.string(), plan: z.string().nullish() })),
});

export const getGroupBulk = z.object({
  isLast: z.boolean().nullish(),
  startAt: z.number().nullish(),
  values: z.array(groupRef),
});

export const getGroupMember = z.object({
  isLast: z.boolean().nullish(),
  startAt: z.number().nullish(),
  total: z.number().nullish(),
  values: z.array(
    z.object({
      accountId: z.string(),
      accountType: z.string().nullish(),
      active: z.boolean(),
      displayName: z.string().nullish(),
      emailAddress: z.string().nullish(),
    }),
  ),
});

export const getProjectSearch = z.object({
  isLast: z.boolean().nullish(),
  startAt: z.number().nullish(),
  total: z.number().int().nullish(),
  values: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      lead: z.object({ accountId: z.string().nullish() }).nullish(),
    }),
  ),
});

export const postPermissionsCheckGlobal = z.object({ globalPermissions: z.array(z.string()) });

export const postPermissionsCheckProjects = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), projects: z.array(z.number()) })),
});

export const getUserBulk = z.object({
  values: z.array(
    z.object({
      accountId: z.string(),
      accountType: z.string().nullish(),
      appType: z.string().nullish(),
      guest: z.boolean().nullish(),
    }),
  ),
});

export const getUser = z.object({
  accountId: z.string(),
  accountType: z.string().nullish(),
  active: z.boolean(),
  displayName: z.string().nullish(),
  emailAddress: z.string().nullish(),
  applicationRoles: z.object({ size: z.number(), items: z.array(z.object({ key: z.string() })) }).nullish(),
});

const auditItem = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  typeName: z.string().nullish(),
});

export const auditRecord = z.object({
  summary: z.string().nullish(),
  created: z.string().nullish(),
  /** Named by the documentation in place of the key, and shown in its example. */
  authorAccountId: z.string().nullish(),
  authorKey: z.string().nullish(),
  objectItem: auditItem.nullish(),
  associatedItems: z.array(auditItem).nullish(),
});

export const getAuditingRecord = z.object({ records: z.array(auditRecord) });

export const postIssue = z.object({ key: z.string() });

export const getSearchJql = z.object({ issues: z.array(z.object({ key: z.string() })) });

/** A number that is left out is not nought: the answer is refused. */
const atLeast = z.number().int().min(0);

export const postSearchApproximateCount = z.object({ count: atLeast });

export const getFilterSearch = z.object({ total: atLeast });

export const getDashboardSearch = z.object({ total: atLeast });

export const getUserGroups = z.array(groupRef);

export const getMyPermissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean().nullish() })),
});

/** Role name → address that ends in the role's id. */
export const getProjectRoles = z.record(z.string(), z.string());

export const getProjectRole = z.object({
  actors: z
    .array(
      z.object({
        actorUser: z.object({ accountId: z.string().nullish() }).nullish(),
        actorGroup: z.object({ groupId: z.string().nullish(), name: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});

export const getProjectPermissionScheme = z.object({ id: z.number().int() });

export const getPermissionScheme = z.object({
  id: z.number().int(),
  name: z.string(),
  permissions: z.array(
    z.object({
      permission: z.string(),
      holder: z.object({
        type: z.string(),
        parameter: z.string().nullish(),
        value: z.string().nullish(),
      }),
    }),
  ),
});
