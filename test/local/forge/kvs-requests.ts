import { z } from 'zod';

const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const ttl = z
  .object({ value: z.int().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) })
  .optional();
const getOptions = z.object({ metadataFields }).optional();
const setOptions = z.object({ ttl }).optional();
const key = z.string();
const value = z.unknown().optional();
const entityName = z.string().optional();

/** Bodies that `@forge/kvs` 1.6.5 sends, by the last part of the path. */
export const kvsRequests = {
  get: z.object({ key, options: getOptions }),
  set: z.object({
    key,
    value,
    options: z
      .object({
        ttl,
        keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
        returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
        returnMetadataFields: metadataFields,
      })
      .optional(),
  }),
  delete: z.object({ key }),
  query: z.object({
    limit: z.int().optional(),
    after: z.string().optional(),
    where: z
      .array(z.object({ property: z.string(), condition: z.string(), values: z.array(z.unknown()) }))
      .optional(),
    options: getOptions,
  }),
  batchGet: z.array(z.object({ key, entityName, options: getOptions })),
  batchSet: z.array(z.object({ key, entityName, value, options: setOptions })),
  batchDelete: z.array(z.object({ key, entityName })),
  transaction: z.object({
    set: z.array(z.object({ key, value, entityName, options: setOptions })).optional(),
    delete: z.array(z.object({ key, entityName })).optional(),
    check: z.array(z.object({ key, entityName })).optional(),
  }),
};

export type MetadataField = 'CREATED_AT' | 'UPDATED_AT' | 'EXPIRE_TIME';
export type SetRequest = z.infer<typeof kvsRequests.set>;
export type QueryRequest = z.infer<typeof kvsRequests.query>;
export type TransactionRequest = z.infer<typeof kvsRequests.transaction>;
