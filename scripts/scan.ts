import { parseArgs } from 'node:util';
import { SeedError } from '../test/local/organization/seed';
import { readJsonFile, reasonOf, stop, stopBroken } from './headless/command-line';
import { PreparationError } from '../test/local/prepare';
import { runScan, ScanIncomplete } from './headless/run-scan';

const USAGE = 'Usage: npm run --silent scan -- --seed FILE [--no-org-key] [--json]';

function readArguments(): { seed: string; orgKey: boolean } {
  try {
    const { values } = parseArgs({
      options: { seed: { type: 'string' }, 'no-org-key': { type: 'boolean' }, json: { type: 'boolean' } },
    });
    if (values.seed === undefined) stop(2, `--seed is missing. ${USAGE}`);
    return { seed: values.seed, orgKey: values['no-org-key'] !== true };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { seed, orgKey } = readArguments();
  const document = await runScan(readJsonFile(seed), { orgKey });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof SeedError) stop(2, error.message);
  if (error instanceof PreparationError || error instanceof ScanIncomplete) stop(1, error.message);
  stopBroken(error);
});
