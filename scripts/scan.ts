import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SeedError } from '../test/local/organization/seed';
import { readJsonFile, readTextFile, reasonOf, stop, stopBroken } from './headless/command-line';
import { PreparationError } from '../test/local/prepare';
import { runScan, ScanIncomplete } from './headless/run-scan';

const USAGE =
  'Usage: npm run --silent scan -- --seed FILE [--no-org-key] [--export CSV [--export-date YYYY-MM-DD]] [--json]';

interface ScanArguments {
  readonly seed: string;
  readonly orgKey: boolean;
  readonly export: string | undefined;
  readonly exportDate: string | undefined;
}

function readArguments(): ScanArguments {
  try {
    const { values } = parseArgs({
      options: {
        seed: { type: 'string' },
        'no-org-key': { type: 'boolean' },
        export: { type: 'string' },
        'export-date': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const exportDate = values['export-date'];
    if (values.seed === undefined) stop(2, `--seed is missing. ${USAGE}`);
    if (exportDate !== undefined && values.export === undefined)
      stop(2, `--export-date goes with --export. ${USAGE}`);
    if (exportDate !== undefined && !z.iso.date().safeParse(exportDate).success)
      stop(2, `--export-date is no day such as 2026-10-30. ${USAGE}`);
    return {
      seed: values.seed,
      orgKey: values['no-org-key'] !== true,
      export: values.export,
      exportDate,
    };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { seed, orgKey, export: file, exportDate } = readArguments();
  const organization = readJsonFile(seed);
  if (file !== undefined && orgKey)
    process.stderr.write(
      'The user export plays no part: an organization key tells last use. Add --no-org-key.\n',
    );
  const userExport =
    file === undefined ? {} : { userExport: { text: readTextFile(file), exportedOn: exportDate } };
  const document = await runScan(organization, { orgKey, ...userExport });
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof SeedError) stop(2, error.message);
  if (error instanceof PreparationError || error instanceof ScanIncomplete) stop(1, error.message);
  stopBroken(error);
});
