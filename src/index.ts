import { randomBytes } from 'node:crypto';
import { createApp } from './app';

const app = createApp({
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  randomBytes: (count) => randomBytes(count),
});

export const resolver = app.resolver;
export const scan = app.scan;
export const run = app.run;
export const verify = app.verify;
export const hourly = app.hourly;
export const installed = app.installed;
export const preUninstall = app.preUninstall;
