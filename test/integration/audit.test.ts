import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';

import { drawSample } from '../../src/domain/evidence/sample';
import { newLine } from '../../src/domain/review/line';
import { aSeat } from '../builders/a-seat';
import { groups, people, tiny, withStalePeople } from './a-seed';
import { aReview, openReview, type Review, endDeciding } from './a-review';

/** Gil has the app's permission to read evidence and nothing else. */
const AUDITOR = people.gil;

/** Casey removed and verified, Erin routed out, all others kept; signed off. Gil may read evidence. */
async function aSignedOffReview(): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 3)) });
  const { site, cycleId } = review;
  site.host.organization.grantPermission('read-evidence', groups.confluenceUsers);
  await review.approveRemovalOf(people.casey);
  await review.decide('admin', await review.numbersOf([people.erin]), 'route-out');
  await review.run();
  await site.host.drain();
  await site.host.advance('PT25H');
  await site.host.trigger('seattrace-hourly');
  await site.host.drain();
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'Reviewed in full.' });
  return review;
}

const recordsOf = async ({ site, cycleId }: Review) => {
  const part = await site.get(AUDITOR, 'download-evidence', { cycleId, file: 'ledger.json' });
  return (JSON.parse(part.text) as { records: { sequence: number; hash: string }[] }).records;
};

describe('To somebody who may read evidence and nothing else', () => {
  let review: Review;
  let line: number;
  beforeAll(async () => {
    review = await aSignedOffReview();
    line = (await review.lineOf(people.casey)).line;
  });

  test('a signed-off review opens with its lines, population and statement', async () => {
    const { site, cycleId } = review;
    const { cycle } = await site.get(AUDITOR, 'get-evidence', { cycleId });
    const lines = await site.get(AUDITOR, 'list-lines', { cycleId, limit: 100 });
    expect(lines.total).toBe(cycle?.lines);
    expect(cycle).toMatchObject({ state: 'signed-off', blockers: [] });
    expect(cycle?.statement).toMatch(/does not certify/);
    expect(cycle?.population.map(({ product }) => product)).toContain('jira-software');
  });

  test('the trace of a removal leads from the frozen facts to the check after a day', async () => {
    const { site, cycleId } = review;
    const trace = await site.get(AUDITOR, 'get-trace', { cycleId, line });
    expect(trace).toMatchObject({
      accountId: people.casey,
      recommended: 'remove',
      decision: { decision: 'remove', by: people.ada },
      approvedBy: people.bram,
      approvedAt: expect.stringMatching(/^2026-/) as string,
      executor: people.ada,
      after: [],
    });
    expect(trace.seat.facts.length).toBeGreaterThan(0);
    expect(trace.records.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Removal from .* sent, HTTP 200/),
        expect.stringMatching(/^Checked \(after a day\): access gone/),
      ]),
    );
  });

  test('each record of a trace is one of the ledger, by number and hash', async () => {
    const { site, cycleId } = review;
    const trace = await site.get(AUDITOR, 'get-trace', { cycleId, line });
    const hashes = new Map((await recordsOf(review)).map(({ sequence, hash }) => [sequence, hash]));
    expect(trace.records.every(({ sequence, hash }) => hashes.get(sequence) === hash)).toBe(true);
  });

  test('a line that is not there has no trace', async () => {
    const refused = await review.site.refusal(AUDITOR, 'get-trace', { cycleId: review.cycleId, line: 999 });
    expect(refused.code).toBe('line.not-found');
  });

  test('the same seed draws the same lines again, and those that its rule says', async () => {
    const { site, cycleId } = review;
    const ask = { cycleId, seed: 'audit 2026', size: 3 };
    const first = await site.get(AUDITOR, 'get-sample', ask);
    expect((await site.get('admin', 'get-sample', ask)).rows).toEqual(first.rows);
    const lines = Array.from({ length: first.lines }, (_, index) =>
      newLine({
        line: index + 1,
        seat: aSeat(`person-${String(index)}`),
        bundle: index + 1,
        carriedFrom: null,
      }),
    );
    const expected = drawSample(lines, { seed: 'audit 2026', size: 3, byOutcome: false });
    expect(first.rows.map((row) => row.line)).toEqual(expected.map(({ facts }) => facts.line));
  });

  test('a sample without a seed tells the one that was chosen', async () => {
    const { site, cycleId } = review;
    const { seed, rows } = await site.get(AUDITOR, 'get-sample', { cycleId, size: 2 });
    expect(seed).toMatch(/^[0-9a-f]{16}$/);
    const again = await site.get(AUDITOR, 'get-sample', { cycleId, size: 2, seed });
    expect(again.rows.map((row) => row.line)).toEqual(rows.map((row) => row.line));
  });

  test('by outcome every outcome is drawn before the second line of any', async () => {
    const { site, cycleId } = review;
    const ask = { cycleId, seed: 'x', byOutcome: true };
    const { strata } = await site.get(AUDITOR, 'get-sample', { ...ask, size: 100 });
    expect(strata.length).toBeGreaterThan(2);
    const sample = await site.get(AUDITOR, 'get-sample', { ...ask, size: strata.length });
    expect(sample.strata.map(({ sampled }) => sampled)).toEqual(strata.map(() => 1));
  });

  test('the files of a sample hold the lines that the page shows', async () => {
    const { site, cycleId } = review;
    const sample = { cycleId, seed: 's', size: 3 };
    const { rows } = await site.get(AUDITOR, 'get-sample', sample);
    const file = async (name: 'sample.csv' | 'sample.json' | 'sample.html') =>
      site.get(AUDITOR, 'download-sample', { ...sample, file: name });
    const csv = Papa.parse<Record<string, string>>((await file('sample.csv')).text, { header: true }).data;
    const json = JSON.parse((await file('sample.json')).text) as { sample: { facts: { line: number } }[] };
    const shown = rows.map((row) => row.line);
    expect([
      ...new Set(csv.flatMap(({ line: number = '' }) => (number === '' ? [] : [Number(number)]))),
    ]).toEqual(shown);
    expect(json.sample.map(({ facts }) => facts.line)).toEqual(shown);
    expect((await file('sample.html')).mediaType).toBe('text/html');
  });

  test('no resolver of the page changes a record', async () => {
    const { site, cycleId } = review;
    const before = site.stored();
    await site.get(AUDITOR, 'get-evidence', { cycleId });
    await site.get(AUDITOR, 'get-trace', { cycleId, line });
    await site.get(AUDITOR, 'get-sample', { cycleId });
    await site.get(AUDITOR, 'download-sample', { cycleId, seed: 's', file: 'sample.csv' });
    expect(site.stored()).toEqual(before);
  });
});

describe('Beside a signed-off review', () => {
  test('stands what came later, with the record of the organization, also on its line’s trace', async () => {
    const review = await aSignedOffReview();
    const { site, cycleId } = review;
    const { line } = await review.lineOf(people.erin);
    await site.host.advance('P1D');
    site.host.apply({ do: 'activity', account: people.erin, product: 'jira-software' });
    await site.host.advance('P2D');
    await site.scan();
    const { afterSignOff, headHash } = await site.get(AUDITOR, 'get-evidence', { cycleId });
    expect(afterSignOff).toMatchObject(
      [{ line, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, text: /closed/ }].map((row) => ({
        ...row,
        text: expect.stringMatching(row.text) as string,
      })),
    );
    expect(headHash).toBe((await review.view()).headHash);
    expect((await site.get(AUDITOR, 'get-trace', { cycleId, line })).after).toEqual(afterSignOff);
  });

  test('its scan is kept, so that its lines open after later scans and reviews', async () => {
    const review = await aSignedOffReview();
    const { site, cycleId } = review;
    await site.host.advance('P1D');
    await site.scan();
    await openReview(site);
    await site.host.advance('P1D');
    await site.scan();
    const { line } = await review.lineOf(people.casey);
    expect((await site.get(AUDITOR, 'get-trace', { cycleId, line })).seat.facts.length).toBeGreaterThan(0);
  });
});

test('A cancelled review whose scan is gone still shows its records', async () => {
  const review = await aReview();
  const { site, cycleId } = review;
  await site.get('admin', 'cancel-cycle', { cycleId, reason: 'rehearsal' });
  await site.host.advance('P1D');
  await site.scan();
  const { files, chainIntact } = await site.get('admin', 'get-evidence', {});
  expect([files.map(({ file }) => file), chainIntact]).toEqual([['ledger.json'], true]);
  expect((await review.file('ledger.json')).text).toContain('rehearsal');
});
