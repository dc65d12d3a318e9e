import { z } from 'zod';
import { createHost } from '../../test/local/host';
import type { LocalHost } from '../../test/local/host-contract';
import { PlatformError } from '../../test/local/forge/invocation';
import { prepare } from '../../test/local/prepare';
import { ScenarioError, type Scenario, type ScenarioStep } from './scenario-file';

export type StepLine =
  | { readonly step: number; readonly ok: true; readonly result: unknown }
  | {
      readonly step: number;
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string };
    };

const reply = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

/** Runs a scenario on a fresh organization with the app installed; hands on one line for each step. */
export async function runScenario(scenario: Scenario, print: (line: StepLine) => void): Promise<void> {
  const host = await createHost({ seed: scenario.seed });
  try {
    refuseUnknownPersons(scenario, host);
    await host.install();
    await prepare(host, { orgKey: scenario.orgKey });
    const lines: StepLine[] = [];
    for (const [index, step] of scenario.steps.entries()) {
      const line = await runStep(host, step, { number: index + 1, lines });
      lines.push(line);
      print(line);
    }
  } finally {
    await host.close();
  }
}

interface Place {
  /** From 1. */
  readonly number: number;
  readonly lines: readonly StepLine[];
}

async function runStep(host: LocalHost, step: ScenarioStep, place: Place): Promise<StepLine> {
  const done = (result: unknown = null): StepLine => ({ step: place.number, ok: true, result });
  if ('invoke' in step) return invoke(host, step, place);
  if ('advance' in step) return done(await at(place, 'advance', () => host.advance(step.advance)));
  if ('trigger' in step) return done(await at(place, 'trigger', () => host.trigger(step.trigger)));
  if ('drain' in step) return done(await at(place, 'drain', () => host.drain()));
  if ('fault' in step) return done(await at(place, 'fault', () => host.fault(step.fault)));
  if ('atlassian' in step) return done(await at(place, 'atlassian', () => host.apply(step.atlassian)));
  return done(host.inspect(step.inspect));
}

async function invoke(
  host: LocalHost,
  step: Extract<ScenarioStep, { invoke: string }>,
  place: Place,
): Promise<StepLine> {
  const accountId = accountOf(host, step.as);
  try {
    const payload = withReferences(step.payload, place);
    const parsed = reply.parse(await host.invoke({ accountId, resolver: step.invoke, payload }));
    return parsed.ok
      ? { step: place.number, ok: true, result: parsed.data }
      : { step: place.number, ok: false, error: parsed.error };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { step: place.number, ok: false, error: { code: error.code, message: error.message } };
  }
}

/** A step that the local Atlassian does not understand is a fault of the file, told with its place. */
async function at(place: Place, key: string, work: () => Promise<void> | void): Promise<null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !isUsersFault(error)) throw error;
    const inner =
      'path' in error && typeof error.path === 'string' && error.path !== '$' ? `.${error.path}` : '';
    throw new ScenarioError(`steps[${String(place.number - 1)}].${key}${inner}`, error.message);
  }
}

function isUsersFault(error: Error): boolean {
  if (error instanceof PlatformError) return error.code === 'platform.unknown-module';
  return ['ScriptError', 'FaultError', 'SeedError'].includes(error.constructor.name);
}

/** `"$2.result.cycleId"` stands for that part of step 2's line. */
function withReferences(value: unknown, place: Place): unknown {
  if (typeof value === 'string' && /^\$\d+(\.|$)/.test(value)) return resolveReference(value, place);
  if (Array.isArray(value)) return value.map((each: unknown) => withReferences(each, place));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withReferences(each, place)]));
  return value;
}

function resolveReference(reference: string, { number, lines }: Place): unknown {
  const [step = '', ...parts] = reference.slice(1).split('.');
  let value: unknown = lines[Number(step) - 1];
  if (value === undefined)
    throw new ScenarioError(
      `steps[${String(number - 1)}].payload`,
      `${reference} names a step that has not run yet`,
    );
  for (const part of parts)
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  return value;
}

function accountOf(host: LocalHost, who: string): string {
  return host.organization.seed.personas[who] ?? who;
}

function refuseUnknownPersons({ steps }: Scenario, host: LocalHost): void {
  steps.forEach((step, index) => {
    if (!('as' in step)) return;
    if (host.organization.person(accountOf(host, step.as)) === undefined)
      throw new ScenarioError(
        `steps[${String(index)}].as`,
        `“${step.as}” is neither a persona nor an account of the seed`,
      );
  });
}
