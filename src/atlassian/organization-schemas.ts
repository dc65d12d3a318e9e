import { z } from 'zod';

/**
 * Only what is used of each reply. Fields that tell something of a person or a group may be absent or null
 * (Organizations REST API): absent means unknown. A listing itself may not: without it the reply is malformed,
 * for an empty list would say that there is nothing.
 */

/** A time that can be read; one that cannot must not pass for "never". */
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is no time');

const links = z.object({ next: z.string().nullish() }).nullish();

export const getOrgs = z.object({
  data: z.array(z.object({ id: z.string(), attributes: z.object({ name: z.string().nullish() }).nullish() })),
});

export const getDirectories = z.object({ data: z.array(z.object({ directoryId: z.string() })), links });

export const postWorkspaces = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      attributes: z.object({
        name: z.string().nullish(),
        type: z.string().nullish(),
        typeKey: z.string().nullish(),
        hostUrl: z.string().nullish(),
        sandbox: z.object({ type: z.string().nullish() }).nullish(),
      }),
      relationships: z
        .record(
          z.string(),
          z.array(z.object({ attributes: z.object({ plan: z.string().nullish() }).nullish() })).nullish(),
        )
        .nullish(),
    }),
  ),
  links,
});

export const postGroupsSearch = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullish(),
      externalSynced: z.boolean().nullish(),
      managedBy: z.string().nullish(),
      managementAccess: z.object({ modifiable: z.boolean().nullish() }).nullish(),
      counts: z.object({ resources: z.number().nullish() }).nullish(),
    }),
  ),
  links,
});

export const getGroupRoleAssignments = z.object({
  data: z.array(
    z.object({
      resourceId: z.string(),
      resourceOwner: z.string(),
      roles: z.array(z.string()),
      defaultRole: z.string().nullish(),
    }),
  ),
  links,
});

export const postUsersSearch = z.object({
  data: z.array(
    z.object({
      accountId: z.string(),
      accountType: z.string().nullish(),
      accountStatus: z.string().nullish(),
      membershipStatus: z.string().nullish(),
      claimStatus: z.string().nullish(),
      managementSource: z.string().nullish(),
      addedToOrg: time.nullish(),
      name: z.string().nullish(),
      email: z.string().nullish(),
      platformRoles: z.array(z.string()).nullish(),
      productAccess: z
        .array(
          z.object({
            id: z.string().nullish(),
            key: z.string().nullish(),
            lastActiveTimestamp: time.nullish(),
          }),
        )
        .nullish(),
      groups: z.array(z.object({ id: z.string() })).nullish(),
    }),
  ),
  links,
});

/** The same search without expansions, when only the ids matter. */
export const postUsersSearchIds = z.object({ data: z.array(z.object({ accountId: z.string() })), links });

export const getUsersCount = z.object({ count: z.number().int() });

export const getUserRoleAssignments = z.object({
  data: z.array(
    z.object({
      resourceId: z.string(),
      resourceOwner: z.string(),
      roleAssignments: z.array(z.object({ role: z.string(), roleAssignmentMethods: z.array(z.string()) })),
    }),
  ),
  links,
});

export const getEvents = z.object({
  data: z.array(
    z.object({
      attributes: z.object({
        time,
        action: z.string(),
        actor: z.object({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
        context: z.array(z.object({ id: z.string(), type: z.string().nullish() })).nullish(),
      }),
    }),
  ),
  links,
  meta: z.object({ next: z.string().nullish() }).nullish(),
});

export const getApiTokens = z.array(z.object({ lastAccess: time.nullish() }));
