import type { Signal } from './signal';

/** How a role reached the account when no group gave it (product.md §4). */
export interface AssignedRole {
  readonly product: string;
  readonly role: string;
  readonly method: 'direct' | 'inferred';
}

/** Facts that cost a call for each account; read for would-be removals only (product.md §6, deepening). */
export interface DeepFacts {
  /** ISO 8601 UTC. */
  readonly readAt: string;
  /** Every direct and inferred role of the account on this site. */
  readonly assigned: Signal<readonly AssignedRole[]>;
  /** Last use of any API token; null when the account has none that was used. */
  readonly tokenLastUsed: Signal<string | null>;
  /** Keys of projects that the account leads. */
  readonly leads: Signal<readonly string[]>;
  /** Keys of projects that the account may administer. */
  readonly administers: Signal<readonly string[]>;
  /** Whether the account administers Jira; read only where platform roles cannot be. */
  readonly administersJira: Signal<boolean>;
  readonly guest: Signal<boolean>;
}

/** What only an imported user export tells of an account, without an organization key (product.md §12). */
export interface ExportedFacts {
  /** Day of the export, midnight UTC: activity counts as of then. */
  readonly at: string;
  /** Products that it says were never used; a product that is neither here nor among the last uses is untold. */
  readonly never: readonly string[];
  /** Products whose use it leaves open though the account may have them. */
  readonly untold: readonly string[];
}

/** What a scan read about one account. No name and no e-mail address: they are matched and forgotten. */
export interface AccountFacts {
  readonly accountId: string;
  /** `atlassian`, `app`, `customer`, or a value that we do not know. */
  readonly accountType: string;
  readonly accountStatus: string;
  readonly membershipStatus: string;
  readonly claim: 'managed' | 'unmanaged' | 'unknown';
  /** Whether an identity provider created the account; null when not told. */
  readonly synced: boolean | null;
  /** ISO 8601 UTC, or null when not told. */
  readonly addedToOrg: string | null;
  /** Product key of this site → last use. A product that is missing was never used. */
  readonly lastActive: Signal<Readonly<Record<string, string>>>;
  /** Newest use of any product on another site of the organization, null when none. */
  readonly lastActiveElsewhere: string | null;
  /** Where dates and uses come from an export that still counts; null where the organization itself told them. */
  readonly exported: ExportedFacts | null;
  /** Jira's `appType`, null for people; asked of accounts with a seat that is not kept. */
  readonly appType: Signal<string | null>;
  /** Without the `atlassian/` prefix. */
  readonly platformRoles: Signal<readonly string[]>;
  readonly groupIds: readonly string[];
  /** Group id → when the account was added, as far as events tell; null when they could not be read. */
  readonly joined: Readonly<Record<string, string>> | null;
  /** Roles of the account without a granting group (found by filtered searches). */
  readonly assigned: readonly AssignedRole[];
  /** Product → first complete snapshot with this seat, when the one before lacked it. */
  readonly firstSeen: Readonly<Record<string, string>>;
  /** Product → when an undo of ours gave the seat back. */
  readonly undone: Readonly<Record<string, string>>;
  /** The word that makes the name or e-mail look like a service, or null. */
  readonly serviceWord: string | null;
  /** Indexes into the policy's exemptions that match this account. */
  readonly exemptions: readonly number[];
  /** The one of the policy's e-mail domains that the address is of; absent when it is of none, or not told. */
  readonly emailDomain?: string;
  readonly deep: DeepFacts | null;
}
