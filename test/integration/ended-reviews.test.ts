import { describe, expect, test } from 'vitest';

import { groups, people } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';
import { aScannedSite } from './a-site';
import { aSiteWithDraft } from './crash/sites';

const DONE = 'I looked at every line.';

/** Everything is decided: Casey excepted, the questions about Jenkins and Erin open, the rest closed as kept. */
async function aDecidedReview(): Promise<Review> {
  const review = await aReview();
  const { site, cycleId } = review;
  const casey = await review.numbersOf([people.casey]);
  const until = '2027-03-01T00:00:00Z';
  await review.decide('admin', casey, 'exception', { note: 'seasonal', until });
  await review.approve('approver', casey);
  await review.decide('admin', await review.numbersOf([people.jenkins, people.erin]), 'route-out');
  await endDeciding(site, cycleId);
  return review;
}

/** The sign-off stands, but the organization was not told: the invocation died between the two records. */
async function aReviewWhoseEndIsUntold(): Promise<Review> {
  const review = await aDecidedReview();
  const { site, cycleId } = review;
  site.host.fault({ target: 'kvs', match: 'set ledger:org', mode: 'crash' });
  await expect(site.ask('approver', 'sign-off', { cycleId, statement: DONE })).rejects.toThrow();
  expect((await review.view()).state).toBe('signed-off');
  return review;
}

test.each(['sign-off', 'cancel-cycle'] as const)(
  '%s asked again after a crash tells the organization',
  async (name) => {
    const { site, cycleId } = await aDecidedReview();
    const payload = { cycleId, statement: DONE, reason: DONE };
    site.host.fault({ target: 'kvs', match: 'set ledger:org', mode: 'crash' });
    await expect(site.ask('approver', name, payload)).rejects.toThrow();
    expect((await site.refusal('approver', name, payload)).message).toMatch(/signed off|was cancelled/);
    expect(await site.get('admin', 'get-cycle')).toBeNull();
  },
);

const records = async (review: Review): Promise<number> => (await review.view()).sequence;

describe('A sign-off that died before the organization was told', () => {
  test('lets the next review open only on a newer scan', async () => {
    const { site } = await aReviewWhoseEndIsUntold();
    expect((await site.refusal('admin', 'open-cycle', {})).message).toMatch(/rests on this very scan/);
  });

  test('still has its exceptions count in the next scan', async () => {
    const { site } = await aReviewWhoseEndIsUntold();
    await site.host.advance('PT1H');
    await site.scan();
    const seat = { accountId: people.casey, product: 'jira-software' };
    expect((await site.get('admin', 'get-seat', seat)).verdict).toBe('protected');
  });

  test('still hands its open questions to the next review', async () => {
    const first = await aReviewWhoseEndIsUntold();
    await first.site.host.advance('P1D');
    await first.site.scan();
    const second = await openReview(first.site);
    expect((await second.lineOf(people.jenkins)).carriedFrom).toBe(first.cycleId);
  });

  test('is not written to by a scan that finds a question answered', async () => {
    const review = await aReviewWhoseEndIsUntold();
    const { site } = review;
    const before = await records(review);
    site.host.apply({ do: 'idp-sync', group: groups.engineering, add: [], remove: [people.jenkins] });
    await site.host.advance('P1D');
    await site.scan();
    expect(await records(review)).toBe(before);
    const { rows } = await site.get('admin', 'list-handoffs', { status: 'closed' });
    expect(rows.length).toBeGreaterThan(0);
  });
});

test.each([200, 300])(
  'What a check %i ms behind another finds after the sign-off is not written',
  async (later) => {
    const review = await aReview();
    const { site, cycleId } = review;
    const casey = await review.numbersOf([people.casey]);
    await review.decide('approver', casey, 'remove');
    await review.approve('admin', casey);
    await review.run('approver');
    await endDeciding(site, cycleId);
    await site.host.advance('P2D');
    site.host.setLatency({ rest: 50, kvs: 5 });
    const check = () => site.ask('admin', 'verify-removals', { cycleId });
    const signOff = async () => {
      const asked = { cycleId, statement: DONE };
      while (!(await site.ask('admin', 'sign-off', asked)).ok) await site.host.clock.sleep(5);
      return records(review);
    };
    const [sequence] = await Promise.all([signOff(), check(), site.host.clock.sleep(later).then(check)]);
    expect(await records(review)).toBe(sequence);
  },
);

describe('Opening a review while another person’s opening still goes on', () => {
  test.each([60, 75, 90, 105])('%i ms later leaves one open review', async (later) => {
    const site = await aScannedSite();
    site.host.setLatency({ rest: 10, kvs: 10 });
    const [first, second] = await Promise.all([
      site.ask('admin', 'open-cycle', {}),
      site.host.clock.sleep(later).then(() => site.ask('approver', 'open-cycle', {})),
    ]);
    const opened = [first, second].flatMap((reply) => (reply.ok ? [reply.data.cycleId] : []));
    const open = (await site.get('admin', 'list-cycles')).filter(({ state }) => state === 'open');
    expect(open.map(({ cycleId }) => cycleId)).toEqual(opened);
    expect(opened).toHaveLength(1);
  });
});

test.each([1_310, 1_320, 1_330, 1_340])(
  'A draft that a person opens %i ms into the scan that would replace it stays open',
  async (later) => {
    const { site, cycleId } = await aSiteWithDraft();
    await site.host.advance('P31D');
    await site.get('admin', 'start-scan');
    site.host.setLatency({ rest: 50, kvs: 5, queue: 1_000 });
    const [opened] = await Promise.all([
      site.host.clock.sleep(later).then(() => site.ask('admin', 'open-cycle', { cycleId })),
      site.host.drain(),
    ]);
    const review = (await site.get('admin', 'list-cycles')).find((each) => each.cycleId === cycleId);
    expect(review?.state).toBe(opened.ok ? 'open' : 'cancelled');
  },
);
