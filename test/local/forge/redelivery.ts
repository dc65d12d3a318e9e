import { QUEUE_BACKOFF_MS, QUEUE_LIMITS, QUEUE_LONGEST_BACKOFF_MS } from './limits';
import type { Delivery, QueuedEvent } from './queue-event';

/** Unix milliseconds from which on an event is no longer kept; one of a `trigger` module ends after some retries instead. */
export function endOfRetention({ queue, pushedAt, extendedMs }: QueuedEvent): number {
  return queue === null ? Number.POSITIVE_INFINITY : pushedAt + QUEUE_LIMITS.retentionMs + extendedMs;
}

export function isExpired(event: QueuedEvent, now: number): boolean {
  return now >= endOfRetention(event);
}

/** The event as it waits for its next delivery, or for the end of its retention; undefined when there is neither. */
export function toRetry(event: QueuedEvent, outcome: Delivery, now: number): QueuedEvent | undefined {
  if (outcome.kind === 'done' || outcome.kind === 'dropped') return undefined;
  if (event.queue === null && event.attempt > QUEUE_LIMITS.triggerRetries) return undefined;
  const pause = outcome.kind === 'retry' ? outcome.afterMs : backoffAfter(event.attempt);
  const isPlatforms = outcome.kind === 'failed' && outcome.by === 'platform';
  const told =
    outcome.kind === 'retry'
      ? outcome.context
      : { retryReason: outcome.reason, retryData: event.retryContext?.retryData };
  const retry = {
    ...event,
    attempt: event.attempt + 1,
    extendedMs: isPlatforms ? extendedBy(event, pause) : event.extendedMs,
    retryContext: { ...told, retryCount: (event.retryContext?.retryCount ?? 0) + (isPlatforms ? 0 : 1) },
  };
  return { ...retry, dueAt: Math.min(now + pause, endOfRetention(retry)) };
}

function backoffAfter(attempt: number): number {
  return QUEUE_BACKOFF_MS[attempt - 1] ?? QUEUE_LONGEST_BACKOFF_MS;
}

/** Approximate: the pause after a failure of the platform is given back, as long as the extension lasts. */
function extendedBy({ extendedMs }: QueuedEvent, pause: number): number {
  return Math.min(extendedMs + pause, QUEUE_LIMITS.retentionExtensionMs);
}
