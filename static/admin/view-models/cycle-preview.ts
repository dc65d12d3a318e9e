import type { CyclePreview } from '../../../src/contract/review-replies';
import { counted } from './counts';
import { formatTime } from './dates';

/** "On the scan of …: 12 lines. 9 lines to decide, 1 line kept until a day, 2 lines whose questions go on." */
export function openingInWords(preview: CyclePreview): string {
  const { takenAt, lines, keptUntil, routed, undecided } = preview;
  const parts = [
    `${counted(undecided, 'line')} to decide`,
    ...(keptUntil === 0 ? [] : [`${counted(keptUntil, 'line')} kept until a day by an earlier decision`]),
    ...(routed === 0 ? [] : [`${counted(routed, 'line')} whose questions to owners go on`]),
  ];
  return `On the scan of ${formatTime(takenAt)}: ${counted(lines, 'line')}. ${parts.join(', ')}.`;
}

/** What a rule would do if nobody decided anything. */
export function ruleInWords({ undecided, removals }: CyclePreview, rule: CyclePreview['rule']): string {
  const touched = `Touches ${counted(undecided, 'line')} if nobody decides any of them`;
  switch (rule) {
    case 'close-as-kept':
      return `${touched}: all would close as kept.`;
    case 'carry':
      return `${touched}: all would go on in the next review.`;
    case 'follow-recommendation':
      return `${touched}: ${counted(removals, 'removal')} would wait for approval, ${counted(undecided - removals, 'line')} would close as kept.`;
  }
}
