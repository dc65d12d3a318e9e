import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/domain/classification/explain';
import {
  cycleDocument,
  linesCsv,
  populationCsv,
  removalsCsv,
} from '../../../../src/domain/evidence/evidence-files';
import { SCOPE } from '../../../../src/domain/evidence/sign-off-statement';
import { aHeader } from '../../../builders/a-header';
import { aLocalGroup } from '../../../builders/a-group';
import { aReview } from '../../../builders/a-review';
import { aCleanup, aSeat, aSplit } from '../../../builders/a-seat';

type Row = Readonly<Record<string, string>>;

const NAMES = namesOf(aHeader());

function namesWith(name: string) {
  return namesOf(aHeader({ groups: [{ ...aLocalGroup('local', 'jira-software'), name }] }));
}

function read(csv: string): Row[] {
  const { data, errors } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true, newline: '\r\n' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data;
}

/** A review that counts, not a rehearsal. */
const COUNTS = { rehearsal: false };

describe('A cell of a CSV file', () => {
  const cell = (name: string) =>
    read(populationCsv(COUNTS, [aCleanup('ada')], namesWith(name)))[0]?.['removal_set'];

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tcmd', '=HYPERLINK("http://x","y")'])(
    'that a spreadsheet would run as a formula gets an apostrophe: %s',
    (name) => {
      expect(cell(name)).toBe(`'${name}`);
    },
  );

  it.each(['a,b', 'say "hi"', 'two\nlines', 'Ciência', 'a=b', ' spaced '])(
    'reads back as it was: %s',
    (name) => {
      expect(cell(name)).toBe(name);
    },
  );
});

describe('The population file', () => {
  const kept = aSeat('ada', { reason: 'active', activity: 'active' });
  const exempt = aSeat('bob', { reason: 'exempt', exemption: 0 });

  it('holds every seat, kept and protected ones too', () => {
    const rows = read(populationCsv(COUNTS, [kept, exempt, aSplit('cem')], NAMES));
    expect(rows.map((row) => [row['account_id'], row['verdict'], row['reason']])).toEqual([
      ['ada', 'keep', 'active'],
      ['bob', 'protected', 'exempt'],
      ['cem', 'split', 'mixed-ownership'],
    ]);
  });

  it('says the paths of a seat with their source and role', () => {
    expect(read(populationCsv(COUNTS, [aSplit('cem')], NAMES))[0]?.['paths']).toBe(
      'local: local (user); scim: synced (user)',
    );
  });

  it('says what else ends and whether it is live', () => {
    const elseEnds = [{ product: 'compass', activity: 'active' as const, live: true }];
    const seat = aSeat('ada', { reason: 'collateral-active', elseEnds });
    expect(read(populationCsv(COUNTS, [seat], NAMES))[0]?.['else_ends']).toBe('compass (live)');
  });

  it('ends each line as RFC 4180 says', () => {
    expect(populationCsv(COUNTS, [aCleanup('ada')], NAMES).split('\r\n')).toHaveLength(3);
  });
});

it('A file of nothing is its heading alone', () => {
  const empty = populationCsv(COUNTS, [], NAMES);
  expect([empty.split('\r\n').length, empty.endsWith('\r\n'), read(empty)]).toEqual([2, true, []]);
});

describe('The review’s files', () => {
  const approved = aReview({ seats: [aCleanup('ada', ['a', 'b']), aCleanup('bob')] })
    .decide([1], 'remove', { note: '=why' })
    .decide([2], 'keep')
    .approve([1]);
  const done = approved
    .startRun()
    .write('sent')
    .endRun()
    .verify('access-gone', 'first')
    .verify('access-gone');

  it('tell a line’s whole way', () => {
    const [row] = read(linesCsv(done.cycle, NAMES));
    expect(row).toMatchObject({
      line: '1',
      state: 'closed',
      outcome: 'removed',
      decision: 'remove',
      decided_by: 'rita',
      approved_by: 'paul',
      executor: 'emil',
      verification: 'access-gone',
      note: "'=why",
    });
  });

  it('tell when a line was approved', () => {
    expect(read(linesCsv(done.cycle, NAMES))[0]?.['approved_at']).toBe(done.line(1).approvedAt);
  });

  it('tell the compensating control of an exception', () => {
    const excepted = aReview({ seats: [aCleanup('ada')] }).decide([1], 'exception', {
      control: 'blocked at the proxy',
    });
    expect(read(linesCsv(excepted.cycle, NAMES))[0]?.['control']).toBe('blocked at the proxy');
  });

  it('leave empty what did not happen', () => {
    expect(read(linesCsv(done.cycle, NAMES))[1]).toMatchObject({
      approved_by: '',
      executor: '',
      verification: '',
    });
  });

  it('tell an override with its reason', () => {
    const alone = aReview({ seats: [aCleanup('ada')], rules: { approvers: ['rita'] } })
      .decide([1], 'remove')
      .approve([1], 'rita', 'alone today');
    expect(read(linesCsv(alone.cycle, NAMES))[0]?.['override']).toBe('decider-is-approver: alone today');
  });

  it('tell each removal with the record that proves it and its checks', () => {
    const rows = read(removalsCsv(done.cycle, done.records, NAMES));
    const written = done.records.filter(({ event }) => event.kind === 'removal-observed');
    expect(rows.map((row) => [row['group_id'], row['outcome'], row['record'], row['record_hash']])).toEqual(
      written.map(({ event, sequence, hash }) => [
        event.kind === 'removal-observed' ? event.groupId : '',
        'sent',
        String(sequence),
        hash,
      ]),
    );
    expect(rows[0]?.['checks']).toMatch(/^first .* access-gone; day .* access-gone$/);
  });

  it('tell no removal where none was sent', () => {
    expect(read(removalsCsv(approved.cycle, approved.records, NAMES))).toEqual([]);
  });
});

describe('The review’s document', () => {
  const review = aReview({ seats: [aCleanup('ada')] })
    .decide([1], 'remove')
    .approve([1])
    .startRun();
  const document = cycleDocument(review.cycle, aHeader());

  it('says what it covers and what not', () => {
    expect(document).toMatchObject({ format: 'seattrace-cycle/1', scope: SCOPE });
  });

  it('names the sealed head and the number of records', () => {
    expect(document.cycle).toMatchObject({ headHash: review.cycle.headHash, records: review.records.length });
  });

  it('holds the policy in force and the rules of the review', () => {
    expect([document.policy, document.cycle.rules]).toEqual([aHeader().policy, review.cycle.rules]);
  });

  it('counts people of a run', () => {
    expect(document.runs).toMatchObject([{ people: 1, startedBy: 'emil' }]);
  });
});
