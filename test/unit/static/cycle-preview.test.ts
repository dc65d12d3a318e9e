import { describe, expect, it } from 'vitest';
import type { CyclePreview } from '../../../src/contract/review-replies';
import { openingInWords, ruleInWords } from '../../../static/admin/view-models/cycle-preview';
import { NOW } from './builders';

const preview: CyclePreview = {
  takenAt: NOW,
  lines: 12,
  keptUntil: 0,
  routed: 0,
  undecided: 12,
  removals: 8,
  rule: 'close-as-kept',
};

describe('before a review opens', () => {
  it('says how many lines there are to decide', () => {
    expect(openingInWords(preview)).toBe(
      'On the scan of 22 Nov 2026, 09:00 UTC: 12 lines. 12 lines to decide.',
    );
  });

  it('says which lines need no decision now', () => {
    expect(openingInWords({ ...preview, keptUntil: 1, routed: 2, undecided: 9 })).toBe(
      'On the scan of 22 Nov 2026, 09:00 UTC: 12 lines. 9 lines to decide, 1 line kept until a day by an earlier decision, 2 lines whose questions to owners go on.',
    );
  });

  it.each([
    ['close-as-kept', 'Touches 12 lines if nobody decides any of them: all would close as kept.'],
    ['carry', 'Touches 12 lines if nobody decides any of them: all would go on in the next review.'],
    [
      'follow-recommendation',
      'Touches 12 lines if nobody decides any of them: 8 removals would wait for approval, 4 lines would close as kept.',
    ],
  ] as const)('says what the rule “%s” would touch', (rule, words) => {
    expect(ruleInWords(preview, rule)).toBe(words);
  });
});
