import type { Platform } from '../../src/ports/platform';
import { TAKEN_AT } from './times';

export interface FakePlatform extends Platform {
  /** Milliseconds that were slept, one entry for each sleep. */
  readonly slept: readonly number[];
}

/** A clock that moves only when somebody sleeps, and bytes that are all the same. */
export function aPlatform({ byte = 128 }: { byte?: number } = {}): FakePlatform {
  const slept: number[] = [];
  let now = Date.parse(TAKEN_AT);
  return {
    slept,
    now: () => now,
    sleep(ms) {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    randomBytes: (count) => new Uint8Array(count).fill(byte),
  };
}
