import type { PolicyPreview } from '../../../src/contract/settings-replies';
import { counted } from './counts';
import { VERDICT_LABELS } from './labels';

/** "12 of 341 seats would get another verdict", or that none would. */
export function previewTitle({ seats, changed }: PolicyPreview): string {
  if (changed === 0) return `All ${counted(seats, 'seat')} keep their verdict`;
  return `${String(changed)} of ${counted(seats, 'seat')} would get another verdict`;
}

/** What would change, what each exemption covers, and what only a scan can tell. `covers` names the exemptions. */
export function previewSentences(preview: PolicyPreview, covers: readonly string[]): string[] {
  const { moves, covered, wordsWait } = preview;
  return [
    ...moves.map(
      ({ from, to, seats }) =>
        `${counted(seats, 'seat')} from ${VERDICT_LABELS[from]} to ${VERDICT_LABELS[to]}.`,
    ),
    ...covered.map((seats, index) => {
      const what = covers[index] ?? `number ${String(index + 1)}`;
      return seats === null
        ? `The exemption for ${what} is looked up by the next scan: names are not stored.`
        : `The exemption for ${what} covers ${counted(seats, 'seat')}.`;
    }),
    ...(wordsWait ? ['Other words count from the next scan: names are not stored.'] : []),
  ];
}
