import { createHash } from 'node:crypto';
import type { JiraRights } from './rights';
import { isActive } from './seats';
import type { OrgSeed } from './seed';
import type { OrganizationStore } from './store';
import { minute } from './time';

/** A UUID-shaped id that is always the same for the same text. */
export function stableId(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** The app's own account: one more member of the default and admin groups, whose rights come late after install. */
export class AppUser {
  readonly accountId: string;
  installedAt: number | undefined;
  /** Measured by others: rights arrive within about two minutes after the install. */
  rightsDelay = 2 * minute;

  constructor(
    seed: OrgSeed,
    appId: string,
    private readonly store: OrganizationStore,
    private readonly rights: JiraRights,
  ) {
    this.accountId = `712020:${stableId(seed.org.id, seed.site.cloudId, appId)}`;
  }

  /**
   * Adds the account as it stands (contracts §1). Approximate: no event or audit record tells of it; what real
   * sites tell of an app's entry is published nowhere.
   */
  install(now: number): void {
    if (this.installedAt !== undefined) return;
    this.installedAt = now;
    this.store.addAccount({
      accountId: this.accountId,
      name: 'SeatTrace',
      accountType: 'app',
      appType: 'unknown',
      accountStatus: 'active',
      membershipStatus: 'active',
      groups: [...this.ownGroups()],
    });
  }

  rightsHaveArrived(now: number): boolean {
    return this.installedAt !== undefined && now >= this.installedAt + this.rightsDelay;
  }

  /**
   * Whether the app still sits in a group that administers Jira. A seed without any such group leaves out the
   * system groups that every real site has, and the app sits in those.
   */
  administersJira(): boolean {
    const account = this.store.accounts.get(this.accountId);
    if (account === undefined || !isActive(account)) return false;
    return this.rights.adminGroups.size === 0 || this.rights.administersJira(account);
  }

  private ownGroups(): Set<string> {
    const groups = new Set<string>();
    for (const product of this.store.products.values()) {
      for (const id of product.seed.defaultGroups) groups.add(id);
    }
    const admin = [...this.rights.adminGroups];
    const isPlain = (id: string) => this.store.groups.get(id)?.accessType !== 'site-admin';
    for (const id of admin.some(isPlain) ? admin.filter(isPlain) : admin) groups.add(id);
    return groups;
  }
}
