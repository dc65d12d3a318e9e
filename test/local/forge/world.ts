import { CallLog } from '../call-log';
import { type LocalClock, VirtualClock, WallClock } from '../clock';
import { FaultBoard } from '../faults';
import type {
  AppInstallation,
  EmulatedOrganization,
  OrganizationOptions,
} from '../organization/organization';
import { type OrgSeed, parseSeed } from '../organization/seed';
import { type StateStore, openStateStore } from '../persistence';
import type { Latency } from './gate';
import { KvsStore, expiryLagOf } from './kvs-store';
import type { KvsStores } from './kvs-service';
import { type Manifest, readManifest } from './manifest';
import { type Installation, installationOf } from './payloads';
import { type SavedState, StateKeeper } from './saved-state';

export type ClockKind = 'virtual' | 'wall';
export type OrganizationMaker = (
  seed: OrgSeed,
  clock: LocalClock,
  app: AppInstallation,
  options?: OrganizationOptions,
) => EmulatedOrganization;

export interface WorldOptions extends OrganizationOptions {
  readonly seed: unknown;
  readonly clock?: ClockKind;
  readonly folder?: string;
  readonly latency?: Partial<Latency>;
  readonly manifest?: string;
  readonly callsKept?: number;
  readonly organization?: OrganizationMaker;
}

/** The state of one local Atlassian: what it is, what it holds, where it is kept. */
export interface World {
  readonly seed: OrgSeed;
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly kind: ClockKind;
  readonly clock: LocalClock;
  readonly organization: EmulatedOrganization;
  readonly state: StateStore;
  readonly keeper: StateKeeper;
  /** What the folder held; undefined for a fresh state. */
  readonly saved: SavedState | undefined;
  readonly stores: KvsStores;
  readonly log: CallLog;
  readonly faults: FaultBoard;
  latency: Latency;
  /** Unix milliseconds, or null while the app is not installed. */
  installedAt: number | null;
}

const LATENCY: Readonly<Record<ClockKind, Latency>> = {
  virtual: { rest: 50, kvs: 5, queue: 1_000 },
  wall: { rest: 0, kvs: 0, queue: 0 },
};

/** Parses the seed and puts back what the folder held. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const seed = parseSeed(options.seed);
  const kind = options.clock ?? 'virtual';
  const manifest = readManifest(options.manifest);
  const installation = installationOf(manifest, seed.site);
  const state = await openStateStore(options.folder);
  const keeper = new StateKeeper(state);
  const saved = await keeper.read();
  const now = saved?.meta.now ?? Date.parse(seed.clock);
  const clock = kind === 'wall' ? new WallClock(now) : new VirtualClock(now);
  const maker = options.organization ?? (await import('../organization/organization')).createOrganization;
  const { appId, environmentId } = installation;
  const app = { appId, environmentId, globalPermissions: manifest.globalPermissions };
  const organization = maker(seed, clock, app, options);
  if (saved !== undefined) organization.load(saved.organization);
  const log = new CallLog((call) => keeper.saveCall(call), options.callsKept);
  log.restore(saved?.calls ?? []);
  return {
    ...{
      seed,
      manifest,
      installation,
      kind,
      clock,
      organization,

      state,
      keeper,
      saved,
      log,
    },
    stores: await openStores(keeper, seed),
    faults: new FaultBoard(),
    latency: { ...LATENCY[kind], ...options.latency },
    installedAt: saved?.meta.installedAt ?? null,
  };
}

async function openStores(keeper: StateKeeper, { org, site }: OrgSeed): Promise<KvsStores> {
  const lag = expiryLagOf(`${org.id} ${site.url}`);
  const plain = new KvsStore(keeper.kvsListener('plain'), lag);
  const secret = new KvsStore(keeper.kvsListener('secret'), lag);
  await keeper.restoreKvs(plain, secret);
  return { plain, secret };
}
