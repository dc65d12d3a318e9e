import type { Signal } from './signal';

/** The organization API's fields about who owns a group, as told; undefined where it told nothing. */
export interface Provenance {
  readonly externalSynced?: boolean | undefined;
  readonly managedBy?: string | undefined;
  readonly modifiable?: boolean | undefined;
}

export interface GroupGrant {
  readonly product: string;
  readonly role: string;
  readonly isDefault: boolean;
}

export interface GroupFacts {
  readonly id: string;
  readonly name: string;
  readonly provenance: Signal<Provenance>;
  /** From Jira's `group/bulk?accessType=`; null when it is neither. */
  readonly accessType: Signal<'admin' | 'site-admin' | null>;
  /** Roles on products of this site. */
  readonly grants: readonly GroupGrant[];
  /** Whether every product was asked; false means that `grants` may lack some. */
  readonly grantsComplete: boolean;
  /** Roles on products of other sites, for "what else ends": resource ARI and role. */
  readonly elsewhere: readonly { readonly resource: string; readonly role: string }[];
}
