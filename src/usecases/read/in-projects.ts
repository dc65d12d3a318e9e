import type { AccountFacts } from '../../domain/account';
import { administrationOf, impactOfLeaving } from '../../domain/classification/group-impact';
import type { UseIndex } from '../../domain/classification/group-use';
import { impactInWords, unreadInWords, waysInWords } from '../../domain/classification/impact-in-words';
import type { OrganizationIndex } from '../../domain/classification/organization-index';
import type { Fact } from './seat-facts';

/** What is known of the organization, and of where its groups are used in projects: null where nobody read that. */
export interface Known {
  readonly index: OrganizationIndex;
  readonly use: UseIndex | null;
}

/** What leaving the groups ends and leaves in projects, or that nobody read it; empty without a group. */
export function inProjectsOf(
  account: AccountFacts | undefined,
  leaving: readonly string[],
  { index, use }: Known,
): string {
  if (leaving.length === 0) return '';
  if (account === undefined || use === null) return impactInWords(null, use);
  return impactInWords(impactOfLeaving(account, leaving, { index, use }), use);
}

/** Through which role and group the account administers projects; said only where a full scan read it. */
export function administrationFacts(account: AccountFacts, { index, use }: Known): Fact[] {
  if (use === null) return [];
  const ways = administrationOf(account, { index, use }).map(
    (each) => `${each.project} (${waysInWords(each.ways)})`,
  );
  const unread = unreadInWords(use);
  const found = ways.length === 0 ? (unread === '' ? 'none' : 'none that could be read') : ways.join(', ');
  return [
    {
      label: 'Project administration comes through',
      value: unread === '' ? found : `${found}. ${unread}`,
      happenedAt: null,
      isLastUse: false,
      source: 'Jira: roles and permission schemes of projects',
      asOf: use.reading.readAt,
    },
  ];
}
