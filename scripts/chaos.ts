import { closeSync, openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sumOf, type Figures } from '../test/chaos/figures';
import { printFigures } from './headless/chaos-report';
import { playOrders, type Told } from './headless/chaos-workers';
import { reasonOf, stop, stopBroken } from './headless/command-line';

const USAGE =
  'Usage: npm run --silent chaos -- [--runs COUNT] [--seed NUMBER] [--workers COUNT] [--log FILE]';

interface ChaosArguments {
  readonly runs: number;
  readonly seed: number;
  readonly workers: number;
  readonly log: string | undefined;
}

function readArguments(): ChaosArguments {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { runs: text, seed: text, workers: text, log: text } });
    const number = (given: string): number =>
      /^\d{1,9}$/.test(given) ? Number(given) : stop(2, `“${given}” is no whole number. ${USAGE}`);
    const workers = number(values.workers ?? '1');
    if (workers < 1 || workers > 64) stop(2, `From 1 to 64 workers. ${USAGE}`);
    return { runs: number(values.runs ?? '100'), seed: number(values.seed ?? '1'), workers, log: values.log };
  } catch (error) {
    return stop(2, `${reasonOf(error)}. ${USAGE}`);
  }
}

/** Plays the runs of one seed after the other; whatever breaks is shrunk and told at once. */
async function main(): Promise<void> {
  const { runs, seed: first, workers, log } = readArguments();
  const file = log === undefined ? undefined : openSync(log, 'w');
  const began = performance.now();
  const all: Figures[] = [];
  let brokenRuns = 0;
  const tell = ({ figures, log: lines, broken }: Told): void => {
    all.push(figures);
    if (file !== undefined && lines !== null) writeSync(file, lines);
    if (broken !== null) {
      brokenRuns += 1;
      process.stdout.write(broken);
    }
    if (all.length % 50 === 0) process.stderr.write(`${String(all.length)} of ${String(runs)} runs\n`);
  };
  const orders = Array.from({ length: runs }, (_, index) => ({
    seed: first + index,
    withLog: file !== undefined,
  }));
  await playOrders(orders, workers, tell);
  if (file !== undefined) closeSync(file);
  process.stdout.write(printFigures(sumOf(all), brokenRuns, (performance.now() - began) / 1_000));
  if (brokenRuns > 0) process.exitCode = 1;
}

main().catch(stopBroken);
