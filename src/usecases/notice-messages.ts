import { toIso } from '../lib/duration';
import { usesJira } from '../domain/classification/access';
import { namesOf } from '../domain/classification/explain';
import { indexOrganization } from '../domain/classification/organization-index';
import { noticeMessage, type NoticeMessage } from '../domain/notice/notice-message';
import type { PlannedPerson } from '../domain/plan/removal-plan';
import type { Cycle } from '../domain/review/cycle';
import type { Snapshot } from '../domain/snapshot';
import type { NoticeTools } from './notice-issue';

/** Messages of one review: a preview is the very text that is sent. */
export interface Messages {
  readonly message: (cycle: Cycle, person: PlannedPerson) => NoticeMessage;
  /** Whether the person can answer in the app. */
  readonly opensPage: (accountId: string) => boolean;
}

export function createMessages({ header, accounts }: Snapshot, { platform, notices }: NoticeTools): Messages {
  const names = namesOf(header);
  const index = indexOrganization(header);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const opensPage = (accountId: string): boolean => {
    const account = byId.get(accountId);
    return account !== undefined && usesJira(account, index);
  };
  const siteUrl = header.site.url;
  return {
    opensPage,
    message: (cycle, person) =>
      noticeMessage(cycle, person, {
        names,
        siteUrl,
        pageUrl: notices.pageUrl(siteUrl),
        opensPage: opensPage(person.accountId),
        now: toIso(platform.now()),
      }),
  };
}
