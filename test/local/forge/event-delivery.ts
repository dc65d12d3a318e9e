import type { LocalClock } from '../clock';
import type { Delivery, QueuedEvent } from './queue-event';
import { isExpired, toRetry } from './redelivery';

export interface DeliveryParts {
  readonly clock: LocalClock;
  /** Runs the module that the event is for. */
  readonly deliver: (event: QueuedEvent) => Promise<Delivery>;
  /** Told of each change: the event as it now waits, or undefined when it is done with. */
  readonly saved: (id: string, event: QueuedEvent | undefined) => void;
  readonly ended: (event: QueuedEvent, outcome: 'success' | 'failed') => void;
  /** Whether this delivery happens twice; events arrive at least once. */
  readonly isDoubled: () => boolean;
}

/** Delivers events when they are due, again when a delivery fails, never more at once than a concurrency key allows. */
export class EventDelivery {
  private readonly waiting = new Map<string, QueuedEvent>();
  private readonly running = new Map<string, QueuedEvent>();
  /** Events that are due but whose concurrency key has no place left. */
  private readonly held = new Map<string, QueuedEvent>();
  private readonly timers = new Map<string, () => void>();

  constructor(private readonly parts: DeliveryParts) {}

  /** Every event that is not done with, by due time. */
  list(): QueuedEvent[] {
    const all = [...this.waiting.values(), ...this.held.values(), ...this.running.values()];
    return all.sort((a, b) => a.dueAt - b.dueAt || a.order - b.order);
  }

  /** When the next event that only waits for its time is due. */
  nextDue(): number | undefined {
    let next: number | undefined;
    for (const { dueAt } of this.waiting.values()) if (next === undefined || dueAt < next) next = dueAt;
    return next;
  }

  add(event: QueuedEvent): void {
    this.waiting.set(event.id, event);
    this.parts.saved(event.id, event);
    this.arm(event.id, event.dueAt);
  }

  /** Takes back what has not been delivered yet; what runs, runs on but is not repeated. */
  cancel(isMeant: (event: QueuedEvent) => boolean): void {
    for (const events of [this.waiting, this.held, this.running]) {
      for (const event of [...events.values()].filter(isMeant)) {
        this.timers.get(event.id)?.();
        events.delete(event.id);
        this.parts.saved(event.id, undefined);
      }
    }
  }

  private arm(id: string, dueAt: number): void {
    const { clock } = this.parts;
    this.timers.set(
      id,
      clock.at(Math.max(dueAt, clock.now()), () => this.start(id)),
    );
  }

  private async start(id: string): Promise<void> {
    const event = this.waiting.get(id);
    if (event === undefined) return;
    this.waiting.delete(id);
    if (isExpired(event, this.parts.clock.now())) {
      this.end(event, 'failed');
      return;
    }
    if (!this.hasPlace(event)) {
      this.held.set(id, event);
      return;
    }
    this.running.set(id, event);
    const outcome = await this.deliverOnceOrTwice(event);
    this.releaseHeld();
    // Cancelled meanwhile: nothing to count, nothing to repeat.
    if (!this.running.delete(id)) return;
    this.settle(event, outcome);
  }

  private async deliverOnceOrTwice(event: QueuedEvent): Promise<Delivery> {
    const outcome = await this.parts.deliver(event);
    return this.parts.isDoubled() ? this.parts.deliver(event) : outcome;
  }

  private settle(event: QueuedEvent, outcome: Delivery): void {
    const retry = toRetry(event, outcome, this.parts.clock.now());
    if (retry !== undefined) {
      this.add(retry);
      return;
    }
    this.end(event, outcome.kind === 'done' ? 'success' : 'failed');
  }

  private end(event: QueuedEvent, outcome: 'success' | 'failed'): void {
    this.parts.saved(event.id, undefined);
    this.parts.ended(event, outcome);
  }

  private hasPlace({ concurrency }: QueuedEvent): boolean {
    if (concurrency === undefined) return true;
    const sameKey = [...this.running.values()].filter((other) => other.concurrency?.key === concurrency.key);
    return sameKey.length < concurrency.limit;
  }

  /** Lets held events try again; each that still finds no place is held once more, in the same order. */
  private releaseHeld(): void {
    const events = [...this.held.values()];
    this.held.clear();
    for (const event of events) {
      this.waiting.set(event.id, event);
      this.arm(event.id, event.dueAt);
    }
  }
}
