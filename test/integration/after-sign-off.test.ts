import { expect, test } from 'vitest';

import { people } from './a-seed';
import { aReview, endDeciding, openReview, type Review } from './a-review';
import type { Site } from './a-site';

const statement = 'everything was looked at';
const CONSENT = { answer: 'remove', answeredBy: 'Olga Owner', note: 'the integration is gone' } as const;

/** Jenkins is asked about; Casey is excepted for a quarter; the rest is kept by the rule. Signed off. */
async function aSignedOffReview(): Promise<Review> {
  const review = await aReview({ settings: { dueDays: 1 } });
  const { site, cycleId } = review;
  await review.decide('admin', await review.numbersOf([people.jenkins]), 'route-out');
  const casey = await review.numbersOf([people.casey]);
  const until = '2027-02-01T00:00:00Z';
  await review.decide('admin', casey, 'exception', { note: 'on leave until then', until });
  await review.approve('approver', casey);
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement });
  return review;
}

async function handoffOf(review: Review, accountId: string): Promise<string> {
  const { line } = await review.lineOf(accountId);
  const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
  return handoffs.find(({ owner }) => owner === 'technical')?.handoffId ?? '';
}

/** Whom Jenkins' line asks, and what they answered. */
async function answersOn(review: Review) {
  const { line } = await review.lineOf(people.jenkins);
  const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
  return handoffs.map(({ owner, answer }) => [owner, answer]);
}

/** A month later, scanned again. */
async function theNext(site: Site): Promise<Review> {
  await site.host.advance('P30D');
  await site.scan();
  return openReview(site);
}

const stands = async (review: Review) => {
  const { rows } = await review.site.get('admin', 'list-handoffs', { owner: 'technical' });
  return rows.map(({ cycleId, open }) => ({ cycleId, open }));
};

test('An owner answers between two reviews: the next one knows of it, and the last one stays as it was', async () => {
  const review = await aSignedOffReview();
  const { site, cycleId } = review;
  const { headHash } = await review.view();
  const handoffIds = [await handoffOf(review, people.jenkins)];
  await site.get('admin', 'answer-handoffs', { cycleId, handoffIds, ...CONSENT });
  expect(await stands(review)).toEqual([{ cycleId, open: 0 }]);
  expect((await review.view()).headHash).toBe(headHash);
  const next = await theNext(site);
  expect(await answersOn(next)).toContainEqual(['technical', 'remove']);
});

test('The answer stands in the trace of its line, after the sign-off', async () => {
  const review = await aSignedOffReview();
  const { site, cycleId } = review;
  const { line } = await review.lineOf(people.jenkins);
  const handoffIds = [await handoffOf(review, people.jenkins)];
  await site.get('admin', 'answer-handoffs', { cycleId, handoffIds, ...CONSENT });
  const { after } = await site.get('admin', 'get-trace', { cycleId, line });
  expect(after.map(({ text }) => text)).toEqual([
    'Olga Owner answered “may be removed” for the owner of technical.',
  ]);
});

test('A question that the next review carries on is answered there', async () => {
  const review = await aSignedOffReview();
  const { site, cycleId } = review;
  const handoffIds = [await handoffOf(review, people.jenkins)];
  await theNext(site);
  expect(await site.refusal('admin', 'answer-handoffs', { cycleId, handoffIds, ...CONSENT })).toEqual({
    code: 'cycle.wrong-state',
    message: 'A newer review carries this question on: answer it there.',
  });
});

test('An answer that a cancelled review took is not asked for again', async () => {
  const review = await aSignedOffReview();
  const { site } = review;
  const next = await theNext(site);
  const handoffIds = [await handoffOf(next, people.jenkins)];
  await site.get('admin', 'answer-handoffs', { cycleId: next.cycleId, handoffIds, ...CONSENT });
  await site.get('admin', 'cancel-cycle', { cycleId: next.cycleId, reason: 'opened too early' });
  expect(await stands(review)).toEqual([{ cycleId: review.cycleId, open: 0 }]);
  const again = await openReview(site);
  expect(await answersOn(again)).toContainEqual(['technical', 'remove']);
});

test('An exception is ended before its day: its seat is judged like others by the next scan', async () => {
  const review = await aSignedOffReview();
  const { site, cycleId } = review;
  const { line } = await review.lineOf(people.casey);
  const verdict = async () => {
    await site.host.advance('P1D');
    await site.scan();
    return (await site.get('admin', 'list-seats', { accountId: people.casey })).rows[0]?.verdict;
  };
  expect(await verdict()).toBe('protected');
  const { rows } = await site.get('admin', 'end-exception', { cycleId, line, reason: 'has left' });
  expect(rows).toMatchObject([{ state: 'ended', ended: { by: people.ada, reason: 'has left' } }]);
  expect(await verdict()).toBe('cleanup');
});

test('A day of the calendar on which no seat asks for a decision is recorded once', async () => {
  const review = await aReview({ settings: { dueDays: 1 }, schedules: true });
  const { site, cycleId } = review;
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement });
  for (const account of Object.values(people))
    for (const product of ['jira-software', 'confluence'])
      site.host.apply({ do: 'activity', account, product });
  await site.get('admin', 'save-calendar', {
    ...{
      billing: [],
      recurrence: { kind: 'monthly', day: 5 },
      leadDays: 21,
      noticeDays: 7,
      executionDays: 1,
    },
  });
  await site.host.advance('P4D');
  const records = site
    .stored()
    .filter(({ value }) => JSON.stringify(value ?? '').includes('nothing-to-review'));
  expect(records.map(({ key }) => key).filter((key) => key.startsWith('ledger:org'))).toHaveLength(1);
  expect(await site.get('admin', 'get-cycle')).toBeNull();
});
