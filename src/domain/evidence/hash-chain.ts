import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Actor, LedgerEvent, LedgerRecord } from './record';

/** What the first record of a ledger points to. */
export const GENESIS = '0'.repeat(64);

/** SHA-256, hex, of the RFC 8785 canonical JSON of a value. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}

/** SHA-256, hex, of a text: as UTF-8, or the bytes of that. */
export function hashOfText(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The next record of a ledger. */
export function chainRecord<Event extends LedgerEvent>(
  head: { readonly ledger: string; readonly sequence: number; readonly hash: string },
  entry: { readonly at: string; readonly actor: Actor; readonly nonce: string; readonly event: Event },
): LedgerRecord<Event> {
  const body = {
    format: 'seattrace-record/1' as const,
    ledger: head.ledger,
    sequence: head.sequence + 1,
    at: entry.at,
    actor: entry.actor,
    nonce: entry.nonce,
    event: entry.event,
    previous: head.hash,
  };
  return { ...body, hash: hashOf(body) };
}

/**
 * The first fault of a chain, as a sentence, or null when every record is there, in its place and unchanged.
 * Without `sealedHead` a chain that was cut off at its end cannot be told from a shorter one. `after` is the
 * record before the first one given; absent for a whole ledger.
 */
export function findChainFault(
  records: readonly LedgerRecord[],
  sealedHead?: string,
  after: { readonly sequence: number; readonly hash: string } = { sequence: 0, hash: GENESIS },
): string | null {
  let previous = after.hash;
  let expected = after.sequence + 1;
  for (const record of records) {
    if (record.sequence !== expected) return `Record ${String(expected)} is missing or out of order.`;
    if (record.previous !== previous)
      return `Record ${String(expected)} does not follow from the one before it.`;
    const { hash, ...body } = record;
    if (hashOf(body) !== hash) return `Record ${String(expected)} was changed after it was written.`;
    previous = hash;
    expected += 1;
  }
  if (sealedHead !== undefined && sealedHead !== previous) return 'Records are missing at the end.';
  return null;
}
