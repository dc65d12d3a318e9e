import { lineTraceOf, type LineTrace, type TracedCycle } from '../../domain/evidence/line-trace';
import { drawSample, strataOf, type SampleChoice } from '../../domain/evidence/sample';
import { sampleCsv, sampleDocument, type Sample } from '../../domain/evidence/sample-files';
import { sampleHtml } from '../../domain/evidence/sample-page';
import type { CycleEvent } from '../../domain/review/events';
import { phaseOf } from '../../domain/review/cycle';
import { randomHex } from '../../ports/platform';
import { getCycle } from '../cycle-ledger';
import { partOf } from '../export-evidence';
import { loadOrganization } from '../organization-ledger';
import type { CycleTools } from './cycle-tools';
import { getLine, readViewer, viewLine, type LineViewer } from './lines';
import type { Sight } from './sight';

interface Traced extends TracedCycle {
  readonly viewer: LineViewer;
}

/** One line of a review with everything that the ledgers say of it. */
export async function readTrace(
  { cycleId, line }: { readonly cycleId: string; readonly line: number },
  sight: Sight,
  tools: CycleTools,
) {
  const traced = await readTraced(cycleId, sight, tools);
  return viewTrace(lineTraceOf(getLine(traced.cycle, line, sight), traced), traced);
}

/** What to draw; without a seed one is chosen. */
export type SampleRequest = Omit<SampleChoice, 'seed'> & {
  readonly cycleId: string;
  readonly seed?: string | undefined;
};

/** A sample of a review's lines, each with its whole trace. It is over all products, as all evidence. */
export async function readSample({ cycleId, seed, ...choice }: SampleRequest, tools: CycleTools) {
  const traced = await readTraced(cycleId, 'all', tools);
  const sample = sampleOf(traced, { ...choice, seed: seed ?? randomHex(tools.platform) });
  return {
    ...sample.choice,
    cycleId,
    title: traced.cycle.title,
    state: phaseOf(traced.cycle),
    headHash: traced.cycle.headHash,
    lines: traced.cycle.lines.length,
    strata: sample.strata,
    rows: sample.traces.map((trace) => viewTrace(trace, traced)),
  };
}

export type SampleFile = 'sample.csv' | 'sample.json' | 'sample.html';

/** One part of a sample as a file; the seed says which lines. */
export async function downloadSample(
  request: SampleChoice & { readonly cycleId: string; readonly file: SampleFile; readonly part: number },
  tools: CycleTools,
) {
  const { cycleId, file, part, ...choice } = request;
  const traced = await readTraced(cycleId, 'all', tools);
  const sample = sampleOf(traced, choice);
  const makers: Readonly<Record<SampleFile, () => string>> = {
    'sample.csv': () => sampleCsv(sample, traced.names),
    'sample.json': () => `${JSON.stringify(sampleDocument(sample), null, 1)}\n`,
    'sample.html': () => sampleHtml(sample, traced.names),
  };
  return partOf(makers[file](), { cycle: sample.cycle, file, part });
}

async function readTraced(cycleId: string, sight: Sight, tools: CycleTools): Promise<Traced> {
  const cycle = await getCycle(tools, cycleId);
  const viewer = await readViewer(cycle, sight, tools);
  const records = await tools.ledger.readAll<CycleEvent>(cycleId);
  return { cycle, records, organization: await loadOrganization(tools), names: viewer.names, viewer };
}

function sampleOf(traced: Traced, choice: SampleChoice): Sample {
  const { cycle } = traced;
  const drawn = drawSample(cycle.lines, choice);
  const strata = strataOf(cycle.lines, drawn);
  return { cycle, choice, strata, traces: drawn.map((line) => lineTraceOf(line, traced)) };
}

function viewTrace({ line, records, after }: LineTrace, { cycle, viewer }: Traced) {
  return {
    ...viewLine(cycle, line, viewer),
    approvedAt: line.approvedAt,
    override: line.override,
    executor: line.executor,
    records: records.map(({ sequence, hash, at, by, role, text }) => ({
      sequence,
      hash,
      at,
      by,
      role,
      text,
    })),
    after,
  };
}
