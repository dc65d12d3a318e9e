import type { AppError } from '../lib/app-error';

/** What a consumer is to tell the platform after a delivery. */
export type Progress = { readonly again: false } | { readonly again: true; readonly afterSeconds: number };

/** Deliveries in a row that may fail or be lost before work in the background is given up. */
export const MAX_FAILURES = 6;
const EGRESS_WAIT_SECONDS = 60;

/** Seconds to wait before work in the background is tried again, or null when waiting cannot help. */
export function waitAfter({ code, context }: AppError, failures: number): number | null {
  switch (code) {
    case 'atlassian.rate-limited': {
      const told = context['retryAfterSeconds'];
      return typeof told === 'number' ? Math.max(1, told) : 60;
    }
    case 'time.short':
      return EGRESS_WAIT_SECONDS;
    case 'atlassian.unavailable':
    case 'queue.unavailable':
    case 'storage.conflict':
    case 'storage.unavailable':
      return 30 * failures;
    default:
      return null;
  }
}
