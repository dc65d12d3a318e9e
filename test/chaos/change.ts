import type { LocalHost } from '../local/host-contract';
import type { Random } from '../local/generate/random';
import type { OrgSeed, ScriptStep } from '../local/organization/seed';

type Untimed<Step> = Step extends unknown ? Omit<Step, 'at'> : never;

/** Something that happens in the organization without the app: a step of a script, or another grant of a group. */
export type Change =
  | Untimed<ScriptStep>
  | ({ readonly do: 'change-grant' } & Parameters<LocalHost['organization']['changeGrant']>[0]);

/** Carries a change out now. */
export function applyChange({ organization }: Pick<LocalHost, 'organization'>, change: Change): void {
  if (change.do === 'change-grant') organization.changeGrant(change);
  else organization.apply({ at: 'PT0S', ...change });
}

/** Provenances as the organization API tells them: a team, a synced group, one that was, a local one, nothing at all. */
const PROVENANCES: readonly Record<string, unknown>[] = [
  { externalSynced: true, managedBy: 'external', managementAccess: { modifiable: false } },
  { externalSynced: true, managedBy: 'admins', managementAccess: { modifiable: true } },
  { managementAccess: { modifiable: false } },
  { externalSynced: false, managedBy: 'team-members', managementAccess: { modifiable: true } },
  { externalSynced: false, managedBy: 'open' },
  { externalSynced: false, managedBy: 'admins', managementAccess: { modifiable: true } },
  { managedBy: 'something-new' },
  {},
];

/** Days without use after which somebody is likely to be under review. */
const STALE_DAYS = 90;
const DAY_MS = 86_400_000;

/** Whom and what changes are about: mostly people who have not worked for long, and their groups. */
export interface Scene {
  readonly idle: readonly string[];
  readonly everybody: readonly string[];
  readonly groups: readonly string[];
  readonly groupsOfIdle: readonly string[];
  readonly adminGroups: readonly string[];
  readonly products: readonly string[];
}

/** What an organization offers to changes. Its personas stay as they are: they play the people of the run. */
export function sceneOf({ accounts, clock, groups, personas, products }: OrgSeed): Scene {
  const cast = new Set(Object.values(personas));
  const since = Date.parse(clock) - STALE_DAYS * DAY_MS;
  const people = accounts.filter((each) => each.accountType === 'atlassian' && !cast.has(each.accountId));
  const idle = people.filter(({ lastActive = {} }) =>
    Object.values(lastActive).every((time) => Date.parse(time) < since),
  );
  return {
    idle: idle.map(({ accountId }) => accountId),
    everybody: people.map(({ accountId }) => accountId),
    groups: groups.map(({ id }) => id),
    groupsOfIdle: [...new Set(idle.flatMap((account) => account.groups))],
    adminGroups: groups.flatMap(({ id, accessType }) => (accessType === undefined ? [] : [id])),
    products: products.map(({ key }) => key),
  };
}

const KINDS: readonly {
  readonly weight: number;
  readonly draw: (scene: Scene, random: Random) => Change;
}[] = [
  {
    weight: 4,
    draw: (scene, random) => ({
      do: 'activity',
      account: somebody(scene, random),
      product: random.pick(scene.products),
    }),
  },
  {
    weight: 5,
    draw: (scene, random) => ({
      do: 'remove-from-group',
      account: somebody(scene, random),
      group: random.pick(scene.groupsOfIdle),
    }),
  },
  {
    weight: 3,
    draw: (scene, random) => ({
      do: 'add-to-group',
      account: somebody(scene, random),
      group: random.pick(random.chance(0.3) ? scene.adminGroups : scene.groups),
    }),
  },
  {
    weight: 3,
    draw: (scene, random) => ({
      do: 'idp-sync',
      group: random.pick(scene.groups),
      add: [somebody(scene, random), somebody(scene, random)],
      remove: [somebody(scene, random), somebody(scene, random)],
    }),
  },
  { weight: 2, draw: (scene, random) => ({ do: 'suspend', account: somebody(scene, random) }) },
  {
    weight: 3,
    draw: (scene, random) => ({
      do: 'make-admin',
      account: somebody(scene, random),
      role: random.pick(['org-admin', 'site-admin', 'user-access-admin'] as const),
    }),
  },
  {
    weight: 5,
    draw: (scene, random) => ({
      do: 'set-provenance',
      group: random.pick(scene.groupsOfIdle),
      provenance: random.pick(PROVENANCES),
    }),
  },
  {
    weight: 4,
    draw: (scene, random) => ({
      do: 'change-grant',
      group: random.pick(scene.groupsOfIdle),
      product: random.pick(scene.products),
      role: random.pick(['user', 'user', 'admin', 'guest'] as const),
      granted: random.chance(0.6),
    }),
  },
];

/** A random change. */
export function drawChange(scene: Scene, random: Random): Change {
  return random.weighted(KINDS).draw(scene, random);
}

function somebody({ idle, everybody }: Scene, random: Random): string {
  return random.pick(random.chance(0.85) ? idle : everybody);
}
