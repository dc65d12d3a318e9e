import { expect, test } from 'vitest';

import type { Executor } from '../../src/domain/review/run';
import { aReview, type Review } from './a-review';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';

/** Six people, some in two groups; one is active again, one becomes an administrator, one leaves by another hand. */
async function theSameMonth(executor: Executor): Promise<Review> {
  const seed = tiny((each) => withStalePeople(each, 4, [groups.jiraUsers, groups.contractors]));
  const review = await aReview({ seed });
  const { host } = review.site;
  for (const person of [people.casey, people.devi, ...[1, 2, 3, 4].map(stale)])
    await review.approveRemovalOf(person);
  host.apply({ do: 'make-admin', account: stale(2), role: 'site-admin' });
  host.apply({ do: 'activity', account: stale(3), product: 'jira-software' });
  host.apply({ do: 'remove-from-group', account: stale(4), group: groups.contractors });
  await host.advance('P2D');
  if (executor === 'organization-key') await review.runWithKey();
  else await review.run();
  await host.drain();
  await host.advance('P2D');
  await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
  return review;
}

/** Everything that the organization is, but for who changed it when, and what asking it has cost. */
function wholeOrganization({ site: { host } }: Review) {
  const { quota: _, ...whole } = host.organization.dump() as Dump;
  return {
    ...whole,
    changes: whole.changes.map(({ accountId, groupId, added }) => ({ accountId, groupId, added })),
    seatDeltas: whole.seatDeltas.map(({ product, delta }) => ({ product, delta })),
    formerAccounts: whole.formerAccounts.map(({ id, state }) => ({ id, state })),
    memberships: host.organization.memberships(),
  };
}

interface Dump {
  readonly quota: unknown;
  readonly changes: readonly { accountId: string; groupId: string; added: boolean }[];
  readonly seatDeltas: readonly { product: string; delta: number }[];
  readonly formerAccounts: readonly { id: string; state: unknown }[];
}

/** What people are shown of a review, but for who wrote and when. */
async function shownOf(review: Review): Promise<unknown> {
  const { runId } = await review.view();
  const run = await review.site.get('admin', 'get-run', { runId: runId ?? '' });
  const shown = { lines: await review.lines(), items: run.items, state: run.state };
  return JSON.parse(JSON.stringify(shown).replace(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, 'time')) as unknown;
}

test('The same organization ends up the same, whoever executes', async () => {
  const [acting, keyed] = [
    await theSameMonth('acting-administrator'),
    await theSameMonth('organization-key'),
  ];
  expect(keyed.site.calls('DELETE').every(({ as }) => as === 'org-key')).toBe(true);
  expect(acting.site.calls('DELETE').every(({ as }) => as === `user:${people.ada}`)).toBe(true);
  expect(keyed.site.removals()).toEqual(acting.site.removals());
  expect(keyed.site.removals().length).toBeGreaterThan(2);
  expect(wholeOrganization(keyed)).toEqual(wholeOrganization(acting));
  expect(await shownOf(keyed)).toEqual(await shownOf(acting));
});
