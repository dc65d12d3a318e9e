import { describe, expect, test } from 'vitest';

import { people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';
import { scanDocument } from './scan-document';

const NOTE = 'works the year-end closing';

/** Casey's exception until March is approved; everything else is closed by the no-response rule. */
async function anExceptedReview(): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 1)) });
  const lines = await review.numbersOf([people.casey]);
  await review.decide('admin', lines, 'exception', { note: NOTE, until: '2027-03-01T00:00:00Z' });
  await review.approve('approver', lines);
  await endDeciding(review.site, review.cycleId);
  return review;
}

async function verdictOf({ site }: Review, accountId: string): Promise<string> {
  await site.scan();
  const { seats } = await scanDocument(site);
  const seat = seats.find((each) => each.accountId === accountId && each.product === 'jira-software');
  return `${String(seat?.verdict)}/${String(seat?.reason)}`;
}

const signOff = ({ site, cycleId }: Review) =>
  site.get('approver', 'sign-off', { cycleId, statement: 'one exception' });

describe('An approved exception', () => {
  test('protects its seat from sign-off on, and no other', async () => {
    const review = await anExceptedReview();
    await signOff(review);
    await review.site.host.advance('P1D');
    expect(await verdictOf(review, people.casey)).toBe('protected/exempt');
    expect(await verdictOf(review, stale(1))).toBe('cleanup/local-paths');
    const next = await openReview(review.site);
    await expect(next.lineOf(people.casey)).rejects.toThrow(/no line/);
  });

  test('protects nothing before sign-off', async () => {
    const review = await anExceptedReview();
    await review.site.host.advance('P1D');
    expect(await verdictOf(review, people.casey)).toBe('cleanup/local-paths');
  });

  test('protects nothing after its day', async () => {
    const review = await anExceptedReview();
    await signOff(review);
    await review.site.host.advance('P130D');
    expect(await verdictOf(review, people.casey)).toBe('cleanup/local-paths');
  });

  test('of a cancelled review protects nothing', async () => {
    const review = await anExceptedReview();
    const { site, cycleId } = review;
    await site.get('admin', 'cancel-cycle', { cycleId, reason: 'rehearsal' });
    await site.host.advance('P1D');
    expect(await verdictOf(review, people.casey)).toBe('cleanup/local-paths');
  });
});

describe('The register of exceptions', () => {
  const register = ({ site }: Review, filter = {}) => site.get('approver', 'list-exceptions', filter);

  test('leads an exception from its approval over the sign-off to its end', async () => {
    const review = await anExceptedReview();
    const states = [];
    states.push((await register(review)).rows[0]?.state);
    await signOff(review);
    states.push((await register(review)).rows[0]?.state);
    await review.site.host.advance('P130D');
    states.push((await register(review)).rows[0]?.state);
    expect(states).toEqual(['approved', 'in-force', 'expired']);
  });

  test('tells cycle, line, seat, owner, reason and approval', async () => {
    const review = await anExceptedReview();
    const { line } = await review.lineOf(people.casey);
    const { rows, total, totals } = await register(review);
    expect(rows).toMatchObject([
      {
        ...{ cycleId: review.cycleId, line, accountId: people.casey, product: 'jira-software', note: NOTE },
        ...{ owner: people.ada, approvedBy: people.bram, expires: '2027-03-01T00:00:00.000Z' },
      },
    ]);
    expect([total, totals.approved]).toEqual([1, 1]);
  });

  test('is filtered by where they stand, product and person', async () => {
    const review = await anExceptedReview();
    const found = async (filter: object): Promise<number> => (await register(review, filter)).total;
    expect(await found({ state: 'approved', product: 'jira-software', accountId: people.casey })).toBe(1);
    expect(await found({ state: 'waiting' })).toBe(0);
    expect(await found({ product: 'confluence' })).toBe(0);
    expect(await found({ accountId: people.devi })).toBe(0);
  });

  test('lists those of earlier reviews beside those of the open one', async () => {
    const review = await anExceptedReview();
    await signOff(review);
    await review.site.host.advance('P1D');
    await review.site.scan();
    const next = await openReview(review.site);
    const lines = await next.numbersOf([stale(1)]);
    await next.decide('admin', lines, 'exception', { note: NOTE, until: '2027-04-01T00:00:00Z' });
    const { rows } = await register(review);
    expect(rows.map(({ cycleId, state }) => [cycleId, state])).toEqual([
      [next.cycleId, 'waiting'],
      [review.cycleId, 'in-force'],
    ]);
  });
});

describe('Times with an offset', () => {
  const decideUntil = async (until: string): Promise<[Review, object]> => {
    const review = await aReview();
    const { line } = await review.lineOf(people.casey);
    return [review, review.decision([line], 'exception', { note: NOTE, until })];
  };

  test('are kept as UTC', async () => {
    const [review, command] = await decideUntil('2027-03-01T00:30:00+14:00');
    expect(await review.site.ask('admin', 'decide-lines', command)).toMatchObject({ ok: true });
    const { decision } = await review.lineOf(people.casey);
    expect(decision?.until).toBe('2027-02-28T10:30:00.000Z');
  });
});
