import { describe, expect, it } from 'vitest';
import {
  assignmentInWords,
  assignmentsInWords,
  emptyQueueInWords,
  firstQueue,
  nobodyTakesOver,
  queueChoices,
  queueFilters,
} from '../../../static/admin/view-models/queue';
import { aCycle, aLine, COLLEAGUE, ME, NOW, SOMEBODY } from './builders';

const progress = [
  { reviewer: ME, assigned: 12, decided: 5, open: 7 },
  { reviewer: null, assigned: 3, decided: 0, open: 3 },
];
const assigned = aCycle({ progress }, { undecided: 10, closed: 5 });
const handedOver = {
  reviewer: ME,
  because: 'handed-over',
  by: COLLEAGUE,
  at: NOW,
  note: 'They work for you.',
} as const;

describe('the page opens', () => {
  it('on the queue of whoever has one', () => {
    expect(firstQueue(assigned, ME)).toBe('me');
  });

  it('on all lines for whoever has none', () => {
    expect(firstQueue(assigned, COLLEAGUE)).toBe('all');
  });
});

describe('the filters of a queue', () => {
  it('are what is still to decide of it', () => {
    expect(queueFilters({}, 'me')).toEqual({ assignee: 'me', state: 'undecided' });
  });

  it('give way to a state that is asked for', () => {
    expect(queueFilters({ state: 'decided' }, 'me')).toEqual({ assignee: 'me', state: 'decided' });
  });

  it('are none for all lines', () => {
    expect(queueFilters({ assignee: 'all', product: 'confluence' }, 'me')).toEqual({ product: 'confluence' });
  });

  it('take every state of another reviewer’s lines', () => {
    expect(queueFilters({ assignee: COLLEAGUE }, 'me')).toEqual({ assignee: COLLEAGUE });
  });
});

describe('the choice of lines', () => {
  it('says how many are in one’s own queue', () => {
    expect(queueChoices(assigned, ME, undefined)[0]).toEqual({ value: 'me', label: 'My queue (7)' });
  });

  it('names one reviewer who was chosen elsewhere', () => {
    expect(queueChoices(assigned, ME, COLLEAGUE).at(-1)).toEqual({ value: COLLEAGUE, label: 'One reviewer' });
  });
});

describe('an empty queue', () => {
  it('says that others’ lines may be decided', () => {
    expect(emptyQueueInWords(assigned, ME)).toBe(
      'Of your 12 lines none is undecided. You may decide lines of others, too: 10 lines of this review are undecided.',
    );
  });

  it('says that approval comes next where nothing is left', () => {
    expect(emptyQueueInWords(aCycle({ progress }, { closed: 15 }), ME)).toMatch(/waits for approval\.$/);
  });
});

describe('a review past its due day', () => {
  const late = { dueAt: '2026-11-20T09:00:00.000Z' };

  it('says that nobody is named to take over', () => {
    expect(nobodyTakesOver(aCycle(late, { undecided: 3 }), NOW)).toMatch(
      /3 lines undecided, and nobody is named/,
    );
  });

  it.each([
    ['where somebody is', aCycle({ ...late, fallbackReviewer: ME }, { undecided: 3 })],
    ['where everything is decided', aCycle(late, { closed: 3 })],
    ['before that day', aCycle({}, { undecided: 3 })],
  ])('says nothing %s', (_, cycle) => {
    expect(nobodyTakesOver(cycle, NOW)).toBeNull();
  });
});

describe('a line', () => {
  const byRule = { reviewer: COLLEAGUE, because: 'rule', by: SOMEBODY, at: NOW, note: 'Rule 2' } as const;

  it('says who handed it over, and why', () => {
    expect(assignmentInWords(aLine({ assignments: [byRule, handedOver] }))).toBe(
      `Handed over by ${COLLEAGUE}: They work for you.`,
    );
  });

  it('says nothing of the rule that brought it', () => {
    expect(assignmentInWords(aLine({ assignments: [byRule] }))).toBe('');
  });

  it('tells each time that it changed hands', () => {
    const escalated = { ...handedOver, reviewer: null, because: 'escalated', by: 'app', note: '' } as const;
    expect(assignmentsInWords(aLine({ assignments: [byRule, escalated] }))).toEqual([
      `To ${COLLEAGUE}. When the review opened: rule 2`,
      'To nobody. Taken over because the review is past its due day',
    ]);
  });
});
