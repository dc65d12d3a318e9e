import { toUserExport } from '../local/generate/user-export';
import { parseSeed } from '../local/organization/seed';
import { importExport } from '../local/prepare';
import { groups, people, tiny } from './a-seed';
import { openReview, type Review } from './a-review';
import { aSite, type SiteOptions } from './a-site';

/** The day before the scan. */
export const EXPORTED_ON = '2026-11-01';

/** A page of groups with the default group alone. */
export const ONE_GROUP = {
  ...{ isLast: true, startAt: 0, maxResults: 50, total: 1 },
  values: [{ groupId: groups.jiraUsers, name: 'jira-users-northwind' }],
};

/** A review without an organization key, on a user export, approved for Casey; the default group is confirmed. */
export async function aKeylessReview(
  change?: Parameters<typeof tiny>[0],
  options: SiteOptions = {},
): Promise<Review> {
  const seed = tiny(change);
  const site = await aSite({ seed, orgKey: false, ...options });
  await importExport(site.host, { text: toUserExport(parseSeed(seed)), exportedOn: EXPORTED_ON });
  await site.scan();
  const review = await openReview(site);
  await review.approveRemovalOf(people.casey);
  await site.get('admin', 'confirm-group', { groupId: groups.jiraUsers, reason: 'made by hand in 2019' });
  return review;
}
