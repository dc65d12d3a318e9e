import type { ScriptStep } from '../organization/seed';
import { scriptStepSchema } from '../organization/seed-schema';
import { parseDuration } from '../organization/time';
import type { World } from './world';

/** A step or duration that cannot be read. */
export class ScriptError extends Error {}

/** The moment that lies an ISO 8601 duration after `start`, Unix milliseconds. */
export function addDuration(start: number, duration: string): number {
  const length = parseDuration(duration);
  if (length === undefined)
    throw new ScriptError(`"${duration}" is no ISO 8601 duration such as P1D or PT30M.`);
  return start + length;
}

/** A script step, where `at` may be missing because it is to happen now. */
export function parseStep(step: unknown): ScriptStep {
  const timed = typeof step === 'object' && step !== null ? { at: 'PT0S', ...step } : step;
  const parsed = scriptStepSchema.safeParse(timed);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ScriptError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'This is no script step.'}`);
}

/** Sets the seed's script to happen; what a resumed state has already been through does not happen again. */
export function scheduleScript(world: World, apply: (step: ScriptStep) => void): void {
  const { seed, clock, saved } = world;
  const start = Date.parse(seed.clock);
  for (const step of seed.script ?? []) {
    const time = addDuration(start, step.at);
    if (saved === undefined || time > saved.meta.now) clock.at(time, () => apply(step));
  }
}
