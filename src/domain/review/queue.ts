import { byCodeUnit } from '../../lib/order';
import type { Cycle } from './cycle';
import type { Line } from './line';

/** Whether a line is in the queue that is asked for: the caller's own, nobody's, anybody's, or that of an account. */
export function isInQueue({ assignee }: Line, wanted: string, caller: string): boolean {
  if (wanted === 'nobody') return assignee === null;
  if (wanted === 'anybody') return assignee !== null;
  return assignee === (wanted === 'me' ? caller : wanted);
}

/** How far one reviewer is; counts are lines. */
export interface ReviewerProgress {
  /** Null for lines that nobody is assigned to. */
  readonly reviewer: string | null;
  readonly assigned: number;
  /** Decided by anybody, or closed by a rule. */
  readonly decided: number;
  readonly open: number;
}

/** Progress by reviewer, by account id with nobody's lines last; empty where no line was ever assigned. */
export function progressByReviewer({ lines }: Pick<Cycle, 'lines'>): ReviewerProgress[] {
  if (lines.every(({ assignments }) => assignments.length === 0)) return [];
  const progress = new Map<string | null, ReviewerProgress>();
  for (const { assignee, state } of lines) {
    const before = progress.get(assignee) ?? { reviewer: assignee, assigned: 0, decided: 0, open: 0 };
    const { assigned, decided, open } = before;
    const isOpen = state === 'undecided';
    progress.set(assignee, {
      reviewer: assignee,
      assigned: assigned + 1,
      decided: decided + (isOpen ? 0 : 1),
      open: open + (isOpen ? 1 : 0),
    });
  }
  return [...progress.values()].sort(
    ({ reviewer: a }, { reviewer: b }) =>
      Number(a === null) - Number(b === null) || byCodeUnit(a ?? '', b ?? ''),
  );
}
