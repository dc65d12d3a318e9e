import type { MembershipEvent } from '../../domain/review/after-removal';
import { BUDGETS } from '../../lib/budgets';
import { AppError } from '../../lib/app-error';
import type { OrganizationDirectory } from '../../ports/site-directory';

export interface MembershipEvents {
  readonly added: readonly MembershipEvent[];
  readonly removed: readonly MembershipEvent[];
}

/** Requests that must be left for the accounts themselves: events only support what these tell. */
const REQUESTS_RESERVE = 60;

/**
 * Additions and removals of memberships since a moment, as the organization's log tells them; null where it cannot be
 * read, which proves nothing. `since` is ISO 8601 UTC; null where nothing was removed.
 */
export async function readMembershipEvents(
  since: string | null,
  organization: OrganizationDirectory,
): Promise<MembershipEvents | null> {
  if (since === null) return null;
  try {
    return {
      added: await readAll('added', since, organization),
      removed: await readAll('removed', since, organization),
    };
  } catch (error) {
    if (error instanceof AppError && !error.code.startsWith('storage.')) return null;
    throw error;
  }
}

async function readAll(
  change: 'added' | 'removed',
  since: string,
  organization: OrganizationDirectory,
): Promise<MembershipEvent[]> {
  const events: MembershipEvent[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < BUDGETS.pages; pages += 1) {
    if (organization.requestsLeft() < REQUESTS_RESERVE) return events;
    const page: Awaited<ReturnType<OrganizationDirectory['readGroupEvents']>> =
      await organization.readGroupEvents(change, since, cursor);
    events.push(...page.rows);
    cursor = page.next;
    if (cursor === null) break;
  }
  return events;
}
