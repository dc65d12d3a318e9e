import { hour, toIso } from '../organization/time';
import { JiraError } from './errors';

/** Points an hour that all tenants of an app share (Jira rate limiting, Tier 1: global pool; in force since 2 March 2026). */
export const pointsPerHour = 65_000;
export const burstPerSecond = { read: 100, write: 50 };

/** Jira's two limits: points an hour for app traffic, requests a second for everybody. */
export class JiraRateLimits {
  private hourStart = 0;
  private spent = 0;
  private readonly bursts = new Map<string, { second: number; count: number }>();

  /** Points that app calls have used in the current UTC hour. */
  spentAt(now: number): number {
    return startOfHour(now) === this.hourStart ? this.spent : 0;
  }

  /** @throws JiraError 429 when the hour's points are used up */
  checkQuota(now: number): void {
    if (this.spentAt(now) < pointsPerHour) return;
    const reset = startOfHour(now) + hour;
    throw new JiraError(429, undefined, {
      'Retry-After': String(Math.max(1, Math.ceil((reset - now) / 1000))),
      'X-RateLimit-Limit': String(pointsPerHour),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': toIso(reset).replace('.000Z', 'Z'),
      'RateLimit-Reason': 'jira-quota-global-based',
    });
  }

  spend(points: number, now: number): void {
    this.spent = this.spentAt(now) + points;
    this.hourStart = startOfHour(now);
  }

  /**
   * Counts a request against its endpoint's limit in the current second.
   * @throws JiraError 429 when the second is full
   */
  checkBurst(endpoint: string, limit: number, now: number): void {
    const second = Math.floor(now / 1000);
    const burst = this.bursts.get(endpoint);
    if (burst?.second !== second) {
      this.bursts.set(endpoint, { second, count: 1 });
      return;
    }
    burst.count += 1;
    if (burst.count <= limit) return;
    throw new JiraError(429, undefined, {
      'Retry-After': '1',
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': toIso((second + 1) * 1000).replace('.000Z', 'Z'),
      'RateLimit-Reason': 'jira-burst-based',
    });
  }

  dump(): { hourStart: number; spent: number } {
    return { hourStart: this.hourStart, spent: this.spent };
  }

  load({ hourStart, spent }: { hourStart: number; spent: number }): void {
    this.hourStart = hourStart;
    this.spent = spent;
    this.bursts.clear();
  }
}

function startOfHour(now: number): number {
  return Math.floor(now / hour) * hour;
}
