import { describe } from 'vitest';

import { stale, tiny, withStalePeople } from '../a-seed';
import { aReview } from '../a-review';
import { aScannedSite } from '../a-site';
import { askDecision, expectRefusals, LINE } from './refusal';
import { withBundle } from './situations';

describe('What a verdict does not allow cannot be decided:', () => {
  expectRefusals([
    {
      rule: 'a hold is never removed',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.fay], 'remove'),
      code: 'decision.not-allowed',
      says: 'Line 5 cannot be decided as “remove”. It allows: keep, keep as an exception, route out, not mine, wait for facts.',
    },
    {
      rule: 'a route-out is not removed before its owners consented',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.jenkins], 'remove'),
      code: 'decision.not-allowed',
      says: 'Line 4 cannot be decided as “remove”. It allows: route out, keep, keep as an exception, not mine.',
    },
    {
      rule: 'a cleanup does not wait',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.casey], 'wait'),
      code: 'decision.not-allowed',
      says: 'Line 2 cannot be decided as “wait for facts”. It allows: remove, keep, keep as an exception, route out, not mine.',
    },
    {
      rule: 'a split does not wait',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.devi], 'wait'),
      code: 'decision.not-allowed',
      says: 'Line 3 cannot be decided as “wait for facts”. It allows: remove, keep, keep as an exception, route out, not mine.',
    },
    {
      rule: 'a route-out does not wait',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.erin], 'wait'),
      code: 'decision.not-allowed',
      says: 'Line 1 cannot be decided as “wait for facts”. It allows: route out, keep, keep as an exception, not mine.',
    },
  ]);
});

const OWN_WORDS = 'Line 2: say in your own words why you depart from the recommendation.';

describe('A decision says what it has to:', () => {
  expectRefusals([
    {
      rule: 'a departure from the recommendation needs words',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.casey], 'keep', { note: '' }),
      code: 'decision.not-allowed',
      says: OWN_WORDS,
    },
    {
      rule: 'blanks are no words',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.casey], 'not-mine', { note: '   ' }),
      code: 'decision.not-allowed',
      says: OWN_WORDS,
    },
    {
      rule: 'an exception needs its end',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.casey], 'exception'),
      code: 'decision.not-allowed',
      says: 'Line 2: an exception needs a day on which it ends.',
    },
    {
      rule: 'an exception ends in the future',
      who: 'admin',
      asks: async () =>
        askDecision(await aReview(), [LINE.casey], 'exception', { until: '2026-11-01T00:00:00Z' }),
      code: 'decision.not-allowed',
      says: 'Line 2: the day on which the decision ends must lie in the future.',
    },
    {
      rule: 'a keep with a day ends in the future',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.casey], 'keep', { until: '2026-11-01T00:00:00Z' }),
      code: 'decision.not-allowed',
      says: 'Line 2: the day on which the decision ends must lie in the future.',
    },
    {
      rule: 'a day that is past in UTC is past in every offset',
      who: 'admin',
      asks: async () =>
        askDecision(await aReview(), [LINE.casey], 'exception', { until: '2026-11-02T22:00:00+14:00' }),
      code: 'decision.not-allowed',
      says: 'Line 2: the day on which the decision ends must lie in the future.',
    },
  ]);
});

describe('Lines are decided together only where they belong together:', () => {
  expectRefusals([
    {
      rule: 'not across verdicts',
      who: 'admin',
      asks: async () => askDecision(await aReview(), [LINE.casey, LINE.devi], 'remove'),
      code: 'decision.not-allowed',
      says: 'Decide together only lines with the same verdict.',
    },
    {
      rule: 'one line of a bundle is not removed alone',
      who: 'admin',
      asks: async () => {
        const review = await aReview({ seed: withBundle() });
        return askDecision(review, [(await review.lineOf(stale(1), 'confluence')).line], 'remove');
      },
      code: 'decision.not-allowed',
      says: 'Line 1 shares a group with line 7: decide them together.',
    },
    {
      rule: 'a bundle with a kept line is not removed',
      who: 'admin',
      asks: async () => {
        const review = await aReview({ seed: withBundle() });
        const { line } = await review.lineOf(stale(1));
        await review.decide('admin', [line], 'keep', { note: 'still on the project' });
        return askDecision(review, [(await review.lineOf(stale(1), 'confluence')).line], 'remove');
      },
      code: 'decision.not-allowed',
      says: 'Line 1 shares a group with line 7: decide them together.',
    },
  ]);
});

describe('The no-response rule is chosen on a number that was shown:', () => {
  expectRefusals([
    {
      rule: 'on another number nothing is opened',
      who: 'admin',
      asks: async () => ({
        site: await aScannedSite({ seed: tiny((seed) => withStalePeople(seed, 1)) }),
        resolver: 'open-cycle',
        payload: { noResponse: { rule: 'follow-recommendation', touches: 5 } },
      }),
      code: 'changed-meanwhile',
      says: 'The rule for lines that nobody decides would touch 6 lines, not 5 as was shown. Look again before you choose it.',
    },
  ]);
});
