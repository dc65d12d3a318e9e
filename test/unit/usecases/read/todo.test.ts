import { describe, expect, it } from 'vitest';
import { EMPTY_ORGANIZATION } from '../../../../src/domain/organization-state';
import type { Cycle } from '../../../../src/domain/review/cycle';
import type { Handoff } from '../../../../src/domain/routing/handoff';
import { todoOf, type Todo } from '../../../../src/usecases/read/todo';
import { aReview } from '../../../builders/a-review';
import { aCleanup, aRouteOut } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

/** Due after 21 days. */
const review = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] });
const draft = aReview({ seats: [aCleanup('ada')], open: false }).cycle;

interface Given {
  readonly cycle?: Cycle;
  readonly draft?: Cycle;
  readonly handoffs?: readonly Handoff[];
}

function todo(kind: Todo['kind'], now: string, given: Given = {}): string[] {
  const situation = { organization: EMPTY_ORGANIZATION, hasSnapshot: true, now };
  return todoOf({ ...situation, cycle: given.cycle, draft: given.draft, handoffs: given.handoffs ?? [] })
    .filter((each) => each.kind === kind)
    .map(({ count, text }) => `${String(count)} ${text}`);
}

describe('Lines to decide', () => {
  it.each([
    ['are counted at first', 1, ['2 lines to decide']],
    [
      'are reminded of half-way',
      11,
      ['2 lines to decide: half of the time is over, the review is due on 23 Nov 2026'],
    ],
    [
      'are reminded of when they are due, and of that nobody takes over',
      21,
      ['2 lines to decide: the review was due on 23 Nov 2026, and nobody is named to take over'],
    ],
  ])('%s', (_, days, texts) => {
    expect(todo('decide', daysAhead(days), { cycle: review.cycle })).toEqual(texts);
  });

  it('are overdue for the fallback reviewer where one is named', () => {
    const assignment = { rules: [], fallbackReviewer: 'fay' };
    const { cycle } = aReview({ seats: [aCleanup('ada')], rules: { assignment } });
    expect(todo('decide', daysAhead(21), { cycle })).toEqual([
      '1 lines to decide: the review was due on 23 Nov 2026',
    ]);
  });

  it('are not reminded of once they are decided', () => {
    const { cycle } = review.decide([1, 2], 'keep');
    expect(todo('decide', daysAhead(30), { cycle })).toEqual([]);
  });
});

describe('A draft', () => {
  it('waits for somebody to open it', () => {
    expect(todo('open', daysAhead(1), { draft })).toEqual([
      '1 lines in the draft of the next review: open it to begin deciding',
    ]);
  });

  it('waits for the review that is open', () => {
    expect(todo('open', daysAhead(1), { draft, cycle: review.cycle })[0]).toMatch(
      /can be opened once this one is signed off or cancelled$/,
    );
  });

  it('says until when a decision changes the next bill', () => {
    const plan = {
      products: ['jira-software'],
      endsOn: '2026-11-30',
      executeBy: '2026-11-29',
      decideBy: '2026-11-21',
      opensOn: '2026-10-31',
    };
    expect(todo('open', daysAhead(1), { draft: { ...draft, plan } })[0]).toMatch(
      /; decide by 21 Nov 2026 to change the next bill$/,
    );
  });
});

describe('Overdue handoffs', () => {
  const { handoffs } = aReview({ seats: [aRouteOut('svc')] }).decide([1], 'route-out').cycle;

  it('are counted whatever review asks them, also while none is open', () => {
    expect(todo('handoffs', daysAhead(40), { handoffs })).toEqual(['1 overdue handoffs']);
  });

  it('are none before their day', () => {
    expect(todo('handoffs', daysAhead(1), { handoffs })).toEqual([]);
  });
});
