import type { CallLog } from '../call-log';
import type { LocalClock } from '../clock';
import type { FaultBoard } from '../faults';
import { CostMeter } from './cost-meter';
import { disorderOf } from './disorder';
import { EventDelivery } from './event-delivery';
import type { Gate, Latency } from './gate';
import { type ForgeTarget, type Invocation, PlatformError, type PlatformHost } from './invocation';
import { type AppHandlers, Invoker } from './invoker';
import { sendToKvs } from './kvs-gate';
import { KvsService, type KvsStores } from './kvs-service';
import type { Manifest } from './manifest';
import { deliverEvent } from './deliver-event';
import { type Installation, lifecycleArguments, runtimeOf, scheduledArguments } from './payloads';
import type { Job, QueuedEvent } from './queue-event';
import { sendToPlatform } from './queue-gate';
import { QueueService } from './queue-service';
import type { RandomSource } from './random';
import { proxyError } from './responses';
import { type RestBackend, RestProxy } from './rest-proxy';
import { Schedules } from './schedules';
import { invokeResolver, type ResolverCall, UserRates } from './resolver-call';

/** Told of every change that a folder has to keep. */
export interface PlatformListener {
  event(id: string, event: QueuedEvent | undefined): void;
  job(jobId: string, job: Job): void;
  schedule(moduleKey: string, nextRun: number): void;
  organizationChanged(): void;
  /** A function that nobody waits for has failed. */
  functionFailed(error: PlatformError, moduleKey: string): void;
}

export interface PlatformParts {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly clock: LocalClock;
  readonly backend: RestBackend;
  readonly stores: KvsStores;
  readonly log: CallLog;
  readonly faults: FaultBoard;
  readonly random: RandomSource;
  readonly latency: () => Latency;
  readonly handlers: () => AppHandlers;
  readonly listener: PlatformListener;
  /** Share of events and scheduled runs that come twice, from 0 to 1. */
  readonly duplicates: number;
  /** Number of the last invocation of an earlier run that is resumed. */
  readonly lastInvocation: number;
}

/** The emulated Forge platform of one installation: everything that `@forge/*` reaches, and what starts functions. */
export class ForgePlatform implements PlatformHost {
  readonly cost = new CostMeter();
  readonly invoker: Invoker;
  readonly rest: RestProxy;
  readonly queues: QueueService;
  readonly delivery: EventDelivery;
  readonly schedules: Schedules;
  private readonly gate: Gate;
  private readonly kvs: KvsService;
  private readonly userRates = new UserRates();

  constructor(private readonly parts: PlatformParts) {
    const { manifest, clock, faults, latency, handlers, random, listener, log, backend } = parts;
    const now = (): number => clock.now();
    const disorder = disorderOf(parts.duplicates, random);
    const { cost } = this;
    this.invoker = new Invoker({
      manifest,
      clock,
      host: this,
      cost,
      handlers,
      lastNumber: parts.lastInvocation,
    });
    this.gate = { invoker: this.invoker, faults, latency };
    const changed = (): void => listener.organizationChanged();
    this.rest = new RestProxy({ gate: this.gate, clock, manifest, backend, log, cost, changed });
    this.kvs = new KvsService(parts.stores, now, cost);
    this.delivery = new EventDelivery({
      clock,
      disorder,
      deliver: (event) => deliverEvent(this, event),
      saved: (id, event) => listener.event(id, event),
      ended: (event, outcome) => this.queues.ended(event, outcome),
    });
    this.queues = new QueueService({
      manifest,
      delivery: this.delivery,
      now,
      newId: () => random.uuid(),
      lag: () => latency().queue,
      jobSaved: (jobId, job) => listener.job(jobId, job),
    });
    this.schedules = new Schedules({
      clock,
      disorder,
      triggers: manifest.scheduledTriggers,
      run: (moduleKey) => this.runScheduled(moduleKey),
      saved: (moduleKey, nextRun) => listener.schedule(moduleKey, nextRun),
    });
  }

  get manifest(): Manifest {
    return this.parts.manifest;
  }

  get installation(): Installation {
    return this.parts.installation;
  }

  get faults(): FaultBoard {
    return this.parts.faults;
  }

  now(): number {
    return this.parts.clock.now();
  }

  forgeFetch(
    invocation: Invocation,
    target: ForgeTarget,
    path: string,
    init: RequestInit = {},
  ): Promise<Response> {
    const request = { path, text: typeof init.body === 'string' ? init.body : '{}' };
    if (target.type === 'kvs') return sendToKvs(this.gate, this.kvs, invocation, request);
    if (target.type !== 'fpp') return Promise.resolve(proxyError(400, 'INVALID_REMOTE'));
    if (target.remote === 'stargate') return sendToPlatform(this.gate, this.queues, invocation, request);
    return this.rest.product(invocation, target, path, init);
  }

  externalFetch(invocation: Invocation, url: URL, init?: RequestInit): Promise<Response> {
    return this.rest.external(invocation, url, init);
  }

  runtime(invocation: Invocation): object {
    const { installation, manifest } = this.parts;
    return runtimeOf(installation, invocation, { scopes: manifest.scopes, now: () => this.now() });
  }

  uuid(): string {
    return this.parts.random.uuid();
  }

  /** Calls a resolver as the bridge of a page does. */
  invoke(call: ResolverCall): Promise<unknown> {
    return invokeResolver(this, this.userRates, call);
  }

  /** Runs a scheduled trigger; its failure is reported, not repeated. */
  async runScheduled(moduleKey: string): Promise<void> {
    const trigger = this.manifest.scheduledTriggers.find((entry) => entry.key === moduleKey);
    if (trigger === undefined)
      throw new PlatformError('platform.unknown-module', `There is no scheduled trigger "${moduleKey}".`);
    const args = scheduledArguments(this.installation, moduleKey);
    const request = { kind: 'scheduled' as const, functionKey: trigger.function, moduleKey, accountId: null };
    try {
      await this.invoker.run({ ...request, args });
    } catch (error) {
      this.report(error, moduleKey);
    }
  }

  /** Runs the functions of `preUninstall`; the app is removed even when they fail. */
  async runPreUninstall(body: Record<string, unknown>): Promise<void> {
    for (const { key, function: functionKey } of this.manifest.preUninstalls) {
      const args = lifecycleArguments(this.installation, body);
      const request = { kind: 'lifecycle' as const, functionKey, moduleKey: key, accountId: null, args };
      await this.invoker.run(request).catch((error: unknown) => this.report(error, key));
    }
  }

  report(error: unknown, moduleKey: string): void {
    if (!(error instanceof PlatformError)) throw error;
    this.parts.listener.functionFailed(error, moduleKey);
  }
}
