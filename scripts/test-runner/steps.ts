import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Step } from './step';

const TSC = 'node_modules/typescript/bin/tsc';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
const VITEST = 'node_modules/vitest/vitest.mjs';

const TYPE_PROJECTS = ['tsconfig.json', 'test/tsconfig.json', 'test/local/page/tsconfig.json'];

/** All steps in their order. End-to-end is last and alone, so that nothing else takes its processor time. */
export function allSteps(root: string): readonly Step[] {
  const projects = TYPE_PROJECTS.filter((path) => existsSync(join(root, path)));
  return [
    {
      name: 'types',
      limitSeconds: 240,
      commands: projects.map((path) => [TSC, '--noEmit', '--pretty', 'false', '--project', path]),
      counts: 'one',
    },
    { name: 'lint', limitSeconds: 300, commands: [[ESLINT, '.', '--max-warnings=0']], counts: 'one' },
    { name: 'format', limitSeconds: 120, commands: [[PRETTIER, '--check', '.']], counts: 'one' },
    vitestStep('guards', 120),
    vitestStep('unit', 240),
    vitestStep('cases', 120),
    vitestStep('integration', 420),
    vitestStep('e2e', 420),
  ];
}

/** Where vitest writes the results of a step, from the root. */
export function reportPath(step: string): string {
  return `.cache/test/${step}.json`;
}

/** The steps with these names, in the runner's order; all of them when there are no names. */
export function selectSteps(
  steps: readonly Step[],
  names: readonly string[],
): { readonly steps: readonly Step[] } | { readonly unknown: string } {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) return { unknown };
  return { steps: names.length === 0 ? steps : steps.filter((step) => names.includes(step.name)) };
}

function vitestStep(name: string, limitSeconds: number): Step {
  const options = ['--update=none', '--reporter=default', '--reporter=json'];
  return {
    name,
    limitSeconds,
    commands: [[VITEST, 'run', '--project', name, ...options, `--outputFile.json=${reportPath(name)}`]],
    counts: 'vitest',
  };
}
