import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SeedError } from '../test/local/organization/seed';
import { PreparationError } from '../test/local/prepare';
import { runScan, ScanIncomplete } from './headless/run-scan';

const USAGE = 'Usage: npm run --silent scan -- --seed FILE [--no-org-key] [--json]';

/** Ends with a sentence on standard error. 2: bad command line or seed; 1: the scan did not complete. */
function stop(code: 1 | 2, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function readArguments(): { seed: string; orgKey: boolean } {
  try {
    const { values } = parseArgs({
      options: { seed: { type: 'string' }, 'no-org-key': { type: 'boolean' }, json: { type: 'boolean' } },
    });
    if (values.seed === undefined) stop(2, `--seed is missing. ${USAGE}`);
    return { seed: values.seed, orgKey: values['no-org-key'] !== true };
  } catch (error) {
    return stop(2, `${error instanceof Error ? error.message : String(error)}. ${USAGE}`);
  }
}

function readSeed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    return stop(
      2,
      `${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function main(): Promise<void> {
  const { seed, orgKey } = readArguments();
  const document = await runScan(readSeed(seed), { orgKey });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof SeedError) stop(2, error.message);
  if (error instanceof PreparationError || error instanceof ScanIncomplete) stop(1, error.message);
  stop(
    1,
    `The local Atlassian failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
});
