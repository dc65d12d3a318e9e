import { parseArgs } from 'node:util';
import { z } from 'zod';
import { resolvers } from '../src/contract/resolvers';
import { SeedError } from '../test/local/organization/seed';
import { reasonOf, stop, stopBroken } from './headless/command-line';
import { runScenario } from './headless/run-scenario';
import { readScenario, ScenarioError } from './headless/scenario-file';

const USAGE = 'Usage: npm run --silent scenario -- FILE | --list';

function listResolvers(): void {
  const list = Object.entries(resolvers).map(([resolver, { access, payload }]) => ({
    resolver,
    access,
    payload: z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' }),
  }));
  process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
}

function readArguments(): { list: boolean; file: string } {
  try {
    const { values, positionals } = parseArgs({
      options: { list: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (values.list === true) return { list: true, file: '' };
    if (file === undefined || positionals.length > 1) return stop(2, USAGE);
    return { list: false, file };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { list, file } = readArguments();
  if (list) {
    listResolvers();
    return;
  }
  await runScenario(readScenario(file), (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
}

main().catch((error: unknown) => {
  if (error instanceof ScenarioError) stop(2, `${error.path}: ${error.message}`);
  if (error instanceof SeedError) stop(2, `seed: ${error.message}`);
  stopBroken(error);
});
