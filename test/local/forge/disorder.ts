import type { RandomSource } from './random';

/** What at-least-once delivery may do besides delivering: repeat, and change the order of what is due together. */
export interface Disorder {
  /** Milliseconds after which something that starts now happens once more; undefined when it does not. */
  repeatAfter(): number | undefined;
  /** The one of several that comes first. */
  first<Item>(items: readonly Item[]): Item | undefined;
}

/** Approximate: half of the repetitions overlap with the first time, the others come within this time. */
const REPEATED_WITHIN_MS = 60_000;

/** Disorder of a share of all deliveries, from 0 to 1; at 0 everything happens once and in order. */
export function disorderOf(share: number, random: RandomSource): Disorder {
  if (share <= 0) return { repeatAfter: () => undefined, first: ([item]) => item };
  return {
    repeatAfter: () => {
      if (random.fraction() >= share) return undefined;
      return Math.max(0, 2 * random.fraction() - 1) * REPEATED_WITHIN_MS;
    },
    first: (items) => items[Math.floor(random.fraction() * items.length)],
  };
}
