import type { PolicyPreview } from '../../../src/contract/settings-replies';
import { counted } from './counts';
import { VERDICT_LABELS } from './labels';

/** "12 of 341 seats would get another verdict", or that none would. */
export function previewTitle({ seats, changed }: PolicyPreview): string {
  if (changed === 0) return `All ${counted(seats, 'seat')} keep their verdict`;
  return `${String(changed)} of ${counted(seats, 'seat')} would get another verdict`;
}

/** What would change, and what only a scan can tell. */
export function previewSentences({ moves, exemptionsWait, wordsWait }: PolicyPreview): string[] {
  return [
    ...moves.map(
      ({ from, to, seats }) =>
        `${counted(seats, 'seat')} from ${VERDICT_LABELS[from]} to ${VERDICT_LABELS[to]}.`,
    ),
    ...(exemptionsWait
      ? ['An exemption is newer than the scan; whom it covers is looked up by the next one.']
      : []),
    ...(wordsWait ? ['Other words count from the next scan: names are not stored.'] : []),
  ];
}
