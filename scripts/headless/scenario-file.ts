import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { resolvers } from '../../src/contract/resolvers';

/** A scenario that cannot be run: where it is wrong and how. */
export class ScenarioError extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(message);
  }
}

const inspections = ['memberships', 'calls', 'kvs', 'queues', 'issues'] as const;

const step = z.union([
  z.strictObject({ as: z.string(), invoke: z.string(), payload: z.unknown().optional() }),
  z.strictObject({ advance: z.string() }),
  z.strictObject({ trigger: z.string() }),
  z.strictObject({ drain: z.literal(true) }),
  z.strictObject({ fault: z.record(z.string(), z.unknown()) }),
  z.strictObject({ atlassian: z.record(z.string(), z.unknown()) }),
  z.strictObject({ inspect: z.enum(inspections) }),
]);

const scenario = z.strictObject({
  seed: z.union([z.string(), z.record(z.string(), z.unknown())]),
  orgKey: z.boolean().default(true),
  steps: z.array(step),
});

export type ScenarioStep = z.output<typeof step>;

export interface Scenario {
  /** Not yet parsed. */
  readonly seed: unknown;
  readonly orgKey: boolean;
  readonly steps: readonly ScenarioStep[];
}

/** Reads a scenario file and the seed that it names. @throws ScenarioError */
export function readScenario(path: string): Scenario {
  const parsed = scenario.safeParse(readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ScenarioError(toPath(issue?.path ?? []), issue?.message ?? 'not a scenario');
  }
  const { seed, orgKey, steps } = parsed.data;
  steps.forEach(refuseUnknownResolver);
  return { seed: typeof seed === 'string' ? readJson(resolve(dirname(path), seed)) : seed, orgKey, steps };
}

function refuseUnknownResolver(each: ScenarioStep, index: number): void {
  if ('invoke' in each && !(each.invoke in resolvers))
    throw new ScenarioError(`steps[${String(index)}].invoke`, `there is no resolver “${each.invoke}”`);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw new ScenarioError(
      path,
      `cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function toPath(parts: readonly PropertyKey[]): string {
  const text = parts
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('');
  return text.replace(/^\./, '') || '$';
}
