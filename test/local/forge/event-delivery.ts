import type { LocalClock } from '../clock';
import type { Disorder } from './disorder';
import type { Delivery, QueuedEvent } from './queue-event';
import { isExpired, toRetry } from './redelivery';

export interface DeliveryParts {
  readonly clock: LocalClock;
  /** Runs the module that the event is for. */
  readonly deliver: (event: QueuedEvent) => Promise<Delivery>;
  /** Told of each change: the event as it now waits, or undefined when it is done with. */
  readonly saved: (id: string, event: QueuedEvent | undefined) => void;
  readonly ended: (event: QueuedEvent, outcome: 'success' | 'failed') => void;
  /** Events arrive at least once, and in no order. */
  readonly disorder: Disorder;
}

/** A delivery that is to come: of an event itself, or one more that nobody asked for. */
type Due = QueuedEvent & { readonly isRepetition?: true };

function keyOf({ id, attempt, isRepetition }: Due): string {
  return isRepetition === true ? `${id} again ${String(attempt)}` : id;
}

/** Delivers events when they are due, again when a delivery fails, never more at once than a concurrency key allows. */
export class EventDelivery {
  private readonly waiting = new Map<string, Due>();
  private readonly running = new Map<string, Due>();
  /** Deliveries that are due but whose concurrency key has no place left. */
  private readonly held = new Map<string, Due>();
  private readonly timers = new Map<string, () => void>();

  constructor(private readonly parts: DeliveryParts) {}

  /** Every event that is not done with, by due time. */
  list(): QueuedEvent[] {
    const all = [...this.waiting.values(), ...this.held.values(), ...this.running.values()];
    return all
      .filter(({ isRepetition }) => isRepetition !== true)
      .sort((a, b) => a.dueAt - b.dueAt || a.order - b.order);
  }

  /** When the next delivery that only waits for its time is due. */
  nextDue(): number | undefined {
    let next: number | undefined;
    for (const { dueAt } of this.waiting.values()) if (next === undefined || dueAt < next) next = dueAt;
    return next;
  }

  add(event: QueuedEvent): void {
    this.parts.saved(event.id, event);
    this.wait(event);
  }

  /** Takes back what has not been delivered yet; what runs, runs on but is not repeated. */
  cancel(isMeant: (event: QueuedEvent) => boolean): void {
    for (const events of [this.waiting, this.held, this.running]) {
      for (const event of [...events.values()].filter(isMeant)) {
        this.timers.get(keyOf(event))?.();
        events.delete(keyOf(event));
        this.parts.saved(event.id, undefined);
      }
    }
  }

  private wait(event: Due): void {
    const { clock } = this.parts;
    const key = keyOf(event);
    this.waiting.set(key, event);
    this.timers.set(
      key,
      clock.at(Math.max(event.dueAt, clock.now()), () => this.start(key)),
    );
  }

  /** Starts what is due by this key, or something else that is due by now. */
  private async start(own: string): Promise<void> {
    const event = this.firstDue(own);
    if (event === undefined) return;
    const key = keyOf(event);
    this.waiting.delete(key);
    if (isExpired(event, this.parts.clock.now())) {
      if (event.isRepetition !== true) this.end(event, 'failed');
      return;
    }
    if (!this.hasPlace(event)) {
      this.held.set(key, event);
      return;
    }
    this.running.set(key, event);
    this.perhapsRepeat(event);
    const outcome = await this.parts.deliver(event);
    this.releaseHeld();
    // Cancelled meanwhile, or a repetition: nothing to count, nothing to repeat.
    if (!this.running.delete(key) || event.isRepetition === true) return;
    this.settle(event, outcome);
  }

  private firstDue(own: string): Due | undefined {
    const now = this.parts.clock.now();
    const others = [...this.waiting].filter(([key, { dueAt }]) => key !== own && dueAt <= now);
    const first = this.waiting.get(own);
    const due = others.map(([, event]) => event);
    return this.parts.disorder.first(first === undefined ? due : [first, ...due]);
  }

  private perhapsRepeat(event: Due): void {
    if (event.isRepetition === true) return;
    const { clock, disorder } = this.parts;
    const after = disorder.repeatAfter();
    if (after !== undefined) this.wait({ ...event, isRepetition: true, dueAt: clock.now() + after });
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
    for (const event of events) this.wait(event);
  }
}
