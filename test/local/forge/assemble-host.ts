import type { HostOptions, LocalHost } from '../host-contract';
import { appPlatform, importApp } from './app-under-test';
import { installGlobals } from './globals';
import type { AppHandlers } from './invoker';
import { LocalHostOfSeed } from './local-host';
import { ForgePlatform, type PlatformListener } from './platform';
import { createRandom } from './random';
import { type World, openWorld } from './world';

/** Builds a local Atlassian from its parts, the app last. */
export async function assembleHost(options: HostOptions): Promise<LocalHost> {
  installGlobals();
  const world = await openWorld(options);
  const app: { handlers: AppHandlers } = { handlers: {} };
  const platform = createPlatform(world, { options, handlers: () => app.handlers });
  const createApp = options.createApp ?? (await importApp());
  const random = createRandom(`${worldName(world)} app`);
  app.handlers = createApp(appPlatform(world.clock, platform.invoker, random));
  return new LocalHostOfSeed(world, platform);
}

function createPlatform(
  world: World,
  parts: {
    readonly options: HostOptions;
    readonly handlers: () => AppHandlers;
  },
): ForgePlatform {
  const { manifest, installation, clock, stores, log, faults, organization, saved } = world;
  return new ForgePlatform({
    ...{ manifest, installation, clock, stores, log, faults, handlers: parts.handlers },
    backend: organization,
    random: createRandom(`${worldName(world)} platform`),
    latency: () => world.latency,
    duplicates: parts.options.duplicates ?? 0,
    lastInvocation: saved?.meta.lastInvocation ?? 0,
    listener: listenerOf(world, parts.options),
  });
}

function listenerOf({ keeper, organization }: World, options: HostOptions): PlatformListener {
  const report = options.report ?? ((line: string, cause: unknown) => console.error(line, cause ?? ''));
  return {
    event: (id, event) => keeper.saveEvent(id, event),
    job: (jobId, job) => keeper.saveJob(jobId, job),
    schedule: (moduleKey, nextRun) => keeper.saveSchedule(moduleKey, nextRun),
    organizationChanged: () => keeper.saveOrganization(() => organization.dump()),
    functionFailed: (error, moduleKey) => report(`${moduleKey}: ${error.message}`, error.cause),
  };
}

/** Differs after each resume, so that ids made then do not repeat those made before. */
function worldName({ seed, saved }: World): string {
  return `${seed.org.id} ${seed.site.url} ${String(saved?.meta.lastInvocation ?? 0)}`;
}
