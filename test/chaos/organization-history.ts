import type { GroupChange } from '../local/organization/entities';
import type { OrgSeed } from '../local/organization/seed';
import type { Happened } from './disturber';

type Membership = Pick<GroupChange, 'time' | 'accountId' | 'groupId' | 'added'>;
type Group = OrgSeed['groups'][number];
type Account = OrgSeed['accounts'][number];
type Role = OrgSeed['products'][number]['grants'][number]['role'];

/** One step of the organization's history: a change by somebody, or one membership more or less. */
export type Step =
  | ({ readonly kind: 'change' } & Happened)
  | ({ readonly kind: 'membership'; readonly at: number } & Omit<Membership, 'time'>);

export type Forbidden = 'synced' | 'team' | 'unknown' | 'privileged';

/** Use shows a day later (`Happened` of activity). */
const SHOWN_AFTER_MS = 86_400_000;

/** How the organization stood after some steps: from its seed, its own journal, and what was done to it. */
export class Moment {
  constructor(
    private readonly seed: OrgSeed,
    private readonly steps: readonly Step[],
    /** Unix milliseconds. */
    readonly at: number,
  ) {}

  isMember(accountId: string, groupId: string): boolean {
    const last = this.steps.filter(
      (step) => step.kind === 'membership' && step.accountId === accountId && step.groupId === groupId,
    );
    const [newest] = last.slice(-1);
    if (newest?.kind === 'membership') return newest.added;
    return this.account(accountId)?.groups.includes(groupId) ?? false;
  }

  /** Why nobody may be removed from the group by the app; null when somebody may (product.md §4 and §8). */
  forbidden(groupId: string): Forbidden | null {
    const group = this.seed.groups.find(({ id }) => id === groupId);
    if (group === undefined) return 'unknown';
    if (this.isPrivileged(group)) return 'privileged';
    const { managedBy, externalSynced, managementAccess } = this.provenance(group);
    const modifiable = managementAccess?.modifiable;
    if ((managedBy === 'team-members' || managedBy === 'open') && externalSynced !== true) return 'team';
    if (modifiable === false || managedBy === 'external' || externalSynced === true) return 'synced';
    if (this.seed.products.some(({ defaultGroups }) => defaultGroups.includes(groupId))) return null;
    const isLocal =
      managedBy === 'admins' ||
      ((managedBy ?? null) === null && modifiable === true && externalSynced === false);
    return isLocal ? null : 'unknown';
  }

  /** Whether the account administers Jira, which lets it review and approve: as an administrator or by a group. */
  administersJira(accountId: string): boolean {
    const account = this.account(accountId);
    if (account === undefined || !this.isActive(account)) return false;
    const { platformRoles = [] } = account;
    return (
      platformRoles.some((role) => SITE_ADMINISTRATION.includes(role)) ||
      this.seed.groups.some((group) => this.isPrivileged(group) && this.isMember(accountId, group.id))
    );
  }

  /** Products that the account may use: by any role but the one that only lets others in. */
  products(accountId: string): ReadonlySet<string> {
    return this.held(accountId, (role) => role !== 'user-access-admin');
  }

  /** Products on which the account has a role that bills. */
  seats(accountId: string): ReadonlySet<string> {
    return this.held(accountId, (role) => role === 'user' || role === 'admin');
  }

  /** The last use of a product that shows at this moment, Unix milliseconds; undefined for none. */
  lastUse(accountId: string, product: string): number | undefined {
    const shown = this.steps.flatMap((step) =>
      step.kind === 'change' &&
      step.change.do === 'activity' &&
      step.change.account === accountId &&
      step.change.product === product &&
      step.at + SHOWN_AFTER_MS <= this.at
        ? [step.at]
        : [],
    );
    const seeded = this.account(accountId)?.lastActive?.[product];
    const times = seeded === undefined ? shown : [Date.parse(seeded), ...shown];
    return times.length === 0 ? undefined : Math.max(...times);
  }

  private held(accountId: string, counts: (role: Role) => boolean): ReadonlySet<string> {
    const account = this.account(accountId);
    if (account === undefined || !this.isActive(account)) return new Set();
    const { guestOf = [], roles = [] } = account;
    const held = this.seed.products.filter(
      ({ key }) =>
        (counts('guest') && guestOf.includes(key)) ||
        roles.some(({ product, role }) => product === key && counts(role)) ||
        this.grantsOf(key).some(({ group, role }) => counts(role) && this.isMember(accountId, group)),
    );
    return new Set(held.map(({ key }) => key));
  }

  private account(accountId: string): Account | undefined {
    return this.seed.accounts.find((account) => account.accountId === accountId);
  }

  private isActive({ accountId, accountStatus, membershipStatus }: Account): boolean {
    const isSuspended = this.changes().some(
      (change) => change.do === 'suspend' && change.account === accountId,
    );
    return accountStatus === 'active' && membershipStatus === 'active' && !isSuspended;
  }

  private isPrivileged({ id, accessType }: Group): boolean {
    const grantsAdmin = ({ key }: { key: string }): boolean =>
      this.grantsOf(key).some(({ group, role }) => group === id && ADMINISTERING.includes(role));
    return accessType !== undefined || this.seed.products.some(grantsAdmin);
  }

  private provenance({ id, provenance }: Group): Group['provenance'] {
    const [newest] = this.changes()
      .filter((change) => change.do === 'set-provenance' && change.group === id)
      .slice(-1);
    return newest?.do === 'set-provenance' ? newest.provenance : provenance;
  }

  /** What groups grant on a product. */
  private grantsOf(product: string): readonly { group: string; role: Role }[] {
    const seeded = this.seed.products.find(({ key }) => key === product)?.grants ?? [];
    return this.changes().reduce((grants, change) => {
      if (change.do !== 'change-grant' || change.product !== product) return grants;
      const { group, role, granted } = change;
      const others = grants.filter((grant) => grant.group !== group || grant.role !== role);
      return granted ? [...others, { group, role }] : others;
    }, seeded);
  }

  private changes() {
    return this.steps.flatMap((step) => (step.kind === 'change' ? [step.change] : []));
  }
}

const SITE_ADMINISTRATION: readonly string[] = ['org-admin', 'site-admin'];
const ADMINISTERING: readonly string[] = ['admin', 'user-access-admin'];

/** All that happened to an organization, in order of time; of one moment, what was done to it first. */
export class OrganizationHistory {
  readonly steps: readonly Step[];

  constructor(
    readonly seed: OrgSeed,
    changes: readonly Happened[],
    memberships: readonly Membership[],
  ) {
    const steps: Step[] = [
      ...changes.map((each) => ({ kind: 'change' as const, ...each })),
      ...memberships.map(({ time, accountId, groupId, added }) => {
        return { kind: 'membership' as const, at: time, accountId, groupId, added };
      }),
    ];
    // The log of calls knows no parts of a millisecond.
    const whole = steps.map((step) => ({ ...step, at: Math.floor(step.at) }));
    this.steps = whole.sort((a, b) => a.at - b.at);
  }

  /** How it stood at a time, with everything that happened until then. */
  at(time: number): Moment {
    return this.after(this.steps.filter(({ at }) => at <= time).length, time);
  }

  /** How it stood right before and right after one of its steps. */
  around(step: Step): { readonly before: Moment; readonly after: Moment } {
    const index = this.steps.indexOf(step);
    return { before: this.after(index, step.at), after: this.after(index + 1, step.at) };
  }

  /** How it stood at the beginning of a stretch of time and after each step within it. */
  during(from: number, until: number): readonly Moment[] {
    const first = this.steps.filter(({ at }) => at <= from).length;
    const last = this.steps.filter(({ at }) => at <= until).length;
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const count = first + index;
      return this.after(count, index === 0 ? from : (this.steps[count - 1]?.at ?? from));
    });
  }

  private after(count: number, at: number): Moment {
    return new Moment(this.seed, this.steps.slice(0, count), at);
  }
}
