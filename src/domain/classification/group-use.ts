import type { GroupFacts } from '../group';
import { isJiraFamily } from '../product';
import type { GroupRef, Holder, PermissionScheme, ProjectReading, ReadProject } from '../project-reading';

/** Jira's permission to administer a project. */
const ADMINISTER = 'ADMINISTER_PROJECTS';

export type PlaceKind = 'role' | 'permission' | 'administration';

/** One thing that somebody may hold in one project, and everything that gives it. */
export interface Place {
  readonly kind: PlaceKind;
  /** The role's name or the permission's key. */
  readonly name: string;
  /** Name of the permission scheme; null for a role. */
  readonly scheme: string | null;
  readonly project: ReadProject;
  readonly holders: readonly Holder[];
}

/** What of an account matters for places. */
export interface Member {
  readonly accountId: string;
  readonly groups: readonly Pick<GroupFacts, 'id' | 'name'>[];
  /** Keys of the products that it has access to. */
  readonly products: ReadonlySet<string>;
}

/** One way to a place: through a role or not, and who is meant there. */
export interface Way {
  readonly role: string | null;
  readonly by: 'group' | 'account' | 'lead' | 'product' | 'anyone';
  readonly group: GroupRef | null;
}

/** Where groups are used, looked up once for a reading. */
export interface UseIndex {
  readonly reading: ProjectReading;
  /** Administration of every project, whoever gives it. */
  readonly administration: readonly Place[];
  /** Places where Jira tells neither id nor name of a group: nobody can say which it is. */
  readonly unnamed: number;
  /** Places that name the group: exactly its id, or exactly its name where Jira tells no id. */
  places(group: Pick<GroupFacts, 'id' | 'name'>): readonly Place[];
}

export function indexUse(reading: ProjectReading): UseIndex {
  const schemes = new Map(reading.schemes.map((scheme) => [scheme.id, scheme]));
  const byId = new Map<string, Place[]>();
  const byName = new Map<string, Place[]>();
  const administration: Place[] = [];
  let unnamed = 0;
  for (const project of reading.projects) {
    const places = [...roles(project), ...permissions(project, schemes.get(project.schemeId))];
    administration.push(...places.filter(({ kind }) => kind === 'administration'));
    for (const place of places)
      for (const ref of groupsNamedIn(place)) {
        if (ref.id !== null) note(byId, ref.id, place);
        else if (ref.name !== null) note(byName, ref.name, place);
        else unnamed += 1;
      }
  }
  return {
    reading,
    administration,
    unnamed,
    places: ({ id, name }) => [...new Set([...(byId.get(id) ?? []), ...(byName.get(name) ?? [])])],
  };
}

/** Whether the reference means this group; without an id only the very same name does. */
export function isSameGroup({ id, name }: GroupRef, group: Pick<GroupFacts, 'id' | 'name'>): boolean {
  return id === null ? name === group.name : id === group.id;
}

/** Groups that a place names, through its roles as well. */
export function groupsNamedIn({ project, holders }: Place): GroupRef[] {
  return holders.flatMap((holder) => {
    if (holder.type === 'group') return [holder.group];
    return holder.type === 'role' ? (roleOf(project, holder.roleId)?.groups ?? []) : [];
  });
}

/** Accounts that a place names, in its roles or as the lead as well. */
export function accountsNamedIn({ project, holders }: Place): ReadonlySet<string> {
  return new Set(
    holders.flatMap((holder) => {
      if (holder.type === 'account') return [holder.accountId];
      if (holder.type === 'lead') return project.lead ?? [];
      return holder.type === 'role' ? (roleOf(project, holder.roleId)?.accounts ?? []) : [];
    }),
  );
}

/** Every way by which the account holds the place; none means that it does not. */
export function waysTo({ project, holders }: Place, account: Member): Way[] {
  return holders.flatMap((holder): Way[] => {
    switch (holder.type) {
      case 'group':
        return waysOfGroups([holder.group], account, null);
      case 'role': {
        const role = roleOf(project, holder.roleId);
        if (role === undefined) return [];
        const own: Way[] = role.accounts.includes(account.accountId)
          ? [{ role: role.name, by: 'account', group: null }]
          : [];
        return [...own, ...waysOfGroups(role.groups, account, role.name)];
      }
      case 'account':
        return holder.accountId === account.accountId ? [{ role: null, by: 'account', group: null }] : [];
      case 'lead':
        return project.lead === account.accountId ? [{ role: null, by: 'lead', group: null }] : [];
      case 'product':
        return hasAccess(account, holder.product) ? [{ role: null, by: 'product', group: null }] : [];
      case 'anyone':
        return [{ role: null, by: 'anyone', group: null }];
      case 'other':
        return [];
    }
  });
}

function roles(project: ReadProject): Place[] {
  return project.roles.map(({ id, name }) => ({
    kind: 'role',
    name,
    scheme: null,
    project,
    holders: [{ type: 'role', roleId: id }],
  }));
}

/** Permissions that a scheme gives to a group itself, and administration whoever it is given to. */
function permissions(project: ReadProject, scheme: PermissionScheme | undefined): Place[] {
  if (scheme === undefined) return [];
  return [...holdersByPermission(scheme)].flatMap(([permission, holders]): Place[] => {
    const kind = permission === ADMINISTER ? 'administration' : 'permission';
    if (kind === 'permission' && !holders.some(({ type }) => type === 'group')) return [];
    return [{ kind, name: permission, scheme: scheme.name, project, holders }];
  });
}

const holdersOf = new WeakMap<PermissionScheme, ReadonlyMap<string, readonly Holder[]>>();

/** Many projects share one scheme. */
function holdersByPermission(scheme: PermissionScheme): ReadonlyMap<string, readonly Holder[]> {
  const known = holdersOf.get(scheme);
  if (known !== undefined) return known;
  const made = new Map<string, Holder[]>();
  for (const { permission, holder } of scheme.grants) note(made, permission, holder);
  holdersOf.set(scheme, made);
  return made;
}

function roleOf({ roles: own }: ReadProject, roleId: string): ReadProject['roles'][number] | undefined {
  return own.find(({ id }) => id === roleId);
}

function waysOfGroups(refs: readonly GroupRef[], { groups }: Member, role: string | null): Way[] {
  return refs
    .filter((ref) => groups.some((group) => isSameGroup(ref, group)))
    .map((group) => ({ role, by: 'group', group }));
}

function hasAccess({ products }: Member, product: string | null): boolean {
  return product === null ? [...products].some(isJiraFamily) : products.has(product);
}

function note<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
