import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BUNDLED } from './bundled';
import type { GenerateOptions } from './generate-organization';
import { FEWEST_ACCOUNTS, generateOrganization } from './generate-organization';
import type { GeneratedOrganization } from './organization-shape';

export const SEED_USAGE =
  'Usage: npm run seed -- --accounts COUNT [--seed NUMBER] [--clock TIME] --out FILE, or npm run seed -- --bundled --out FILE.';

/** About 300 MB of JSON; Node.js holds no string beyond 512 MB. */
const MOST_ACCOUNTS = 500_000;

export interface SeedCommandResult {
  /** 0 written, 1 could not be written, 2 bad command line. */
  readonly exitCode: 0 | 1 | 2;
  /** One sentence: for standard output when written, else for standard error. */
  readonly message: string;
}

interface SeedRequest {
  readonly options: GenerateOptions;
  readonly out: string;
}

/** `npm run seed`: writes a generated organization to a file. */
export function runSeedCommand(args: readonly string[]): SeedCommandResult {
  let request: SeedRequest;
  let organization: GeneratedOrganization;
  try {
    request = parseSeedArguments(args);
    organization = generateOrganization(request.options);
  } catch (error) {
    return { exitCode: 2, message: `${sentenceOf(error)} ${SEED_USAGE}` };
  }
  const { accounts, groups, projects, products } = organization;
  try {
    writeFileSync(request.out, `${JSON.stringify(organization, null, 1)}\n`);
  } catch (error) {
    return { exitCode: 1, message: `${request.out} could not be written: ${sentenceOf(error)}` };
  }
  const counts = `${accounts.length} accounts, ${groups.length} groups, ${projects.length} projects and ${products.length} products`;
  return { exitCode: 0, message: `Wrote ${organization.org.name} with ${counts} to ${request.out}.` };
}

/** Throws an Error whose message is a sentence when the arguments make no request. */
function parseSeedArguments(args: readonly string[]): SeedRequest {
  const { values } = parseArgs({
    args: [...args],
    options: {
      accounts: { type: 'string' },
      seed: { type: 'string' },
      clock: { type: 'string' },
      bundled: { type: 'boolean' },
      out: { type: 'string' },
    },
  });
  const { out, accounts, seed, clock, bundled = false } = values;
  if (out === undefined || out === '') throw new Error('--out must name a file.');
  if (bundled) {
    if (accounts !== undefined || seed !== undefined || clock !== undefined) {
      throw new Error('--bundled takes no other option than --out.');
    }
    return { options: BUNDLED, out };
  }
  if (accounts === undefined) throw new Error('--accounts must say how many, or say --bundled.');
  return {
    options: {
      accounts: wholeNumber('--accounts', accounts, FEWEST_ACCOUNTS, MOST_ACCOUNTS),
      ...(seed === undefined ? {} : { seed: wholeNumber('--seed', seed, 0, 0xffff_ffff) }),
      ...(clock === undefined ? {} : { clock }),
    },
    out,
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new Error(`${option} must be a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
