import { z } from 'zod';
import type { KeyStore, OrganizationKey } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';

const stored = z.object({ key: z.string(), organizationId: z.string(), directoryId: z.string() });

/** The organization key as a Forge secret. `readKey` is for the gateways alone. */
export function createKeyStore(
  client: KvsClient,
): KeyStore & { readKey(): Promise<OrganizationKey | undefined> } {
  const readKey = async (): Promise<OrganizationKey | undefined> => {
    const parsed = stored.safeParse(await client.getSecret(keys.organizationKey));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    readKey,
    hasKey: async () => (await readKey()) !== undefined,
    saveKey: (key) => client.setSecret(keys.organizationKey, key),
    deleteKey: () => client.deleteSecret(keys.organizationKey),
  };
}
