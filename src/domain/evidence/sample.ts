import { byCodeUnit } from '../../lib/order';
import type { Line } from '../review/line';
import { hashOfText } from './hash-chain';

/** How a sample is drawn. The same choice draws the same lines of the same review, in every version. */
export interface SampleChoice {
  /** Any text; shown with the sample, so that it can be drawn again. */
  readonly seed: string;
  /** Lines to draw, at most. */
  readonly size: number;
  /** Outcomes take turns, so that a rare one is not missed. */
  readonly byOutcome: boolean;
}

/** A line's place in the draw: SHA-256, hex, of the seed, a colon and the line number. */
export function drawHash(seed: string, line: number): string {
  return hashOfText(`${seed}:${String(line)}`);
}

/** What became of a line, as samples and sign-offs name it. */
export function outcomeOf({ outcome }: Pick<Line, 'outcome'>): string {
  return outcome ?? 'open';
}

/**
 * Lines in the order in which they are drawn: by their hash, smallest first. By outcome the first line of each
 * outcome comes before the second of any, and outcomes follow their names. The algorithm is told in
 * docs/evidence-format.md, so that anybody can repeat it; a change of it needs another format.
 */
export function drawSample(lines: readonly Line[], { seed, size, byOutcome }: SampleChoice): Line[] {
  const drawn = lines
    .map((line) => ({ line, hash: drawHash(seed, line.facts.line) }))
    .sort((a, b) => byCodeUnit(a.hash, b.hash))
    .map(({ line }) => line);
  return (byOutcome ? inTurns(drawn) : drawn).slice(0, size);
}

function inTurns(drawn: readonly Line[]): Line[] {
  const taken = new Map<string, number>();
  const turns = drawn.map((line) => {
    const outcome = outcomeOf(line);
    const turn = taken.get(outcome) ?? 0;
    taken.set(outcome, turn + 1);
    return { line, turn, outcome };
  });
  return turns.sort((a, b) => a.turn - b.turn || byCodeUnit(a.outcome, b.outcome)).map(({ line }) => line);
}

/** How many lines each outcome has, and how many of them were drawn; by name. */
export function strataOf(lines: readonly Line[], sampled: readonly Line[]) {
  const count = (of: readonly Line[], outcome: string): number =>
    of.filter((line) => outcomeOf(line) === outcome).length;
  const outcomes = [...new Set(lines.map(outcomeOf))].sort(byCodeUnit);
  return outcomes.map((outcome) => ({
    outcome,
    lines: count(lines, outcome),
    sampled: count(sampled, outcome),
  }));
}
