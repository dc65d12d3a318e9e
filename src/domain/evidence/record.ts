/** Who acted, in which role, and how that role was proved (product.md §10). */
export interface Actor {
  /** Null when the app itself acted (a schedule, a consumer). */
  readonly accountId: string | null;
  readonly role: 'reviewer' | 'approver' | 'executor' | 'site-admin' | 'sign-off' | 'reader' | 'app';
  /** The reading that proved the role, as a phrase. */
  readonly proof: string;
}

/** One link of a hash-chained ledger. */
export interface LedgerRecord<Event = LedgerEvent> {
  readonly format: 'seattrace-record/1';
  /** `org`, or the id of a cycle. */
  readonly ledger: string;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly actor: Actor;
  /** Random, hex: two writers never make the same record. */
  readonly nonce: string;
  readonly event: Event;
  /** Hash of the record before, or 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256, hex, over the canonical JSON of everything above. */
  readonly hash: string;
}

/** What every event has; the payload's shape follows from `kind`. */
export interface LedgerEvent {
  readonly kind: string;
}
