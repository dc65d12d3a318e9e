import type { MembershipEvent } from '../domain/review/after-removal';
import type { AssignedRole } from '../domain/account';
import type { Provenance } from '../domain/group';
import type { PermissionScheme, ProjectRole } from '../domain/project-reading';

/** What Jira's REST API tells about its site. Every read may throw an AppError. */
export interface SiteDirectory {
  readSite(): Promise<{ url: string }>;
  readApplicationRoles(): Promise<readonly ApplicationRole[]>;
  /** Plan by product key, as far as Jira tells. */
  readPlans(): Promise<Readonly<Record<string, string>>>;
  /** Ids of groups that administer Jira (`admin`) or the site (`site-admin`). */
  readAdministeringGroups(accessType: 'admin' | 'site-admin'): Promise<readonly string[]>;
  readGroupMembers(groupId: string, startAt: number): Promise<NumberedPage<GroupMember>>;
  readProjects(startAt: number): Promise<NumberedPage<Project> & { readonly total: number | null }>;
  /** Keys of those projects that the account may administer. */
  readAdministeredProjects(accountId: string, projects: readonly Project[]): Promise<readonly string[]>;
  readAdministersJira(accountId: string): Promise<boolean>;
  readUsers(accountIds: readonly string[]): Promise<readonly JiraUser[]>;
  /** One account with the Jira apps that it may use, by group or by a role of its own. Refused where Jira knows none. */
  readUser(accountId: string): Promise<JiraPerson>;
  /** Changes of groups' members since `from` (ISO 8601) in the audit log. Refused where every Jira product is free. */
  readAuditedChanges(change: AuditedKind, from: string, offset: number): Promise<NumberedPage<AuditedChange>>;
  /** Groups of one account, read on its own. */
  readGroupsOf(accountId: string): Promise<readonly { id: string; name: string }[]>;
  /** Accounts that administer a project by name or through a group, by role. */
  readProjectAdministrators(
    projectKey: string,
  ): Promise<{ accountIds: readonly string[]; groupIds: readonly string[] }>;
  /** Roles that a project has; `project` is its key or id. */
  readProjectRoles(project: string): Promise<readonly { id: string; name: string }[]>;
  /** Who is in a role of a project. */
  readRoleActors(project: string, roleId: string): Promise<Pick<ProjectRole, 'groups' | 'accounts'>>;
  /** Id of the permission scheme that a project uses. */
  readSchemeOf(project: string): Promise<string>;
  readPermissionScheme(schemeId: string): Promise<PermissionScheme>;
  /** How many issues that are not done are assigned to the account, about; those that the app may browse. */
  countOpenIssues(accountId: string): Promise<number>;
  /** How many filters the account owns, as far as Jira shows them to the app. */
  countFilters(accountId: string): Promise<number>;
  /** How many dashboards the account owns and shares with the app. */
  countDashboards(accountId: string): Promise<number>;
}

export interface ApplicationRole {
  readonly key: string;
  readonly name: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly defaultGroupIds: readonly string[];
  readonly userCount: number | null;
}

export interface GroupMember {
  readonly accountId: string;
  readonly accountType: string;
  readonly active: boolean;
  readonly displayName: string;
  readonly email: string | undefined;
}

export interface Project {
  readonly id: number;
  readonly key: string;
  readonly leadAccountId: string | null;
}

export interface JiraUser {
  readonly accountId: string;
  readonly accountType: string;
  readonly appType: string | null;
  readonly guest: boolean | null;
}

/** An account as Jira tells it when asked for it alone. */
export interface JiraPerson {
  readonly member: GroupMember;
  /** Keys of Jira apps that the account may use; null when not, or not all, told. */
  readonly applicationRoles: readonly string[] | null;
}

export interface NumberedPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page starts, or null at the end. */
  readonly next: number | null;
}

/** What the organization API tells. Reads take the key's directory. */
export interface OrganizationDirectory {
  /** How many more requests this invocation may make; the platform refuses more. */
  requestsLeft(): number;
  readWorkspaces(): Promise<readonly Workspace[]>;
  readGroups(cursor: string | null): Promise<CursorPage<OrganizationGroup>>;
  readGroupsById(groupIds: readonly string[]): Promise<readonly OrganizationGroup[]>;
  readGroupRoles(groupId: string): Promise<readonly ResourceRoles[]>;
  readUsers(cursor: string | null): Promise<CursorPage<OrganizationUser>>;
  /** How many users the listing must reach. */
  countUsers(): Promise<number>;
  /** How many active accounts hold a billable role on the resource, by any method. */
  countSeatHolders(resource: string): Promise<number>;
  findUser(accountId: string): Promise<OrganizationUser | undefined>;
  /** Ids of accounts that hold a billable role on the resource, by any method. */
  readSeatHolders(resource: string, cursor: string | null): Promise<CursorPage<string>>;
  /** Direct and inferred roles of one account on products of this site. */
  readAssignedRoles(accountId: string): Promise<readonly AssignedRole[]>;
  /** Additions to groups, or removals from them, since `from` (ISO 8601), newest first or last. */
  readGroupEvents(
    change: 'added' | 'removed',
    from: string,
    cursor: string | null,
  ): Promise<CursorPage<MembershipEvent>>;
  /** Last use of any API token of a managed account, null when none was used. */
  readTokenLastUse(accountId: string): Promise<string | null>;
}

export interface Workspace {
  readonly resource: string;
  readonly key: string;
  readonly name: string;
  readonly url: string | null;
  readonly plan: string | null;
  readonly sandbox: boolean;
}

export interface OrganizationGroup {
  readonly id: string;
  readonly name: string;
  readonly provenance: Provenance;
  /** Number of resources that it grants something on; null when not told. */
  readonly resources: number | null;
}

export interface ResourceRoles {
  readonly resource: string;
  readonly product: string;
  readonly roles: readonly string[];
  readonly defaultRole: string | null;
}

export interface OrganizationUser {
  readonly accountId: string;
  readonly accountType: string;
  readonly accountStatus: string;
  readonly membershipStatus: string;
  readonly claim: 'managed' | 'unmanaged' | 'unknown';
  readonly synced: boolean | null;
  readonly addedToOrg: string | null;
  readonly name: string;
  readonly email: string | undefined;
  /** Null when not told. */
  readonly platformRoles: readonly string[] | null;
  /** Null when not told. */
  readonly lastUse:
    | readonly { readonly resource: string | null; readonly product: string; readonly at: string | null }[]
    | null;
  /** Null when not told. */
  readonly groupIds: readonly string[] | null;
}

export interface GroupAddition {
  readonly accountId: string;
  readonly groupId: string;
  readonly at: string;
}

/**
 * What is looked for in Jira's audit log: records that plainly say it, or, as `maybe-added`, all that join a group and
 * a person and do not say that they are a removal, for the log may be written in the site's language.
 */
export type AuditedKind = 'added' | 'removed' | 'maybe-added';

/** A change as Jira's audit log tells it, which may name a group where the organization would give its id. */
export interface AuditedChange extends MembershipEvent {
  readonly groupName: string;
}

export interface CursorPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}
