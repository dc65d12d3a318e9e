import type { OrgSeed } from '../organization/seed';

/** A person as the page shows them. */
export interface ShownPerson {
  readonly accountId: string;
  readonly name: string;
  readonly email?: string;
  /** What the person may do in Jira and in the organization, in a few words, as the seed says it. */
  readonly rights: string;
}

type Account = OrgSeed['accounts'][number];

const PLATFORM_ROLES: ReadonlyMap<string, string> = new Map([
  ['org-admin', 'organization admin'],
  ['site-admin', 'site admin'],
  ['user-access-admin', 'user access admin'],
]);

/** Looks up and searches the accounts of a seed. */
export class People {
  private readonly byId: ReadonlyMap<string, Account>;
  private readonly adminGroups: ReadonlySet<string>;

  constructor(private readonly seed: OrgSeed) {
    this.byId = new Map(seed.accounts.map((account) => [account.accountId, account]));
    this.adminGroups = adminGroupsOf(seed);
  }

  find(accountId: string): ShownPerson | undefined {
    const account = this.byId.get(accountId);
    return account === undefined ? undefined : this.show(account);
  }

  /** People, not apps, whose name, e-mail or id holds `text`; by name, at most `limit`. */
  search(text: string, limit: number): ShownPerson[] {
    const wanted = text.trim().toLowerCase();
    return this.seed.accounts
      .filter((account) => account.accountType === 'atlassian' && holds(account, wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'))
      .slice(0, limit)
      .map((account) => this.show(account));
  }

  /** The seed's personas by their keys. */
  personas(): (ShownPerson & { key: string })[] {
    return Object.entries(this.seed.personas).flatMap(([key, accountId]) => {
      const person = this.find(accountId);
      return person === undefined ? [] : [{ key, ...person }];
    });
  }

  private show(account: Account): ShownPerson {
    const { accountId, name, email } = account;
    return { accountId, name, ...(email === undefined ? {} : { email }), rights: this.rightsOf(account) };
  }

  private rightsOf(account: Account): string {
    const words = (account.platformRoles ?? []).flatMap((role) => PLATFORM_ROLES.get(role) ?? []);
    if (words.length === 0 && account.groups.some((group) => this.adminGroups.has(group)))
      words.push('Jira admin');
    if (words.length === 0) words.push('no administration');
    const uses = this.productsOf(account);
    words.push(uses.length === 0 ? 'uses no product' : `uses ${uses.join(', ')}`);
    if (account.accountStatus !== 'active' || account.membershipStatus !== 'active') words.push('not active');
    const text = words.join(' · ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  private productsOf(account: Account): string[] {
    const groups = new Set(account.groups);
    return this.seed.products
      .filter((product) => product.grants.some(({ group, role }) => role === 'user' && groups.has(group)))
      .map((product) => product.name);
  }
}

function holds(account: Account, text: string): boolean {
  return [account.name, account.email ?? '', account.accountId].some((field) =>
    field.toLowerCase().includes(text),
  );
}

/** Groups whose members administer Jira (contracts/README.md, "Rights"). */
function adminGroupsOf(seed: OrgSeed): ReadonlySet<string> {
  const byAccessType = seed.groups
    .filter((group) => typeof group.accessType === 'string')
    .map((group) => group.id);
  const byRole = seed.products
    .filter((product) => product.key.startsWith('jira-'))
    .flatMap((product) =>
      product.grants.filter((grant) => grant.role === 'admin').map((grant) => grant.group),
    );
  return new Set([...byAccessType, ...byRole]);
}
