import { foldCycle, foldRecord, emptyCycle, type CycleRecord } from '../../../src/domain/review/fold-cycle';
import type { Cycle } from '../../../src/domain/review/cycle';
import type { CycleEvent } from '../../../src/domain/review/events';
import type { Review } from '../a-review';

/** One record with the review as it was before it. */
export interface Step {
  readonly record: CycleRecord;
  readonly before: Cycle;
  /** Lines that it changed. */
  readonly changed: readonly number[];
}

/** The review's records as they are stored, in order. */
export function recordsOf({ site, cycleId }: Review): CycleRecord[] {
  return site
    .stored()
    .flatMap(({ key, value }) => (key.startsWith(`ledger:${cycleId}:`) ? [value as CycleRecord] : []))
    .sort((a, b) => a.sequence - b.sequence);
}

export function stepsOf(cycleId: string, records: readonly CycleRecord[]): Step[] {
  let before = emptyCycle(cycleId);
  return records.map((record) => {
    const after = foldRecord(before, record);
    const changed = after.lines.flatMap(({ changed: { sequence }, facts }) =>
      sequence === record.sequence ? [facts.line] : [],
    );
    const step = { record, before, changed };
    before = after;
    return step;
  });
}

/** Folded from the records alone. */
export function foldedOf({ cycleId }: Review, records: readonly CycleRecord[]): Cycle {
  return foldCycle(cycleId, records);
}

/** What tells a record of a person's command from others of the same kind and person; null for facts. */
export function markOf(event: CycleEvent): string | null {
  switch (event.kind) {
    case 'lines-decided':
    case 'handoffs-answered':
    case 'lines-assigned':
      return event.note;
    case 'decision-undone':
    case 'lines-returned':
    case 'deciding-ended':
    case 'population-acknowledged':
      return event.reason;
    case 'lines-approved':
      return event.lines.join();
    case 'run-started':
      return event.fingerprint;
    case 'run-ended':
      return event.message.startsWith('Stopped: tag') ? event.message : null;
    default:
      return null;
  }
}

/** Lines of a record on whose line its actor acts as a person: nobody may on their own. */
export function linesOf(event: CycleEvent): readonly number[] {
  if (event.kind === 'run-started') return event.items.flatMap(({ lines }) => lines);
  return 'lines' in event && Array.isArray(event.lines)
    ? event.lines.filter((line) => typeof line === 'number')
    : [];
}
