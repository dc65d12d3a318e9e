import { AppError } from '../lib/app-error';
import type { OrganizationDirectory, SiteDirectory } from '../ports/site-directory';

interface Directories {
  readonly jira: Pick<SiteDirectory, 'readGroupsOf'>;
  /** Null without an organization key. */
  readonly organization: Pick<OrganizationDirectory, 'findUser'> | null;
}

/** `unread` proves nothing. */
export type MembershipNow = 'member' | 'gone' | 'unread';

/**
 * Whether an account is in a group now. One that neither Jira nor the organization knows any more is in none; that Jira
 * alone does not know it proves nothing.
 */
export async function readMembership(
  { accountId, groupId }: { readonly accountId: string; readonly groupId: string },
  directories: Directories,
): Promise<MembershipNow> {
  try {
    const groups = await directories.jira.readGroupsOf(accountId);
    return groups.some(({ id }) => id === groupId) ? 'member' : 'gone';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return (await isUnknownAccount(error, accountId, directories)) ? 'gone' : 'unread';
  }
}

/** Whether both say that there is no such account; `error` is what Jira answered about it. */
async function isUnknownAccount(
  { context }: AppError,
  accountId: string,
  { organization }: Directories,
): Promise<boolean> {
  if (context['status'] !== 404 || organization === null) return false;
  try {
    return (await organization.findUser(accountId)) === undefined;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Whether neither Jira nor the organization knows the account any more; false also where one could not be asked. */
export async function isAccountGone(accountId: string, directories: Directories): Promise<boolean> {
  try {
    await directories.jira.readGroupsOf(accountId);
    return false;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return isUnknownAccount(error, accountId, directories);
  }
}
