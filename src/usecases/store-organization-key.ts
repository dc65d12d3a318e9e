import { AppError } from '../lib/app-error';
import { toIso } from '../lib/duration';
import type { Actor } from '../domain/evidence/record';
import type { KeyFacts, OrganizationState } from '../domain/organization-state';
import type { OrganizationDirectory } from '../ports/site-directory';
import type { KeyStore, OrganizationKey } from '../ports/stores';
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

/** Abilities that a scan cannot do without, and what it costs to lack each of the others (product.md §12). */
const ABILITIES: readonly {
  readonly ability: string;
  readonly needed: boolean;
  readonly without: string;
  readonly probe: (directory: OrganizationDirectory, accountId: string, now: string) => Promise<unknown>;
}[] = [
  {
    ability: 'Read products of the organization',
    needed: true,
    without: 'no product outside Jira is seen',
    probe: (d) => d.readWorkspaces(),
  },
  {
    ability: 'Search groups',
    needed: true,
    without: 'nobody can tell which groups are synced',
    probe: (d) => d.readGroups(null),
  },
  {
    ability: 'Search users',
    needed: true,
    without: 'last use, claim and platform roles stay unknown',
    probe: (d) => d.readUsers(null),
  },
  {
    ability: 'Read roles of accounts',
    needed: true,
    without: 'direct roles stay unseen and removals cannot be verified',
    probe: (d, id) => d.readAssignedRoles(id),
  },
  {
    ability: 'Read group events',
    needed: false,
    without: 'a seat granted yesterday to an old account looks old',
    probe: (d, _, now) => d.readGroupAdditions(now, null),
  },
  {
    ability: 'Read API tokens',
    needed: false,
    without: 'people who work through API tokens alone look idle',
    probe: (d, id) => d.readTokenLastUse(id),
  },
];

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
  const abilities = await probe(directory, command.accountId, toIso(tools.platform.now()));
  const missing = ABILITIES.find(
    ({ ability, needed }) => needed && !abilities.some((each) => each.ability === ability && each.works),
  );
  if (missing !== undefined)
    throw new AppError(
      'key.refused',
      `This key cannot do what a scan needs (“${missing.ability}”). Create a key without scopes and store that one.`,
    );
  await tools.keys.saveKey(key);
  const actor: Actor = { accountId: command.accountId, role: 'site-admin', proof };
  return recordOrganization(tools, actor, () => ({
    kind: 'key-stored',
    key: { organizationId, name, createdBy: command.createdBy, expiresAt: command.expiresAt, abilities },
  }));
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

async function probe(
  directory: OrganizationDirectory,
  accountId: string,
  now: string,
): Promise<KeyFacts['abilities']> {
  const results: KeyFacts['abilities'][number][] = [];
  for (const { ability, without, probe: ask } of ABILITIES) {
    const works = await ask(directory, accountId, now).then(
      () => true,
      () => false,
    );
    results.push({ ability, works, without });
  }
  return results;
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
