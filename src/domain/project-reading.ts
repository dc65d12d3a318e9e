/** How a project role or a permission scheme names a group: by its id where Jira tells it, else by its name. */
export interface GroupRef {
  readonly id: string | null;
  readonly name: string | null;
}

/** A role of one project and who is in it. */
export interface ProjectRole {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly GroupRef[];
  readonly accounts: readonly string[];
}

/** Whom a permission scheme gives a permission; `other` are holders that differ from issue to issue. */
export type Holder =
  | { readonly type: 'group'; readonly group: GroupRef }
  | { readonly type: 'role'; readonly roleId: string }
  | { readonly type: 'account'; readonly accountId: string }
  | { readonly type: 'lead' }
  /** Everybody with access to the Jira app; null is any of them. */
  | { readonly type: 'product'; readonly product: string | null }
  | { readonly type: 'anyone' }
  | { readonly type: 'other' };

export interface PermissionScheme {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly { readonly permission: string; readonly holder: Holder }[];
}

export interface ReadProject {
  readonly key: string;
  /** Account id, null when not told. */
  readonly lead: string | null;
  readonly schemeId: string;
  readonly roles: readonly ProjectRole[];
}

/** A project or scheme that Jira refused to tell, and how it said so. */
export interface Refused {
  readonly name: string;
  readonly why: string;
}

/** One more or one less use of a group than at the reading before. */
export interface UseChange {
  readonly group: GroupRef;
  readonly change: 'added' | 'gone';
  readonly kind: 'role' | 'permission';
  readonly name: string;
  readonly project: string;
}

/** Roles and permission schemes of every project, as one scan read them (product.md §4, group impact). */
export interface ProjectReading {
  /** When the scan that read them started; ISO 8601 UTC. */
  readonly readAt: string;
  readonly projects: readonly ReadProject[];
  readonly schemes: readonly PermissionScheme[];
  readonly refusedProjects: readonly Refused[];
  readonly refusedSchemes: readonly Refused[];
  /** Compared with the reading before; null for the first one. */
  readonly since: { readonly readAt: string; readonly changes: readonly UseChange[] } | null;
}
