import { createHash } from 'node:crypto';
import type { AdminCall } from './call';
import { invalidCursor } from './errors';

/** A call of a list, and the filters that narrow it. */
interface ListCall extends Pick<AdminCall, 'request'> {
  readonly filters?: unknown;
}

/**
 * Cursors are opaque to clients. Ours hold the last item of the page and a fingerprint of the list: the filters
 * have to be sent again with the cursor, and whoever changes them halfway or takes it elsewhere is refused.
 */
export function encodeCursor(list: ListCall, after: string): string {
  return Buffer.from(`${fingerprint(list)}${after}`).toString('base64url');
}

/** @throws AdminError 400 for a cursor that this list did not give */
export function decodeCursor(list: ListCall, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith(fingerprint(list))) throw invalidCursor('The cursor is not valid for this request.');
  return text.slice(fingerprintLength);
}

const fingerprintLength = 12;

function fingerprint({ request, filters = null }: ListCall): string {
  return createHash('sha256')
    .update(JSON.stringify([request.path, filters]))
    .digest('hex')
    .slice(0, fingerprintLength);
}

/** A page of a short list by index. Answers the items and the links that go with them. */
export function pageByIndex<T>(
  { core, request }: AdminCall,
  items: readonly T[],
  { limit, cursor, filters }: { limit: number; cursor: string | undefined; filters?: unknown },
): { data: T[]; links: { next?: string } } {
  const list = { request, filters };
  const start = Number(decodeCursor(list, cursor) ?? 0);
  const end = start + limit;
  const links = end < items.length ? { next: encodeCursor(list, String(end - core.overlap(limit))) } : {};
  return { data: items.slice(start, end), links };
}
