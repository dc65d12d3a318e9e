import { minute, toIso } from '../organization/time';
import { tooManyRequests } from './errors';

/** "User last active dates" (developer.atlassian.com/cloud/admin/organization/user-last-active-dates), August 2026; of the organization. */
export const lastActiveDatesPerMinute = 200;

/** The Organizations OpenAPI document of 21 August 2026, `GET /v1/orgs/{orgId}/events`; per user and path. */
export const eventsPerMinute = 10;

/** Requests a minute for the endpoints that document a limit; others have none that is known. */
export class MinuteLimits {
  private readonly windows = new Map<string, { start: number; count: number }>();

  /**
   * Counts a request and answers the headers that tell what is left.
   * @throws AdminError 429 when the minute is full
   */
  check(endpoint: string, limit: number, now: number): Record<string, string> {
    const window = this.current(endpoint, now);
    window.count += 1;
    const reset = window.start + minute;
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - window.count)),
      'X-RateLimit-Reset': toIso(reset),
    };
    if (window.count <= limit) return headers;
    throw tooManyRequests({
      ...headers,
      'Retry-After': String(Math.max(1, Math.ceil((reset - now) / 1000))),
    });
  }

  private current(endpoint: string, now: number): { start: number; count: number } {
    const window = this.windows.get(endpoint);
    if (window !== undefined && now < window.start + minute) return window;
    const fresh = { start: now, count: 0 };
    this.windows.set(endpoint, fresh);
    return fresh;
  }
}
