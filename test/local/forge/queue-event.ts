import { z } from 'zod';

import { QUEUE_LIMITS } from './limits';

const concurrency = z.object({ key: z.string(), limit: z.int().positive() });

export const pushRequestSchema = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.number().min(0).max(QUEUE_LIMITS.delaySeconds).optional(),
      concurrency: concurrency.optional(),
    }),
  ),
});

export const jobRequestSchema = z.object({ queueName: z.string(), jobId: z.string() });

/** What a consumer returned to be called again, as `InvocationError` puts itself into JSON. */
export const retrySchema = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

const retryContext = z.object({
  retryCount: z.int(),
  retryReason: z.string(),
  retryData: z.unknown().optional(),
});

export const queuedEventSchema = z.object({
  id: z.string(),
  /** Order in which events were pushed; breaks ties of due times. */
  order: z.int(),
  /** Queue of a consumer, or null for an event of a `trigger` module. */
  queue: z.string().nullable(),
  /** Module that gets the event. */
  moduleKey: z.string(),
  jobId: z.string(),
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().optional(),
  concurrency: concurrency.optional(),
  /** Unix milliseconds. */
  pushedAt: z.number(),
  dueAt: z.number(),
  /** Number of the delivery that comes next, from 1. */
  attempt: z.int(),
  retryContext: retryContext.optional(),
  /** By how much failures of the platform have put off the end of the retention. */
  extendedMs: z.number().default(0),
  chain: z.string(),
});

/** An event that waits for its delivery, or for the next one. */
export type QueuedEvent = z.infer<typeof queuedEventSchema>;
export type RetryContext = z.infer<typeof retryContext>;

/** How a delivery ended. */
export type Delivery =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly afterMs: number; readonly context: Omit<RetryContext, 'retryCount'> }
  | { readonly kind: 'failed'; readonly by: 'function' | 'platform'; readonly reason: string }
  /** Asked for a repetition that the platform does not grant. */
  | { readonly kind: 'dropped' };

export const jobSchema = z.object({
  queue: z.string(),
  success: z.int(),
  inProgress: z.int(),
  failed: z.int(),
});

/** What `getStats` tells of one push. */
export type Job = z.infer<typeof jobSchema>;
