import { AppError, type ErrorCode } from '../lib/app-error';
import type { KeyFacts } from '../domain/organization-state';
import type { OrganizationDirectory } from '../ports/site-directory';

export type KeyAbility = KeyFacts['abilities'][number];

interface Asker {
  readonly accountId: string;
  /** ISO 8601 UTC. */
  readonly now: string;
}

interface Probe {
  readonly ability: string;
  /** Whether no scan with the key ends well without it. */
  readonly needed: boolean;
  /** Which facts are unknown without it, and what can therefore not be done. */
  readonly without: string;
  /** A harmless read. Null when it worked; a phrase when there was nothing to try it on. */
  readonly ask: (directory: OrganizationDirectory, asker: Asker) => Promise<string | null>;
}

/** What scans, removals and their checks read with the key, one for each kind of call (product.md §12). */
const PROBES: readonly Probe[] = [
  {
    ability: 'Read products of the organization',
    needed: true,
    without:
      'Products outside Jira are not seen, so nobody knows what else a removal would end. No scan with the key, no removal.',
    ask: async (directory) => worked(await directory.readWorkspaces()),
  },
  {
    ability: 'Search groups',
    needed: true,
    without:
      'Nobody tells which groups are synced or belong to a team. No scan with the key, and no removal from a group.',
    ask: async (directory) => worked(await directory.readGroups(null)),
  },
  {
    ability: 'Read what groups grant',
    needed: true,
    without:
      'Through which groups a seat bills, and what else hangs on them, is not known. Its seats need facts; nothing may be removed.',
    ask: async (directory) => {
      const [group] = (await directory.readGroups(null)).rows;
      if (group === undefined) return 'the directory has no group to try it on';
      return worked(await directory.readGroupRoles(group.id));
    },
  },
  {
    ability: 'Search users',
    needed: true,
    without:
      'Last use, platform roles and who manages an account are not known. Every seat needs facts; nothing may be removed.',
    ask: async (directory) => worked(await directory.readUsers(null)),
  },
  {
    ability: 'Count users',
    needed: true,
    without: 'Whether a scan has reached everybody is not known, so no scan is complete.',
    ask: async (directory) => worked(await directory.countUsers()),
  },
  {
    ability: 'Search who holds a product',
    needed: true,
    without: 'Seats that no group gives are not found, so no scan is complete.',
    ask: async (directory) => {
      const [workspace] = await directory.readWorkspaces();
      if (workspace === undefined) return 'the organization has no product to try it on';
      return worked(await directory.readSeatHolders(workspace.resource, null));
    },
  },
  {
    ability: 'Read roles of accounts',
    needed: true,
    without:
      'Roles that sit on an account stay unseen. Removals can neither be planned nor verified without them.',
    ask: async (directory, { accountId }) => worked(await directory.readAssignedRoles(accountId)),
  },
  {
    ability: 'Read group events',
    needed: false,
    without:
      'When people were added to groups is not known. A seat that looks unused may be new, so its use is unknown and it needs facts.',
    ask: async (directory, { now }) => worked(await directory.readGroupEvents('added', now, null)),
  },
  {
    ability: 'Read API tokens',
    needed: false,
    without:
      'Whether an account works through API tokens is not known. Such people look idle; each of their seats says that tokens were not checked.',
    ask: async (directory, { accountId }) => {
      const user = await directory.findUser(accountId);
      if (user?.claim !== 'managed') return 'tokens are told of managed accounts only, and yours is none';
      return worked(await directory.readTokenLastUse(accountId));
    },
  },
];

/** Every read as it stands without a key. */
export const NO_KEY: readonly KeyAbility[] = PROBES.map(({ ability, without }) => ({
  ability,
  works: null,
  without,
  note: 'no key is stored',
}));

/** Tries every read, one after the other. A refusal says no; no answer leaves it unknown. */
export async function probeAbilities(directory: OrganizationDirectory, asker: Asker): Promise<KeyAbility[]> {
  const results: KeyAbility[] = [];
  for (const probe of PROBES) results.push(await tried(probe, directory, asker));
  return results;
}

/** The first ability that a scan needs and the key was refused; undefined when there is none. */
export function missingAbility(abilities: readonly KeyAbility[]): string | undefined {
  const refused = abilities.filter(({ works }) => works === false).map(({ ability }) => ability);
  return PROBES.find(({ ability, needed }) => needed && refused.includes(ability))?.ability;
}

const SAYS_NO: readonly ErrorCode[] = ['atlassian.denied', 'atlassian.refused'];

async function tried(
  { ability, without, ask }: Probe,
  directory: OrganizationDirectory,
  asker: Asker,
): Promise<KeyAbility> {
  try {
    const untried = await ask(directory, asker);
    return { ability, works: untried === null ? true : null, without, note: untried ?? '' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ability, works: SAYS_NO.includes(error.code) ? false : null, without, note: error.message };
  }
}

/** Whatever an answer holds, it was given. */
function worked(_answer: unknown): null {
  return null;
}
