import type { Figures } from '../../test/chaos/figures';
import type { Run } from '../../test/chaos/run';

/** Breaches that are printed of one run; the rest mostly follows from them. */
const MOST_BREACHES = 5;

/** What some runs came to, as lines of text. */
export function printFigures(figures: Figures, broken: number, seconds: number): string {
  const {
    runs,
    faults,
    changes,
    writes,
    cancelled,
    blocked,
    unclear,
    stopped,
    paused,
    messages,
    claimed,
    gaveUp,
    ended,
  } = figures;
  const rows: readonly (readonly [string, string])[] = [
    ['runs', `${String(runs)}, ${String(broken)} broken`],
    ['faults', inWords(faults)],
    ['changes', String(changes)],
    ['writes', String(writes)],
    ['cancelled', String(cancelled)],
    ['blocked', String(blocked)],
    ['unclear', String(unclear)],
    ['stopped', String(stopped)],
    ['paused', String(paused)],
    ['messages', String(messages)],
    ['claimed', String(claimed)],
    ['given up', String(gaveUp)],
    ['lines', inWords(ended)],
    ['seconds', seconds.toFixed(1)],
  ];
  return rows.map(([name, value]) => `${name.padEnd(10)} ${value}\n`).join('');
}

/** A broken run: how to repeat it, what still breaks it, and which calls show it. */
export function printBroken({ schedule, broken }: Run): string {
  const { disturbances, ...frame } = schedule;
  return [
    `BROKEN: npm run --silent chaos -- --runs 1 --seed ${String(schedule.seed)}`,
    `  run ${JSON.stringify(frame)}`,
    ...disturbances.map((disturbance) => `  with ${JSON.stringify(disturbance)}`),
    ...broken
      .slice(0, MOST_BREACHES)
      .flatMap(({ invariant, what, calls }) => [
        `  ${invariant}: ${what}`,
        ...calls.map((call) => `    ${JSON.stringify(call)}`),
      ]),
    '',
  ].join('\n');
}

function inWords(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, count]) => `${String(count)} ${name}`).join(', ') || 'none';
}
