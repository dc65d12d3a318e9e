import { auditedGroupIds } from '../../domain/audited-group';
import type { MembershipEvent } from '../../domain/review/after-removal';
import type { SnapshotHeader } from '../../domain/snapshot';
import { BUDGETS } from '../../lib/budgets';
import { AppError } from '../../lib/app-error';
import type { OrganizationDirectory, SiteDirectory } from '../../ports/site-directory';

export interface MembershipEvents {
  readonly added: readonly MembershipEvent[];
  readonly removed: readonly MembershipEvent[];
}

interface Logs {
  readonly organization: OrganizationDirectory;
  readonly jira: SiteDirectory;
  /** By whose names Jira's log may tell groups. */
  readonly header: Pick<SnapshotHeader, 'groups'>;
}

type Change = 'added' | 'removed';

/** Requests that must be left for the accounts themselves: events only support what these tell. */
const REQUESTS_RESERVE = 60;

/**
 * Additions and removals of memberships since a moment, as the organization's log tells them, or Jira's where that
 * one is refused (product.md §8); null where neither can be read, which proves nothing. `since` is ISO 8601 UTC; null
 * where nothing was removed.
 */
export async function readMembershipEvents(
  since: string | null,
  logs: Logs,
): Promise<MembershipEvents | null> {
  if (since === null) return null;
  return (
    (await bothChanges((change) => readOrganizationLog(change, since, logs))) ??
    (await bothChanges((change) => readJiraLog(change, since, logs)))
  );
}

async function bothChanges(
  read: (change: Change) => Promise<MembershipEvent[]>,
): Promise<MembershipEvents | null> {
  try {
    return { added: await read('added'), removed: await read('removed') };
  } catch (error) {
    if (error instanceof AppError && !error.code.startsWith('storage.')) return null;
    throw error;
  }
}

async function readOrganizationLog(
  change: Change,
  since: string,
  { organization }: Logs,
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

async function readJiraLog(
  change: Change,
  since: string,
  { jira, header }: Logs,
): Promise<MembershipEvent[]> {
  const groupIdOf = auditedGroupIds(header.groups);
  const events: MembershipEvent[] = [];
  let offset: number | null = 0;
  for (let pages = 0; pages < BUDGETS.pages && offset !== null; pages += 1) {
    const page: Awaited<ReturnType<SiteDirectory['readAuditedChanges']>> = await jira.readAuditedChanges(
      change,
      since,
      offset,
    );
    events.push(...page.rows.map((row) => ({ ...row, groupId: groupIdOf(row) })));
    offset = page.next;
  }
  return events;
}
