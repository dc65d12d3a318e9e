import { AdminApi } from '../admin/admin-api';
import type { RestRequest, RestResponse } from '../call';
import type { LocalClock } from '../clock';
import { JiraApi } from '../jira/jira-api';
import type { OwnedItem } from '../jira/owned-item';
import type { AppInstallation, OrganizationOptions } from './core';
import { OrganizationCore } from './core';
import { dumpOrganization, loadOrganization } from './dump';
import type { GrantChange, GroupChange } from './entities';
import { applyStep } from './script';
import type { OrgSeed, ScriptStep } from './seed';

export type { AppInstallation, OrganizationOptions } from './core';

/** A whole Atlassian organization that answers REST calls; it lives in memory and on the local clock. */
export interface Organization {
  readonly seed: OrgSeed;
  readonly appAccountId: string;
  /** The organization API's bearer key; always the same for the same seed. */
  readonly orgKey: string;
  /** Adds the app's own user; its rights in Jira arrive two minutes later on the clock. */
  installApp(): void;
  setAppRightsDelay(ms: number): void;
  /**
   * Answers at once, without latency, and never throws for bad input. `asOf` (Unix milliseconds, at most two
   * minutes ago) asks for a stale read: memberships, roles, statuses, provenance and counts are those that were
   * shown at that moment.
   */
  handle(request: RestRequest, options?: { readonly asOf?: number }): RestResponse;
  /** Carries out a script step at the clock's now. @throws Error when the step names what is not there */
  apply(step: ScriptStep): void;
  /** Group id to sorted account ids. */
  memberships(): Record<string, string[]>;
  /** Issues that were written through the API, sorted by key. */
  issues(): unknown[];
  person(accountId: string): { accountId: string; name: string; email?: string } | undefined;
  /** Everything that differs from the seed, as JSON. */
  dump(): unknown;
  /** Goes back to a dump of the same seed. @throws ZodError for anything else */
  load(dump: unknown): void;
}

/** What the local Atlassian offers besides, for tests and its control panel. */
export interface EmulatedOrganization extends Organization {
  /** Gives a global permission of the app to a group, or takes it back. */
  grantPermission(key: string, groupId: string, granted?: boolean): void;
  /** Switches the site's outgoing mail on or off; on at the start. */
  switchMail(on: boolean): void;
  /** Makes a filter or a dashboard, whose ids are numbers in the order of their making. */
  makeOwned(item: Omit<OwnedItem, 'id'>): void;
  /** Lets a group grant a role on a product, or no longer. */
  changeGrant(change: GrantChange): void;
  /** Every change of a membership since the start, whoever made it, oldest first. */
  membershipChanges(): readonly GroupChange[];
}

/** Makes the organization of a seed that `parseSeed` has accepted. */
export function createOrganization(
  seed: OrgSeed,
  clock: LocalClock,
  app: AppInstallation,
  options: OrganizationOptions = {},
): EmulatedOrganization {
  return new LocalOrganization(seed, clock, app, options);
}

class LocalOrganization implements EmulatedOrganization {
  private core: OrganizationCore;
  private jira: JiraApi;
  private admin: AdminApi;

  constructor(
    readonly seed: OrgSeed,
    private readonly clock: LocalClock,
    private readonly app: AppInstallation,
    private readonly options: OrganizationOptions,
  ) {
    this.core = new OrganizationCore(seed, clock, app, options);
    this.jira = new JiraApi(this.core);
    this.admin = new AdminApi(this.core);
  }

  get appAccountId(): string {
    return this.core.appUser.accountId;
  }

  get orgKey(): string {
    return this.core.orgKey;
  }

  installApp(): void {
    this.core.appUser.install(this.clock.now());
  }

  setAppRightsDelay(ms: number): void {
    this.core.appUser.rightsDelay = ms;
  }

  handle(request: RestRequest, options: { readonly asOf?: number } = {}): RestResponse {
    const now = this.clock.now();
    this.core.settle(now);
    const asOf = Math.min(options.asOf ?? now, now);
    return request.target === 'jira' ? this.jira.handle(request, asOf) : this.admin.handle(request, asOf);
  }

  apply(step: ScriptStep): void {
    const now = this.clock.now();
    this.core.settle(now);
    applyStep(this.core.store, step, now);
  }

  grantPermission(key: string, groupId: string, granted = true): void {
    const groups = this.core.rights.grantedGroups.get(key) ?? new Set();
    if (granted) groups.add(groupId);
    else groups.delete(groupId);
    this.core.rights.grantedGroups.set(key, groups);
  }

  switchMail(on: boolean): void {
    this.core.sendsMail = on;
  }

  makeOwned(item: Omit<OwnedItem, 'id'>): void {
    const { owned } = this.core;
    owned.push({ ...item, id: String(10_000 + owned.length) });
  }

  changeGrant(change: GrantChange): void {
    const now = this.clock.now();
    this.core.settle(now);
    this.core.store.changeGrant(change, now);
  }

  membershipChanges(): readonly GroupChange[] {
    this.core.settle(this.clock.now());
    return this.core.store.changes;
  }

  memberships(): Record<string, string[]> {
    this.core.settle(this.clock.now());
    const { store } = this.core;
    return Object.fromEntries(store.groupIds.map((id) => [id, [...store.memberships.members(id)]]));
  }

  issues(): unknown[] {
    const kept = this.core.issues.kept().sort((a, b) => (a.key < b.key ? -1 : 1));
    return kept.map(({ key, comments, notifications, fields, ...rest }) => {
      const { assignee, reporter, statusId, projectKey } = rest;
      return {
        key,
        fields: { ...fields, project: projectKey, status: statusId, assignee, reporter },
        comments,
        notifications,
      };
    });
  }

  person(accountId: string): { accountId: string; name: string; email?: string } | undefined {
    const identity = this.core.store.accounts.get(accountId)?.identity;
    if (identity === undefined) return undefined;
    const { name, email } = identity;
    return { accountId, name, ...(email === undefined ? {} : { email }) };
  }

  dump(): unknown {
    return dumpOrganization(this.core, this.jira.limits);
  }

  load(dump: unknown): void {
    const core = new OrganizationCore(this.seed, this.clock, this.app, this.options);
    const jira = new JiraApi(core);
    loadOrganization(core, jira.limits, dump);
    this.core = core;
    this.jira = jira;
    this.admin = new AdminApi(core);
  }
}
