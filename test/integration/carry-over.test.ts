import { describe, expect, test } from 'vitest';

import { bundledSeed } from '../local/generate/bundled';
import { groups, people } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';
import { aScannedSite } from './a-site';

/** Signed off with the questions about Jenkins and Erin still open. */
async function aSignedOffReview(): Promise<Review> {
  const review = await aReview();
  const { site, cycleId } = review;
  await review.decide('admin', await review.numbersOf([people.jenkins, people.erin]), 'route-out');
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'handoffs go on' });
  return review;
}

async function handoffsOf(review: Review, accountId: string) {
  const { line } = await review.lineOf(accountId);
  const { handoffs } = await review.site.get('admin', 'get-line', { cycleId: review.cycleId, line });
  return handoffs.map(({ owner, status, dueAt }) => ({ owner, status, dueAt }));
}

const leaveTheIdp = {
  do: 'idp-sync',
  group: groups.engineering,
  add: [],
  remove: [people.jenkins],
};

describe('Open handoffs', () => {
  test('go on in the next review, with their due dates, and are not asked twice', async () => {
    const first = await aSignedOffReview();
    const before = await handoffsOf(first, people.jenkins);
    await first.site.host.advance('P20D');
    await first.site.scan();
    const second = await openReview(first.site);
    expect(await handoffsOf(second, people.jenkins)).toEqual(before);
    expect((await second.lineOf(people.jenkins)).carriedFrom).toBe(first.cycleId);
  });

  test('of the next review may be answered there', async () => {
    const first = await aSignedOffReview();
    await first.site.host.advance('P1D');
    await first.site.scan();
    const second = await openReview(first.site);
    const { line } = await second.lineOf(people.jenkins);
    await first.site.get('admin', 'answer-handoffs', {
      cycleId: second.cycleId,
      handoffIds: [`${String(line)}-technical`],
      answer: 'keep',
      answeredBy: 'Build team',
    });
    expect((await handoffsOf(second, people.jenkins)).map(({ status }) => status)).toEqual([
      'open',
      'answered',
    ]);
  });

  test('become overdue when their day has passed', async () => {
    const { site } = await aSignedOffReview();
    await site.host.advance('P15D');
    const { totals } = await site.get('admin', 'list-handoffs', { status: 'overdue' });
    expect(totals).toMatchObject({ handoffs: 3, overdue: 3 });
  });

  test('of one cause are one case with its packet', async () => {
    const { site } = await aSignedOffReview();
    const { rows } = await site.get('admin', 'list-handoffs', { owner: 'identity' });
    expect(rows).toHaveLength(1);
    const { packet, question } = await site.get('admin', 'get-case', { caseId: rows[0]?.caseId ?? '' });
    expect(packet).toContain('idp-engineering');
    expect(question).toMatch(/\?$/);
  });
});

describe('A handoff closes itself', () => {
  test('when a scan of its review no longer finds the seat', async () => {
    const review = await aReview();
    const { site } = review;
    await review.decide('admin', await review.numbersOf([people.jenkins]), 'route-out');
    site.host.apply(leaveTheIdp);
    await site.host.advance('PT1H');
    await site.scan();
    expect((await handoffsOf(review, people.jenkins)).map(({ status }) => status)).toEqual([
      'closed',
      'closed',
    ]);
  });

  test('after sign-off as a record of the organization’s ledger; the review stays as it was', async () => {
    const review = await aSignedOffReview();
    const { site } = review;
    const { headHash } = await review.view();
    site.host.apply(leaveTheIdp);
    await site.host.advance('PT1H');
    await site.scan();
    expect((await review.view()).headHash).toBe(headHash);
    const { totals } = await site.get('admin', 'list-handoffs', {});
    expect(totals.closed).toBe(2);
  });

  test('but not on a scan’s word alone: the account is read again', async () => {
    const review = await aReview();
    const { site } = review;
    await review.decide('admin', await review.numbersOf([people.jenkins]), 'route-out');
    const before = site.calls('POST', /users\/search$/).length;
    site.host.apply(leaveTheIdp);
    await site.host.advance('PT1H');
    await site.scan();
    const reads = site.calls('POST', /users\/search$/).slice(before);
    expect(reads.some(({ body }) => JSON.stringify(body).includes(people.jenkins))).toBe(true);
  });

  test('as withdrawn when the seat is in use again', async () => {
    const review = await aReview();
    const { site } = review;
    await review.decide('admin', await review.numbersOf([people.jenkins]), 'route-out');
    site.host.apply({ do: 'activity', account: people.jenkins, product: 'jira-software' });
    await site.host.advance('P2D');
    await site.scan();
    expect((await handoffsOf(review, people.jenkins)).map(({ status }) => status)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
  });

  test('not because the local path ended while the synced one is left', async () => {
    const review = await aReview();
    const { site } = review;
    await review.decide('admin', await review.numbersOf([people.devi]), 'remove');
    site.host.apply({ do: 'remove-from-group', account: people.devi, group: groups.jiraUsers });
    await site.host.advance('PT1H');
    await site.scan();
    expect((await handoffsOf(review, people.devi)).map(({ status }) => status)).toEqual(['open']);
  });
});

test('Questions of one product go on beside the review of another', async () => {
  const site = await aScannedSite({ seed: bundledSeed() });
  const jira = await openReview(site, ['jira-software']);
  const [asked] = await jira.lines({ verdict: 'route-out' });
  await jira.decide('admin', [asked?.line ?? 0], 'route-out');
  await endDeciding(site, jira.cycleId);
  await site.get('approver', 'sign-off', { cycleId: jira.cycleId, statement: 'done' });
  await site.host.advance('P1D');
  await site.scan();
  await openReview(site, ['confluence']);
  const { rows } = await site.get('admin', 'list-handoffs', { status: 'open' });
  expect(rows.map(({ cycleId }) => cycleId)).toContain(jira.cycleId);
});
