/** Time, ids and randomness: the only impure things that a use case may ask for (architecture.md §4). */
export interface Platform {
  /** Unix milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  randomBytes(count: number): Uint8Array;
}

/** What is left of the running invocation, in milliseconds. */
export type TimeLeft = () => number;

export function newId(platform: Platform, prefix: string): string {
  return `${prefix}-${randomHex(platform)}`;
}

/** 16 random hex digits. */
export function randomHex(platform: Platform): string {
  return [...platform.randomBytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
