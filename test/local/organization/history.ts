/** What a thing was until a moment. */
export interface Former<S> {
  readonly id: string;
  /** Unix milliseconds of the change that ended it. */
  readonly time: number;
  readonly state: S;
}

/** What things were before they changed, for delayed and stale reads that must not see a change yet. */
export class History<S> {
  /** Of each thing, oldest first. */
  private readonly formers = new Map<string, Former<S>[]>();

  keep(former: Former<S>): void {
    this.formers.set(former.id, [...(this.formers.get(former.id) ?? []), former]);
  }

  /** The state at `cutoff`, or undefined when it has not changed since. */
  at(id: string, cutoff: number): S | undefined {
    return this.formers.get(id)?.find(({ time }) => time > cutoff)?.state;
  }

  /** Forgets what ended by `time`. */
  settle(time: number): void {
    for (const [id, formers] of this.formers) {
      const kept = formers.filter((former) => former.time > time);
      if (kept.length > 0) this.formers.set(id, kept);
      else this.formers.delete(id);
    }
  }

  dump(): Former<S>[] {
    return [...this.formers.values()].flat();
  }
}
