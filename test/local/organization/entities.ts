import type { SeedAccount, SeedProduct, SeedProject } from './seed';

export type Role = SeedProduct['grants'][number]['role'];
export type RoleMethod = 'group_direct' | 'direct' | 'inferred';
export type AccountRole = NonNullable<SeedAccount['roles']>[number];

/** One role that an account holds on a product, and how. */
export interface RoleHolding {
  readonly role: Role;
  readonly method: RoleMethod;
}

/** What of an account can change and shows late. Lists are replaced, never changed in place. */
export interface AccountState {
  accountStatus: SeedAccount['accountStatus'];
  membershipStatus: SeedAccount['membershipStatus'];
  /** Undefined when the organization API tells nothing. */
  platformRoles?: string[] | undefined;
  roles: AccountRole[];
  guestOf: string[];
}

export interface Account extends AccountState {
  readonly id: string;
  /** Name, e-mail, type: what never changes while the organization lives. */
  readonly identity: SeedAccount;
  /** Product key to ISO time, exactly as it is shown. */
  lastActive: Record<string, string>;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly accessType: 'admin' | 'site-admin' | undefined;
  /** The organization API's own fields, shown as they are; a script step may put anything here. */
  provenance: Record<string, unknown>;
}

export interface Product {
  readonly key: string;
  readonly name: string;
  /** `ari:cloud:<key>::site/<cloudId>` */
  readonly resourceId: string;
  readonly jiraFamily: boolean;
  readonly seed: SeedProduct;
  readonly rolesByGroup: Map<string, readonly Role[]>;
}

export interface Project {
  /** Numeric id, shown as a string. */
  readonly id: number;
  readonly key: string;
  readonly seed: SeedProject;
}

/** Who made a change, as events and audit records tell. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
}

/** A membership change after the start; events, audit records and delayed reads are made of these. */
export interface GroupChange {
  readonly id: number;
  readonly time: number;
  readonly accountId: string;
  readonly groupId: string;
  readonly added: boolean;
  readonly actor: Actor;
}

/** A role on a product that comes with a group from now on, or no longer does. */
export interface GrantChange {
  readonly group: string;
  readonly product: string;
  readonly role: Role;
  readonly granted: boolean;
}

/** Use of a product that last-active dates do not show yet. */
export interface PendingActivity {
  readonly time: number;
  readonly accountId: string;
  readonly product: string;
}

/** A write to a synced group that the identity provider takes back. */
export interface PendingResync {
  readonly dueAt: number;
  readonly accountId: string;
  readonly groupId: string;
  /** Whether the account is put back (a removal was undone) or taken out again. */
  readonly restore: boolean;
}
