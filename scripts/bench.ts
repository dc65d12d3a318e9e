import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchClassify } from '../test/bench/classify/bench';
import { reportClassify } from '../test/bench/classify/report';
import { benchRemovals } from '../test/bench/removals/bench';
import { reportRemovals } from '../test/bench/removals/report';
import { benchPages } from '../test/bench/pages/bench';
import { reportPages } from '../test/bench/pages/report';
import { sourceHash } from '../test/bench/source-hash';

const USAGE = 'Usage: npm run bench -- classify|pages|removals [--accounts COUNT] [--fresh]';
const ROOT = resolve(__dirname, '..');
const CACHE = join(ROOT, '.cache', 'bench');
/** What decides how a scan is generated, run and stored. */
const SOURCES = ['src', 'test/local', 'test/bench', 'scripts/headless'];
/** For pages as many as make a review of 5,000 lines; for removals everybody is removed. */
const DEFAULT_ACCOUNTS = { classify: 100_000, pages: 15_000, removals: 1_000 };
type Benchmark = keyof typeof DEFAULT_ACCOUNTS;
const FEWEST_ACCOUNTS = 250;
const MOST_ACCOUNTS = 200_000;

/** Ends with a sentence on standard error: a bad command line. */
function refuse(message: string): never {
  process.stderr.write(`${message}. ${USAGE}\n`);
  process.exit(2);
}

interface Arguments {
  readonly benchmark: Benchmark;
  readonly accounts: number;
  readonly fresh: boolean;
}

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({
      options: { accounts: { type: 'string' }, fresh: { type: 'boolean' } },
      allowPositionals: true,
    });
    const benchmark = positionals.join(' ');
    if (benchmark !== 'classify' && benchmark !== 'pages' && benchmark !== 'removals')
      refuse('The benchmarks are classify, pages and removals');
    const accounts = Number(values.accounts ?? DEFAULT_ACCOUNTS[benchmark]);
    if (!Number.isInteger(accounts) || accounts < FEWEST_ACCOUNTS || accounts > MOST_ACCOUNTS)
      refuse(`--accounts must be from ${String(FEWEST_ACCOUNTS)} to ${String(MOST_ACCOUNTS)}`);
    return { benchmark, accounts, fresh: values.fresh === true };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Where the scan is kept; those of other source are of no use any more. */
function scanFolder({ benchmark, accounts, fresh }: Arguments): string {
  const hash = sourceHash(ROOT, SOURCES).slice(0, 16);
  const name = `${benchmark}-${String(accounts)}-${hash}`;
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

async function report(benchmark: Benchmark, folder: string, accounts: number) {
  switch (benchmark) {
    case 'pages':
      return reportPages(benchPages(folder, accounts));
    case 'classify':
      return reportClassify(await benchClassify(folder, accounts));
    case 'removals':
      return reportRemovals(await benchRemovals(accounts));
  }
}

async function main(): Promise<void> {
  const given = readArguments();
  const { benchmark, accounts } = given;
  const folder = scanFolder(given);
  const { text, kept } = await report(benchmark, folder, accounts);
  process.stdout.write(text);
  if (!kept) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`The benchmark failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
