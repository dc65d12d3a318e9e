import { AppError } from '../lib/app-error';
import { BUDGETS } from '../lib/budgets';
import { classifySnapshot } from '../domain/classification/classify-snapshot';
import { namesOf } from '../domain/classification/explain';
import { bridgeMembership } from '../domain/classification/membership-bridge';
import { provePopulation } from '../domain/classification/population';
import { afterSignOffOf } from '../domain/evidence/after-sign-off';
import { bridgeRows, bridgesCsv } from '../domain/evidence/bridges-file';
import { cycleDocument, linesCsv, populationCsv, removalsCsv } from '../domain/evidence/evidence-files';
import { findChainFault } from '../domain/evidence/hash-chain';
import type { LedgerRecord } from '../domain/evidence/record';
import type { Cycle } from '../domain/review/cycle';
import type { CycleEvent } from '../domain/review/events';
import type { Snapshot } from '../domain/snapshot';
import { getCycle } from './cycle-ledger';
import { loadOrganization } from './organization-ledger';
import { getSnapshotOf, type CycleTools } from './read/cycle-tools';
import { listCycles, viewCycle } from './read/cycles';

export type EvidenceFile =
  'population.csv' | 'bridges.csv' | 'lines.csv' | 'removals.csv' | 'ledger.json' | 'cycle.json';

const DESCRIPTIONS: Readonly<Record<EvidenceFile, string>> = {
  'population.csv': 'Every seat of the scan, kept and protected ones too, with its paths, verdict and reason',
  'bridges.csv':
    'The population proof account by account: from the members of granting groups to the seats, and from the seats to the reported count',
  'lines.csv': 'Every line of the review with decision, approval, removal and verification',
  'removals.csv': 'Every removal that was sent, with its answer and its checks',
  'ledger.json': 'The hash-chained record of everything that happened, for offline verification',
  'cycle.json': 'Rules in force, population proof, sources, handoffs and sign-off',
};

const FILES: readonly EvidenceFile[] = [
  'population.csv',
  'bridges.csv',
  'lines.csv',
  'removals.csv',
  'ledger.json',
  'cycle.json',
];

/** What there is to download of a review, and what came after its sign-off; the newest one when none is named. */
export async function readEvidence(cycleId: string | undefined, tools: CycleTools) {
  const cycles = await listCycles(tools);
  const id = cycleId ?? (cycles.find(({ state }) => state !== 'draft') ?? cycles[0])?.cycleId;
  if (id === undefined)
    return {
      ...{ cycles, cycle: null, files: [], records: 0, headHash: '', chainIntact: true },
      afterSignOff: [],
    };
  const cycle = await getCycle(tools, id);
  const organization = await loadOrganization(tools);
  const records = await tools.ledger.readAll<CycleEvent>(id);
  const snapshot = await findSnapshotOf(cycle, tools);
  const rows = rowsOf(cycle, records, snapshot);
  const names = namesOf(snapshot?.header ?? { products: [], groups: [] });
  return {
    cycles,
    cycle: viewCycle(cycle, organization, tools),
    files: FILES.flatMap((file) => {
      const count = rows[file];
      return count === undefined ? [] : [{ file, description: DESCRIPTIONS[file], rows: count }];
    }),
    records: records.length,
    headHash: cycle.headHash,
    chainIntact: findChainFault(records, cycle.headHash) === null,
    afterSignOff: afterSignOffOf(cycle, organization, names),
  };
}

/** Nothing keeps the snapshot of a cancelled review; that of any other is part of its evidence. */
async function findSnapshotOf(cycle: Cycle, tools: CycleTools): Promise<Snapshot | undefined> {
  return cycle.cancelled === null ? getSnapshotOf(cycle, tools) : tools.snapshots.find(cycle.snapshotId);
}

/** Rows of the files that there are: without its snapshot a review is its records alone. */
function rowsOf(
  cycle: Cycle,
  records: readonly LedgerRecord<CycleEvent>[],
  snapshot: Snapshot | undefined,
): Readonly<Partial<Record<EvidenceFile, number>>> {
  if (snapshot === undefined) return { 'ledger.json': records.length };
  const seats = classifySnapshot(snapshot);
  const bridges = bridgeRows(bridgeMembership(snapshot), provePopulation(snapshot.header, seats));
  return {
    'population.csv': seats.length,
    'bridges.csv': bridges.length,
    'lines.csv': cycle.lines.length,
    'removals.csv': cycle.lines.reduce((sum, { removals }) => sum + removals.length, 0),
    'ledger.json': records.length,
    'cycle.json': 1,
  };
}

/** One part of a file of a review. */
export async function downloadEvidence(
  { cycleId, file, part }: { cycleId: string; file: EvidenceFile; part: number },
  tools: CycleTools,
) {
  const cycle = await getCycle(tools, cycleId);
  return partOf(await makeFile(cycle, file, tools), { cycle, file, part });
}

/** One part of a text: answers of the platform are bounded, so large files come in several. */
export function partOf(
  text: string,
  {
    cycle: { cycleId, rehearsal },
    file,
    part,
  }: { readonly cycle: Cycle; readonly file: string; readonly part: number },
) {
  const parts = Math.max(1, Math.ceil(text.length / BUDGETS.evidencePartChars));
  if (part >= parts) throw new AppError('input.invalid', `This file has ${String(parts)} parts.`);
  return {
    file: `${rehearsal ? 'rehearsal-' : ''}${cycleId}-${file}`,
    part,
    parts,
    mediaType: MEDIA_TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain',
    text: text.slice(part * BUDGETS.evidencePartChars, (part + 1) * BUDGETS.evidencePartChars),
  };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
};

async function makeFile(cycle: Cycle, file: EvidenceFile, tools: CycleTools): Promise<string> {
  const { cycleId, headHash: head, rehearsal } = cycle;
  const records: readonly LedgerRecord<CycleEvent>[] = await tools.ledger.readAll<CycleEvent>(cycleId);
  if (file === 'ledger.json')
    return `${JSON.stringify({ format: 'seattrace-ledger/1', ledger: cycleId, ...(rehearsal && { rehearsal }), head, records }, null, 1)}\n`;
  const snapshot = await getSnapshotOf(cycle, tools);
  const names = namesOf(snapshot.header);
  switch (file) {
    case 'population.csv':
      return populationCsv(cycle, classifySnapshot(snapshot), names);
    case 'bridges.csv': {
      const proofs = provePopulation(snapshot.header, classifySnapshot(snapshot));
      return bridgesCsv(cycle, bridgeRows(bridgeMembership(snapshot), proofs));
    }
    case 'lines.csv':
      return linesCsv(cycle, names);
    case 'removals.csv':
      return removalsCsv(cycle, records, names);
    case 'cycle.json':
      return `${JSON.stringify(cycleDocument(cycle, snapshot.header), null, 1)}\n`;
  }
}
