import type { CreateApp } from '../local/forge/app-under-test';
import { brokenBy, type Broken, type InvariantName } from './invariants/all-invariants';
import { play, type Played } from './play';
import { drawSchedule, type Schedule } from './schedule';
import { shrink } from './shrink';

/** One run: what was planned, what came of it, and what it broke. */
export interface Run {
  readonly schedule: Schedule;
  readonly played: Played;
  readonly broken: readonly Broken[];
}

export interface RunOptions {
  /** Default: the app as it is. */
  readonly createApp?: CreateApp;
}

/** Plays the run of a seed and looks at what it left behind. */
export function runSeed(seed: number, options: RunOptions = {}): Promise<Run> {
  return runSchedule(drawSchedule(seed), options);
}

async function runSchedule(schedule: Schedule, options: RunOptions): Promise<Run> {
  const played = await play(schedule, options);
  return { schedule, played, broken: brokenBy(played.observed) };
}

/** A broken run with as few disturbances as still break one of the same invariants. */
export async function shrunk({ schedule, broken }: Run, options: RunOptions = {}): Promise<Run> {
  const names = new Set<InvariantName>(broken.map(({ invariant }) => invariant));
  const isBroken = async (smaller: Schedule): Promise<boolean> =>
    (await runSchedule(smaller, options)).broken.some(({ invariant }) => names.has(invariant));
  return runSchedule(await shrink(schedule, isBroken), options);
}

/** Everything that was asked, called, recorded and changed in a run, a line of JSON for each. */
export function logOf({ played: { asked, observed } }: Run): string {
  const { calls, history, ledgers, ending } = observed;
  const lines = [
    ...asked.map((each) => ({ asked: each })),
    ...calls.map((call) => ({ call })),
    ...[...ledgers.values()].flat().map((record) => ({ record })),
    ...history.steps.map((step) => ({ step })),
    { ending },
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}
