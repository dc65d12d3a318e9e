import { parseArgs } from 'node:util';
import { toUserExport, type ExportShape } from '../test/local/generate/user-export';
import { parseSeed, SeedError } from '../test/local/organization/seed';
import { readJsonFile, reasonOf, stop } from './headless/command-line';

const USAGE = 'Usage: npm run --silent user-export -- --seed FILE [--older]';

function readArguments(): { seed: string; shape: ExportShape } {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, older: { type: 'boolean' } } });
    if (values.seed === undefined) stop(2, `--seed is missing. ${USAGE}`);
    return { seed: values.seed, shape: values.older === true ? 'older' : 'newer' };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

try {
  const { seed, shape } = readArguments();
  process.stdout.write(toUserExport(parseSeed(readJsonFile(seed)), shape));
} catch (error) {
  if (error instanceof SeedError) stop(2, error.message);
  throw error;
}
