import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { figuresOf, sumOf, type Figures } from '../test/chaos/figures';
import { logOf, runSeed, shrunk } from '../test/chaos/run';
import { printBroken, printFigures } from './headless/chaos-report';
import { reasonOf, stop, stopBroken } from './headless/command-line';

const USAGE = 'Usage: npm run --silent chaos -- [--runs COUNT] [--seed NUMBER] [--log FILE]';

interface ChaosArguments {
  readonly runs: number;
  readonly seed: number;
  readonly log: string | undefined;
}

function readArguments(): ChaosArguments {
  try {
    const { values } = parseArgs({
      options: { runs: { type: 'string' }, seed: { type: 'string' }, log: { type: 'string' } },
    });
    const number = (text: string): number =>
      /^\d{1,9}$/.test(text) ? Number(text) : stop(2, `“${text}” is no whole number. ${USAGE}`);
    return { runs: number(values.runs ?? '100'), seed: number(values.seed ?? '1'), log: values.log };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

/** Plays the runs of one seed after the other; whatever breaks is shrunk and told at once. */
async function main(): Promise<void> {
  const { runs, seed: first, log } = readArguments();
  const file = log === undefined ? undefined : openSync(log, 'w');
  const began = performance.now();
  const figures: Figures[] = [];
  let broken = 0;
  for (let seed = first; seed < first + runs; seed += 1) {
    const run = await runSeed(seed);
    figures.push(figuresOf(run));
    if (file !== undefined) writeSync(file, logOf(run));
    if (run.broken.length > 0) {
      broken += 1;
      process.stdout.write(printBroken(await shrunk(run)));
    }
    if (figures.length % 50 === 0)
      process.stderr.write(`${String(figures.length)} of ${String(runs)} runs\n`);
  }
  if (file !== undefined) closeSync(file);
  process.stdout.write(printFigures(sumOf(figures), broken, (performance.now() - began) / 1_000));
  if (broken > 0) process.exitCode = 1;
}

main().catch(stopBroken);
