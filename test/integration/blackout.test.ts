import { describe, expect, test } from 'vitest';

import type { Blackout } from '../../src/domain/plan/blackout';
import { aReview, REVIEW_SETTINGS, type Review } from './a-review';
import { people, stale, tiny, withStalePeople } from './a-seed';
import { aSite } from './a-site';

/** The site's clock begins on Monday, 2 November 2026, at 09:00 UTC. */
const TODAY: Blackout = { timeZone: 'UTC', days: ['mon'], from: '08:00', to: '18:30' };
const END = '2026-11-02T18:30:00.000Z';
const EVERYBODY = [people.casey, ...[1, 2, 3, 4, 5].map(stale)];

async function anApprovedReview(blackout: Blackout | null): Promise<Review> {
  const seed = tiny((each) => withStalePeople(each, 5));
  const review = await aReview({ seed, settings: { blackout } });
  await review.approveRemovalOf(...EVERYBODY);
  return review;
}

const sentAt = ({ site }: Review): string[] => site.calls('DELETE').map(({ at }) => at);

describe('In blackout hours', () => {
  test('a run with the organization key waits, says until when, and then goes on by itself', async () => {
    const review = await anApprovedReview(TODAY);
    const { site } = review;
    const { runId } = await review.start('admin', 'organization-key');
    await site.host.advance('PT9H');
    expect(sentAt(review)).toEqual([]);
    expect(await site.get('admin', 'get-run', { runId })).toMatchObject({
      state: 'running',
      waitsUntil: END,
      message: 'Waits until 2 Nov 2026, 18:30 UTC: nothing is removed in blackout hours.',
    });
    await site.host.advance('PT1H');
    expect(await site.get('admin', 'get-run', { runId })).toMatchObject({ state: 'ended', sent: 6 });
    expect(sentAt(review).every((at) => at >= END)).toBe(true);
  });

  test('a slice of the acting administrator writes nothing, and the run goes on afterwards', async () => {
    const review = await anApprovedReview(TODAY);
    const { runId } = await review.start();
    expect(await review.slice('admin', runId)).toMatchObject({ state: 'running', sent: 0, waitsUntil: END });
    await review.site.host.advance('PT9H30M');
    expect(await review.slice('admin', runId)).toMatchObject({ state: 'ended', sent: 6, waitsUntil: null });
  });

  test('that begin in the middle of a run nothing more is written', async () => {
    const review = await anApprovedReview({ ...TODAY, from: '09:01' });
    const { host } = review.site;
    const { runId } = await review.start('admin', 'organization-key');
    host.setLatency({ rest: 3_000 });
    await host.advance('PT8H');
    const begun = sentAt(review);
    expect(begun.length).toBeGreaterThan(0);
    expect(begun.length).toBeLessThan(6);
    host.setLatency({ rest: 0 });
    await host.advance('PT2H');
    expect(await review.site.get('admin', 'get-run', { runId })).toMatchObject({ state: 'ended', sent: 6 });
    const dark = sentAt(review).filter((at) => at >= '2026-11-02T09:01:01Z' && at < END);
    expect(dark).toEqual([]);
  });

  test('a run can be stopped and paused as at any other hour', async () => {
    const review = await anApprovedReview(TODAY);
    const { runId } = await review.start('admin', 'organization-key');
    await review.site.get('approver', 'pause-run', { runId });
    await review.site.get('approver', 'stop-run', { runId, reason: 'not this month' });
    await review.site.host.advance('P1D');
    expect(sentAt(review)).toEqual([]);
  });
});

describe('Blackout hours', () => {
  test('are those with which the review opened', async () => {
    const review = await anApprovedReview(TODAY);
    await review.site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, blackout: null });
    const { runId } = await review.start();
    expect(await review.slice('admin', runId)).toMatchObject({ state: 'running', sent: 0 });
  });

  test('stay as they are when a page does not send them, and end when it sends none', async () => {
    const site = await aSite();
    const save = (settings: object) =>
      site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, ...settings });
    expect((await save({ blackout: TODAY })).review.blackout).toEqual(TODAY);
    expect((await save({ dueDays: 7 })).review.blackout).toEqual(TODAY);
    expect((await save({ blackout: null })).review.blackout).toBeNull();
  });

  test.each([
    [{ timeZone: 'Europe/Atlantis' }, /no time zone/],
    [{ from: '24:00' }, /no time of day/],
    [{ days: [] }, /blackout/],
    [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], to: '08:00' }, /no hour of the week is left/],
  ])('with %j are refused', async (change, why) => {
    const site = await aSite();
    const refused = await site.refusal('admin', 'save-review-settings', {
      ...REVIEW_SETTINGS,
      blackout: { ...TODAY, ...change },
    });
    expect(refused.code).toBe('input.invalid');
    expect(refused.message).toMatch(why);
  });
});
