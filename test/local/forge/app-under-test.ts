import type { LocalClock } from '../clock';
import { currentInvocation } from './globals';
import type { AppHandlers, Invoker } from './invoker';
import type { RandomSource } from './random';

/** What `src/app.ts` is built on: the platform's clock, waits and randomness. */
export interface AppPlatform {
  now(): number;
  sleep(ms: number): Promise<void>;
  randomBytes(length: number): Uint8Array;
}

/** Gives the app's handlers by the names that the manifest uses. */
export type CreateApp = (platform: AppPlatform) => AppHandlers;

/**
 * The app's composition root. Imported only when it is asked for, since the packages of `@forge/*` that it
 * imports look at the globals at that moment.
 */
export async function importApp(): Promise<CreateApp> {
  const { createApp } = await import('../../../src/app');
  return createApp;
}

/** The platform as the app sees it: waits belong to the invocation that is running. */
export function appPlatform(clock: LocalClock, invoker: Invoker, random: RandomSource): AppPlatform {
  return {
    now: () => clock.now(),
    sleep: (ms) => {
      const invocation = currentInvocation();
      return invocation === undefined ? clock.sleep(ms) : invoker.sleep(invocation, ms);
    },
    randomBytes: (length) => random.bytes(length),
  };
}
