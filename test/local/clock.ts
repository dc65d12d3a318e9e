/**
 * The one clock of the local Atlassian (contracts/README.md §0).
 *
 * A *wait* is code that is running and cannot go on before a moment (latency of a call, a back-off): it pulls
 * virtual time forward by itself. A *timer* is something that falls due (a schedule, a delayed event): it
 * never moves time, it runs when time passes it.
 */
export interface LocalClock {
  /** Unix milliseconds. */
  now(): number;
  /** Resolves `ms` later on this clock. */
  sleep(ms: number): Promise<void>;
  /** Runs `work` once time has reached `time`; returns a function that takes the timer back. */
  at(time: number, work: () => Promise<void> | void): () => void;
  /** Moves the clock by `ms`, running whatever falls due in order of its time, each to its end. */
  advance(ms: number): Promise<void>;
  /** Runs timers that are due now and waits until all that they started has ended. */
  settle(): Promise<void>;
  /** Stops real-time timers; a closed clock runs nothing more. */
  close(): void;
}

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly run: () => Promise<void> | void;
}

/** Entries by time, then by the order in which they were added. */
class Agenda {
  private readonly heap: Entry[] = [];

  get size(): number {
    return this.heap.length;
  }

  peek(): Entry | undefined {
    return this.heap[0];
  }

  push(entry: Entry): void {
    const { heap } = this;
    heap.push(entry);
    let i = heap.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (before(heap[parent] as Entry, heap[i] as Entry)) break;
      swap(heap, i, parent);
      i = parent;
    }
  }

  pop(): Entry | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      if (left >= heap.length) return top;
      const right = left + 1;
      const child = right < heap.length && before(heap[right] as Entry, heap[left] as Entry) ? right : left;
      if (before(heap[i] as Entry, heap[child] as Entry)) return top;
      swap(heap, i, child);
      i = child;
    }
  }

  remove(entry: Entry): void {
    const rest = this.heap.filter((other) => other !== entry);
    if (rest.length === this.heap.length) return;
    this.heap.length = 0;
    for (const other of rest) this.push(other);
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}

function swap(heap: Entry[], i: number, j: number): void {
  const kept = heap[i] as Entry;
  heap[i] = heap[j] as Entry;
  heap[j] = kept;
}

/** What both clocks share: timers, and the work that they started. */
abstract class AgendaClock implements LocalClock {
  protected readonly timers = new Agenda();
  protected closed = false;
  private order = 0;
  private readonly running = new Set<Promise<void>>();

  abstract now(): number;
  abstract sleep(ms: number): Promise<void>;
  protected abstract moveTo(time: number): void;

  at(time: number, work: () => Promise<void> | void): () => void {
    const entry = this.entry(time, work);
    this.timers.push(entry);
    this.timersChanged();
    return () => this.timers.remove(entry);
  }

  async advance(ms: number): Promise<void> {
    const target = this.now() + ms;
    await this.settle();
    for (;;) {
      const next = this.timers.peek();
      if (next === undefined || next.time > target) break;
      this.moveTo(next.time);
      await this.settle();
    }
    this.moveTo(target);
    await this.settle();
  }

  async settle(): Promise<void> {
    for (;;) {
      this.startDue();
      if (this.running.size === 0) return;
      await Promise.race(this.running);
    }
  }

  close(): void {
    this.closed = true;
  }

  protected entry(time: number, run: () => Promise<void> | void): Entry {
    this.order += 1;
    return { time, order: this.order, run };
  }

  protected startDue(): void {
    for (;;) {
      const next = this.timers.peek();
      if (this.closed || next === undefined || next.time > this.now()) return;
      this.timers.pop();
      const work: Promise<void> = Promise.resolve(next.run()).finally(() => this.running.delete(work));
      this.running.add(work);
    }
  }

  /** Called whenever a timer was added. */
  protected timersChanged(): void {
    // A virtual clock looks at its timers only when time moves.
  }
}

/** Moves only by `advance` and by waits; never by the wall. Runs the same in the same order each time. */
export class VirtualClock extends AgendaClock {
  private readonly waits = new Agenda();
  private pumping = false;

  constructor(private time: number) {
    super();
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.waits.push(this.entry(this.time + Math.max(0, ms), resolve));
      this.pump();
    });
  }

  protected moveTo(time: number): void {
    if (time > this.time) this.time = time;
  }

  /** One wait per turn of the event loop, so that whatever it wakes has run before time moves again. */
  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    setImmediate(() => {
      this.pumping = false;
      const next = this.waits.pop();
      if (next === undefined) return;
      this.moveTo(next.time);
      void next.run();
      this.startDue();
      if (this.waits.size > 0) this.pump();
    });
  }
}

/** Wall speed from a given moment, with jumps. */
export class WallClock extends AgendaClock {
  private offset: number;
  private wake: NodeJS.Timeout | undefined;

  constructor(start: number) {
    super();
    this.offset = start - Date.now();
  }

  now(): number {
    return Date.now() + this.offset;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.at(this.now() + Math.max(0, ms), resolve);
    });
  }

  override close(): void {
    super.close();
    clearTimeout(this.wake);
  }

  protected moveTo(time: number): void {
    if (time > this.now()) this.offset += time - this.now();
  }

  protected override timersChanged(): void {
    clearTimeout(this.wake);
    const next = this.timers.peek();
    if (next === undefined || this.closed) return;
    const wait = Math.min(Math.max(0, next.time - this.now()), 60_000);
    this.wake = setTimeout(() => {
      this.startDue();
      this.timersChanged();
    }, wait);
  }
}
