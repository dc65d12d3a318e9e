import type { LocalClock } from '../clock';
import type { Edition } from '../jira/rate-limits';
import { IssueStore } from '../jira/issue-store';
import type { OwnedItem } from '../jira/owned-item';
import { AppUser, stableId } from './app-user';
import { resync } from './changes';
import type { Account, Actor } from './entities';
import { JiraRights } from './rights';
import type { OrgSeed } from './seed';
import { delays, OrganizationStore } from './store';
import type { ReadTimes } from './store';
import { minute } from './time';

/** The app as the host installs it: ids and own permissions come from the manifest. */
export interface AppInstallation {
  readonly appId: string;
  readonly environmentId: string;
  readonly globalPermissions: readonly { readonly key: string; readonly defaultGrants: readonly string[] }[];
}

/** How this Atlassian behaves besides what its seed says. */
export interface OrganizationOptions {
  /** Every page but the first begins with the last row of the one before (JRACLOUD-77719). Default false. */
  readonly repeatedRows?: boolean;
  /** Gives the app a pool of points of its own on this site, by the site's edition (Tier 2). Default: the global pool. */
  readonly tenantPool?: Edition;
  /** Somebody took the app's own permissions back from the groups that got them by default. Default false. */
  readonly withoutDefaultGrants?: boolean;
}

/** Everything that both APIs share: the organization, who may do what, the clock. */
export class OrganizationCore {
  readonly store: OrganizationStore;
  readonly rights: JiraRights;
  readonly appUser: AppUser;
  readonly issues: IssueStore;
  /** Filters and dashboards; a seed has none. */
  readonly owned: OwnedItem[] = [];
  readonly orgKey: string;
  /** Whether the site sends mail at all. */
  sendsMail = true;

  constructor(
    readonly seed: OrgSeed,
    readonly clock: LocalClock,
    readonly app: AppInstallation,
    readonly options: OrganizationOptions = {},
  ) {
    this.store = new OrganizationStore(seed);
    this.rights = new JiraRights(this.store);
    this.appUser = new AppUser(seed, app.appId, this.store, this.rights);
    this.issues = new IssueStore(seed);
    this.orgKey = `local-org-key-${stableId(seed.org.id, seed.clock, 'key').replaceAll('-', '')}`;
  }

  get baseUrl(): string {
    return this.seed.site.url.replace(/\/+$/, '');
  }

  /** Lets everything happen that was due by now, and forgets what no delayed read can miss any more. */
  settle(now: number): void {
    resync(this.store, now);
    this.store.showActivity(now);
    const forgotten = now - delays.roles - staleReads;
    this.store.memberships.settle(forgotten);
    this.store.formerAccounts.settle(forgotten);
    this.store.formerProvenance.settle(forgotten);
    this.store.seats.settle(now - this.userCountLag - staleReads);
  }

  /** What the different reads see that are answered as of `asOf`. */
  readTimes(asOf: number): ReadTimes {
    return {
      now: this.clock.now(),
      jira: asOf,
      directory: asOf - delays.directory,
      roles: asOf - delays.roles,
      userCount: asOf - this.userCountLag,
    };
  }

  /** Rows at the end of a page that head the next one too; a page of one row has none to spare. */
  overlap(pageSize: number): number {
    return this.options.repeatedRows === true && pageSize > 1 ? 1 : 0;
  }

  administersJira(account: Account): boolean {
    return account.id === this.appUser.accountId
      ? this.appUser.administersJira()
      : this.rights.administersJira(account);
  }

  /** Whether somebody may use this site's Jira at all. */
  usesJira(account: Account): boolean {
    return this.administersJira(account) || this.rights.holdsJiraRole(account);
  }

  /** Key of a global permission of the app, as `mypermissions` and `permissions/check` know it. */
  permissionKey(key: string): string {
    return `ari:cloud:ecosystem::extension/${this.app.appId}/${this.app.environmentId}/static/${key}`;
  }

  actor(accountId: string): Actor {
    const account = this.store.accounts.get(accountId);
    return { id: accountId, name: account?.identity.name ?? accountId, email: account?.identity.email };
  }

  /** As events name what the organization key did: after the person who made the key, when the seed tells. */
  keyActor(): Actor {
    const createdBy = this.seed.orgKey?.createdBy;
    return createdBy === undefined
      ? { id: '557058:organization-key', name: 'Organization API key' }
      : this.actor(createdBy);
  }

  private get userCountLag(): number {
    return Math.max(0, this.seed.behaviour?.userCountLagSeconds ?? 0) * 1000;
  }
}

/** Stale reads may ask for a moment up to this long ago; changes stay traceable for as long. */
const staleReads = 2 * minute;
