import { describe, expect, test } from 'vitest';

import { printBroken } from '../../scripts/headless/chaos-report';
import { endpointsOf } from '../../scripts/headless/fault-trials';
import { PLACES } from './fault-order';
import { figuresOf, sumOf, type Figures } from './figures';
import { runSeed } from './run';

/** Runs of `npm run chaos` as tests, one for each seed; together they must meet what they are about. */
export function expectSafeRuns(first: number, count: number): void {
  const figures: Figures[] = [];
  const asked = new Set<string>();
  const seeds = Array.from({ length: count }, (_, index) => first + index);

  describe('Whatever fails and changes on the way, removals are safe', () => {
    test.each(seeds)('with seed %i', async (seed) => {
      const run = await runSeed(seed);
      figures.push(figuresOf(run));
      for (const { match } of endpointsOf(run.played.observed.calls)) asked.add(match);
      expect(run.broken, printBroken(run)).toEqual([]);
    });

    test('and all of this happened', () => {
      const { faults, ended, ...sum } = sumOf(figures);
      expect(sum.writes).toBeGreaterThan(10 * count);
      const { changes, cancelled, blocked, unclear, stopped, paused, messages, claimed } = sum;
      for (const met of [
        changes,
        cancelled,
        blocked,
        unclear,
        stopped,
        paused,
        messages,
        claimed,
        ended['removed'],
      ])
        expect(met).toBeGreaterThan(0);
      expect(Object.keys(faults).sort()).toEqual(MODES);
    });

    test('and every endpoint that was asked is one that a fault can hit', () => {
      const places = new Set(PLACES.flatMap((each) => each.places.map(({ match }) => match)));
      expect([...asked].filter((match) => !places.has(match))).toEqual([]);
    });
  });
}

const MODES = ['crash', 'crash-after-write', 'drop-after-write', 'stale-read', 'status', 'timeout'];
