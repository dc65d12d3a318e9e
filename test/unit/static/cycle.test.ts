import { describe, expect, it } from 'vitest';
import {
  changeCounts,
  closedShare,
  cycleSteps,
  dueLine,
  endDecidingInWords,
  isLate,
  isUnderWay,
  outcomeCounts,
  progressInWords,
} from '../../../static/admin/view-models/cycle';
import { aCycle, NOW } from './builders';

const current = (cycle: ReturnType<typeof aCycle>) =>
  cycleSteps(cycle).find(({ status }) => status === 'current')?.label;

describe('a review', () => {
  it('is under way until it is signed off or cancelled', () => {
    expect(isUnderWay(aCycle({ state: 'verifying' }))).toBe(true);
    expect(isUnderWay(aCycle({ state: 'signed-off' }))).toBe(false);
    expect(isUnderWay(aCycle({ state: 'cancelled' }))).toBe(false);
    expect(isUnderWay(null)).toBe(false);
  });

  it('stands where its least advanced line stands', () => {
    expect(current(aCycle({}, { undecided: 1, closed: 9 }))).toBe('Decide');
    expect(current(aCycle({}, { approved: 2, closed: 8 }))).toBe('Execute');
    expect(current(aCycle({}, { verifying: 1, closed: 9 }))).toBe('Verify');
    expect(current(aCycle({}, { closed: 10 }))).toBe('Sign off');
  });

  it('waits for approval before it executes', () => {
    const cycle = aCycle({}, { decided: 2 });
    expect(current({ ...cycle, counts: { ...cycle.counts, toApprove: 2 } })).toBe('Approve');
  });

  it('has no current step once it is signed off', () => {
    expect(current(aCycle({ state: 'signed-off' }))).toBeUndefined();
  });

  it('says how far it is in lines and handoffs', () => {
    const cycle = aCycle({}, { closed: 4 });
    expect(
      progressInWords({
        ...cycle,
        counts: { ...cycle.counts, toApprove: 5, handoffsOpen: 3, handoffsOverdue: 1 },
      }),
    ).toBe('4 of 10 lines closed · 5 lines to approve · 3 handoffs open, 1 overdue');
    expect(closedShare(cycle)).toBe(0.4);
  });

  it('is late only while it is open', () => {
    expect(isLate(aCycle({ dueAt: '2026-11-01T00:00:00.000Z' }), NOW)).toBe(true);
    expect(isLate(aCycle({ dueAt: '2026-11-01T00:00:00.000Z', state: 'signed-off' }), NOW)).toBe(false);
    expect(dueLine(aCycle(), NOW)).toBe('Due 2 Dec 2026, due in 10 days');
  });

  it('lists only outcomes that happened', () => {
    const cycle = aCycle();
    const counts = { ...cycle.counts, byOutcome: { removed: 2, kept: 0 } };
    expect(outcomeCounts({ ...cycle, counts })).toEqual([
      { key: 'removed', label: 'Removed', lines: '2 lines' },
    ]);
  });
});

describe('ending the decisions', () => {
  it('says how many lines the rule touches and what it does to them', () => {
    expect(endDecidingInWords(aCycle({ noResponse: { rule: 'close-as-kept', touches: 40 } }))).toBe(
      '40 lines without a decision: close as kept, recorded as nobody answered.',
    );
  });

  it('says when it touches none', () => {
    expect(endDecidingInWords(aCycle())).toContain('touches no line');
  });
});

describe('against the last signed-off review', () => {
  it('counts lines by how they stand to it', () => {
    const lines = { new: 3, rebounded: 1, unchanged: 6, 'decided-otherwise': 0 };
    const counts = changeCounts(aCycle({ difference: { lines, gone: 2 } }));
    expect(counts.map(({ label, lines: words }) => `${label}: ${words}`)).toEqual([
      'New: 3 lines',
      'Came back after its removal: 1 line',
      'As in the last review: 6 lines',
      'Decided otherwise: 0 lines',
    ]);
  });

  it('counts nothing where there was none', () => {
    expect(changeCounts(aCycle())).toEqual([]);
  });
});
