import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { sortAtomicCss } from './atomic-css';

/** What the page is built from, from the project's root. */
const SOURCES = ['static', 'src/contract', 'src/lib', 'test/local/page'];
const VERSIONS = [
  'package-lock.json',
  'tsconfig.json',
  'test/local/server/build-page.ts',
  'test/local/server/atomic-css.ts',
];

const BUILDS_KEPT = 4;

/**
 * Builds the page with Vite unless a build of these very sources is there already.
 * Returns the folder of the build; all but the latest few are removed.
 */
export async function buildPage(root: string, cacheFolder = join(root, '.cache', 'page')): Promise<string> {
  const hash = await hashOfSources(root);
  const folder = join(cacheFolder, hash);
  if (existsSync(join(folder, 'index.html'))) {
    await utimes(folder, new Date(), new Date());
    return folder;
  }
  // Vite is loaded only when it is needed: it takes a while.
  const { build } = await import('vite');
  const unfinished = `${folder}.${String(process.pid)}`;
  await inProduction(() => build(pageConfig(root, unfinished)));
  await removeOldBuilds(cacheFolder);
  // Renamed as a whole, so that a build that was broken off is never taken for a finished one.
  await rename(unfinished, folder).catch(async (error: unknown) => {
    if (!existsSync(join(folder, 'index.html'))) throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
  return folder;
}

/** Whoever builds, a test or a start, gets the same page: Vite takes React's development build from `NODE_ENV`. */
async function inProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function pageConfig(root: string, outDir: string): InlineConfig {
  const page = join(root, 'test', 'local', 'page');
  return {
    root: page,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    cacheDir: join(root, '.cache', 'vite'),
    plugins: [atomicCssOrder()],
    build: {
      // One sheet for all, for classes of a late file must not come after those of an early one.
      cssCodeSplit: false,
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // The page is served from the same machine: size matters little, and maps not at all.
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: { index: join(page, 'index.html'), inspector: join(page, 'inspector.html') },
      },
    },
  };
}

function atomicCssOrder(): Plugin {
  return {
    name: 'atomic-css-order',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler: (_options, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
          file.source = sortAtomicCss(String(file.source));
        }
      },
    },
  };
}

async function hashOfSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(SOURCES.map((folder) => filesUnder(join(root, folder))))).flat();
  for (const file of [...files, ...VERSIONS.map((name) => join(root, name))].sort()) {
    const content = await readFile(file).catch(() => '');
    hash
      .update(`${relative(root, file)}\0`)
      .update(content)
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Removes all but the latest builds: a server that runs may still give out files of the one before. */
async function removeOldBuilds(cacheFolder: string): Promise<void> {
  const names = await readdir(cacheFolder).catch(() => []);
  const builds = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(cacheFolder, name))).mtimeMs })),
  );
  builds.sort((a, b) => b.time - a.time);
  const old = builds.slice(BUILDS_KEPT);
  await Promise.all(old.map(({ name }) => rm(join(cacheFolder, name), { recursive: true, force: true })));
}
