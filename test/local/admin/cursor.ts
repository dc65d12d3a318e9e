import { createHash } from 'node:crypto';
import type { AdminCall } from './call';
import { invalidCursor } from './errors';

/**
 * Cursors are opaque to clients. Ours hold the last item of the page and a fingerprint of the filters: the filters
 * have to be sent again with the cursor, and whoever changes them halfway is refused.
 */
export function encodeCursor(filters: unknown, after: string): string {
  return Buffer.from(`${fingerprint(filters)}${after}`).toString('base64url');
}

/** @throws AdminError 400 for a cursor that this list did not give */
export function decodeCursor(filters: unknown, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(fingerprint(filters)))
    throw invalidCursor('The cursor is not valid for this request.');
  return text.slice(fingerprintLength);
}

const fingerprintLength = 12;

function fingerprint(filters: unknown): string {
  return createHash('sha256').update(JSON.stringify(filters)).digest('hex').slice(0, fingerprintLength);
}

/** A page of a short list by index. Answers the items and the links that go with them. */
export function pageByIndex<T>(
  { core }: AdminCall,
  items: readonly T[],
  { limit, cursor, filters }: { limit: number; cursor: string | undefined; filters: unknown },
): { data: T[]; links: { next?: string } } {
  const start = Number(decodeCursor(filters, cursor) ?? 0);
  const end = start + limit;
  const links = end < items.length ? { next: encodeCursor(filters, String(end - core.overlap(limit))) } : {};
  return { data: items.slice(start, end), links };
}
