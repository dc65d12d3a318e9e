import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchClassify } from '../test/bench/classify/bench';
import { reportClassify } from '../test/bench/classify/report';
import { sourceHash } from '../test/bench/source-hash';

const USAGE = 'Usage: npm run bench -- classify [--accounts COUNT] [--fresh]';
const ROOT = resolve(__dirname, '..');
const CACHE = join(ROOT, '.cache', 'bench');
/** What decides how a scan is generated, run and stored. */
const SOURCES = ['src', 'test/local', 'test/bench', 'scripts/headless'];
const DEFAULT_ACCOUNTS = 100_000;
const FEWEST_ACCOUNTS = 250;
const MOST_ACCOUNTS = 200_000;

/** Ends with a sentence on standard error: a bad command line. */
function refuse(message: string): never {
  process.stderr.write(`${message}. ${USAGE}\n`);
  process.exit(2);
}

function readArguments(): { accounts: number; fresh: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { accounts: { type: 'string' }, fresh: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.join(' ') !== 'classify') refuse('The one benchmark is classify');
    const accounts = Number(values.accounts ?? DEFAULT_ACCOUNTS);
    if (!Number.isInteger(accounts) || accounts < FEWEST_ACCOUNTS || accounts > MOST_ACCOUNTS)
      refuse(`--accounts must be from ${String(FEWEST_ACCOUNTS)} to ${String(MOST_ACCOUNTS)}`);
    return { accounts, fresh: values.fresh === true };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Where the scan is kept; those of other source are of no use any more. */
function scanFolder(accounts: number, fresh: boolean): string {
  const hash = sourceHash(ROOT, SOURCES).slice(0, 16);
  const name = `classify-${String(accounts)}-${hash}`;
  for (const old of existingScans()) {
    if (!old.includes(hash) || (fresh && old === name)) rmSync(join(CACHE, old), { recursive: true });
  }
  return join(CACHE, name);
}

function existingScans(): string[] {
  try {
    return readdirSync(CACHE);
  } catch {
    return [];
  }
}

async function main(): Promise<void> {
  const { accounts, fresh } = readArguments();
  const folder = scanFolder(accounts, fresh);
  const { text, kept } = reportClassify(await benchClassify(folder, accounts));
  process.stdout.write(text);
  if (!kept) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`The benchmark failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
