/** Adds up the milliseconds of what it is told to time, and nothing of what lies between. */
export class Stopwatch {
  private total = 0;

  get ms(): number {
    return this.total;
  }

  time<Result>(work: () => Result): Result {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.total += performance.now() - start;
    }
  }
}
