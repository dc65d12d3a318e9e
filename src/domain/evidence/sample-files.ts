import { explainSeat, type Names } from '../classification/explain';
import type { Cycle } from '../review/cycle';
import { toCsv, type Cell } from './csv';
import { pathsInCell } from './evidence-files';
import type { LineTrace } from './line-trace';
import type { strataOf } from './sample';
import { drawHash, outcomeOf, type SampleChoice } from './sample';

/** Lines that were drawn from a review, in that order, each with its trace. */
export interface Sample {
  readonly cycle: Cycle;
  readonly choice: SampleChoice;
  readonly strata: ReturnType<typeof strataOf>;
  readonly traces: readonly LineTrace[];
}

const COLUMNS = [
  'drawn',
  'draw_hash',
  'line',
  'account_id',
  'product',
  'verdict',
  'reason',
  'activity',
  'last_active_at',
  'paths',
  'explanation',
  'recommended',
  'outcome',
  'ledger',
  'record',
  'record_hash',
  'at',
  'by',
  'role',
  'kind',
  'what',
];

/** One row for each record of each line, so that it can be sorted and ticked off; the line's facts stand on each. */
export function sampleCsv({ cycle, choice, traces }: Sample, names: Names): string {
  const rows = traces.flatMap((trace, index) => {
    const facts = [index + 1, ...factsInCells(trace, choice.seed, names)];
    return [
      ...trace.records.map(({ sequence, hash, at, by, role, kind, text }) => [
        ...facts,
        ...[cycle.cycleId, sequence, hash, at, by, role, kind, text],
      ]),
      ...trace.after.map(({ sequence, hash, at, text }) => [
        ...facts,
        ...['org', sequence, hash, at, 'app', 'app', 'after-sign-off', text],
      ]),
    ];
  });
  return toCsv({ of: cycle, columns: COLUMNS, rows });
}

function factsInCells({ line, recommended }: LineTrace, seed: string, names: Names): Cell[] {
  const { line: number, seat } = line.facts;
  return [
    drawHash(seed, number),
    number,
    seat.accountId,
    seat.product,
    seat.verdict,
    seat.reason,
    seat.activity,
    seat.lastActiveAt,
    pathsInCell(seat.paths),
    explainSeat(seat, names),
    recommended,
    outcomeOf(line),
  ];
}

/** The sample as data: how it was drawn, and of each line the frozen facts, what was done and the records. */
export function sampleDocument({ cycle, choice, strata, traces }: Sample) {
  const { cycleId, title, sequence, headHash, lines } = cycle;
  return {
    format: 'seattrace-sample/1',
    cycle: { cycleId, title, records: sequence, headHash, lines: lines.length },
    ...choice,
    strata,
    sample: traces.map(({ line: { changed: _, ...line }, ...trace }, index) => ({
      drawn: index + 1,
      drawHash: drawHash(choice.seed, line.facts.line),
      ...line,
      ...trace,
    })),
  };
}
