import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { memory, round, type Memory, type Round } from './results';
import { readScanIndex, type ScanIndex } from './scan-folder';

const ROUNDS = 7;

export interface Measured {
  readonly index: ScanIndex;
  readonly rounds: readonly Round[];
  readonly memory: Memory;
}

/**
 * Classifies a stored snapshot and parses the pages that it was made of. Three processes: one is the local
 * Atlassian and the scan, one measures times, one memory. The scan is kept in `folder` for the next run.
 */
export function benchClassify(folder: string, accounts: number): Measured {
  if (!existsSync(folder)) prepare(folder, accounts);
  const rounds = z.array(round).parse(runChild('measure-times.ts', [folder, String(ROUNDS)]));
  return {
    index: readScanIndex(folder),
    rounds,
    memory: memory.parse(runChild('measure-memory.ts', [folder])),
  };
}

/** A folder has its name only once it is whole. */
function prepare(folder: string, accounts: number): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  runChild('prepare-scan.ts', [unfinished, String(accounts)]);
  renameSync(unfinished, folder);
}

/** What the child printed, as JSON; it runs with the loader that runs us. @throws Error when it failed */
function runChild(file: string, args: readonly string[]): unknown {
  const text = execFileSync(process.execPath, [...process.execArgv, join(__dirname, file), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
