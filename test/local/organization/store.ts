import type { Account, AccountState, Actor, GrantChange, Group, GroupChange } from './entities';
import type { PendingActivity, PendingResync, Product, Project, RoleHolding } from './entities';
import { History } from './history';
import { Memberships, put } from './memberships';
import { isCounted, SeatCounts } from './seats';
import type { OrgSeed, SeedAccount } from './seed';
import { day, minute, toIso } from './time';
import { toAccount, toGroup, toProduct, toProject, toProjectRoles, toState } from './to-entities';

/** Delays after which changes show; documented or measured by others, and never more than these. */
export const delays = { directory: 2_000, roles: 30_000, activity: day, resync: 40 * minute };

/** Moments at which the different reads see the organization. */
export interface ReadTimes {
  readonly now: number;
  readonly jira: number;
  readonly directory: number;
  readonly roles: number;
  readonly userCount: number;
}

/** The whole organization in memory, indexed by id, group and account; all changes go through here. */
export class OrganizationStore {
  readonly accounts = new Map<string, Account>();
  /** Sorted by code unit, so that a sweep pages without sorting. */
  readonly accountIds: string[] = [];
  readonly groups: ReadonlyMap<string, Group>;
  readonly groupIds: readonly string[];
  readonly groupsByName: ReadonlyMap<string, Group>;
  readonly products: ReadonlyMap<string, Product>;
  readonly productsByResource: ReadonlyMap<string, Product>;
  /** In the order of their ids. */
  readonly projects: readonly Project[];
  readonly projectsByKey: ReadonlyMap<string, Project>;
  /** Sorted by key. */
  readonly projectsInOrder: readonly Project[];
  /** Project roles exist once for the whole site. */
  readonly projectRoles: readonly { id: number; name: string }[];
  readonly memberships: Memberships;
  readonly seats = new SeatCounts();
  readonly formerAccounts = new History<AccountState>();
  readonly formerProvenance = new History<Group['provenance']>();
  readonly changes: GroupChange[] = [];
  pendingActivity: PendingActivity[] = [];
  resyncs: PendingResync[] = [];
  /** Changes of what groups grant, oldest first. */
  readonly grantChanges: GrantChange[] = [];
  /** Accounts that are no longer as the seed says. */
  readonly touched = new Set<string>();
  readonly touchedGroups = new Set<string>();
  /** Grows with every change of accounts or memberships; caches carry the version that they were made from. */
  version = 0;

  constructor(readonly seed: OrgSeed) {
    const groups = seed.groups.map(toGroup);
    const products = seed.products.map((product) => toProduct(product, seed.site.cloudId));
    this.groups = new Map(groups.map((group) => [group.id, group]));
    this.groupIds = groups.map((group) => group.id).sort();
    this.groupsByName = new Map(groups.map((group) => [group.name, group]));
    this.products = new Map(products.map((product) => [product.key, product]));
    this.productsByResource = new Map(products.map((product) => [product.resourceId, product]));
    this.projects = (seed.projects ?? []).map(toProject);
    this.projectsByKey = new Map(this.projects.map((project) => [project.key, project]));
    this.projectsInOrder = [...this.projects].sort((a, b) => (a.key < b.key ? -1 : 1));
    this.projectRoles = toProjectRoles(this.projects);
    this.memberships = new Memberships(this.groupIds);
    const sorted = [...seed.accounts].sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
    for (const account of sorted) this.addAccount(account);
  }

  get jiraProducts(): Product[] {
    return [...this.products.values()].filter((product) => product.jiraFamily);
  }

  /** Adds an account as it stands: no event, no delay. */
  addAccount(identity: SeedAccount): Account {
    const account = toAccount(identity);
    this.accounts.set(account.id, account);
    put(this.accountIds, account.id, true);
    this.memberships.addAccount(account.id, identity.groups);
    for (const product of this.products.values()) {
      if (isCounted(account, product, this.holdings(account, product))) this.seats.start(product.key, 1);
    }
    this.version += 1;
    return account;
  }

  /** Roles of an account on a product at `cutoff`: by group, on the account, and as a guest. */
  holdings(account: Account, product: Product, cutoff = Infinity): RoleHolding[] {
    const held: RoleHolding[] = [];
    for (const groupId of this.memberships.groups(account.id, cutoff)) {
      for (const role of product.rolesByGroup.get(groupId) ?? []) held.push({ role, method: 'group_direct' });
    }
    const { roles, guestOf } = this.accountAt(account, cutoff);
    for (const { product: key, role, method } of roles) {
      if (key === product.key) held.push({ role, method });
    }
    if (guestOf.includes(product.key)) held.push({ role: 'guest', method: 'direct' });
    return held;
  }

  /** An account as it was at `cutoff`. */
  accountAt(account: Account, cutoff: number): Account {
    const former = this.formerAccounts.at(account.id, cutoff);
    return former === undefined ? account : { ...account, ...former };
  }

  /** A group as it was at `cutoff`. */
  groupAt(group: Group, cutoff: number): Group {
    const provenance = this.formerProvenance.at(group.id, cutoff);
    return provenance === undefined ? group : { ...group, provenance };
  }

  /** Changes what an account is; delayed reads go on showing what it was. */
  changeAccount(account: Account, change: Partial<AccountState>, time: number): void {
    this.formerAccounts.keep({ id: account.id, time, state: toState(account) });
    this.mutate(account, time, () => Object.assign(account, change));
  }

  /** Changes what the organization API tells of a group's origin; delayed reads go on showing what it told. */
  changeProvenance(group: Group, provenance: Group['provenance'], time: number): void {
    this.formerProvenance.keep({ id: group.id, time, state: group.provenance });
    group.provenance = provenance;
    this.touchedGroups.add(group.id);
  }

  /**
   * Lets a group grant a role, or no longer, and keeps the seat counts of its members right.
   * Approximate: reads of roles show it at once.
   */
  changeGrant(change: GrantChange, time: number): void {
    const { group, product, role, granted } = change;
    const rolesByGroup = this.products.get(product)?.rolesByGroup;
    if (rolesByGroup === undefined) throw new Error(`The organization has no product ${product}.`);
    const members = this.memberships.members(group).flatMap((id) => this.accounts.get(id) ?? []);
    const before = members.map((account) => this.countedProducts(account));
    const others = (rolesByGroup.get(group) ?? []).filter((held) => held !== role);
    const roles = granted ? [...others, role] : others;
    if (roles.length > 0) rolesByGroup.set(group, roles);
    else rolesByGroup.delete(group);
    this.grantChanges.push(change);
    for (const [index, account] of members.entries()) this.recount(account, before[index] ?? new Set(), time);
    this.version += 1;
  }

  /** Runs a change of one account and keeps the seat counts right. */
  mutate(account: Account, time: number, change: () => void): void {
    const before = this.countedProducts(account);
    change();
    this.recount(account, before, time);
    this.touched.add(account.id);
  }

  private recount(account: Account, before: ReadonlySet<string>, time: number): void {
    const after = this.countedProducts(account);
    for (const key of before) if (!after.has(key)) this.seats.change(time, key, -1);
    for (const key of after) if (!before.has(key)) this.seats.change(time, key, 1);
    this.version += 1;
  }

  /** Puts an account into a group or takes it out, with the event that tells of it. */
  setMembership(
    membership: { account: Account; groupId: string; member: boolean },
    actor: Actor,
    time: number,
  ): void {
    const { account, groupId, member } = membership;
    if (this.memberships.has(account.id, groupId) === member) return;
    const id = this.changes.length + 1;
    const change: GroupChange = { id, time, accountId: account.id, groupId, added: member, actor };
    this.mutate(account, time, () => this.memberships.change(change));
    this.changes.push(change);
  }

  /** Shows activity that has become visible by `time`. */
  showActivity(time: number): void {
    const due = this.pendingActivity.filter((entry) => entry.time + delays.activity <= time);
    if (due.length === 0) return;
    this.pendingActivity = this.pendingActivity.filter((entry) => entry.time + delays.activity > time);
    for (const entry of due) {
      const account = this.accounts.get(entry.accountId);
      if (account === undefined) continue;
      account.lastActive = { ...account.lastActive, [entry.product]: toIso(entry.time) };
      this.touched.add(account.id);
    }
  }

  private countedProducts(account: Account): Set<string> {
    const counted = new Set<string>();
    for (const product of this.products.values()) {
      if (isCounted(account, product, this.holdings(account, product))) counted.add(product.key);
    }
    return counted;
  }
}
