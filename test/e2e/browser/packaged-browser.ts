import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import type * as RunScript from '../../../scripts/run.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CACHE = join(ROOT, '.cache', 'browser');
const PACKAGE = '@sparticuz/chromium';
const VERSION = '147.0.0';
const FETCH_LIMIT_MS = 180_000;

/** An npm package's Chromium, unpacked: everything is inside one folder. */
export interface PackagedBrowser {
  readonly executablePath: string;
  /** Lets the program find its own shared libraries and fonts. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Chromium for Linux x64 with its libraries and fonts, from an npm package that is fetched once into the
 * project's cache folder.
 *
 * @throws when the package cannot be fetched or unpacked.
 */
export function packagedBrowser(): PackagedBrowser {
  const folder = join(CACHE, `chromium-${VERSION}`);
  if (!existsSync(folder)) fetchInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? '']
        .filter((path) => path !== '')
        .join(delimiter),
      ...packagedFonts(folder),
    },
  };
}

/** Environment in which a browser draws text with the package's fonts, whatever the machine has. */
export function packagedFonts(folder = join(CACHE, `chromium-${VERSION}`)): Readonly<Record<string, string>> {
  if (!existsSync(folder)) fetchInto(folder);
  return { FONTCONFIG_FILE: join(folder, 'fontconfig.xml') };
}

/** Fetches and unpacks beside the target, then moves in one step: a broken try leaves nothing to be found. */
function fetchInto(folder: string): void {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'fetch-'));
  try {
    fetchPackage(work);
    const unpacked = join(work, 'unpacked');
    unpack(work, unpacked);
    // The folder's final name stands in the file: fontconfig knows no relative folders.
    writeFileSync(join(unpacked, 'fontconfig.xml'), fontConfiguration(folder));
    moveUnlessThere(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function fetchPackage(work: string): void {
  const { npmCommand } = createRequire(import.meta.url)(join(ROOT, 'scripts', 'run.js')) as typeof RunScript;
  const npm = npmCommand();
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--global=false'];
  run(npm.file, [...npm.args, 'install', '--prefix', work, ...options, `${PACKAGE}@${VERSION}`], {});
}

/** The package unpacks into the folder for temporary files, and its libraries only where it sees AWS Lambda. */
function unpack(work: string, target: string): void {
  mkdirSync(target);
  const entry = join(work, 'node_modules', ...PACKAGE.split('/'), 'build', 'esm', 'index.js');
  const script = `import(${JSON.stringify(pathToFileURL(entry).href)})
    .then((module) => module.default.executablePath())
    .catch((error) => { console.error(error); process.exitCode = 1; });`;
  run(process.execPath, ['--eval', script], { TMPDIR: target, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
}

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const result = spawnSync(file, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: FETCH_LIMIT_MS,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(result.stderr.trim() || `${file} failed`);
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another process was first; what it made is the same.
    if (!existsSync(to)) throw error;
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
