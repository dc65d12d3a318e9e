import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

/** What the search for a browser asks the machine; a test answers in its place. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  isFile(path: string): boolean;
  /** Whether the program starts and tells its version: some distributions ship a stub that only prints advice. */
  starts(program: string): boolean;
  /** Whether a folder holds a font, at any depth. */
  hasFonts(folder: string): boolean;
  /** Whether packages of the distribution may be installed: Debian or a descendant, and we are root. */
  canInstallDebianPackages(): boolean;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    starts,
    hasFonts,
    canInstallDebianPackages: () => existsSync('/etc/debian_version') && process.getuid?.() === 0,
  };
}

function starts(program: string): boolean {
  // On Windows `--version` opens a window, and on macOS no stub is known.
  if (process.platform !== 'linux') return true;
  return spawnSync(program, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0;
}

function hasFonts(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some((name) =>
    /\.(ttf|otf|ttc|pfb|woff2?)$/i.test(String(name)),
  );
}
