import { describe, expect, test } from 'vitest';

import { people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';
import { exempt } from './an-exemption';
import { withAnswers } from './an-organization';

/** Approved for two people. */
async function anApprovedReview(): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 1)) });
  await review.approveRemovalOf(people.casey, stale(1));
  return review;
}

describe('What removals rest on beside the people is read again:', () => {
  test('where no log tells of additions to groups any more, nobody is removed', async () => {
    const review = await anApprovedReview();
    const { host } = review.site;
    host.fault({ target: 'org', match: 'GET /admin/v1/orgs/*/events', status: 403, times: 50 });
    host.fault({ target: 'jira', match: 'GET /rest/api/3/auditing/record', status: 403, times: 50 });
    expect(await review.run()).toMatchObject({ sent: 0, cancelled: 2 });
    expect((await review.lineOf(people.casey)).cause).toBe(
      'the last use can no longer be read: when people were added to groups could not be read',
    );
  });

  test('where the log of the organization asks to wait, Jira’s tells, and nobody has to', async () => {
    const review = await anApprovedReview();
    const { runId } = await review.start();
    const { host } = review.site;
    const wait = { status: 429, headers: { 'retry-after': '60' } };
    host.fault({ target: 'org', match: 'GET /admin/v1/orgs/*/events', ...wait, times: 10 });
    expect(await review.slice('admin', runId)).toMatchObject({ state: 'ended', sent: 2, cancelled: 0 });
  });

  test('an outage while additions are read ends the slice, and cancels nobody', async () => {
    const review = await anApprovedReview();
    const { runId } = await review.start();
    const { host } = review.site;
    host.fault({ target: 'org', match: 'GET /admin/v1/orgs/*/events', status: 503, times: 10 });
    const { code } = await review.site.refusal('admin', 'run-slice', { runId });
    expect(code).toBe('atlassian.unavailable');
    host.clearFaults();
    expect(await review.slice('admin', runId)).toMatchObject({ state: 'ended', sent: 2, cancelled: 0 });
  });

  test('an exemption that is approved while a run goes on covers whoever has not had their turn', async () => {
    const everybody = Array.from({ length: 12 }, (_, index) => stale(index + 1));
    let exempted: Promise<unknown> | undefined;
    const review: Review = await aReview({
      seed: tiny((seed) => withStalePeople(seed, 12)),
      organization: withAnswers('DELETE', /group\/user$/, (answer) => {
        exempted ??= exempt(review.site, { match: { account: stale(12) } });
        return answer;
      }),
    });
    await review.approveRemovalOf(...everybody);
    await review.run();
    await exempted;
    expect(await review.lineOf(stale(12))).toMatchObject({
      ...{ outcome: 'cancelled', cause: 'an exemption covers the seat now' },
    });
    expect(review.site.removals()).toHaveLength(11);
  });
});
