/** What the generator writes, as types: the part of `seattrace-org-seed/1` that it uses. */
export interface GeneratedOrganization {
  readonly format: 'seattrace-org-seed/1';
  readonly clock: string;
  readonly org: { readonly id: string; readonly name: string; readonly directoryId: string };
  readonly site: { readonly cloudId: string; readonly url: string };
  readonly products: readonly GeneratedProduct[];
  readonly groups: readonly GeneratedGroup[];
  readonly accounts: readonly GeneratedAccount[];
  readonly projects: readonly GeneratedProject[];
  readonly personas: Readonly<Record<string, string>>;
  readonly script: readonly GeneratedStep[];
  readonly otherSites: readonly string[];
  readonly orgKey: { readonly createdBy: string; readonly scoped: boolean; readonly expiresAt: string };
  readonly policy: GeneratedPolicy;
  readonly behaviour: {
    readonly syncedRefusal: '403' | '400' | '204-resync';
    readonly orgListsApps: boolean;
    readonly events: boolean;
  };
}

export type GeneratedRole =
  'user' | 'admin' | 'guest' | 'customer' | 'contributor' | 'basic' | 'stakeholder' | 'user-access-admin';

export interface GeneratedProduct {
  readonly key: string;
  readonly name: string;
  readonly numberOfSeats?: number;
  readonly plan: 'PAID' | 'FREE' | 'TRIAL' | 'UNLICENSED';
  readonly countsAdminOnly?: boolean;
  readonly countsInferred?: boolean;
  readonly defaultGroups: readonly string[];
  readonly grants: readonly { readonly group: string; readonly role: GeneratedRole }[];
}

export interface GeneratedProvenance {
  readonly externalSynced?: boolean | null;
  readonly managedBy?: string | null;
  readonly managementAccess?: {
    readonly readable?: boolean | null;
    readonly modifiable?: boolean | null;
    readonly deletable?: boolean | null;
  } | null;
}

export interface GeneratedGroup {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly accessType?: 'admin' | 'site-admin';
  readonly provenance: GeneratedProvenance;
}

export interface GeneratedAccount {
  readonly accountId: string;
  readonly name: string;
  readonly email?: string;
  readonly accountType: string;
  readonly appType?: 'service' | 'agent' | 'unknown';
  readonly accountStatus: 'active' | 'inactive' | 'closed';
  readonly membershipStatus: 'active' | 'suspended' | 'no_membership';
  readonly claimStatus?: 'managed' | 'unmanaged';
  readonly managementSource?: 'invited' | 'synced' | null;
  readonly addedToOrg?: string | null;
  readonly lastActive?: Readonly<Record<string, string>>;
  readonly platformRoles?: readonly string[];
  readonly groups: readonly string[];
  readonly roles?: readonly GeneratedAccountRole[];
  readonly joined?: Readonly<Record<string, string>>;
  readonly tokenLastUsed?: string;
  readonly guestOf?: readonly string[];
  readonly openIssues?: number;
}

export interface GeneratedAccountRole {
  readonly product: string;
  readonly role: GeneratedRole;
  readonly method: 'direct' | 'inferred';
}

export interface GeneratedProject {
  readonly key: string;
  readonly name: string;
  readonly lead?: string;
  readonly roles: readonly {
    readonly name: string;
    readonly accounts: readonly string[];
    readonly groups: readonly string[];
  }[];
  readonly permissions?: readonly GeneratedPermission[];
}

export interface GeneratedPermission {
  readonly permission: string;
  readonly group?: string;
  readonly account?: string;
  readonly projectRole?: string;
}

/** One step of the script; which fields it has depends on `do`. */
export type GeneratedStep =
  | {
      readonly at: string;
      readonly do: 'idp-sync';
      readonly group: string;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly at: string; readonly do: 'activity'; readonly account: string; readonly product: string }
  | {
      readonly at: string;
      readonly do: 'add-to-group' | 'remove-from-group';
      readonly group: string;
      readonly account: string;
    }
  | { readonly at: string; readonly do: 'suspend'; readonly account: string }
  | {
      readonly at: string;
      readonly do: 'make-admin';
      readonly account: string;
      readonly role: 'org-admin' | 'site-admin' | 'user-access-admin';
    }
  | {
      readonly at: string;
      readonly do: 'set-provenance';
      readonly group: string;
      readonly provenance: GeneratedProvenance;
    };

export interface GeneratedExemption {
  readonly match:
    | { readonly account: string }
    | { readonly group: string }
    | { readonly emailDomain: string }
    | { readonly namePattern: string };
  readonly product?: string;
  readonly expires: string;
  readonly reason: string;
  readonly owner: string;
  readonly control?: string;
}

export interface GeneratedPolicy {
  readonly thresholdDays: number;
  readonly newDays: number;
  readonly technical: readonly string[];
  readonly unmanaged: 'ask-business' | 'local';
  readonly jsmOnCall: 'yes' | 'no' | 'unanswered';
  readonly exemptions: readonly GeneratedExemption[];
}
