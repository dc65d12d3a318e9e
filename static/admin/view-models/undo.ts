import type { UndoView } from '../../../src/contract/undo-replies';
import { counted } from './counts';

/** Between 0 and 1: memberships that were answered. */
export function undoShare({ given, refused, waiting }: UndoView): number {
  const all = given + refused + waiting;
  return all === 0 ? 1 : (given + refused) / all;
}

/** "2 memberships given back, 1 refused, 3 to go". */
export function undoInWords({ given, refused, waiting }: UndoView): string {
  return [
    `${counted(given, 'membership')} given back`,
    ...(refused === 0 ? [] : [`${String(refused)} refused`]),
    ...(waiting === 0 ? [] : [`${String(waiting)} to go`]),
  ].join(', ');
}

/** What was refused and why, as sentences with the group's name in them. */
export function refusedInWords({ items }: UndoView): string[] {
  return items
    .filter(({ state }) => state === 'refused')
    .map(({ accountId, groupName, note }) => `${accountId} and *${groupName}*: ${note}`);
}

/** What happens next, for the flag. */
export function afterUndo({ refused }: UndoView): string {
  return refused === 0
    ? 'Access is read again in some minutes. The seats count as new from now on.'
    : 'What was refused stays removed; the dialog says why. The rest is read again in some minutes.';
}
