import { distributionBrowser } from './distribution-browser';
import { findInstalledBrowser } from './installed-browser';
import type { Machine } from './machine';
import { thisMachine } from './machine';
import { packagedBrowser, packagedFonts } from './packaged-browser';

/** A browser that can be started. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Added to the environment of the browser's process. */
  readonly env: Readonly<Record<string, string>>;
  readonly origin: 'named' | 'installed' | 'package' | 'distribution';
}

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/**
 * The browser for the end-to-end tests: `SEATTRACE_BROWSER`; an installed Chromium, Chrome or Edge; on Linux
 * x64 an npm package that carries one; as root on Debian the distribution's package.
 *
 * @throws with a sentence that says what was tried and what to do. A missing browser never skips a test.
 */
export function findBrowser(machine: Machine = thisMachine()): FoundBrowser {
  const named = machine.env['SEATTRACE_BROWSER'];
  if (named !== undefined && named !== '') {
    if (!machine.isFile(named)) throw new Error(`SEATTRACE_BROWSER names ${named}, which is no file.`);
    return { executablePath: named, env: fontsFor(machine), origin: 'named' };
  }
  const installed = findInstalledBrowser(machine);
  if (installed !== undefined) {
    return { executablePath: installed, env: fontsFor(machine), origin: 'installed' };
  }
  return obtainBrowser(machine);
}

function obtainBrowser(machine: Machine): FoundBrowser {
  const tried: string[] = ['no Chromium, Chrome or Edge is installed in a usual place'];
  if (machine.platform === 'linux' && machine.arch === 'x64') {
    try {
      return { ...packagedBrowser(), origin: 'package' };
    } catch (error) {
      tried.push(`the npm package with a browser could not be used: ${messageOf(error)}`);
    }
  }
  if (machine.canInstallDebianPackages()) {
    try {
      const executablePath = distributionBrowser();
      return { executablePath, env: fontsFor(machine), origin: 'distribution' };
    } catch (error) {
      tried.push(`the distribution's package could not be installed: ${messageOf(error)}`);
    }
  }
  throw new Error(
    `The end-to-end tests found no browser: ${tried.join('; ')}. ` +
      'Install Chromium, Chrome or Edge, or set SEATTRACE_BROWSER to the path of one.',
  );
}

/** A Linux machine without any font would draw pages without text; it gets the package's fonts. */
function fontsFor(machine: Machine): Readonly<Record<string, string>> {
  if (machine.platform !== 'linux' || FONT_FOLDERS.some((folder) => machine.hasFonts(folder))) return {};
  return packagedFonts();
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
