import { describe, expect, it } from 'vitest';
import {
  beforeInWords,
  bundleInWords,
  changeInWords,
  decisionInWords,
  givingBack,
  isDecidable,
  isUndoable,
  lineQuery,
  reasonInWords,
  removesInWords,
  seenOf,
} from '../../../static/admin/view-models/lines';
import { aDecision, aLine } from './builders';

describe('the question for lines', () => {
  it('takes its filters from the URL and drops unknown words', () => {
    expect(
      lineQuery('c', {
        state: 'undecided',
        change: 'rebounded',
        owner: 'nobody',
        assignee: 'me',
        product: 'confluence',
        offset: '50',
      }),
    ).toEqual({
      cycleId: 'c',
      state: 'undecided',
      change: 'rebounded',
      product: 'confluence',
      assignee: 'me',
      offset: 50,
      limit: 25,
    });
  });
});

describe('a line', () => {
  it('may be decided, also anew, while its decision may change and something is allowed', () => {
    expect(isDecidable(aLine())).toBe(true);
    expect(isDecidable(aLine({ state: 'closed', outcome: 'kept', decision: aDecision() }))).toBe(true);
    expect(isDecidable(aLine({ state: 'approved', changeable: false }))).toBe(false);
    expect(isDecidable(aLine({ allowed: [] }))).toBe(false);
  });

  it('may be undone while its decision may change', () => {
    const decision = aDecision();
    expect(isUndoable(aLine({ state: 'closed', decision }))).toBe(true);
    expect(isUndoable(aLine({ state: 'approved', decision, changeable: false }))).toBe(false);
    expect(isUndoable(aLine({ state: 'undecided' }))).toBe(false);
  });

  it('says its decision, its end and its reason', () => {
    const decision = aDecision({
      decision: 'exception',
      until: '2027-02-02T23:59:59.000Z',
      reason: 'on-leave',
    });
    expect(decisionInWords(aLine({ decision }))).toBe('Exception until 2 Feb 2027: On leave');
    expect(decisionInWords(aLine())).toBe('No decision yet');
  });

  it('shows a reason that it does not know as it is', () => {
    expect(reasonInWords('new-reason')).toBe('new-reason');
  });

  it('names the lines that it shares groups with', () => {
    expect(bundleInWords({ line: 2, bundle: [2, 3, 7] })).toBe(
      'Same groups as line 3 and 7: decided together',
    );
    expect(bundleInWords({ line: 2, bundle: [] })).toBe('');
  });

  it('says which groups a removal leaves', () => {
    expect(removesInWords(aLine())).toBe('Leaves legacy-contractors');
    expect(removesInWords(aLine({ removes: [] }))).toBe('No group is left');
  });
});

describe('against the last review a line', () => {
  it('says nothing where there was none', () => {
    expect(changeInWords(aLine())).toBe('');
  });

  it('is new without a line before', () => {
    expect(changeInWords(aLine({ change: 'new' }))).toBe('New');
  });

  it('says what became of it there', () => {
    const before = { verdict: 'cleanup', decision: 'keep', outcome: 'kept' } as const;
    expect(changeInWords(aLine({ change: 'unchanged', before }))).toBe('As in the last review (kept)');
  });

  it('that is gone tells decision and outcome', () => {
    expect(beforeInWords({ decision: 'remove', outcome: 'removed' })).toBe('Remove, removed');
    expect(beforeInWords({ decision: null, outcome: 'no-answer' })).toBe('Nobody answered');
    expect(beforeInWords({ decision: null, outcome: null })).toBe('Not told');
  });
});

describe('What a person has seen of lines', () => {
  it('is the oldest reading of any of them', () => {
    expect(seenOf([aLine({ line: 1, sequence: 9 }), aLine({ line: 2, sequence: 6 })])).toBe(6);
  });

  it('goes along when decisions are given back', () => {
    expect(givingBack('c', [aLine({ line: 3, sequence: 8 })], 'ask the lead')).toEqual({
      cycleId: 'c',
      lines: [3],
      reason: 'ask the lead',
      seen: 8,
    });
  });
});
