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
    this.moveTo(now);
    if (this.used + amount > this.limit) return false;
    this.used += amount;
    return true;
  }

  /** What may still be taken before the window ends, and the milliseconds until then. */
  left(now: number): { readonly amount: number; readonly ms: number } {
    this.moveTo(now);
    return { amount: this.limit - this.used, ms: (this.start + 1) * this.lengthMs - now };
  }

  private moveTo(now: number): void {
    const start = Math.floor(now / this.lengthMs);
    if (start === this.start) return;
    this.start = start;
    this.used = 0;
  }
}
