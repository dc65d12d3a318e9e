import { createHash } from 'node:crypto';

/** A stream of random bytes that is the same for the same seed. */
export interface RandomSource {
  bytes(length: number): Uint8Array;
  /** At least 0, less than 1. */
  fraction(): number;
  uuid(): string;
}

/** The small fast counter generator (sfc32), its state taken from a hash of `seed`. */
export function createRandom(seed: string): RandomSource {
  const state = new Uint32Array(createHash('sha256').update(seed).digest().buffer.slice(0, 16));
  let [a = 0, b = 0, c = 0, counter = 1] = state;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  const bytes = (length: number): Uint8Array => {
    const filled = new Uint8Array(length);
    for (let i = 0; i < length; i += 1) filled[i] = next() & 0xff;
    return filled;
  };
  return { bytes, fraction: () => next() / 2 ** 32, uuid: () => toUuid(bytes(16)) };
}

/** Text of a version 4 UUID. */
function toUuid(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
