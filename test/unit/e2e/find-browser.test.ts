import { describe, expect, it } from 'vitest';

import { findBrowser } from '../../e2e/browser/find-browser';
import { findInstalledBrowser } from '../../e2e/browser/installed-browser';
import type { Machine } from '../../e2e/browser/machine';

interface Situation extends Partial<Machine> {
  readonly files?: readonly string[];
}

function aMachine({ files = [], ...rest }: Situation): Machine {
  return {
    platform: 'linux',
    arch: 'arm64',
    env: {},
    isFile: (path) => files.includes(path),
    starts: () => true,
    hasFonts: () => true,
    canInstallDebianPackages: () => false,
    ...rest,
  };
}

describe('findBrowser', () => {
  it('takes the browser that SEATTRACE_BROWSER names before any installed one', () => {
    const machine = aMachine({
      env: { SEATTRACE_BROWSER: '/opt/mine/chrome' },
      files: ['/opt/mine/chrome', '/usr/bin/chromium'],
    });
    expect(findBrowser(machine)).toEqual({ executablePath: '/opt/mine/chrome', env: {}, origin: 'named' });
  });

  it('refuses a SEATTRACE_BROWSER that is no file instead of taking another', () => {
    const machine = aMachine({ env: { SEATTRACE_BROWSER: '/nowhere' }, files: ['/usr/bin/chromium'] });
    expect(() => findBrowser(machine)).toThrow('SEATTRACE_BROWSER names /nowhere, which is no file.');
  });

  it('says what to do where no browser can be had', () => {
    expect(() => findBrowser(aMachine({}))).toThrow(
      'Install Chromium, Chrome or Edge, or set SEATTRACE_BROWSER to the path of one.',
    );
  });
});

describe('findInstalledBrowser', () => {
  it('looks along PATH', () => {
    const machine = aMachine({ env: { PATH: '/a:/b' }, files: ['/b/google-chrome'] });
    expect(findInstalledBrowser(machine)).toBe('/b/google-chrome');
  });

  it('looks in the usual places when PATH is empty', () => {
    expect(findInstalledBrowser(aMachine({ files: ['/opt/microsoft/msedge/msedge'] }))).toBe(
      '/opt/microsoft/msedge/msedge',
    );
  });

  it('passes over a stub that does not start', () => {
    const machine = aMachine({
      files: ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
      starts: (path) => !path.endsWith('chromium-browser'),
    });
    expect(findInstalledBrowser(machine)).toBe('/usr/bin/google-chrome');
  });

  it('knows where macOS keeps applications', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findInstalledBrowser(aMachine({ platform: 'darwin', files: [chrome] }))).toBe(chrome);
  });

  it('knows where Windows keeps programs', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const machine = aMachine({
      platform: 'win32',
      env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      files: [edge],
    });
    expect(findInstalledBrowser(machine)).toBe(edge);
  });
});
