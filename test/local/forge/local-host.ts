import type { RestResponse } from '../call';
import type { LocalClock } from '../clock';
import type { Fault } from '../faults';
import type { InstallOptions, Inspection, LocalHost, OutsideRequest } from '../host-contract';
import type { EmulatedOrganization } from '../organization/organization';
import type { Cost } from './cost-meter';
import type { Latency } from './gate';
import { type Inspector, createInspector } from './inspect';
import { PlatformError } from './invocation';
import { lifecycleEvent } from './payloads';
import type { ForgePlatform } from './platform';
import type { ResolverCall } from './resolver-call';
import { toRestRequest } from './outside';
import { addDuration, parseStep, scheduleScript } from './script';
import type { World } from './world';

const RIGHTS_STEP_MS = 1_000;
const RIGHTS_AT_MOST_MS = 3_600_000;

/** Ties organization, clock and platform together behind the one interface that everything else drives. */
export class LocalHostOfSeed implements LocalHost {
  private readonly inspector: Inspector;

  constructor(
    private readonly world: World,
    private readonly platform: ForgePlatform,
  ) {
    const { log, stores, clock } = world;
    this.inspector = createInspector({ log, stores, delivery: platform.delivery, now: () => clock.now() });
    scheduleScript(world, (step) => this.apply(step));
    this.keepMeta();
    this.keepOrganization();
    this.resume();
  }

  get organization(): EmulatedOrganization {
    return this.world.organization;
  }

  get clock(): LocalClock {
    return this.world.clock;
  }

  get isFresh(): boolean {
    return this.world.saved === undefined;
  }

  async install(options: InstallOptions = {}): Promise<void> {
    const { world, platform } = this;
    if (world.installedAt !== null) return;
    const now = world.clock.now();
    world.installedAt = now;
    world.organization.installApp();
    if (options.schedules ?? true) platform.schedules.start(now);
    this.sendLifecycle('avi:forge:installed:app');
    this.keepOrganization();
    await this.settled();
    if (options.waitForRights ?? world.kind === 'virtual') await this.waitForRights(now);
  }

  async upgrade(): Promise<void> {
    this.assertInstalled();
    this.sendLifecycle('avi:forge:upgraded:app');
    await this.settled();
  }

  async invoke(call: ResolverCall): Promise<unknown> {
    this.assertInstalled();
    if (this.organization.person(call.accountId) === undefined)
      throw new PlatformError('platform.unknown-account', `There is no account ${call.accountId}.`);
    try {
      return await this.platform.invoke(call);
    } finally {
      await this.quiet();
    }
  }

  async trigger(moduleKey: string): Promise<void> {
    this.assertInstalled();
    await this.platform.runScheduled(moduleKey);
    await this.quiet();
  }

  async drain(): Promise<void> {
    const { clock } = this.world;
    await this.settled();
    for (;;) {
      const due = this.platform.delivery.nextDue();
      if (due === undefined) return;
      await clock.advance(Math.max(0, due - clock.now()));
      await this.quiet();
    }
  }

  async advance(duration: string): Promise<void> {
    const { clock } = this.world;
    const now = clock.now();
    await clock.advance(addDuration(now, duration) - now);
    await this.quiet();
  }

  fault(fault: unknown): void {
    this.world.faults.arm(fault);
  }

  clearFaults(): void {
    this.world.faults.clear();
  }

  apply(step: unknown): void {
    this.organization.apply(parseStep(step));
    this.keepOrganization();
  }

  keep(key: string, value: unknown): void {
    const { stores, clock } = this.world;
    const text = JSON.stringify(value);
    const [now, bytes] = [clock.now(), Buffer.byteLength(text)];
    stores.plain.put(key, { text, bytes, createdAt: now, updatedAt: now, expireAt: null });
  }

  faults(): Fault[] {
    return this.world.faults.list();
  }

  inspect(what: Inspection): unknown {
    switch (what) {
      case 'memberships':
        return this.organization.memberships();
      case 'issues':
        return this.organization.issues();
      case 'calls':
      case 'kvs':
      case 'queues':
        return this.inspector[what]();
    }
  }

  rest(request: OutsideRequest): Promise<RestResponse> {
    return Promise.resolve(this.platform.rest.outside(toRestRequest(request, this.world.seed)));
  }

  setLatency(latency: Partial<Latency>): void {
    this.world.latency = { ...this.world.latency, ...latency };
  }

  cost(): Cost {
    return this.platform.cost.total();
  }

  resetCost(): void {
    this.platform.cost.reset();
  }

  async uninstall(): Promise<void> {
    const { world, platform } = this;
    if (world.installedAt === null) return;
    await platform.runPreUninstall(this.lifecycleBody('avi:forge:uninstalled:app'));
    platform.schedules.stop();
    platform.delivery.cancel(() => true);
    const now = world.clock.now();
    world.stores.plain.clear(now);
    world.stores.secret.clear(now);
    world.installedAt = null;
    this.keepOrganization();
  }

  async close(): Promise<void> {
    const { world, platform } = this;
    await this.quiet();
    platform.schedules.stop();
    this.keepOrganization();
    world.clock.close();
    await world.state.close();
    platform.invoker.abandon();
  }

  /** Puts back what waits for its time; what was being delivered when the state was saved is delivered again. */
  private resume(): void {
    const { saved } = this.world;
    if (saved === undefined) return;
    this.platform.queues.restore(saved.jobs, saved.events);
    if (saved.meta.installedAt !== null) this.platform.schedules.restore(saved.nextRuns);
  }

  private assertInstalled(): void {
    if (this.world.installedAt === null)
      throw new PlatformError('platform.not-installed', 'The app is not installed on this site.');
  }

  private sendLifecycle(eventType: string): void {
    for (const trigger of this.world.manifest.triggers) {
      if (!trigger.events.includes(eventType)) continue;
      this.platform.queues.addTriggerEvent(trigger.key, this.lifecycleBody(eventType));
    }
  }

  private lifecycleBody(eventType: string): Record<string, unknown> {
    const { seed, installation } = this.world;
    return lifecycleEvent(installation, eventType, Object.values(seed.personas)[0] ?? '');
  }

  private async waitForRights(since: number): Promise<void> {
    const { clock, manifest } = this.world;
    const request = toRestRequest(
      {
        method: 'GET',
        path: '/rest/api/3/myself',
        query: new URLSearchParams(),
        headers: {},
        body: undefined,
      },
      this.world.seed,
    );
    const asApp = { ...request, principal: { kind: 'app' as const }, scopes: manifest.scopes };
    while (clock.now() - since < RIGHTS_AT_MOST_MS) {
      if (this.organization.handle(asApp).status < 400) return;
      await clock.advance(RIGHTS_STEP_MS);
    }
    throw new Error('The rights of the app have not arrived within an hour after the install.');
  }

  /** Runs what is due now, to its end. */
  private async settled(): Promise<void> {
    await this.world.clock.settle();
    await this.quiet();
  }

  /** On the virtual clock nothing may go on by itself between two steps, else two runs could differ. */
  private async quiet(): Promise<void> {
    if (this.world.kind === 'virtual') await this.platform.invoker.idle();
  }

  private keepOrganization(): void {
    this.world.keeper.saveOrganization(() => this.organization.dump());
  }

  private keepMeta(): void {
    const { world, platform } = this;
    world.keeper.keepMeta(() => ({
      now: world.clock.now(),
      installedAt: world.installedAt,
      lastInvocation: platform.invoker.lastNumber,
    }));
  }
}
