import type { RestResponse } from './call';
import type { LocalClock } from './clock';
import type { Fault } from './faults';
import type { Cost } from './forge/cost-meter';
import type { Latency } from './forge/gate';
import type { ResolverCall } from './forge/resolver-call';
import type { CreateApp } from './forge/app-under-test';
import type { OrganizationMaker } from './forge/world';
import type { EmulatedOrganization, OrganizationOptions } from './organization/organization';

export interface HostOptions extends OrganizationOptions {
  /** `seattrace-org-seed/1`, not yet parsed. */
  readonly seed: unknown;
  /** Default `virtual`. */
  readonly clock?: 'virtual' | 'wall';
  /** Where the state is kept and resumed from; without it nothing outlives the host. */
  readonly folder?: string;
  /** Milliseconds that a call takes; default REST 50, KVS 5, queue 1,000, and nothing at all on the wall clock. */
  readonly latency?: Partial<Latency>;
  /** Path of the manifest; default: the nearest `manifest.yml` at or above the working directory. */
  readonly manifest?: string;
  /** Default: `src/app.ts`, imported once the globals are in place. */
  readonly createApp?: CreateApp;
  /** Share of queue events and scheduled runs that come twice, from 0 (default) to 1; above 0 what is due together comes in any order. */
  readonly duplicates?: number;
  /** Gets a sentence, and what was thrown, for each function that failed with nobody waiting; default standard error. */
  readonly report?: (line: string, cause: unknown) => void;
  /** How many REST calls the log keeps; the oldest are forgotten beyond it. Default 50,000. */
  readonly callsKept?: number;
  /** Default: the emulated organization of the seed. */
  readonly organization?: OrganizationMaker;
}

export interface InstallOptions {
  /** Let the clock pass until the app's own rights have arrived. Default true on the virtual clock, else false. */
  readonly waitForRights?: boolean;
  /** Set the scheduled triggers to run. Default true. */
  readonly schedules?: boolean;
}

/** A request from outside over HTTP. */
export interface OutsideRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Record<string, string>;
  /** Parsed JSON; undefined when there is none, and a text that is no JSON as it came. */
  readonly body: unknown;
}

export type Inspection = 'memberships' | 'calls' | 'kvs' | 'queues' | 'issues';

/** The local Atlassian: an organization, a site with the app installed, and the Forge platform below the app. */
export interface LocalHost {
  readonly organization: EmulatedOrganization;
  readonly clock: LocalClock;
  /** False when the folder held a state that was resumed. */
  readonly isFresh: boolean;
  /** Installs the app: its user, schedules, `installed` event. Does nothing when it is installed already. */
  install(options?: InstallOptions): Promise<void>;
  /** Tells the app that a new major version of it is installed: the `upgraded` event. */
  upgrade(): Promise<void>;
  /**
   * Calls a resolver as the bridge would.
   * @throws PlatformError when the app is not installed, the platform refuses or the function fails.
   */
  invoke(call: ResolverCall): Promise<unknown>;
  /**
   * Runs a scheduled trigger now.
   * @throws PlatformError when the app is not installed or has no such trigger.
   */
  trigger(moduleKey: string): Promise<void>;
  /** Runs queues until they are empty, moving the clock to each due time. */
  drain(): Promise<void>;
  /** Moves the clock by an ISO 8601 duration; schedules, delayed events and the seed's script fall due. */
  advance(duration: string): Promise<void>;
  /** @throws FaultError */
  fault(fault: unknown): void;
  /** Takes back every fault that is still to come. */
  clearFaults(): void;
  /** Changes the organization behind the app's back, by a script step with or without `at`. */
  apply(step: unknown): void;
  /** Faults that are still to come, with how many calls each is left for. */
  faults(): Fault[];
  /** Puts a value into the app's storage, as an earlier version of the app left it. */
  keep(key: string, value: unknown): void;
  inspect(what: Inspection): unknown;
  rest(request: OutsideRequest): Promise<RestResponse>;
  /** Milliseconds that calls take from now on. */
  setLatency(latency: Partial<Latency>): void;
  cost(): Cost;
  resetCost(): void;
  /** Runs `preUninstall` and forgets what the app stored; from then on nothing of the app runs. */
  uninstall(): Promise<void>;
  /** Writes what is to be kept and stops everything; what still runs is delivered again after a resume. */
  close(): Promise<void>;
}
