import { z } from 'zod';
import { parseDuration, parseInstant } from './time';

/** Date and time, as JSON Schema's `date-time`. */
const instant = z
  .string()
  .refine((text) => text.includes('T') && parseInstant(text) !== undefined, 'is no ISO 8601 date and time');
/** Expiry dates may also be given as a day. */
const dayOrInstant = z.string().refine((text) => parseInstant(text) !== undefined, 'is no ISO 8601 date');
const duration = z.string().refine((text) => parseDuration(text) !== undefined, 'is no ISO 8601 duration');

export const roleSchema = z.enum([
  'user',
  'admin',
  'guest',
  'customer',
  'contributor',
  'basic',
  'stakeholder',
  'user-access-admin',
]);

const productSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  numberOfSeats: z.int().optional(),
  userCountOverride: z.int().optional(),
  defaultGroups: z.array(z.string()),
  grants: z.array(z.strictObject({ group: z.string(), role: roleSchema })),
  plan: z.enum(['PAID', 'FREE', 'TRIAL', 'UNLICENSED']).optional(),
  countsAdminOnly: z.boolean().optional(),
  countsInferred: z.boolean().optional(),
});

const managementAccessSchema = z.strictObject({
  readable: z.boolean().nullable().optional(),
  modifiable: z.boolean().nullable().optional(),
  deletable: z.boolean().nullable().optional(),
});

const groupSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  description: z.string().optional(),
  accessType: z.enum(['admin', 'site-admin']).optional(),
  provenance: z.strictObject({
    externalSynced: z.boolean().nullable().optional(),
    managedBy: z.string().nullable().optional(),
    managementAccess: managementAccessSchema.nullable().optional(),
  }),
});

export const accountRoleSchema = z.strictObject({
  product: z.string(),
  role: roleSchema,
  method: z.enum(['direct', 'inferred']),
});

export const accountStatusSchema = z.enum(['active', 'inactive', 'closed']);
export const membershipStatusSchema = z.enum(['active', 'suspended', 'no_membership']);

const accountSchema = z.strictObject({
  accountId: z.string().min(1),
  name: z.string(),
  email: z.string().optional(),
  accountType: z.string(),
  appType: z.enum(['service', 'agent', 'unknown']).optional(),
  guestOf: z.array(z.string()).optional(),
  accountStatus: accountStatusSchema,
  membershipStatus: membershipStatusSchema,
  claimStatus: z.enum(['managed', 'unmanaged']).optional(),
  managementSource: z.enum(['invited', 'synced']).nullable().optional(),
  addedToOrg: instant.nullable().optional(),
  lastActive: z.record(z.string(), instant).optional(),
  platformRoles: z.array(z.string()).optional(),
  groups: z.array(z.string()),
  roles: z.array(accountRoleSchema).optional(),
  joined: z.record(z.string(), instant).optional(),
  tokenLastUsed: instant.optional(),
  openIssues: z.int().optional(),
});

const projectSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  lead: z.string().optional(),
  roles: z
    .array(
      z.strictObject({
        name: z.string(),
        accounts: z.array(z.string()).optional(),
        groups: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  permissions: z
    .array(
      z.strictObject({
        permission: z.string(),
        group: z.string().optional(),
        account: z.string().optional(),
        projectRole: z.string().optional(),
      }),
    )
    .optional(),
});

export const scriptStepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    at: duration,
    do: z.literal('idp-sync'),
    group: z.string(),
    add: z.array(z.string()),
    remove: z.array(z.string()),
  }),
  z.strictObject({ at: duration, do: z.literal('activity'), account: z.string(), product: z.string() }),
  z.strictObject({ at: duration, do: z.literal('add-to-group'), group: z.string(), account: z.string() }),
  z.strictObject({
    at: duration,
    do: z.literal('remove-from-group'),
    group: z.string(),
    account: z.string(),
  }),
  z.strictObject({ at: duration, do: z.literal('suspend'), account: z.string() }),
  z.strictObject({
    at: duration,
    do: z.literal('make-admin'),
    account: z.string(),
    role: z.enum(['org-admin', 'site-admin', 'user-access-admin']),
  }),
  z.strictObject({
    at: duration,
    do: z.literal('set-provenance'),
    group: z.string(),
    provenance: z.record(z.string(), z.unknown()),
  }),
]);

const matchSchema = z
  .strictObject({
    account: z.string().optional(),
    group: z.string().optional(),
    emailDomain: z.string().optional(),
    namePattern: z.string().optional(),
  })
  .refine((match) => Object.keys(match).length === 1, 'must have exactly one property');

const policySchema = z.strictObject({
  thresholdDays: z.int().optional(),
  newDays: z.int().optional(),
  words: z.array(z.string()).optional(),
  technical: z.array(z.string()).optional(),
  unmanaged: z.enum(['ask-business', 'local']).optional(),
  jsmOnCall: z.enum(['yes', 'no', 'unanswered']).optional(),
  exemptions: z
    .array(
      z.strictObject({
        match: matchSchema,
        product: z.string().optional(),
        expires: dayOrInstant,
        reason: z.string(),
        owner: z.string(),
        control: z.string().optional(),
      }),
    )
    .optional(),
});

export const seedSchema = z.strictObject({
  format: z.literal('seattrace-org-seed/1'),
  clock: instant,
  org: z.strictObject({ id: z.string(), name: z.string(), directoryId: z.string() }),
  site: z.strictObject({ cloudId: z.string(), url: z.string() }),
  products: z.array(productSchema),
  groups: z.array(groupSchema),
  accounts: z.array(accountSchema),
  projects: z.array(projectSchema).optional(),
  personas: z.record(z.string(), z.string()),
  script: z.array(scriptStepSchema).optional(),
  otherSites: z.array(z.string()).optional(),
  orgKey: z
    .strictObject({
      createdBy: z.string().optional(),
      scoped: z.boolean().optional(),
      expiresAt: dayOrInstant.optional(),
    })
    .optional(),
  policy: policySchema.optional(),
  behaviour: z
    .strictObject({
      syncedRefusal: z.enum(['403', '400', '204-resync']).optional(),
      orgListsApps: z.boolean().optional(),
      userCountLagSeconds: z.int().optional(),
      events: z.boolean().optional(),
    })
    .optional(),
});
