import type { Seat } from '../../../src/domain/seat';

/** Counts seats by verdict: what a round's result is compared by, and why nothing of its work can be left out. */
export class VerdictCount {
  private readonly counts = new Map<string, number>();

  readonly add = ({ verdict }: Seat): void => {
    this.counts.set(verdict, (this.counts.get(verdict) ?? 0) + 1);
  };

  get byVerdict(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort());
  }
}

/** @throws Error when the verdicts are not those of the snapshot that was classified as a whole */
export function assertSameVerdicts(counted: VerdictCount, expected: Readonly<Record<string, number>>): void {
  const found = JSON.stringify(counted.byVerdict);
  if (found !== JSON.stringify(expected))
    throw new Error(`The verdicts are ${found}, not ${JSON.stringify(expected)}.`);
}
