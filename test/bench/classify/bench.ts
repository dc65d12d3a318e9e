import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bundle } from '../bundle';
import { prepareFolder, runNode } from '../run-node';
import { memory, round, type Memory, type Round } from './results';
import { readScanIndex, type ScanIndex } from './scan-folder';

const ROUNDS = 15;

export interface Measured {
  readonly index: ScanIndex;
  readonly rounds: readonly Round[];
  readonly memory: Memory;
}

/**
 * Classifies a stored snapshot and parses the pages that it was made of. Three processes: one is the local
 * Atlassian and the scan, one measures times, one memory. The scan is kept in `folder` for the next run.
 */
export async function benchClassify(folder: string, accounts: number): Promise<Measured> {
  if (!existsSync(folder))
    process.stderr.write('Scanning a generated organization; at 100,000 accounts this takes some minutes.\n');
  prepareFolder(folder, join(__dirname, 'prepare-scan.ts'), [String(accounts)]);
  const times = await bundle(join(__dirname, 'measure-times.ts'), folder, 'measure-times');
  const rounds = z.array(round).parse(JSON.parse(runNode([times, folder, String(ROUNDS)])));
  const peak = await bundle(join(__dirname, 'measure-memory.ts'), folder, 'measure-memory');
  return {
    index: readScanIndex(folder),
    rounds,
    memory: memory.parse(JSON.parse(runNode([peak, folder]))),
  };
}
