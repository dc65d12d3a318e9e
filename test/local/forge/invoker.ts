import { setImmediate } from 'node:timers/promises';

import type { LocalClock } from '../clock';
import type { CostMeter } from './cost-meter';
import { runInInvocation, runOutsideInvocations } from './globals';
import { type Invocation, type InvocationKind, PlatformError, type PlatformHost, never } from './invocation';
import { InvocationLog } from './invocation-log';
import { INVOCATION_LIMITS } from './limits';
import type { Manifest } from './manifest';

/** Exports of the app by handler name, as `createApp` gives them. */
export type AppHandlers = object;

export interface InvocationRequest {
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly accountId: string | null;
  /** The first invocation of the chain that led here; absent for a new chain. */
  readonly chain?: string;
  readonly args: readonly unknown[];
}

export interface InvokerParts {
  readonly manifest: Manifest;
  readonly clock: LocalClock;
  readonly host: PlatformHost;
  readonly cost: CostMeter;
  readonly handlers: () => AppHandlers;
  /** Number of the last invocation of an earlier run that is resumed. */
  readonly lastNumber: number;
}

/** Without any call for this long (real time) a function is taken as stuck and brought to the end of its budget. */
const STUCK_AFTER_MS = 60_000;

/** Runs functions of the app as the platform does: in their own context, within their time budget. */
export class Invoker {
  private count: number;
  private readonly active = new Set<Promise<unknown>>();
  private readonly running = new Map<Invocation, NodeJS.Timeout>();

  constructor(private readonly parts: InvokerParts) {
    this.count = parts.lastNumber;
  }

  get lastNumber(): number {
    return this.count;
  }

  /**
   * Runs one function to its end and gives what it returned.
   * @throws PlatformError when it threw, passed its budget or was made to crash.
   */
  run(request: InvocationRequest): Promise<unknown> {
    const running = this.runToEnd(request);
    return request.kind === 'resolver' ? running : this.track(running);
  }

  /**
   * Resolves when nothing runs in the background and no wait is under way: then no time passes by itself any more.
   * Resolvers have callers of their own who wait for them.
   */
  async idle(): Promise<void> {
    while (this.active.size > 0) await Promise.allSettled(this.active);
  }

  /** Stops everything without a word, as when the machine is switched off: no call is answered any more. */
  abandon(): void {
    for (const invocation of [...this.running.keys()]) this.leave(invocation);
  }

  private leave(invocation: Invocation): void {
    clearInterval(this.running.get(invocation));
    this.running.delete(invocation);
    if (invocation.state === 'running') invocation.state = 'ended';
  }

  private async runToEnd(request: InvocationRequest): Promise<unknown> {
    const handler = this.handlerOf(request.functionKey);
    const { clock, cost } = this.parts;
    const ending = endingOf();
    const invocation = this.begin(request, ending.stop);
    const cancel = clock.at(invocation.deadline + 1, () => invocation.stop('timed-out'));
    this.running.set(invocation, this.watch(invocation));
    try {
      const work = runInInvocation(invocation, () => Promise.resolve().then(() => handler(...request.args)));
      const value = await Promise.race([work, ending.stopped]);
      if (clock.now() > invocation.deadline) throw timedOut();
      return value;
    } catch (error) {
      throw error instanceof PlatformError ? error : functionFailed(error);
    } finally {
      cancel();
      this.leave(invocation);
      cost.invocation(clock.now() - invocation.startedAt);
    }
  }

  /** Lets `ms` of the clock pass in an invocation, at most until its budget ends. */
  async wait(invocation: Invocation, ms: number): Promise<void> {
    const { clock } = this.parts;
    await this.assertAnswered(invocation);
    const left = invocation.deadline - clock.now();
    if (ms > left) {
      await this.track(clock.sleep(Math.max(0, left)));
      invocation.stop('timed-out');
      return never();
    }
    // Without latency each call still lets the rest of the process have its turn.
    await this.track(ms > 0 ? clock.sleep(ms) : setImmediate());
    return this.assertAnswered(invocation);
  }

  /** `sleep` as the app gets it; what a stopped invocation waits for never comes. */
  sleep(invocation: Invocation, ms: number): Promise<void> {
    return invocation.state === 'running' ? this.wait(invocation, ms) : never();
  }

  /** A call after the budget is refused; one after a crash or after the function returned is never answered. */
  assertAnswered(invocation: Invocation): Promise<void> {
    invocation.calls += 1;
    if (invocation.state === 'running') return Promise.resolve();
    if (invocation.state === 'timed-out') throw timedOut();
    return never();
  }

  private track<Result>(work: Promise<Result>): Promise<Result> {
    this.active.add(work);
    const forget = (): void => {
      this.active.delete(work);
    };
    work.then(forget, forget);
    return work;
  }

  private begin(request: InvocationRequest, stop: Ending['stop']): Invocation {
    this.count += 1;
    const id = `${request.functionKey}-${String(this.count)}`;
    const startedAt = this.parts.clock.now();
    const budget = this.budgetOf(request);
    const invocation: Invocation = {
      id,
      host: this.parts.host,
      kind: request.kind,
      moduleKey: request.moduleKey,
      accountId: request.accountId,
      startedAt,
      deadline: startedAt + budget,
      chain: request.chain ?? id,
      log: new InvocationLog(budget),
      calls: 0,
      egress: 0,
      state: 'running',
      stop: (state) => {
        if (invocation.state !== 'running') return;
        invocation.state = state;
        stop(state);
      },
    };
    return invocation;
  }

  private budgetOf({ kind, functionKey }: InvocationRequest): number {
    if (kind === 'resolver') return INVOCATION_LIMITS.resolverMs;
    if (kind === 'lifecycle') return INVOCATION_LIMITS.defaultMs;
    return this.parts.manifest.functions.get(functionKey)?.timeoutMs ?? INVOCATION_LIMITS.defaultMs;
  }

  private handlerOf(functionKey: string): (...args: readonly unknown[]) => unknown {
    const name = this.parts.manifest.functions.get(functionKey)?.handler;
    const handler: unknown = name === undefined ? undefined : Reflect.get(this.parts.handlers(), name);
    if (typeof handler !== 'function')
      throw new PlatformError('platform.function-failed', `The app exports no handler for "${functionKey}".`);
    return (...args) => Reflect.apply(handler, undefined, args) as unknown;
  }

  /** A function that waits for something that never comes would stop a virtual clock for good. */
  private watch(invocation: Invocation): NodeJS.Timeout {
    let seen = -1;
    const { clock } = this.parts;
    return runOutsideInvocations(() =>
      setInterval(() => {
        if (invocation.calls === seen) void clock.sleep(Math.max(0, invocation.deadline + 1 - clock.now()));
        seen = invocation.calls;
      }, STUCK_AFTER_MS),
    );
  }
}

interface Ending {
  readonly stopped: Promise<never>;
  readonly stop: (state: 'timed-out' | 'crashed') => void;
}

function endingOf(): Ending {
  let stop: Ending['stop'] = () => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = (state) => reject(state === 'crashed' ? crashed() : timedOut());
  });
  return { stopped, stop: (state) => stop(state) };
}

function timedOut(): PlatformError {
  return new PlatformError('platform.timeout', 'The function ran longer than it may.');
}

function crashed(): PlatformError {
  return new PlatformError('platform.crashed', 'The function ended before it could answer.');
}

function functionFailed(cause: unknown): PlatformError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new PlatformError('platform.function-failed', `The function threw: ${message}`, { cause });
}
