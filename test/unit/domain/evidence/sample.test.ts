import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawHash, drawSample, strataOf, type SampleChoice } from '../../../../src/domain/evidence/sample';
import { newLine, type Line } from '../../../../src/domain/review/line';
import { aCleanup } from '../../../builders/a-seat';

/** Forty lines: one blocked, four removed, the others kept. */
const LINES: readonly Line[] = Array.from({ length: 40 }, (_, index) => ({
  ...newLine({
    line: index + 1,
    seat: aCleanup(`person-${String(index)}`),
    bundle: index + 1,
    carriedFrom: null,
  }),
  outcome: index === 17 ? 'blocked' : index % 10 === 0 ? 'removed' : 'kept',
}));

const draw = (choice: Partial<SampleChoice> = {}, lines = LINES) =>
  drawSample(lines, { seed: 'audit 2026', size: 5, byOutcome: false, ...choice });
const numbers = (lines: readonly Line[]) => lines.map(({ facts }) => facts.line);

describe('A sample', () => {
  it('is drawn by the smallest hashes of seed and line number', () => {
    const hash = (line: number) =>
      createHash('sha256')
        .update(`audit 2026:${String(line)}`, 'utf8')
        .digest('hex');
    const byHash = [...numbers(LINES)].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
    expect(numbers(draw())).toEqual(byHash.slice(0, 5));
  });

  it('draws the same lines in every version', () => {
    expect(numbers(draw())).toEqual([6, 16, 2, 13, 36]);
  });

  it('draws the same lines by outcome in every version', () => {
    expect(numbers(draw({ byOutcome: true }))).toEqual([18, 6, 21, 16, 11]);
  });

  it('does not depend on the order in which lines are given', () => {
    expect(draw({}, [...LINES].reverse())).toEqual(draw());
  });

  it('grows by lines at its end, whatever its size', () => {
    expect(numbers(draw({ size: 9 })).slice(0, 5)).toEqual(numbers(draw()));
  });

  it('is all lines where there are no more', () => {
    expect(numbers(draw({ size: 100 })).sort((a, b) => a - b)).toEqual(numbers(LINES));
  });

  it('by outcome has one line of each outcome before the second of any', () => {
    const outcomes = draw({ size: 3, byOutcome: true }).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['blocked', 'kept', 'removed']);
  });

  it('holds no line twice and never more than were asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), fc.boolean(), (seed, size, byOutcome) => {
        const drawn = numbers(draw({ seed, size, byOutcome }));
        expect(new Set(drawn).size).toBe(Math.min(size, LINES.length));
      }),
    );
  });

  it('counts how many lines of each outcome were drawn', () => {
    expect(strataOf(LINES, draw({ size: 3, byOutcome: true }))).toEqual([
      { outcome: 'blocked', lines: 1, sampled: 1 },
      { outcome: 'kept', lines: 35, sampled: 1 },
      { outcome: 'removed', lines: 4, sampled: 1 },
    ]);
  });
});

it('A line is drawn by SHA-256 of seed, colon and number', () => {
  expect(drawHash('abc', 17)).toBe('efea22e79b4b8209b5eb4370419a4ec21714aa9f9711dc0b046bc18337730613');
});
