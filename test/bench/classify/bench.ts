import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bundle } from '../bundle';
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
  if (!existsSync(folder)) prepare(folder, accounts);
  const times = await bundle(join(__dirname, 'measure-times.ts'), folder, 'measure-times');
  const rounds = z.array(round).parse(JSON.parse(runNode([times, folder, String(ROUNDS)])));
  const peak = await bundle(join(__dirname, 'measure-memory.ts'), folder, 'measure-memory');
  return {
    index: readScanIndex(folder),
    rounds,
    memory: memory.parse(JSON.parse(runNode([peak, folder]))),
  };
}

/** A folder has its name only once it is whole. The scan runs with the loader that runs us. */
function prepare(folder: string, accounts: number): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  process.stderr.write('Scanning a generated organization; at 100,000 accounts this takes some minutes.\n');
  runNode([...process.execArgv, join(__dirname, 'prepare-scan.ts'), unfinished, String(accounts)]);
  renameSync(unfinished, folder);
}

/** What a process of its own printed. @throws Error when it failed */
function runNode(args: readonly string[]): string {
  return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
