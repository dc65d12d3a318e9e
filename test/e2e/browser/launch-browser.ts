import { chromium } from 'playwright-core';
import type { Browser, BrowserContext } from 'playwright-core';

import type { FoundBrowser } from './find-browser';
import { findBrowser } from './find-browser';

/** No sandbox, because root has none in containers; the rest keeps the browser from doing anything by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const LAUNCH_LIMIT_MS = 60_000;

/** Starts a headless browser with a profile of its own that is empty and removed when the browser closes. */
export function launchBrowser(found: FoundBrowser = findBrowser()): Promise<Browser> {
  return chromium.launch({
    executablePath: found.executablePath,
    headless: true,
    args: FLAGS,
    env: { ...definedOnly(process.env), ...found.env },
    timeout: LAUNCH_LIMIT_MS,
  });
}

/** A window of the size of an administrator's laptop, in UTC and English on every machine. */
export function newWindow(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
