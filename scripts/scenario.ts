import { parseArgs } from 'node:util';
import { z } from 'zod';
import { resolvers } from '../src/contract/resolvers';
import { createHost } from '../test/local/host';
import { SeedError } from '../test/local/organization/seed';
import { quarterSeed } from '../test/scenarios/quarter/people';
import { playQuarter } from '../test/scenarios/quarter/play-quarter';
import { reasonOf, stop, stopBroken } from './headless/command-line';
import { runScenario } from './headless/run-scenario';
import { readScenario, ScenarioError } from './headless/scenario-file';

const USAGE = 'Usage: npm run --silent scenario -- FILE | --quarter | --list';

function listResolvers(): void {
  const list = Object.entries(resolvers).map(([resolver, { access, payload }]) => ({
    resolver,
    access,
    payload: z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' }),
  }));
  process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
}

/** A quarter of ten people, told in sentences; the last line is the hash that every run ends with. */
async function tellQuarter(): Promise<void> {
  const host = await createHost({ seed: quarterSeed() });
  try {
    await playQuarter(host, (line) => process.stdout.write(`${line}\n`));
  } finally {
    await host.close();
  }
}

type Asked = 'list' | 'quarter' | { readonly file: string };

function readArguments(): Asked {
  try {
    const { values, positionals } = parseArgs({
      options: { list: { type: 'boolean' }, quarter: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (values.list === true) return 'list';
    if (values.quarter === true) return 'quarter';
    if (file === undefined || positionals.length > 1) return stop(2, USAGE);
    return { file };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

async function main(): Promise<void> {
  const asked = readArguments();
  if (asked === 'list') listResolvers();
  else if (asked === 'quarter') await tellQuarter();
  else
    await runScenario(readScenario(asked.file), (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
}

main().catch((error: unknown) => {
  if (error instanceof ScenarioError) stop(2, `${error.path}: ${error.message}`);
  if (error instanceof SeedError) stop(2, `seed: ${error.message}`);
  stopBroken(error);
});
