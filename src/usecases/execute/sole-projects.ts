import { AppError } from '../../lib/app-error';
import type { DeepFacts } from '../../domain/account';
import { known, unknown, type Signal } from '../../domain/signal';
import type { SiteDirectory } from '../../ports/site-directory';

/**
 * Keys of the projects that nobody but this account administers; unknown where that was not told. Project
 * administration sends a seat to its owner: where an owner consented, the last administrator stays (product.md §8).
 * Others are counted among the role's active accounts and the active members of its groups.
 */
export async function readSoleProjects(
  { accountId, administers }: { readonly accountId: string } & Pick<DeepFacts, 'administers'>,
  jira: Pick<SiteDirectory, 'readProjectAdministrators' | 'readGroupMembers'>,
): Promise<Signal<readonly string[]>> {
  if (!administers.known) return administers;
  try {
    const sole: string[] = [];
    for (const key of administers.value) if (!(await hasAnother(key, accountId, jira))) sole.push(key);
    return known(sole);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'time.short') return unknown(error.message);
    throw error;
  }
}

async function hasAnother(
  project: string,
  accountId: string,
  jira: Pick<SiteDirectory, 'readProjectAdministrators' | 'readGroupMembers'>,
): Promise<boolean> {
  const { accountIds, groupIds } = await jira.readProjectAdministrators(project);
  if (accountIds.some((id) => id !== accountId)) return true;
  for (const groupId of groupIds)
    for (let startAt: number | null = 0; startAt !== null;) {
      const page: Awaited<ReturnType<SiteDirectory['readGroupMembers']>> = await jira.readGroupMembers(
        groupId,
        startAt,
      );
      if (page.rows.some((each) => each.active && each.accountId !== accountId)) return true;
      startAt = page.next;
    }
  return false;
}
