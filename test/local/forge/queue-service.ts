import type { z } from 'zod';

import type { EventDelivery } from './event-delivery';
import { QUEUE_LIMITS } from './limits';
import type { Manifest } from './manifest';
import { type Job, type QueuedEvent, jobRequestSchema, pushRequestSchema } from './queue-event';
import { RateWindow } from './rate-window';

export interface QueueReply {
  readonly status: number;
  readonly body: unknown;
}

export interface QueueParts {
  readonly manifest: Manifest;
  readonly delivery: EventDelivery;
  readonly now: () => number;
  readonly newId: () => string;
  /** Milliseconds from push to delivery. */
  readonly lag: () => number;
  readonly jobSaved: (jobId: string, job: Job) => void;
}

type PushedEvent = z.infer<typeof pushRequestSchema>['payload'][number];

/** The wire of `@forge/events`: publish, stats and cancel, each with the statuses that the SDK turns into errors. */
export class QueueService {
  private readonly jobs = new Map<string, Job>();
  private readonly pushes = new Map<string, number>();
  private readonly events = new RateWindow(60_000, QUEUE_LIMITS.eventsPerMinute);
  private order = 0;

  constructor(private readonly parts: QueueParts) {}

  /** 201 pushed, 202 some refused, 400 unknown queue, 405 too long a chain, 413 too big, 429 too many. */
  push(body: unknown, chain: string): QueueReply {
    const parsed = pushRequestSchema.safeParse(body);
    if (!parsed.success) return refused(400, 'The push request is invalid.');
    const { queueName, jobId, payload } = parsed.data;
    const consumer = this.parts.manifest.consumers.find((entry) => entry.queue === queueName);
    if (consumer === undefined)
      return refused(400, `No consumer of the manifest has the queue ${queueName}.`);
    if (payload.length === 0 || payload.length > QUEUE_LIMITS.eventsPerPush)
      return refused(400, `A push holds 1 to ${String(QUEUE_LIMITS.eventsPerPush)} events.`);
    if (Buffer.byteLength(JSON.stringify(payload)) > QUEUE_LIMITS.pushBytes)
      return refused(413, `A push is ${String(QUEUE_LIMITS.pushBytes)} bytes at most.`);
    const pushes = (this.pushes.get(chain) ?? 0) + 1;
    if (pushes > QUEUE_LIMITS.cyclicPushes) return refused(405, 'The limit on cyclic invocation is reached.');
    if (!this.events.take(payload.length, this.parts.now())) return refused(429, 'Too many events a minute.');
    this.pushes.set(chain, pushes);
    const tooBig = this.tooBigFor(consumer.function, payload);
    const accepted = payload.filter((_, index) => !tooBig.includes(index));
    this.accept(accepted, { queue: queueName, moduleKey: consumer.key, jobId, chain }, tooBig.length);
    if (tooBig.length === 0) return { status: 201, body: {} };
    const errorMessage = `An event is ${String(QUEUE_LIMITS.longRunningEventBytes)} bytes at most.`;
    return {
      status: 202,
      body: { failedEvents: tooBig.map((index) => ({ index: String(index), errorMessage })) },
    };
  }

  stats(body: unknown): QueueReply {
    const job = this.jobOf(body);
    if (job === undefined) return refused(404, 'There is no such job.');
    const { success, inProgress, failed } = job;
    return { status: 200, body: { success, inProgress, failed } };
  }

  cancel(body: unknown): QueueReply {
    const job = this.jobOf(body);
    if (job === undefined) return refused(404, 'There is no such job.');
    const { jobId } = jobRequestSchema.parse(body);
    this.parts.delivery.cancel((event) => event.queue === job.queue && event.jobId === jobId);
    this.saveJob(jobId, { ...job, inProgress: 0 });
    return { status: 204, body: undefined };
  }

  /** An event for a `trigger` module; it is delivered and repeated like a queue's. */
  addTriggerEvent(moduleKey: string, body: Record<string, unknown>): void {
    this.accept([{ body }], { queue: null, moduleKey, jobId: '', chain: `trigger-${String(this.order)}` }, 0);
  }

  ended(event: QueuedEvent, outcome: 'success' | 'failed'): void {
    const job = this.jobs.get(event.jobId);
    if (job === undefined) return;
    this.saveJob(event.jobId, { ...job, inProgress: job.inProgress - 1, [outcome]: job[outcome] + 1 });
  }

  /** Puts back what was saved; what was being delivered is delivered again. */
  restore(jobs: readonly [string, Job][], events: readonly QueuedEvent[]): void {
    for (const [jobId, job] of jobs) this.jobs.set(jobId, job);
    for (const event of [...events].sort((a, b) => a.order - b.order)) {
      this.order = Math.max(this.order, event.order);
      this.parts.delivery.add(event);
    }
  }

  private accept(
    events: readonly PushedEvent[],
    to: Pick<QueuedEvent, 'queue' | 'moduleKey' | 'jobId' | 'chain'>,
    failed: number,
  ): void {
    const now = this.parts.now();
    const lag = to.queue === null ? 0 : this.parts.lag();
    if (to.queue !== null)
      this.saveJob(to.jobId, { queue: to.queue, success: 0, inProgress: events.length, failed });
    for (const { body, delayInSeconds, concurrency } of events) {
      this.order += 1;
      this.parts.delivery.add({
        id: this.parts.newId(),
        order: this.order,
        ...to,
        body,
        ...(delayInSeconds === undefined ? {} : { delayInSeconds }),
        ...(concurrency === undefined ? {} : { concurrency }),
        pushedAt: now,
        dueAt: now + lag + (delayInSeconds ?? 0) * 1_000,
        attempt: 1,
        extendedMs: 0,
      });
    }
  }

  private tooBigFor(functionKey: string, payload: readonly PushedEvent[]): number[] {
    const timeout = this.parts.manifest.functions.get(functionKey)?.timeoutMs ?? 0;
    if (timeout <= QUEUE_LIMITS.longRunningAboveMs) return [];
    return payload.flatMap((event, index) =>
      Buffer.byteLength(JSON.stringify(event)) > QUEUE_LIMITS.longRunningEventBytes ? [index] : [],
    );
  }

  private jobOf(body: unknown): Job | undefined {
    const request = jobRequestSchema.safeParse(body);
    const job = request.success ? this.jobs.get(request.data.jobId) : undefined;
    return job?.queue === request.data?.queueName ? job : undefined;
  }

  private saveJob(jobId: string, job: Job): void {
    this.jobs.set(jobId, job);
    this.parts.jobSaved(jobId, job);
  }
}

function refused(status: number, message: string): QueueReply {
  return { status, body: { message, errorMessage: message, code: status } };
}
