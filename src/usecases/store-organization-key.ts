import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import type { OrganizationState } from '../domain/organization-state';
import type { OrganizationDirectory } from '../ports/site-directory';
import { newId } from '../ports/platform';
import type { KeyStore, KeyStoring, OrganizationKey } from '../ports/stores';
import { missingAbility, probeAbilities } from './key-abilities';
import { recordOrganization, type LedgerTools } from './organization-ledger';
import { proveByOrganization } from './prove-site-admin';

export interface KeyTools extends LedgerTools {
  readonly keys: KeyStore;
  readonly findOrganization: (
    key: string,
  ) => Promise<{ organizationId: string; name: string; directoryId: string }>;
  readonly openDirectory: (key: OrganizationKey) => OrganizationDirectory;
}

export interface StoreKey {
  readonly accountId: string;
  readonly key: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
}

/** Stores a key after trying what it can do; the caller must be an administrator in the key's own eyes. */
export async function storeOrganizationKey(command: StoreKey, tools: KeyTools): Promise<OrganizationState> {
  const { organizationId, name, directoryId } = await accepted(() => tools.findOrganization(command.key));
  const key: OrganizationKey = { key: command.key, organizationId, directoryId };
  const directory = tools.openDirectory(key);
  const proof = await accepted(() => proveByOrganization(command.accountId, directory));
  if (proof === null)
    throw new AppError(
      'access.denied',
      'Only an administrator of the organization or the site may store its key.',
    );
  const { accountId } = command;
  const abilities = await probeAbilities(directory, { accountId, now: toIso(tools.platform.now()) });
  const missing = missingAbility(abilities);
  if (missing !== undefined)
    throw new AppError(
      'key.refused',
      `This key cannot do what a scan needs (“${missing}”). Create a key without scopes and store that one.`,
    );
  const { createdBy, expiresAt } = command;
  const keyId = newId(tools.platform, 'key');
  const facts = { keyId, organizationId, name, createdBy, expiresAt, abilities };
  await tools.keys.saveKey(key, { accountId, proof, facts });
  return tellKey({ accountId, proof, facts }, tools);
}

/** Tells of a key that was stored when a crash came before its record. */
export async function tellUntoldKey(tools: LedgerTools & { readonly keys: KeyStore }): Promise<void> {
  const storing = await tools.keys.findStoring();
  if (storing !== undefined) await tellKey(storing, tools);
}

function tellKey({ accountId, proof, facts }: KeyStoring, tools: LedgerTools): Promise<OrganizationState> {
  const actor: Actor = { accountId, role: 'site-admin', proof };
  return recordOrganization(tools, actor, ({ key }) =>
    key?.keyId === facts.keyId ? null : { kind: 'key-stored', key: facts },
  );
}

/**
 * Tries again what the stored key can do, and records it.
 * @throws AppError `key.missing` when none is stored
 */
export async function checkOrganizationKey(
  actor: Actor,
  tools: LedgerTools & { readonly organization: OrganizationDirectory | null },
): Promise<OrganizationState> {
  if (tools.organization === null) throw new AppError('key.missing', 'No organization key is stored.');
  const now = toIso(tools.platform.now());
  const abilities = await probeAbilities(tools.organization, { accountId: actor.accountId ?? '', now });
  return recordOrganization(tools, actor, ({ key }) =>
    key === null ? null : { kind: 'key-checked', abilities },
  );
}

export async function removeOrganizationKey(
  reason: string,
  actor: Actor,
  tools: LedgerTools & { keys: KeyStore },
): Promise<OrganizationState> {
  await tools.keys.deleteKey();
  return recordOrganization(tools, actor, ({ key }) =>
    key === null ? null : { kind: 'key-removed', reason },
  );
}

/** What a wrong key meets is said of the key, not of Atlassian. */
async function accepted<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (
      error instanceof AppError &&
      (error.code === 'atlassian.denied' || error.code === 'atlassian.refused')
    )
      throw new AppError(
        'key.refused',
        'Atlassian does not accept this key, or the key lacks rights. Create a key without scopes.',
        { cause: error },
      );
    throw error;
  }
}
