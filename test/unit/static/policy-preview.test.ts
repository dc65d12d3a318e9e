import { describe, expect, it } from 'vitest';
import { previewSentences, previewTitle } from '../../../static/admin/view-models/policy-preview';

const NOTHING = {
  asOf: '2026-11-02T09:00:00.000Z',
  seats: 341,
  changed: 0,
  moves: [],
  exemptionsWait: false,
  wordsWait: false,
};

describe('the effect of a policy', () => {
  it('is said to be none when no verdict changes', () => {
    expect(previewTitle(NOTHING)).toBe('All 341 seats keep their verdict');
    expect(previewSentences(NOTHING)).toEqual([]);
  });

  it('is told move by move, in the words of the screens', () => {
    const preview = {
      ...NOTHING,
      changed: 9,
      moves: [
        { from: 'route-out', to: 'cleanup', seats: 8 },
        { from: 'keep', to: 'hold', seats: 1 },
      ] as const,
    };
    expect(previewTitle(preview)).toBe('9 of 341 seats would get another verdict');
    expect(previewSentences(preview)).toEqual([
      '8 seats from Owner decides to Local cleanup.',
      '1 seat from Active to Needs facts.',
    ]);
  });

  it('says that an exemption by name or address waits for a scan', () => {
    expect(previewSentences({ ...NOTHING, exemptionsWait: true })).toEqual([
      'An exemption is newer than the scan; whom it covers is looked up by the next one.',
    ]);
  });

  it('says that other words wait for a scan', () => {
    expect(previewSentences({ ...NOTHING, wordsWait: true })).toEqual([
      'Other words count from the next scan: names are not stored.',
    ]);
  });
});
