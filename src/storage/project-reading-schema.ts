import { z } from 'zod';
import type { ProjectReading } from '../domain/project-reading';

const groupRef = z.object({ id: z.string().nullable(), name: z.string().nullable() });
const refused = z.array(z.object({ name: z.string(), why: z.string() }));

const holder = z.discriminatedUnion('type', [
  z.object({ type: z.literal('group'), group: groupRef }),
  z.object({ type: z.literal('role'), roleId: z.string() }),
  z.object({ type: z.literal('account'), accountId: z.string() }),
  z.object({ type: z.literal('lead') }),
  z.object({ type: z.literal('product'), product: z.string().nullable() }),
  z.object({ type: z.literal('anyone') }),
  z.object({ type: z.literal('other') }),
]);

const role = z.object({
  id: z.string(),
  name: z.string(),
  groups: z.array(groupRef),
  accounts: z.array(z.string()),
});

const change = z.object({
  group: groupRef,
  change: z.enum(['added', 'gone']),
  kind: z.enum(['role', 'permission']),
  name: z.string(),
  project: z.string(),
});

/** What a full project scan read, as it is stored beside its snapshot. */
export const projectReading = z.object({
  readAt: z.string(),
  projects: z.array(
    z.object({ key: z.string(), lead: z.string().nullable(), schemeId: z.string(), roles: z.array(role) }),
  ),
  schemes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      grants: z.array(z.object({ permission: z.string(), holder })),
    }),
  ),
  refusedProjects: refused,
  refusedSchemes: refused,
  since: z.object({ readAt: z.string(), changes: z.array(change) }).nullable(),
}) satisfies z.ZodType<ProjectReading>;
