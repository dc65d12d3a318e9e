import type { TrialResult } from './fault-trial';

const OUTCOMES: Readonly<Record<TrialResult['outcome'], string>> = {
  complete: 'complete',
  cautious: 'complete, some seats wait for facts',
  incomplete: 'incomplete',
  refused: 'not begun',
  unfinished: 'UNFINISHED',
};

/** The results as a Markdown table: one row for each call and failure, and what is wrong below it. */
export function printFaultTable(results: readonly TrialResult[]): string {
  const rows = new Map<string, Partial<Record<TrialResult['often'], TrialResult>>>();
  for (const result of results) {
    const name = `| ${result.scan} | \`${result.match}\` | ${nameOf(result.failure)} |`;
    rows.set(name, { ...rows.get(name), [result.often]: result });
  }
  const lines = [...rows].map(([name, { once, always }]) => `${name} ${cellOf(once)} | ${cellOf(always)} |`);
  const broken = results.filter(({ problems }) => problems.length > 0);
  return [
    '| Scan | Call | Fails with | Once | Always |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    `${String(results.length)} scans: ${countsOf(results)}; ${String(broken.length)} not sound.`,
    ...broken.map(
      ({ scan, match, failure, often, problems }) =>
        `NOT SOUND: ${scan}, ${match}, ${nameOf(failure)}, ${often}: ${problems.join(' ')}`,
    ),
    '',
  ].join('\n');
}

function nameOf({ mode, status }: TrialResult['failure']): string {
  return status === undefined ? mode : String(status);
}

function cellOf(result: TrialResult | undefined): string {
  if (result === undefined) return '';
  const { outcome, message } = result;
  const isEnded = outcome === 'complete' || outcome === 'cautious';
  return isEnded ? OUTCOMES[outcome] : `${OUTCOMES[outcome]}: ${message}`;
}

function countsOf(results: readonly TrialResult[]): string {
  return Object.entries(OUTCOMES)
    .map(([outcome, name]) => [results.filter((result) => result.outcome === outcome).length, name] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${String(count)} ${name}`)
    .join(', ');
}
