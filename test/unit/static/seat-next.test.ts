import { describe, expect, it } from 'vitest';
import type { VerdictReason } from '../../../static/admin/view-models/contract-types';
import { nextStep, openLineInWords, unknownsInWords } from '../../../static/admin/view-models/seat-next';

describe('what to do next about a seat', () => {
  it.each<[VerdictReason, RegExp]>([
    ['active', /^Nothing to do/],
    ['too-new', /^Nothing to do/],
    ['exempt', /Settings/],
    ['activity-unknown', /Ask the person/],
    ['owner-decision', /Route out/],
    ['source-unknown', /who manages the group/],
    ['idp-owned', /take the account out/],
    ['idp-owned-shared', /separate the grants/],
    ['facts-unread', /Scan again/],
    ['collateral-active', /group of its own/],
    ['mixed-ownership', /local part/],
    ['local-paths', /somebody else approves/],
  ])('is told for %s', (reason, words) => {
    expect(nextStep({ reason, provisional: false })).toMatch(words);
  });

  it('is to read the missing facts while the verdict is provisional', () => {
    expect(nextStep({ reason: 'local-paths', provisional: true })).toMatch(/^Start “Scan now”/);
  });
});

describe('what is not known', () => {
  it('is said in whole sentences', () => {
    expect(unknownsInWords({ notChecked: ['platform roles could not be read'] })).toEqual([
      'Platform roles could not be read.',
    ]);
  });
});

describe('the review that goes on', () => {
  it('is named with the seat’s line, and not where there is none', () => {
    expect([
      openLineInWords({ entries: [], open: { title: 'November', line: 4 } }),
      openLineInWords({ entries: [], open: null }),
    ]).toEqual(['It is line 4 of “November”, which is going on.', '']);
  });
});
