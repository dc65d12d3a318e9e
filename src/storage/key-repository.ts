import { z } from 'zod';
import type { KeyStore, OrganizationKey } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';

const storing = z.object({
  accountId: z.string(),
  proof: z.string(),
  facts: z.object({
    keyId: z.string(),
    organizationId: z.string(),
    name: z.string(),
    createdBy: z.string().nullable(),
    expiresAt: z.string().nullable(),
    abilities: z.array(
      z.object({
        ability: z.string(),
        works: z.boolean().nullable(),
        without: z.string(),
        note: z.string().default(''),
      }),
    ),
  }),
});
const stored = z.object({
  key: z.string(),
  organizationId: z.string(),
  directoryId: z.string(),
  storing: storing.optional(),
});

/** The organization key as a Forge secret. `readKey` is for the gateways alone. */
export function createKeyStore(
  client: KvsClient,
): KeyStore & { readKey(): Promise<OrganizationKey | undefined> } {
  const read = async (): Promise<z.output<typeof stored> | undefined> => {
    const parsed = stored.safeParse(await client.getSecret(keys.organizationKey));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    readKey: read,
    hasKey: async () => (await read()) !== undefined,
    saveKey: (key, told) => client.setSecret(keys.organizationKey, { ...key, storing: told }),
    findStoring: async () => (await read())?.storing,
    deleteKey: () => client.deleteSecret(keys.organizationKey),
  };
}
