import { describe, expect, test } from 'vitest';

import { findChainFault } from '../../src/domain/evidence/hash-chain';
import type { LedgerRecord } from '../../src/domain/evidence/record';
import { people } from './a-seed';
import { aReview, type Review } from './a-review';

async function expectIntact(review: Review): Promise<void> {
  const { site, cycleId } = review;
  const { text } = await review.file('ledger.json');
  const { records, head } = JSON.parse(text) as { records: LedgerRecord[]; head: string };
  expect(findChainFault(records, head)).toBeNull();
  expect((await site.get('admin', 'get-evidence', { cycleId })).chainIntact).toBe(true);
}

const decisionsIn = (review: Review): number =>
  review.site.stored().filter(({ value }) => JSON.stringify(value ?? '').includes('"lines-decided"')).length;

async function aReviewToDecide() {
  const review = await aReview();
  const { line } = await review.lineOf(people.casey);
  return { review, command: review.decision([line], 'remove') };
}

describe('A decision', () => {
  test('whose answer is lost on its way from storage is recorded once', async () => {
    const { review, command } = await aReviewToDecide();
    review.site.host.fault({ target: 'kvs', match: 'set ledger:', mode: 'drop-after-write' });
    await review.site.ask('admin', 'decide-lines', command).catch(() => undefined);
    expect((await review.lineOf(people.casey)).state).toBe('decided');
    const records = (await review.view()).sequence;
    await expectIntact(review);
    expect(records).toBe(4);
  });

  test('whose invocation dies before the write was not taken', async () => {
    const { review, command } = await aReviewToDecide();
    review.site.host.fault({ target: 'kvs', match: 'set ledger:', mode: 'crash' });
    await expect(review.site.ask('admin', 'decide-lines', command)).rejects.toThrow();
    expect((await review.lineOf(people.casey)).state).toBe('undecided');
    await review.site.get('admin', 'decide-lines', command);
    await expectIntact(review);
  });

  test('is taken although storage is busy for a moment', async () => {
    const { review, command } = await aReviewToDecide();
    review.site.host.fault({ target: 'kvs', match: 'set ledger:', status: 429, times: 2 });
    await review.site.get('admin', 'decide-lines', command);
    expect(decisionsIn(review)).toBeGreaterThan(0);
    await expectIntact(review);
  });

  test('of two people on one line at the same moment stands once', async () => {
    const { review, command } = await aReviewToDecide();
    const { site } = review;
    const seen = (await review.view()).sequence;
    const keep = { ...command, decision: 'keep', note: 'still on the project', seen };
    const replies = await Promise.all([
      site.ask('admin', 'decide-lines', { ...command, seen }),
      site.ask('approver', 'decide-lines', keep),
    ]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = replies.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: 'changed-meanwhile' } });
    expect((await review.view()).sequence).toBe(seen + 1);
    await expectIntact(review);
  });
});

describe('Opening a review', () => {
  test.each([1, 2, 3])('that dies at record %i does not stand in the way of the next', async (record) => {
    const review = await aReview();
    const { site, cycleId } = review;
    await site.get('admin', 'cancel-cycle', { cycleId, reason: 'rehearsal' });
    // The organization's ledger names the review first; then the review's own records follow.
    site.host.fault({
      target: 'kvs',
      match: record === 1 ? 'set ledger:org' : 'set ledger:cycle',
      mode: 'crash',
    });
    await expect(site.ask('admin', 'open-cycle', {})).rejects.toThrow();
    const opened = await site.get('admin', 'open-cycle', {});
    expect(opened).toMatchObject({ state: 'open', lines: 5 });
    expect((await site.get('admin', 'list-cycles')).filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  test('by two people at the same moment gives one review', async () => {
    const { site, cycleId } = await aReview();
    await site.get('admin', 'cancel-cycle', { cycleId, reason: 'rehearsal' });
    const replies = await Promise.all([
      site.ask('admin', 'open-cycle', {}),
      site.ask('approver', 'open-cycle', {}),
    ]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await site.get('admin', 'list-cycles')).filter(({ state }) => state === 'open')).toHaveLength(1);
  });
});

describe('Storage that stays broken', () => {
  test.each([429, 500, 503])('(%i) is answered with a sentence, and nothing is recorded', async (status) => {
    const { review, command } = await aReviewToDecide();
    const { host } = review.site;
    host.fault({ target: 'kvs', match: 'set ledger:', status, times: 8 });
    expect(await review.site.refusal('admin', 'decide-lines', command)).toEqual({
      code: 'storage.unavailable',
      message: 'The app could not reach its storage; try again.',
    });
    await review.site.host.advance('PT1M');
    expect(host.cost().maxInvocationMs).toBeLessThan(900_000);
    expect((await review.lineOf(people.casey)).state).toBe('undecided');
    await expectIntact(review);
  });

  test.each(['get', 'batch'])('for %s is told to a reader too', async (verb) => {
    const { review } = await aReviewToDecide();
    review.site.host.fault({ target: 'kvs', match: verb, status: 500, times: 50 });
    const refused = await review.site.refusal('admin', 'list-lines', { cycleId: review.cycleId });
    expect(refused.code).toBe('storage.unavailable');
    expect(refused.message).toMatch(/could not reach its storage/);
  });
});
