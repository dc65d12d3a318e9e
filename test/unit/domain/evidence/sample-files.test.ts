import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/domain/classification/explain';
import { lineTraceOf } from '../../../../src/domain/evidence/line-trace';
import { drawHash, drawSample, strataOf } from '../../../../src/domain/evidence/sample';
import { sampleCsv, sampleDocument, type Sample } from '../../../../src/domain/evidence/sample-files';
import { sampleHtml } from '../../../../src/domain/evidence/sample-page';
import { EMPTY_ORGANIZATION } from '../../../../src/domain/organization-state';
import type { AfterSignOff } from '../../../../src/domain/review/after-sign-off';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import type { Review } from '../../../builders/review';
import { aCleanup, aSyncedSeat } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const NAMES = namesOf(aHeader());

const done = aReview({ seats: [aCleanup('ada'), aSyncedSeat('bob'), aCleanup('cem', ['other'])] })
  .decide([1], 'remove')
  .approve([1])
  .startRun()
  .write('sent')
  .endRun()
  .verify('access-gone', 'first')
  .verify('access-gone')
  .decide([2], 'route-out')
  .decide([3], 'keep', { note: 'a <b>bold</b> & "quoted" note' })
  .signOff();

const closedLater: AfterSignOff = {
  cycleId: 'cycle-1',
  cycleHead: done.cycle.headHash,
  what: { is: 'handoff-closed', handoffId: '2-identity', cause: 'path-removed', note: 'No path is left.' },
  by: 'app',
  at: daysAhead(40),
  sequence: 12,
  hash: 'e'.repeat(64),
};

/** All lines of the review as a sample. */
function aSample({ cycle, records }: Review, later: readonly AfterSignOff[] = [closedLater]): Sample {
  const choice = { seed: 's1', size: 25, byOutcome: false };
  const organization = { ...EMPTY_ORGANIZATION, afterSignOff: later };
  const drawn = drawSample(cycle.lines, choice);
  const traces = drawn.map((line) => lineTraceOf(line, { cycle, records, organization, names: NAMES }));
  return { cycle, choice, strata: strataOf(cycle.lines, drawn), traces };
}

type Row = Readonly<Record<string, string>>;
const rowsOf = (sample: Sample, line: string): Row[] =>
  Papa.parse<Row>(sampleCsv(sample, NAMES), { header: true, skipEmptyLines: true }).data.filter(
    (row) => row['line'] === line,
  );

describe('The CSV file of a sample', () => {
  it('has a row for each record of a line, with its number and hash', () => {
    const told = rowsOf(aSample(done), '1').map((row) => [row['record'], row['record_hash'], row['kind']]);
    const records = new Map(done.records.map(({ sequence, hash }) => [String(sequence), hash]));
    expect(told.every(([record = '', hash]) => records.get(record) === hash)).toBe(true);
    expect(told.map(([, , kind]) => kind)).toEqual([
      'lines-added',
      'lines-decided',
      'lines-approved',
      'run-started',
      'removal-attempted',
      'removal-observed',
      'lines-verified',
      'lines-verified',
      'cycle-signed-off',
    ]);
  });

  it('tells the HTTP status of a removal', () => {
    const observed = rowsOf(aSample(done), '1').find(({ kind }) => kind === 'removal-observed');
    expect(observed?.['what']).toContain('HTTP 204');
  });

  it('names what came after the sign-off as records of the organization', () => {
    expect(rowsOf(aSample(done), '2').at(-1)).toMatchObject({
      ledger: 'org',
      record: '12',
      record_hash: 'e'.repeat(64),
      kind: 'after-sign-off',
      what: 'Handoff to the owner of identity closed: No path is left.',
    });
  });

  it('tells on each row how the line was drawn and what was frozen', () => {
    expect(rowsOf(aSample(done), '1')[1]).toMatchObject({
      draw_hash: drawHash('s1', 1),
      account_id: 'ada',
      verdict: 'cleanup',
      paths: 'local: local (user)',
      recommended: 'remove',
      outcome: 'removed',
    });
  });
});

describe('The document of a sample', () => {
  const document = sampleDocument(aSample(done));

  it('tells how it was drawn, and from which state of the review', () => {
    expect(document).toMatchObject({
      format: 'seattrace-sample/1',
      cycle: { records: done.records.length, headHash: done.cycle.headHash, lines: 3 },
      seed: 's1',
      size: 25,
      byOutcome: false,
    });
  });

  it('tells of each line the frozen seat, decision, approval, removals and checks', () => {
    const first = document.sample.find(({ facts }) => facts.line === 1);
    expect(first).toMatchObject({
      facts: { seat: { accountId: 'ada', paths: [{ source: 'local' }] } },
      recommended: 'remove',
      decision: { kind: 'remove', by: 'rita' },
      approvedBy: 'paul',
      executor: 'emil',
      removals: [{ groupId: 'local', state: 'sent' }],
      verifications: [{ check: 'first' }, { check: 'day', outcome: 'access-gone' }],
    });
  });

  it('tells what came after the sign-off only on its own line', () => {
    expect(document.sample.flatMap(({ facts, after }) => after.map(() => facts.line))).toEqual([2]);
  });
});

describe('The page of a sample to print', () => {
  const page = sampleHtml(aSample(done), NAMES);

  it('has a section for each line', () => {
    expect(page.match(/<section>/g)).toHaveLength(3);
  });

  it('shows what people wrote as text', () => {
    expect(page).toContain('a &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; note');
    expect(page).not.toContain('<b>bold</b>');
  });

  it('sets names of groups apart', () => {
    expect(page).toContain('Removal from <strong>local</strong>: sent, HTTP 204.');
  });

  it('loads nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
  });

  it('names the seed and the last record', () => {
    expect(page).toContain('3 of 3 lines, drawn by the seed s1.');
    expect(page).toContain(done.cycle.headHash);
  });
});
