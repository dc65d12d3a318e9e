import type { GroupKey } from './core-groups';
import type { Groups } from './groups';
import { MailAddresses } from './mail-addresses';
import { FIRST_NAMES, LAST_NAMES } from './names';
import type { GeneratedAccount } from './organization-shape';
import type { Random } from './random';
import type { Recipe } from './situation';
import { DAYS_SINCE_ADDED, DAYS_SINCE_USE, timeBefore } from './times';

/** In days. Organization events are kept for 180 days, so an older join is never told (product.md §5). */
const OLDEST_TOLD_JOIN = 170;
/** Older than any threshold that the policy calls new, so that a told join changes nothing by itself. */
const YOUNGEST_TOLD_JOIN = 40;

/** Turns recipes into accounts of one organization. */
export class Accounts {
  private readonly mail: MailAddresses;

  constructor(
    private readonly clock: number,
    private readonly groups: Groups,
    private readonly random: Random,
  ) {
    this.mail = new MailAddresses(random);
  }

  /** `turn` counts the accounts made from this recipe before; it chooses among literal names. */
  make(recipe: Recipe, turn: number): GeneratedAccount {
    const name = inTurn(recipe.names, turn) ?? this.personName();
    const email = this.mail.of(name, mailKind(recipe), inTurn(recipe.mailboxes, turn));
    const groups = new Map((recipe.groups ?? []).map((key) => [key, this.groups.anyLike(key)]));
    return {
      accountId: this.accountId(recipe),
      name,
      ...(email === undefined ? {} : { email }),
      accountType: recipe.accountType ?? 'atlassian',
      ...(recipe.appType === undefined ? {} : { appType: recipe.appType }),
      accountStatus: recipe.accountStatus ?? 'active',
      membershipStatus: recipe.membershipStatus ?? 'active',
      ...(isPerson(recipe) ? this.personFacts(recipe, groups) : {}),
      groups: [...groups.values()],
      ...(recipe.roles === undefined ? {} : { roles: recipe.roles }),
      ...(recipe.guestOf === undefined ? {} : { guestOf: recipe.guestOf }),
    };
  }

  private personFacts(recipe: Recipe, groups: ReadonlyMap<GroupKey, string>): Partial<GeneratedAccount> {
    const claim = recipe.claim ?? 'managed';
    const joined = this.joined(recipe, groups);
    const openIssues = recipe.openIssues ?? this.openIssues();
    return {
      ...(claim === 'untold' ? {} : { claimStatus: claim }),
      managementSource: recipe.source === undefined ? 'invited' : recipe.source,
      addedToOrg: this.addedToOrg(recipe),
      lastActive: this.lastActive(recipe),
      platformRoles: recipe.platformRoles ?? [],
      ...(joined === undefined ? {} : { joined }),
      ...(recipe.tokenUsed === undefined ? {} : { tokenLastUsed: this.ago(recipe.tokenUsed) }),
      ...(openIssues === 0 ? {} : { openIssues }),
    };
  }

  private personName(): string {
    return `${this.random.pick(FIRST_NAMES)} ${this.random.pick(LAST_NAMES)}`;
  }

  /** Newer people have ids of one form, older and unmanaged ones of another, apps and customers of their own. */
  private accountId({ accountType, claim }: Recipe): string {
    if (accountType === 'app') return `5b10a${this.random.hex(19)}`;
    if (accountType === 'customer') return `qm:${this.random.uuid()}:${this.random.uuid()}`;
    return `${claim === 'unmanaged' ? '557058' : '712020'}:${this.random.uuid()}`;
  }

  private addedToOrg(recipe: Recipe): string | null {
    if (recipe.added === 'unknown') return null;
    const uses = Object.values(recipe.uses ?? {});
    const youngUses = uses.length > 0 && uses.every((use) => use === 'active' || use === 'daily');
    const plain = youngUses && recipe.joined === undefined && this.random.chance(0.3) ? 'months' : 'years';
    const [least, most] = DAYS_SINCE_ADDED[recipe.added ?? plain];
    return this.ago(this.random.integer(least, most));
  }

  private lastActive({ uses }: Recipe): Record<string, string> {
    const times: Record<string, string> = {};
    for (const [product, use] of Object.entries(uses ?? {})) {
      const [least, most] = DAYS_SINCE_USE[use];
      times[product] = this.ago(this.random.integer(least, most));
    }
    return times;
  }

  private joined(recipe: Recipe, groups: ReadonlyMap<GroupKey, string>): Record<string, string> | undefined {
    const times: Record<string, string> = {};
    for (const [key, id] of groups) {
      const days = recipe.joined?.[key];
      if (days !== undefined) times[id] = this.ago(days);
      else if (recipe.added === undefined && this.random.chance(0.08)) {
        times[id] = this.ago(this.random.integer(YOUNGEST_TOLD_JOIN, OLDEST_TOLD_JOIN));
      }
    }
    return Object.keys(times).length === 0 ? undefined : times;
  }

  private openIssues(): number {
    return this.random.chance(0.35) ? this.random.integer(1, 9) : 0;
  }

  /** Some hours more than the days, so that people do not all act at one time and nobody after the clock. */
  private ago(days: number): string {
    return timeBefore(this.clock, days, this.random.integer(5, 720));
  }
}

function isPerson({ accountType }: Recipe): boolean {
  return accountType === undefined || accountType === 'atlassian';
}

function mailKind({ mail, accountType }: Recipe): NonNullable<Recipe['mail']> {
  return mail ?? (accountType === 'app' ? 'none' : 'company');
}

function inTurn(list: readonly string[] | undefined, turn: number): string | undefined {
  return list?.[turn % list.length];
}
