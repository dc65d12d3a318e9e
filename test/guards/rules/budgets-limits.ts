import { z } from 'zod';

import { constantsOf, numbersIn } from '../kit/constants';
import type { Files } from '../kit/files';
import { filesIn } from '../kit/files';
import { exportedNames, lineAt, parse } from '../kit/syntax';
import type { Violation } from '../kit/violation';

const PAIRS = 'test/guards/budget-limits.json';
const LIMITS = 'test/local/forge/limits.ts';
const BUDGET_FILE = /^src\/(lib\/budgets|.*-budgets?)\.ts$/;

const pairsSchema = z.record(
  z.string(),
  z.union([
    z.strictObject({ below: z.string() }),
    z.strictObject({ atMost: z.string(), why: z.string().min(10) }),
    z.strictObject({ noLimit: z.string().min(10) }),
  ]),
);

interface Budget {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly value: number;
}

/**
 * Budgets of the app that are not below the platform's limit, or whose limit is not named in
 * budget-limits.json. The two are separate constants, because src must not know the local Atlassian.
 */
export function budgetsLimits(files: Files): readonly Violation[] {
  const pairs = pairsSchema.parse(JSON.parse(files.get(PAIRS) ?? '{}'));
  const limits = new Map(numbersOf(LIMITS, files.get(LIMITS) ?? '').map(({ name, value }) => [name, value]));
  const budgets = [...filesIn(files, 'src/')]
    .filter(([path]) => BUDGET_FILE.test(path))
    .flatMap(([path, text]) => numbersOf(path, text));
  const stale = Object.keys(pairs)
    .filter((name) => !budgets.some((budget) => budget.name === name))
    .map((name) => ({
      file: PAIRS,
      line: 0,
      message: `names the budget ${name}, which src does not export`,
    }));
  return [...budgets.flatMap((budget) => compare(budget, pairs[budget.name], limits)), ...stale];
}

function compare(
  { file, line, name, value }: Budget,
  pair: z.infer<typeof pairsSchema>[string] | undefined,
  limits: ReadonlyMap<string, number>,
): readonly Violation[] {
  if (pair === undefined) return [{ file, line, message: `${name} has no limit in ${PAIRS}` }];
  if ('noLimit' in pair) return [];
  const limitName = 'below' in pair ? pair.below : pair.atMost;
  const limit = limits.get(limitName);
  if (limit === undefined) return [{ file, line, message: `${name}: ${LIMITS} has no ${limitName}` }];
  const fits = 'below' in pair ? value < limit : value <= limit;
  const message = `${name} is ${String(value)}, which is not below ${limitName}, ${String(limit)}`;
  return fits ? [] : [{ file, line, message }];
}

/** Numbers that a module exports, alone or inside objects: `KVS_LIMITS.valueBytes`. */
function numbersOf(path: string, text: string): readonly Budget[] {
  const source = parse(path, text);
  const exported = exportedNames(source);
  return [...constantsOf(source)]
    .filter(([name]) => exported.has(name))
    .flatMap(([name, value]) => numbersIn(name, value))
    .map(([name, value]) => {
      const own = name.split('.').at(-1) ?? name;
      const position = Math.max(0, text.search(new RegExp(`\\b${own}\\b\\s*[:=,]`)));
      return { file: path, line: lineAt(text, position), name, value };
    });
}
