import { describe, expect, test } from 'vitest';

import { anUntoldReview, eventsOf, recipients } from './a-notice';
import { groups, people, stale } from './a-seed';

describe('“I still need this”', () => {
  const claim = { product: 'jira-software', note: 'I close the books in January.' };

  test('cancels the removal and returns the line with the words of its person', async () => {
    const review = await anUntoldReview();
    await review.tell();
    const { seats } = await review.site.get(people.casey, 'claim-seat', claim);
    expect(seats[0]).toMatchObject({ mayClaim: false, removal: null, claim: { note: claim.note } });
    expect(await review.lineOf(people.casey)).toMatchObject({
      state: 'undecided',
      cause: `The person concerned still needs it: ${claim.note}`,
      claim: { note: claim.note },
    });
    await review.site.host.advance('P8D');
    expect((await review.run()).sent).toBe(1);
    expect(review.site.removals()).toEqual([`${stale(1)}/${groups.jiraUsers}`]);
  });

  test('is said of one’s own account alone, whatever the payload names', async () => {
    const review = await anUntoldReview();
    await review.tell();
    for (const who of ['admin', 'approver', people.gil])
      expect(
        (await review.site.refusal(who, 'claim-seat', { ...claim, accountId: people.casey })).code,
      ).toMatch(/^(line\.not-found|claim\.not-allowed)$/);
    expect((await review.lineOf(people.casey)).state).toBe('noticed');
    expect(eventsOf(review).some(({ kind }) => kind === 'seat-claimed')).toBe(false);
  });

  test('is shown where one’s own seats are, with the last day', async () => {
    const review = await anUntoldReview();
    const own = async () => (await review.site.get(people.casey, 'get-my-seats')).seats[0];
    expect(await own()).toMatchObject({ mayClaim: true, removal: { toldAt: null, notBefore: null } });
    await review.tell();
    const told = await own();
    expect(told?.why).toMatch(/^Billable for Jira through /);
    const days = Date.parse(told?.removal?.notBefore ?? '') - Date.parse(told?.removal?.toldAt ?? '');
    expect(days).toBe(7 * 24 * 3_600_000);
    await review.site.host.advance('P7D');
    await review.run();
    expect(await own()).toMatchObject({ mayClaim: false, removal: { begun: true } });
  });

  test('is heard while a run has not come to its line: that is not removed', async () => {
    const review = await anUntoldReview();
    await review.tell();
    await review.site.host.advance('P7D');
    const { runId } = await review.start();
    const { seats } = await review.site.get(people.casey, 'claim-seat', claim);
    expect(seats[0]).toMatchObject({ mayClaim: false, removal: null, claim: { note: claim.note } });
    const run = await review.site.get('admin', 'run-slice', { runId });
    expect(run.items.find(({ accountId }) => accountId === people.casey)).toMatchObject({
      ...{ outcome: 'cancelled', text: `The person concerned still needs it: ${claim.note}` },
    });
    expect(review.site.removals()).toEqual([`${stale(1)}/${groups.jiraUsers}`]);
    expect((await review.lineOf(people.casey)).state).toBe('undecided');
  });

  test('has the person told anew before the seat is removed after all', async () => {
    const review = await anUntoldReview();
    await review.tell();
    await review.site.get(people.casey, 'claim-seat', claim);
    await review.approveRemovalOf(people.casey);
    expect((await review.tell()).waiting).toBe(0);
    expect(recipients(review).filter((id) => id === people.casey)).toHaveLength(2);
  });
});

test('The sign-off prints the days of notice, who was told and what was claimed', async () => {
  const review = await anUntoldReview();
  await review.tell();
  await review.site.get(people.casey, 'claim-seat', { product: 'jira-software', note: 'needed' });
  expect((await review.view()).conduct).toContain(
    'Notice: 7 days; 2 people told, 0 not reachable, 0 perhaps not told; 1 line claimed by the person concerned.',
  );
});
