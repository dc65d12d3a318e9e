/** Lines of one person and what they were told. `waiting`: nobody has begun to tell them. */
export interface NoticeRow {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly products: readonly string[];
  readonly how: 'waiting' | 'attempted' | 'told' | 'not-reachable' | 'unclear' | 'claimed';
  /** When that became so; null while it waits. ISO 8601 UTC. */
  readonly at: string | null;
  /** From when on the removal may begin; null where it may not. ISO 8601 UTC. */
  readonly removableFrom: string | null;
  /** Why nobody was reached, or the words of who claimed it; empty otherwise. */
  readonly text: string;
}

export interface NoticeView {
  readonly cycleId: string;
  /** Days between telling and removing; with 0 nobody is told. */
  readonly days: number;
  /** The issue that people are told from; null before anybody is. */
  readonly issueKey: string | null;
  /** People of all products who wait to be told, or whose message has no recorded end. */
  readonly waiting: number;
  /** Rows of products in sight; what needs somebody first. */
  readonly rows: readonly NoticeRow[];
  /** What the first of those who wait will be sent; null when nobody waits. */
  readonly preview: { readonly accountId: string; readonly subject: string; readonly text: string } | null;
  /** Why nobody may be told now; null when people may. */
  readonly mayNotBecause: string | null;
}
