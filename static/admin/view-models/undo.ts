import type { LineUndo, UndoCounts, UndoView } from '../../../src/contract/undo-replies';
import { counted } from './counts';
import { formatTime } from './dates';

/** Between 0 and 1: memberships that were answered. */
export function undoShare({ given, refused, stopped, waiting }: UndoCounts): number {
  const all = given + refused + stopped + waiting;
  return all === 0 ? 1 : (all - waiting) / all;
}

/** "2 memberships given back, 1 refused, 3 to go". */
export function undoInWords({ given, refused, stopped, waiting }: UndoCounts): string {
  return [
    `${counted(given, 'membership')} given back`,
    ...(refused === 0 ? [] : [`${String(refused)} refused`]),
    ...(stopped === 0 ? [] : [`${String(stopped)} stopped`]),
    ...(waiting === 0 ? [] : [`${String(waiting)} to go`]),
  ].join(', ');
}

/** What was not given back and why, as sentences with the group's name in them. */
export function leftInWords({ items }: UndoView): string[] {
  return items
    .filter(({ state }) => state === 'refused' || state === 'stopped')
    .map(({ accountId, groupName, note }) => `${accountId} and *${groupName}*: ${note}`);
}

/** What happens next, for the flag. */
export function afterUndo({ refused, stopped }: UndoCounts): string {
  return refused + stopped === 0
    ? 'Access is read again in some minutes. The seats count as new from now on.'
    : 'What was not given back stays removed; the dialog says why. The rest is read again in some minutes.';
}

/** "Undo under way since 3 Nov 2026, 11:04 UTC: 1 of 2 back." */
export function lineUndoInWords(undo: LineUndo): string {
  const how = undo.isStopped ? 'Undo stopped, an addition still looked at' : 'Undo under way';
  const all = undo.given + undo.refused + undo.stopped + undo.waiting;
  return `${how} since ${formatTime(undo.startedAt)}: ${String(undo.given)} of ${String(all)} back.`;
}
