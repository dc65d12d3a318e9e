/** What has been used in a fixed window of time, such as a minute of the clock. */
export class RateWindow {
  private start = Number.NEGATIVE_INFINITY;
  private used = 0;

  constructor(
    private readonly lengthMs: number,
    private readonly limit: number,
  ) {}

  /** Takes `amount`; takes nothing and answers false when that would pass the limit. */
  take(amount: number, now: number): boolean {
    const start = Math.floor(now / this.lengthMs);
    if (start !== this.start) {
      this.start = start;
      this.used = 0;
    }
    if (this.used + amount > this.limit) return false;
    this.used += amount;
    return true;
  }
}
