import type { Names } from '../classification/explain';
import type { OrganizationState } from '../organization-state';
import type { AfterSignOffFact } from '../review/after-sign-off';
import { linesOfUndo } from '../review/fold-undo';
import type { Cycle } from '../review/cycle';
import { ANSWER_WORDS, lineOfHandoff, ownerOfHandoff } from '../routing/handoff';
import { checkInWords, undoInWords } from './removal-in-words';

/** A record of the organization's ledger on a review that was signed off before. */
export interface AfterSignOffEntry {
  readonly at: string;
  /** Account id, or `app`. */
  readonly by: string;
  /** Number and hash of the record in the organization's ledger. */
  readonly sequence: number;
  readonly hash: string;
  readonly line: number;
  readonly text: string;
}

/** What was recorded beside a review once nothing in it changed any more, oldest first (product.md §7). */
export function afterSignOffOf(
  { cycleId }: Pick<Cycle, 'cycleId'>,
  { afterSignOff }: Pick<OrganizationState, 'afterSignOff'>,
  names: Names,
): AfterSignOffEntry[] {
  return afterSignOff
    .filter((entry) => entry.cycleId === cycleId)
    .flatMap(({ at, by, sequence, hash, what }) =>
      linesAndWords(what, by, names).map(([line, text]) => ({ at, by, sequence, hash, line, text })),
    );
}

function linesAndWords(what: AfterSignOffFact, by: string, names: Names): [line: number, text: string][] {
  switch (what.is) {
    case 'handoff-closed':
      return [
        [
          lineOfHandoff(what.handoffId),
          `Handoff to the owner of ${ownerOfHandoff(what.handoffId)} closed: ${what.note}`,
        ],
      ];
    case 'handoffs-answered':
      return what.handoffIds.map((id) => [
        lineOfHandoff(id),
        `${what.answeredBy} answered “${ANSWER_WORDS[what.answer]}” for the owner of ${ownerOfHandoff(id)}.`,
      ]);
    case 'exception-ended':
      return [[what.line, `Exception ended by ${by} before its day: ${what.reason}`]];
    case 'removals-checked':
      return what.results.map(({ line }) => [line, checkInWords(what, line, names) ?? '']);
    default:
      return linesOfUndo(what).map((line) => [line, undoInWords(what, line, names) ?? '']);
  }
}
