import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { FIXED_WORLD } from '../test/fixed-world';
import { runStep } from './test-runner/run-step';
import type { Outcome, Step } from './test-runner/step';
import { allSteps, selectSteps } from './test-runner/steps';
import { lastLine, outcomeLine, total } from './test-runner/summary';

const ROOT = resolve(__dirname, '..');

/** The whole run ends before the quarter of an hour that it may take. */
const RUN_LIMIT_MS = 14 * 60_000;

async function runSteps(steps: readonly Step[]): Promise<readonly Outcome[]> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  mkdirSync(join(ROOT, '.cache', 'test'), { recursive: true });
  const context = {
    root: ROOT,
    env: { ...process.env, ...FIXED_WORLD, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    deadline: Date.now() + RUN_LIMIT_MS,
    interrupt: stop.signal,
  };
  const run = async (step: Step): Promise<Outcome> => {
    console.log(`\n── ${step.name} ──`);
    const outcome = await runStep(step, context);
    console.log(outcomeLine(outcome));
    return outcome;
  };
  // What only reads the code takes one processor each; a test step wants the whole machine.
  const outcomes = await Promise.all(steps.filter(readsOnly).map(run));
  for (const step of steps.filter((each) => !readsOnly(each))) outcomes.push(await run(step));
  return outcomes;
}

function readsOnly({ counts }: Step): boolean {
  return counts === 'one';
}

async function main(): Promise<number> {
  const steps = allSteps(ROOT);
  const selection = selectSteps(steps, process.argv.slice(2));
  if ('unknown' in selection) {
    const names = steps.map((step) => step.name).join(', ');
    console.error(`There is no step "${selection.unknown}". The steps are: ${names}.`);
    return 2;
  }
  const outcomes = await runSteps(selection.steps);
  const sum = total(outcomes);
  console.log(`\n${outcomes.map(outcomeLine).join('\n')}\n`);
  console.log(lastLine(sum));
  return sum.failed === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    console.log(lastLine({ passed: 0, failed: 1 }));
    process.exitCode = 1;
  },
);
