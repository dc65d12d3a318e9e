import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundledSeed } from '../test/local/generate/bundled';
import type { LocalHost } from '../test/local/host-contract';
import { createHost } from '../test/local/host';
import { parseSeed, SeedError } from '../test/local/organization/seed';
import { freshFolder } from '../test/local/persistence';
import { prepare } from '../test/local/prepare';
import { buildPage } from '../test/local/server/build-page';
import { isPortFree } from '../test/local/server/port';
import type { Served } from '../test/local/server/serve';
import { serve } from '../test/local/server/serve';
import { parseStartOptions, seedNameOf, stateFolderOf, UsageError } from '../test/local/server/start-options';
import { startReport } from '../test/local/server/start-report';

const ROOT = resolve(__dirname, '..');

/** A start that cannot be, with the exit code that says why: 2 for a bad command line or seed. */
class StartError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

interface Seed {
  readonly name: string;
  readonly text: string;
  readonly content: unknown;
}

/** Reads and checks a seed, so that a broken one is told before anything else happens. */
function readSeed(path: string | null): Seed {
  try {
    const content: unknown = path === null ? bundledSeed() : JSON.parse(readFileSync(path, 'utf8'));
    parseSeed(content);
    return { name: seedNameOf(path), text: JSON.stringify(content), content };
  } catch (error) {
    const name = path ?? 'the bundled organization';
    if (error instanceof SeedError) throw new StartError(`${name}: ${error.message}`, 2);
    throw new StartError(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      2,
    );
  }
}

/** A folder that another process holds has its reason two errors deep. */
function isLocked(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === 'LEVEL_LOCKED') return true;
  return 'cause' in error && isLocked(error.cause);
}

async function openHost(seed: Seed, fresh: boolean): Promise<LocalHost> {
  const folder = join(ROOT, '.data', stateFolderOf(seed.name, seed.text));
  try {
    if (fresh) await freshFolder(folder);
    return await createHost({ seed: seed.content, clock: 'wall', folder });
  } catch (error) {
    if (!isLocked(error)) throw error;
    throw new StartError('This organization is already running in another process: stop that one first.', 1);
  }
}

function takenPort(port: number): StartError {
  return new StartError(
    `Port ${String(port)} is taken: stop what uses it, or choose another one with --port NUMBER.`,
    1,
  );
}

async function start(args: readonly string[]): Promise<void> {
  const options = parseStartOptions(args, process.env['PORT']);
  // npm runs scripts in the project's folder: a path is meant from where it was typed.
  const seedPath =
    options.seed === null ? null : resolve(process.env['INIT_CWD'] ?? process.cwd(), options.seed);
  process.chdir(ROOT);
  const seed = readSeed(seedPath);
  if (!(await isPortFree(options.port))) throw takenPort(options.port);
  const pageFolder = await buildPage(ROOT);
  const host = await openHost(seed, options.fresh);
  const served = await install(host, { port: options.port, pageFolder, seedName: seed.name });
  stopOnSignal(host, served);
}

async function install(
  host: LocalHost,
  options: { readonly port: number; readonly pageFolder: string; readonly seedName: string },
): Promise<Served> {
  if (host.isFresh) {
    // The minutes until a new app has its rights are emulated in tests; here a person would only wait.
    host.organization.setAppRightsDelay(0);
    await host.install();
    await prepare(host);
  }
  const served = await serve(host, options);
  const { seed, orgKey } = host.organization;
  const { isFresh, clock } = host;
  process.stdout.write(
    `${startReport({ url: served.url, seed, seedName: options.seedName, orgKey, now: clock.now(), isFresh })}\n`,
  );
  return served;
}

function stopOnSignal(host: LocalHost, served: Served): void {
  let isStopping = false;
  const stop = () => {
    // The second signal means now.
    if (isStopping) process.exit(1);
    isStopping = true;
    void served
      .close()
      .then(() => host.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

start(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof UsageError ? 2 : error instanceof StartError ? error.exitCode : 1);
});
