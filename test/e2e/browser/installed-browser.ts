import { posix, win32 } from 'node:path';

import type { Machine } from './machine';

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const LINUX_FILES = [
  '/opt/google/chrome/chrome',
  '/opt/chromium.org/chromium/chromium',
  '/opt/microsoft/msedge/msedge',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_FILES = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** The first Chromium, Chrome or Edge that is installed and starts, or undefined. */
export function findInstalledBrowser(machine: Machine): string | undefined {
  return usualPlaces(machine).find((path) => machine.isFile(path) && machine.starts(path));
}

function usualPlaces(machine: Machine): readonly string[] {
  switch (machine.platform) {
    case 'darwin':
      return macPlaces(machine);
    case 'win32':
      return windowsPlaces(machine);
    default:
      return linuxPlaces(machine);
  }
}

function linuxPlaces({ env }: Machine): readonly string[] {
  const onPath = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const folders = [...new Set([...onPath, ...LINUX_FOLDERS])];
  return [
    ...LINUX_NAMES.flatMap((name) => folders.map((folder) => posix.join(folder, name))),
    ...LINUX_FILES,
  ];
}

function macPlaces({ env }: Machine): readonly string[] {
  const folders = [
    '/Applications',
    ...(env['HOME'] === undefined ? [] : [posix.join(env['HOME'], 'Applications')]),
  ];
  return folders.flatMap((folder) =>
    MAC_APPS.map((app) => posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
}

function windowsPlaces({ env }: Machine): readonly string[] {
  const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => WINDOWS_FILES.map((parts) => win32.join(folder, ...parts)));
}
