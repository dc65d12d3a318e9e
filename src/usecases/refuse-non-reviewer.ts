import { AppError } from '../lib/app-error';
import type { SiteDirectory } from '../ports/site-directory';

/**
 * Lines are handed to people who can decide them: whoever does not administer Jira could not even open the page.
 * @throws AppError `input.invalid` for anybody else, also for an account that Jira does not know
 */
export async function refuseNonReviewers(
  accountIds: readonly (string | null | undefined)[],
  { jira }: { readonly jira: SiteDirectory },
): Promise<void> {
  for (const accountId of new Set(accountIds)) {
    if (accountId === null || accountId === undefined) continue;
    if (!(await administersJira(accountId, jira)))
      throw new AppError(
        'input.invalid',
        `${accountId} does not administer Jira here, so that lines cannot be decided by them. Choose somebody who does.`,
      );
  }
}

async function administersJira(accountId: string, jira: SiteDirectory): Promise<boolean> {
  try {
    return await jira.readAdministersJira(accountId);
  } catch (error) {
    // Jira answers 400 or 404 for an account that is none of its own.
    if (error instanceof AppError && error.code === 'atlassian.refused') return false;
    throw error;
  }
}
