import { randomBytes } from 'node:crypto';
import { createApp } from './app';

export const { resolver, scan, verify, hourly, installed, preUninstall } = createApp({
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  randomBytes: (count) => randomBytes(count),
});
