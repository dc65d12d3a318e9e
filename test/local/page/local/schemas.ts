import { z } from 'zod';

/** Replies of `/__local/…`: see the route table of the server, which `GET /__local` prints. */
export const personSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string().optional(),
  rights: z.string(),
});
export type Person = z.infer<typeof personSchema>;

export const peopleSchema = z.object({ people: z.array(personSchema) });

export const moduleSchema = z.object({
  key: z.string(),
  title: z.string(),
  place: z.enum(['admin', 'configure', 'get-started', 'global']),
});
export type PageModule = z.infer<typeof moduleSchema>;

export const personaSchema = personSchema.extend({ key: z.string() });
export type Persona = z.infer<typeof personaSchema>;

export const clockSchema = z.object({ now: z.string() });

export const stateSchema = z.object({
  app: z.object({ name: z.string() }),
  organization: z.object({ name: z.string(), siteUrl: z.string() }),
  seed: z.string(),
  clock: clockSchema,
  modules: z.array(moduleSchema).min(1),
  triggers: z.array(z.object({ key: z.string(), interval: z.string() })),
  personas: z.array(personaSchema).min(1),
});
export type LocalState = z.infer<typeof stateSchema>;

export const callSchema = z.object({
  n: z.number(),
  at: z.string(),
  invocation: z.string().nullish(),
  as: z.string(),
  target: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly()])).nullish(),
  body: z.unknown().optional(),
  status: z.number().nullable(),
  points: z.number(),
  fault: z.string().nullish(),
});
export type Call = z.infer<typeof callSchema>;

export const callsSchema = z.object({
  calls: z.array(callSchema),
  last: z.number(),
  total: z.number(),
  points: z.number(),
  clock: clockSchema,
});
export type Calls = z.infer<typeof callsSchema>;
export const invokedSchema = z.object({ result: z.unknown().optional() });
export const faultsSchema = z.object({ faults: z.array(z.unknown()) });
export const inspectedSchema = z.object({
  total: z.number(),
  offset: z.number(),
  limit: z.number(),
  items: z.array(z.unknown()),
  points: z.number().optional(),
});
export type Inspected = z.infer<typeof inspectedSchema>;

export const failureSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
