import { describe, expect, test } from 'vitest';

import { groups, people } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';
import { aScannedSite } from './a-site';

const CASEY = { accountId: people.casey, product: 'jira-software' };

async function historyOf(review: Review, seat = CASEY) {
  const { entries, open } = await review.site.get('admin', 'get-seat-history', seat);
  return { texts: entries.map(({ text }) => text), entries, open };
}

/** A review that removed Casey from Jira, verified it and was signed off. */
async function aRemoval(): Promise<Review> {
  const review = await aReview();
  const { site, cycleId } = review;
  await review.approveRemovalOf(people.casey);
  await review.run();
  await site.host.drain();
  await site.host.advance('PT25H');
  await site.host.trigger('seattrace-hourly');
  await site.host.drain();
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'done' });
  return review;
}

describe('The history of a seat', () => {
  test('is empty before the first review', async () => {
    const site = await aScannedSite();
    expect(await site.get('admin', 'get-seat-history', CASEY)).toEqual({ entries: [], open: null });
  });

  test('tells the whole way of a removal, record by record', async () => {
    const { texts, entries } = await historyOf(await aRemoval());
    expect(texts).toEqual([
      'Frozen into the review.',
      'Decided: remove, reason: other.',
      'Approved.',
      expect.stringMatching(/^A run that is to remove it was started, by plan [0-9a-f]{12}\.$/),
      'Removal from *jira-users-northwind* sent (attempt 1).',
      'Removal from *jira-users-northwind*: sent, HTTP 200. Removed.',
      expect.stringMatching(/^Checked \(within minutes\): access gone\./),
      expect.stringMatching(/^Checked \(after a day\): access gone\./),
      'Signed off.',
    ]);
    expect(entries.every(({ sequence }) => sequence !== null)).toBe(true);
  });

  test('tells that the seat came back, and through which group', async () => {
    const review = await aRemoval();
    const { host } = review.site;
    await host.advance('P2D');
    host.apply({ do: 'add-to-group', group: groups.jiraUsers, account: people.casey });
    await host.advance('P1D');
    await review.site.scan();
    expect((await historyOf(review)).texts.at(-1)).toMatch(
      /^Came back: verified as gone on .+ through \*jira-users-northwind\* \(added on .+\)\.$/,
    );
  });

  test('tells an owner’s answer, and the review that is going on', async () => {
    const review = await aReview();
    const { site, cycleId } = review;
    const { line } = await review.lineOf(people.erin);
    await review.decide('admin', [line], 'route-out');
    await site.get('admin', 'answer-handoffs', {
      cycleId,
      handoffIds: [`${String(line)}-business`],
      answer: 'keep',
      answeredBy: 'Procurement',
      note: 'Contract runs on',
      until: '2027-03-01T00:00:00.000Z',
    });
    const { texts, open } = await historyOf(review, { ...CASEY, accountId: people.erin });
    expect(texts.at(-1)).toBe('Procurement answered “still needed” until 1 Mar 2027. Contract runs on');
    expect(open?.line).toBe(line);
  });

  test('goes over all reviews, oldest first', async () => {
    const first = await aReview();
    const { site, cycleId } = first;
    await first.decide('admin', await first.numbersOf([people.casey]), 'keep', {
      note: 'on leave',
      reason: 'on-leave',
      until: '2026-12-01T00:00:00.000Z',
    });
    await endDeciding(site, cycleId);
    await site.get('approver', 'sign-off', { cycleId, statement: 'kept' });
    await site.host.advance('P1D');
    await site.scan();
    await openReview(site);
    const { texts } = await historyOf(first);
    expect(texts).toEqual([
      'Frozen into the review.',
      'Decided: keep until 1 Dec 2026, reason: on leave. on leave',
      'Signed off.',
      'Frozen into the review.',
      'Kept until 1 Dec 2026 by a decision of an earlier review.',
    ]);
  });
});
