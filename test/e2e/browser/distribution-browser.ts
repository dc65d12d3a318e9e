import { spawnSync } from 'node:child_process';

import { findInstalledBrowser } from './installed-browser';
import { thisMachine } from './machine';

const INSTALL_LIMIT_MS = 180_000;

/**
 * Installs the distribution's Chromium (Debian, as root) and tells where it is.
 *
 * @throws when it cannot be installed.
 */
export function distributionBrowser(): string {
  apt(['update']);
  apt(['install', '-y', 'chromium']);
  const path = findInstalledBrowser(thisMachine());
  if (path === undefined) throw new Error('the package was installed, but no browser was found after that');
  return path;
}

function apt(args: readonly string[]): void {
  const result = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    timeout: INSTALL_LIMIT_MS,
  });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0) throw new Error(result.stderr.trim() || `apt-get ${args.join(' ')} failed`);
}
