import type { CallerRights } from '../ports/membership-writer';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';

const ADMINISTERS: readonly string[] = ['org-admin', 'site-admin'];

export interface ProofSources {
  readonly jira: SiteDirectory;
  /** Null in the mode without an organization key. */
  readonly organization: OrganizationDirectory | null;
  /** Jira's own answer to the user on system administration. */
  readonly systemAdmin: boolean;
}

/**
 * How a fresh read proves that the account administers the organization or the site, as a phrase for the ledger;
 * null when nothing proves it (product.md §1, executor).
 */
export async function proveSiteAdmin(
  accountId: string,
  { jira, organization, systemAdmin }: ProofSources,
): Promise<string | null> {
  if (organization !== null) return proveByOrganization(accountId, organization);
  if (systemAdmin) return 'Jira gives the user system administration';
  const groups = await jira.readAdministeringGroups('site-admin');
  if (groups.length === 0) return null;
  const own = await jira.readGroupsOf(accountId);
  const group = own.find(({ id }) => groups.includes(id));
  return group === undefined ? null : `member of the site administrators' group ${group.name}`;
}

/** The same read of whoever is in front of the page, or for whom the organization key writes. */
export async function proveAgain(
  accountId: string,
  tools: Omit<ProofSources, 'systemAdmin'> & { readonly rights: CallerRights },
): Promise<string | null> {
  const { organization, rights } = tools;
  if (organization !== null) return proveByOrganization(accountId, organization);
  const { systemAdmin } = await rights.readGlobalPermissions();
  return proveSiteAdmin(accountId, { ...tools, systemAdmin });
}

/** Platform role as the organization tells it now. */
export async function proveByOrganization(
  accountId: string,
  organization: OrganizationDirectory,
): Promise<string | null> {
  const user = await organization.findUser(accountId);
  const role = user?.platformRoles?.find((each) => ADMINISTERS.includes(each));
  return role === undefined ? null : `the organization gives the account the role ${role}`;
}
