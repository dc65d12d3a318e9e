import { describe, expect, test } from 'vitest';

import { withAnswers } from './an-organization';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';

const EVERYBODY = [people.casey, stale(1), stale(2)];
const REFUSALS = [
  ['a 403', { errorMessages: ['Forbidden'] }],
  ['ADMIN-403-5', { errors: [{ code: 'ADMIN-403-5', title: 'Group is managed elsewhere' }] }],
] as const;

/** Three people of the default group, whose removals Atlassian refuses, and one of another group. */
async function aRefusedReview(body: unknown): Promise<Review> {
  const seed = tiny((each) => {
    withStalePeople(each, 3);
    for (const account of each.accounts)
      if (account.accountId === stale(3)) account.groups = [groups.contractors];
  });
  const organization = withAnswers('DELETE', /\/group\/user$/, (answer, { query }) =>
    query.get('groupId') === groups.jiraUsers ? { ...answer, status: 403, body } : answer,
  );
  return aReview({ seed, organization });
}

describe.each(REFUSALS)('A group that refused a removal with %s', (_, body) => {
  test('is asked once: the others on it are cancelled with that cause, nobody else', async () => {
    const review = await aRefusedReview(body);
    await review.approveRemovalOf(...EVERYBODY);
    await review.approveRemovalOf(stale(3));
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 1, blocked: 1, cancelled: 2 });
    expect(review.site.removals()).toEqual([
      `${people.casey}/${groups.jiraUsers}`,
      `${stale(3)}/${groups.contractors}`,
    ]);
    for (const accountId of [stale(1), stale(2)])
      expect(await review.lineOf(accountId)).toMatchObject({
        outcome: 'cancelled',
        cause: expect.stringMatching(/refused a removal and counts as synced/) as string,
      });
  });

  test('is left out of the plans of the same review', async () => {
    const review = await aRefusedReview(body);
    await review.approveRemovalOf(people.casey);
    await review.run();
    await review.approveRemovalOf(stale(1), stale(2));
    const plan = await review.plan();
    expect(plan.people).toBe(0);
    expect(plan.skips.map(({ why }) => why)).toEqual(
      Array(2).fill('jira-users-northwind refused a removal and counts as synced until it is scanned again'),
    );
  });

  test('may be asked again in the next review, which rests on a new scan', async () => {
    const review = await aRefusedReview(body);
    await review.approveRemovalOf(people.casey);
    await review.run();
    const { site, cycleId } = review;
    await endDeciding(site, cycleId);
    await site.get('approver', 'sign-off', { cycleId, statement: 'one was refused' });
    await site.host.advance('P1D');
    await site.scan();
    const next = await openReview(site);
    await next.approveRemovalOf(stale(1));
    expect(await next.plan()).toMatchObject({ people: 1, skips: [] });
  });
});
