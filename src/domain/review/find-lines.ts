import { phaseOf, lineOf, type Cycle } from './cycle';
import type { Line } from './line';
import { refuse, type Ruling } from './ruling';

type Refusal = Extract<Ruling, { ok: false }>;

/** The lines of a command, each once, or why it cannot go on. */
export function findLines(cycle: Cycle, numbers: readonly number[]): { ok: true; lines: Line[] } | Refusal {
  const closed = refuseUnlessOpen(cycle);
  if (closed !== null) return closed;
  const lines: Line[] = [];
  for (const number of new Set(numbers)) {
    const line = lineOf(cycle, number);
    if (line === undefined) return refuse('line.not-found', `This review has no line ${String(number)}.`);
    lines.push(line);
  }
  return { ok: true, lines };
}

/** A review takes commands from its opening to its sign-off. */
export function refuseUnlessOpen(cycle: Cycle): Refusal | null {
  const phase = phaseOf(cycle);
  if (phase === 'draft') return refuse('cycle.wrong-state', 'This review is a draft: open it first.');
  if (phase === 'signed-off')
    return refuse('cycle.wrong-state', 'This review is signed off; nothing in it changes any more.');
  if (phase === 'cancelled') return refuse('cycle.wrong-state', 'This review was cancelled.');
  return null;
}
