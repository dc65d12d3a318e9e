import { auditedGroupIds } from '../domain/audited-group';
import type { MembershipEvent } from '../domain/review/after-removal';
import type { SnapshotHeader } from '../domain/snapshot';
import { BUDGETS } from '../lib/budgets';
import { AppError, type ErrorCode } from '../lib/app-error';
import type { AuditedKind, OrganizationDirectory, SiteDirectory } from '../ports/site-directory';

export interface MembershipEvents {
  readonly added: readonly MembershipEvent[];
  readonly removed: readonly MembershipEvent[];
}

interface Logs {
  /** Null without an organization key: Jira's log is asked alone. */
  readonly organization: OrganizationDirectory | null;
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
  const both = (read: (change: Change) => Promise<MembershipEvent[]>) => async () => ({
    added: await read('added'),
    removed: await read('removed'),
  });
  const { organization } = logs;
  const told =
    organization === null
      ? null
      : await unlessRefused(both((change) => readOrganizationLog(change, since, organization)));
  return told ?? (await unlessRefused(both((change) => readJiraLog(change, since, logs))));
}

/**
 * Every addition to a group since a moment, and in Jira's log whatever may be one; null where no log tells. What can be
 * read a little later is no refusal.
 * @throws AppError `atlassian.rate-limited`, `atlassian.unavailable` or `time.short`
 */
export async function readAdditions(since: string, logs: Logs): Promise<MembershipEvent[] | null> {
  const { organization } = logs;
  const told =
    organization === null
      ? null
      : await unlessRefused(() => readOrganizationLog('added', since, organization, 0), OUTAGE);
  return told ?? (await unlessRefused(() => readJiraLog('maybe-added', since, logs), LATER));
}

/** What passes by itself. The organization's log takes ten requests a minute: when it asks to wait, Jira's tells. */
const OUTAGE: readonly ErrorCode[] = ['atlassian.unavailable', 'time.short'];
const LATER: readonly ErrorCode[] = ['atlassian.rate-limited', ...OUTAGE];

async function unlessRefused<Found>(
  read: () => Promise<Found>,
  thrown: readonly ErrorCode[] = [],
): Promise<Found | null> {
  try {
    return await read();
  } catch (error) {
    const isRefusal =
      error instanceof AppError && !error.code.startsWith('storage.') && !thrown.includes(error.code);
    if (isRefusal) return null;
    throw error;
  }
}

async function readOrganizationLog(
  change: Change,
  since: string,
  organization: OrganizationDirectory,
  reserve = REQUESTS_RESERVE,
): Promise<MembershipEvent[]> {
  const events: MembershipEvent[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < BUDGETS.pages; pages += 1) {
    if (organization.requestsLeft() < reserve) return events;
    const page: Awaited<ReturnType<OrganizationDirectory['readGroupEvents']>> =
      await organization.readGroupEvents(change, since, cursor);
    events.push(...page.rows);
    cursor = page.next;
    if (cursor === null) break;
  }
  return events;
}

async function readJiraLog(
  change: AuditedKind,
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
