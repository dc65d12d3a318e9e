import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Ending } from './run-process';
import { runNode } from './run-process';
import type { Count, Outcome, Step } from './step';
import { reportPath } from './steps';
import { countReport } from './vitest-report';

export interface StepContext {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  /** Unix milliseconds after which nothing may run any more. */
  readonly deadline: number;
  readonly interrupt: AbortSignal;
}

interface Verdict extends Count {
  readonly reason: string | null;
}

/** Runs one step within its own limit and what is left of the whole run. Never throws. */
export async function runStep(step: Step, context: StepContext): Promise<Outcome> {
  const started = Date.now();
  const stepEnd = Math.min(started + step.limitSeconds * 1000, context.deadline);
  const report = join(context.root, reportPath(step.name));
  rmSync(report, { force: true });
  const endings: Ending[] = [];
  for (const command of step.commands) {
    endings.push(
      await runNode(command, {
        cwd: context.root,
        env: context.env,
        limitMs: Math.max(0, stepEnd - Date.now()),
        interrupt: context.interrupt,
      }),
    );
  }
  const verdict = judgeStep(step, endings, existsSync(report) ? readFileSync(report, 'utf8') : null);
  return { name: step.name, seconds: (Date.now() - started) / 1000, ...verdict };
}

/**
 * What a step counts for: nothing run, a crash or a time-out is one failed, beside whatever vitest reported.
 *
 * @param report text of vitest's JSON report, null when it wrote none.
 */
export function judgeStep(step: Step, endings: readonly Ending[], report: string | null): Verdict {
  const trouble = endings.map(describeEnding).find((reason) => reason !== null) ?? null;
  if (endings.length === 0) return { passed: 0, failed: 1, reason: 'ran nothing' };
  if (step.counts === 'one') {
    return trouble === null
      ? { passed: 1, failed: 0, reason: null }
      : { passed: 0, failed: 1, reason: trouble };
  }
  const count = readCount(report);
  if (count === null) return { passed: 0, failed: 1, reason: trouble ?? 'left no report' };
  if (count.passed + count.failed === 0) return { passed: 0, failed: 1, reason: 'ran nothing' };
  const unexplained = trouble !== null && count.failed === 0;
  return {
    passed: count.passed,
    failed: unexplained ? 1 : count.failed,
    reason: unexplained ? trouble : null,
  };
}

function readCount(report: string | null): Count | null {
  if (report === null) return null;
  try {
    return countReport(report);
  } catch {
    return null;
  }
}

function describeEnding(ending: Ending): string | null {
  switch (ending.kind) {
    case 'exit':
      return ending.code === 0 ? null : `ended with code ${String(ending.code)}`;
    case 'signal':
      return `was ended by ${ending.signal}`;
    case 'time-out':
      return 'took too long';
    case 'stopped':
      return 'was interrupted';
    case 'no-start':
      return `could not start: ${ending.message}`;
  }
}
