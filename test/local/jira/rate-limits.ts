import { JIRA_LIMITS } from '../forge/limits';
import { hour, toIso } from '../organization/time';
import { JiraError } from './errors';

/**
 * "Rate limiting" (developer.atlassian.com/cloud/jira/platform/rate-limiting), as of 5 March 2026; points are enforced
 * since 2 March 2026. Requests a second are per site, method and endpoint; Atlassian lets short spikes through, this
 * emulation none.
 */
export const burstPerSecond = { read: 100, write: 50, user: 150, projectRole: 200 };

/** The same page: writes to one issue, in a short window and a long one. */
export const issueWrites = [
  { count: 20, ms: 2_000 },
  { count: 100, ms: 30_000 },
] as const;

/** The same page: less than this share of the hour's points left counts as near the limit. */
export const nearLimit = 0.2;

/** The points an hour that an app may spend, as headers and refusals name them. */
export interface PointPool {
  readonly policy: 'global-app-quota' | 'tenant-app-quota';
  readonly reason: 'jira-quota-global-based' | 'jira-quota-tenant-based';
  readonly points: number;
}

/** The same page, Tier 1: one pool for all sites of an app. Here no other site spends from it. */
export const globalPool: PointPool = {
  policy: 'global-app-quota',
  reason: 'jira-quota-global-based',
  points: JIRA_LIMITS.pointsPerHour,
};

/** The same page, Tier 2: points of a site by its edition, and never more than `most`. */
const tenantPoints = {
  standard: { base: 100_000, perUser: 10 },
  premium: { base: 130_000, perUser: 20 },
  enterprise: { base: 150_000, perUser: 30 },
  most: 500_000,
};

export type Edition = 'standard' | 'premium' | 'enterprise';

/** The pool of one site, which Atlassian grants to an app after a review. */
export function tenantPool(edition: Edition, users: number): PointPool {
  const { base, perUser } = tenantPoints[edition];
  const points = Math.min(tenantPoints.most, base + perUser * users);
  return { policy: 'tenant-app-quota', reason: 'jira-quota-tenant-based', points };
}

/** Jira's three limits: points an hour for apps, requests a second and writes to one issue for everybody. */
export class JiraRateLimits {
  private hourStart = 0;
  private spent = 0;
  private readonly bursts = new Map<string, { second: number; count: number }>();
  private readonly writes = new Map<string, number[]>();

  constructor(private readonly pool: PointPool = globalPool) {}

  /** What an answer to an app tells of its points; how many are left only when few are. */
  headers(now: number): Record<string, string> {
    const { policy, points } = this.pool;
    const left = Math.max(0, points - this.spentAt(now));
    const isNear = left < nearLimit * points;
    const remaining = isNear ? `;r=${String(left)}` : '';
    return {
      'RateLimit-Policy': `"${policy}";q=${String(points)};w=3600`,
      RateLimit: `"${policy}"${remaining};t=${String(secondsUntil(nextHour(now), now))}`,
      ...(isNear ? { 'X-RateLimit-NearLimit': 'true' } : {}),
    };
  }

  /** @throws JiraError 429 when the hour's points are used up */
  checkQuota(now: number): void {
    const { reason, points } = this.pool;
    if (this.spentAt(now) >= points) throw refusal(reason, points, { now, reset: nextHour(now) });
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
    if (burst.count > limit) throw refusal('jira-burst-based', limit, { now, reset: (second + 1) * 1000 });
  }

  /**
   * Counts a write to an issue, unless it is refused.
   * @throws JiraError 429 when one of the windows that end now is full
   */
  checkIssueWrite(issueId: string, now: number): void {
    const longest = Math.max(...issueWrites.map(({ ms }) => ms));
    const recent = (this.writes.get(issueId) ?? []).filter((time) => time > now - longest);
    for (const { count, ms } of issueWrites) {
      const first = recent.at(-count);
      if (first !== undefined && first > now - ms)
        throw refusal('jira-per-issue-on-write', count, { now, reset: first + ms });
    }
    this.writes.set(issueId, [...recent, now]);
  }

  dump(): { hourStart: number; spent: number } {
    return { hourStart: this.hourStart, spent: this.spent };
  }

  load({ hourStart, spent }: { hourStart: number; spent: number }): void {
    this.hourStart = hourStart;
    this.spent = spent;
  }

  /** Points that apps have used in the current UTC hour. */
  private spentAt(now: number): number {
    return startOfHour(now) === this.hourStart ? this.spent : 0;
  }
}

function refusal(reason: string, limit: number, { now, reset }: { now: number; reset: number }): JiraError {
  return new JiraError(429, undefined, {
    'Retry-After': String(secondsUntil(reset, now)),
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': toIso(Math.ceil(reset / 1000) * 1000).replace('.000Z', 'Z'),
    'RateLimit-Reason': reason,
  });
}

function secondsUntil(reset: number, now: number): number {
  return Math.max(1, Math.ceil((reset - now) / 1000));
}

function startOfHour(now: number): number {
  return Math.floor(now / hour) * hour;
}

function nextHour(now: number): number {
  return startOfHour(now) + hour;
}
