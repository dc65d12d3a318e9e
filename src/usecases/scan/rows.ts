import type { AssignedRole, DeepFacts } from '../../domain/account';
import type { PermissionScheme, ReadProject, Refused } from '../../domain/project-reading';
import type { Signal } from '../../domain/signal';
import type { ExportedAccount } from '../../domain/user-export/exported-account';
import type { ApplicationRole, ResourceRoles, Workspace } from '../../ports/site-directory';

/** Names under which a scan keeps its rows. */
export const PARTS = [
  'site',
  'groups',
  'grants',
  'exported',
  'users',
  'assigned',
  'counted',
  'moved',
  'joined',
  'projects',
  'project-use',
  'schemes',
  'kinds',
  'deep',
  'notes',
] as const;
export type Part = (typeof PARTS)[number];

/** The source that tells when people were added to groups, with an organization key and without. */
export const ADDITIONS = 'Organization: group events';
export const AUDITED_ADDITIONS = 'Jira: audit log';
/** The source of dates and last use without an organization key. */
export const USER_EXPORT = 'User export of Atlassian Administration';

/** What the first phase reads about the site as a whole. */
export interface SiteRow {
  readonly url: string;
  readonly roles: readonly ApplicationRole[];
  readonly plans: Signal<Readonly<Record<string, string>>>;
  readonly adminGroups: Signal<readonly string[]>;
  readonly siteAdminGroups: Signal<readonly string[]>;
  readonly workspaces: readonly Workspace[];
}

/** Roles and scheme of one project, or why Jira did not tell. */
export type ProjectRow = ReadProject | Refused;

/** A permission scheme, or why Jira did not tell. */
export type SchemeRow = { readonly id: string } & (PermissionScheme | Refused);

export interface GrantsRow {
  readonly groupId: string;
  readonly roles: Signal<readonly ResourceRoles[]>;
}

export interface AssignedRow {
  readonly accountId: string;
  readonly roles: readonly AssignedRole[];
}

/** Holders of a product without a reported count of its own, as the organization counts them. */
export interface CountedRow {
  readonly product: string;
  readonly resource: string;
  readonly count: number;
}

/** An account that holds a product although our listing of users, read before, gave it no path; or the other way round. */
export interface MovedRow {
  readonly product: string;
  readonly accountId: string;
  readonly change: 'joined' | 'left';
}

/** A person of the imported user export. */
export interface ExportedRow {
  /** Day of the export, midnight UTC. */
  readonly exportedOn: string;
  readonly account: ExportedAccount;
}

/** What Jira calls an account. */
export interface KindRow {
  readonly accountId: string;
  readonly appType: Signal<string | null>;
  readonly guest: Signal<boolean>;
}

export interface DeepRow {
  readonly accountId: string;
  readonly deep: DeepFacts;
}
