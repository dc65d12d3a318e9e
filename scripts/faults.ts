import { parseArgs } from 'node:util';
import { SeedError } from '../test/local/organization/seed';
import { readJsonFile, reasonOf, stop, stopBroken } from './headless/command-line';
import { printFaultTable } from './headless/fault-table';
import type { TrialResult } from './headless/fault-trial';
import { runTrial, undisturbedScan } from './headless/fault-trial';
import { trialsOf } from './headless/fault-trials';

const USAGE = 'Usage: npm run --silent faults -- [--seed FILE] [--json]';
const TINY = 'test/fixtures/contracts/tiny.seed.json';

function readArguments(): { seed: string; json: boolean } {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, json: { type: 'boolean' } } });
    return { seed: values.seed ?? TINY, json: values.json === true };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

/** Every failure of every call that a scan makes, in both modes; a line of progress for each hundred scans. */
async function runTrials(seed: unknown): Promise<TrialResult[]> {
  const results: TrialResult[] = [];
  for (const scan of ['org-key', 'jira-only'] as const) {
    const undisturbed = await undisturbedScan(seed, scan);
    const trials = trialsOf(scan, undisturbed.calls);
    for (const [index, trial] of trials.entries()) {
      if (index % 100 === 0)
        process.stderr.write(`${scan}: ${String(index)} of ${String(trials.length)} scans\n`);
      results.push(await runTrial(seed, trial, undisturbed));
    }
  }
  return results;
}

async function main(): Promise<void> {
  const { seed, json } = readArguments();
  const results = await runTrials(readJsonFile(seed));
  process.stdout.write(json ? `${JSON.stringify(results, null, 2)}\n` : printFaultTable(results));
  if (results.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (error instanceof SeedError) stop(2, error.message);
  stopBroken(error);
});
