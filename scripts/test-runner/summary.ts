import type { Count, Outcome } from './step';

/** The sum over all runners. */
export function total(outcomes: readonly Count[]): Count {
  return outcomes.reduce<Count>(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** One line about a step that has ended. */
export function outcomeLine(outcome: Outcome): string {
  const mark = outcome.failed === 0 ? 'ok  ' : 'FAIL';
  const time = `${outcome.seconds.toFixed(1)} s`.padStart(8);
  const reason = outcome.reason === null ? '' : `  (${outcome.reason})`;
  return `${mark} ${outcome.name.padEnd(12)}${time}  ${lastLine(outcome)}${reason}`;
}

/** The line that ends a run: read by machines, so its form is fixed. */
export function lastLine(count: Count): string {
  return `${String(count.passed)} passed, ${String(count.failed)} failed`;
}
