import { KVS_LIMITS } from './limits';
import { KvsRefusal, badRequest } from './kvs-refusal';

/** Refuses a key that is empty, too long or has letters outside the alphabet. */
export function checkKey(key: string): void {
  if (key.length === 0) throw new KvsRefusal(400, 'KEY_TOO_SHORT', 'The key is empty');
  if (key.length > KVS_LIMITS.keyLength)
    throw new KvsRefusal(
      400,
      'KEY_TOO_LONG',
      `The key is longer than ${String(KVS_LIMITS.keyLength)} characters`,
    );
  if (!KVS_LIMITS.keyPattern.test(key))
    throw new KvsRefusal(
      400,
      'INVALID_KEY',
      `The key does not match the regex: ${KVS_LIMITS.keyPattern.source}`,
    );
}

/** JSON text and size of a value that may be stored; refuses nothing, null, too deep and too large. */
export function toStorable(value: unknown): { text: string; bytes: number } {
  if (value === undefined || value === null) throw badRequest('A value is needed; null cannot be stored');
  if (depthOf(value) > KVS_LIMITS.valueDepth)
    throw new KvsRefusal(
      400,
      'MAX_DEPTH',
      `The value is nested deeper than ${String(KVS_LIMITS.valueDepth)} levels`,
    );
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  if (bytes > KVS_LIMITS.valueBytes)
    throw new KvsRefusal(400, 'MAX_SIZE', `The value is larger than ${String(KVS_LIMITS.valueBytes)} bytes`);
  return { text, bytes };
}

/** 0 for a scalar, 1 for an object or list of scalars. Stops counting beyond what is allowed. */
export function depthOf(value: unknown, limit: number = KVS_LIMITS.valueDepth + 1): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit === 0) return 1;
  let deepest = 0;
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, limit - 1));
  return deepest + 1;
}

export type TtlUnit = 'SECONDS' | 'MINUTES' | 'HOURS' | 'DAYS';

const UNIT_MS: Readonly<Record<TtlUnit, number>> = {
  SECONDS: 1_000,
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

/** The moment at which a value expires, or null without a TTL. */
export function expiryOf(ttl: { value: number; unit: TtlUnit } | undefined, now: number): number | null {
  if (ttl === undefined) return null;
  const length = ttl.value * UNIT_MS[ttl.unit];
  if (length > KVS_LIMITS.ttlMs) throw badRequest('A TTL may be one year at most');
  return now + length;
}
