import { describe, expect, it } from 'vitest';
import {
  addLine,
  allAlike,
  commonDecisions,
  MOST_LINES,
  NO_LINES,
  removeLine,
  selectionView,
} from '../../../static/admin/view-models/line-selection';
import { aDecision, aLine, COLLEAGUE } from './builders';

const hold = aLine({ line: 9, verdict: 'hold', recommended: 'wait', allowed: ['keep', 'wait'] });

describe('choosing lines', () => {
  it('takes the lines of a bundle together', () => {
    const line = aLine({ line: 2, bundle: [2, 3] });
    const mate = aLine({ line: 3, bundle: [2, 3] });
    expect([...addLine(NO_LINES, line, [mate]).selection.keys()]).toEqual([2, 3]);
  });

  it('leaves a bundle’s unlike line out and says that it must be decided too', () => {
    const { selection, notice } = addLine(NO_LINES, aLine({ line: 2, bundle: [2, 9] }), [hold]);
    expect([...selection.keys()]).toEqual([2]);
    expect(notice).toContain('Line 9 shares a group');
  });

  it('refuses a line that is not alike', () => {
    const { selection } = addLine(NO_LINES, aLine(), []);
    const choice = addLine(selection, hold, []);
    expect(choice.selection).toBe(selection);
    expect(choice.notice).toContain('Only lines alike');
  });

  it('gives a bundle back as a whole', () => {
    const line = aLine({ line: 2, bundle: [2, 3] });
    const { selection } = addLine(NO_LINES, line, [aLine({ line: 3, bundle: [2, 3] })]);
    expect(removeLine(selection, line).size).toBe(0);
  });
});

describe('all lines alike', () => {
  it('are those with the same verdict and recommendation that may be decided', () => {
    const lines = [aLine({ line: 1 }), hold, aLine({ line: 3, state: 'closed' }), aLine({ line: 4 })];
    expect([...allAlike(aLine(), lines).keys()]).toEqual([1, 4]);
  });

  it('stop at the most that one decision takes', () => {
    const lines = Array.from({ length: MOST_LINES + 5 }, (_, index) => aLine({ line: index + 1 }));
    expect(allAlike(aLine(), lines).size).toBe(MOST_LINES);
  });
});

describe('a selection', () => {
  it('counts lines and people apart', () => {
    const lines = [aLine({ line: 1 }), aLine({ line: 2 }), aLine({ line: 3, accountId: COLLEAGUE })];
    const selection = new Map(lines.map((line) => [line.line, line]));
    expect(selectionView(selection).summary).toBe('3 lines of 2 people: Local cleanup, recommended: remove');
  });

  it('may be undone only when every line carries a decision', () => {
    const decided = aLine({ line: 1, state: 'decided', decision: aDecision() });
    expect(selectionView(new Map([[1, decided]])).mayUndo).toBe(true);
    expect(
      selectionView(
        new Map([
          [1, decided],
          [2, aLine({ line: 2 })],
        ]),
      ).mayUndo,
    ).toBe(false);
  });

  it('allows only what every line allows', () => {
    expect(commonDecisions([aLine(), hold])).toEqual(['keep']);
    expect(commonDecisions([])).toEqual([]);
  });
});
