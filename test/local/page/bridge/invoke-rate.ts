import { INVOCATION_LIMITS } from '../../forge/limits';
import { RateWindow } from '../../forge/rate-window';

/** `RateLimitProperties` of `@forge/bridge`. */
export interface RateLimitProperties {
  readonly rateLimitLimit: number;
  readonly rateLimitRemaining: number;
  /** Seconds; the unit is not documented. */
  readonly rateLimitReset: number;
}

/**
 * How many calls the person may still make this minute, for an `invoke` that asks. Approximate: it knows the
 * calls of this page alone, while the platform counts those of all pages and refuses by its own count.
 */
export class InvokeRate {
  private readonly window = new RateWindow(60_000, INVOCATION_LIMITS.perUserPerMinute);

  constructor(private readonly now: () => number) {}

  count(): void {
    this.window.take(1, this.now());
  }

  properties(): RateLimitProperties {
    const { amount, ms } = this.window.left(this.now());
    return {
      rateLimitLimit: INVOCATION_LIMITS.perUserPerMinute,
      rateLimitRemaining: amount,
      rateLimitReset: Math.ceil(ms / 1_000),
    };
  }
}
