import type { OrgSeed, SeedAccount, SeedGroup } from '../../local/organization/seed';

const DAY = 86_400_000;

/** A group as the seed describes it, with what it grants. */
export interface GroupView extends SeedGroup {
  /** `product/role` of each grant. */
  readonly grants: ReadonlySet<string>;
  readonly defaultOf: ReadonlySet<string>;
}

/** One account as the seed describes it; nothing here comes from the generator's tables. */
export interface AccountView {
  readonly account: SeedAccount;
  readonly groups: readonly GroupView[];
  /** Groups that give a billable role on the product. */
  readonly paths: (product: string) => readonly GroupView[];
  /** Roles on the account, as `product/role/method`. */
  readonly ownRoles: ReadonlySet<string>;
  /** Days since the product was last used; undefined when it never was. */
  readonly idle: (product: string) => number | undefined;
  /** Days since the account came to the organization; null when the seed says so. */
  readonly added: number | null;
  /** Days since the newest told join of a granting group of the product; undefined when none is told. */
  readonly joined: (product: string) => number | undefined;
  readonly tokenIdle: number | undefined;
  /** Products on which the account holds a billable role, by product.md §3 S1 to S3. */
  readonly seats: readonly string[];
}

/** The organization, read the way the rules speak of it. */
export class OrganizationReader {
  readonly groups: readonly GroupView[];
  readonly accounts: readonly AccountView[];
  private readonly clock: number;

  constructor(readonly seed: OrgSeed) {
    this.clock = Date.parse(seed.clock);
    const grants = new Map(seed.groups.map(({ id }) => [id, new Set<string>()]));
    const defaults = new Map(seed.groups.map(({ id }) => [id, new Set<string>()]));
    for (const product of seed.products) {
      for (const { group, role } of product.grants) grants.get(group)?.add(`${product.key}/${role}`);
      for (const group of product.defaultGroups) defaults.get(group)?.add(product.key);
    }
    this.groups = seed.groups.map((group) => ({
      ...group,
      grants: grants.get(group.id) ?? new Set(),
      defaultOf: defaults.get(group.id) ?? new Set(),
    }));
    const byId = new Map(this.groups.map((group) => [group.id, group]));
    this.accounts = seed.accounts.map((account) => this.view(account, byId));
  }

  find(accountId: string | undefined): AccountView {
    const found = this.accounts.find(({ account }) => account.accountId === accountId);
    if (found === undefined) throw new Error(`no account ${String(accountId)}`);
    return found;
  }

  membersOf(groupId: string): AccountView[] {
    return this.accounts.filter(({ groups }) => groups.some(({ id }) => id === groupId));
  }

  private view(account: SeedAccount, byId: ReadonlyMap<string, GroupView>): AccountView {
    const groups = account.groups.flatMap((id) => byId.get(id) ?? []);
    const paths = (product: string): GroupView[] =>
      groups.filter(
        ({ grants }) =>
          grants.has(`${product}/user`) || (grants.has(`${product}/admin`) && product !== 'jira-core'),
      );
    const ownRoles = new Set((account.roles ?? []).map((own) => `${own.product}/${own.role}/${own.method}`));
    const joins = (product: string): number[] =>
      paths(product).flatMap(({ id }) => this.daysSince(account.joined?.[id]) ?? []);
    return {
      account,
      groups,
      paths,
      ownRoles,
      idle: (product) => this.daysSince(account.lastActive?.[product]),
      added: this.daysSince(account.addedToOrg ?? undefined) ?? null,
      joined: (product) => (joins(product).length === 0 ? undefined : Math.min(...joins(product))),
      tokenIdle: this.daysSince(account.tokenLastUsed),
      seats: this.seatsOf(account, paths),
    };
  }

  private seatsOf(account: SeedAccount, paths: (product: string) => readonly GroupView[]): string[] {
    const bills =
      account.accountType === 'atlassian' &&
      account.accountStatus === 'active' &&
      account.membershipStatus === 'active';
    if (!bills) return [];
    const held = this.seed.products
      // A free plan and a product that nobody knows are listed, not counted.
      .filter(({ key, plan }) => plan === 'PAID' && key !== 'studio-labs')
      .map(({ key }) => key)
      .filter(
        (key) =>
          paths(key).length > 0 ||
          (account.roles ?? []).some(
            ({ product, role }) => product === key && ['user', 'admin'].includes(role),
          ),
      );
    const otherJira = held.some((key) => key.startsWith('jira-') && key !== 'jira-core');
    return held.filter((key) => key !== 'jira-core' || !otherJira).sort();
  }

  private daysSince(time: string | undefined): number | undefined {
    return time === undefined ? undefined : (this.clock - Date.parse(time)) / DAY;
  }
}
