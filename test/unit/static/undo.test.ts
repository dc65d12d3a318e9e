import { describe, expect, it } from 'vitest';
import type { UndoView } from '../../../src/contract/undo-replies';
import {
  afterUndo,
  leftInWords,
  lineUndoInWords,
  undoInWords,
  undoShare,
} from '../../../static/admin/view-models/undo';

function anUndo(change: Partial<UndoView> = {}): UndoView {
  return {
    ...{ undoId: 'undo-1', cycleId: 'cycle-1', state: 'running', reason: 'still needed' },
    ...{ message: '', people: 2, given: 1, refused: 0, stopped: 0, waiting: 1, items: [] },
    ...change,
  };
}

describe('an undo', () => {
  it('shows how far it is', () => {
    expect(undoShare(anUndo())).toBe(0.5);
    expect(undoInWords(anUndo())).toBe('1 membership given back, 1 to go');
  });

  it('is whole where there was nothing to give', () => {
    expect(undoShare(anUndo({ given: 0, waiting: 0 }))).toBe(1);
  });

  it('names what was refused and why', () => {
    const items = [
      {
        accountId: 'ada',
        groupId: 'g',
        groupName: 'staff',
        state: 'refused' as const,
        note: 'It is synced.',
      },
      { accountId: 'bob', groupId: 'g', groupName: 'staff', state: 'added' as const, note: '' },
    ];
    expect(leftInWords(anUndo({ items }))).toEqual(['ada and *staff*: It is synced.']);
  });

  it('says on a line how far it is, and that it was stopped', () => {
    const undo = {
      ...{ undoId: 'undo-1', by: 'ada', resumedBy: null, startedAt: '2026-11-03T11:04:00Z' },
      ...{ reason: 'still needed', isStopped: false, given: 1, refused: 0, stopped: 0, waiting: 1 },
    };
    expect(lineUndoInWords(undo)).toBe('Undo under way since 3 Nov 2026, 11:04 UTC: 1 of 2 back.');
    expect(lineUndoInWords({ ...undo, isStopped: true })).toContain('Undo stopped');
  });

  it('counts what was stopped as not given back', () => {
    expect(undoInWords(anUndo({ stopped: 1, waiting: 0 }))).toBe('1 membership given back, 1 stopped');
    expect(afterUndo(anUndo({ stopped: 1 }))).toContain('stays removed');
  });

  it('says that the seats are new, or that something stays removed', () => {
    expect(afterUndo(anUndo())).toContain('count as new');
    expect(afterUndo(anUndo({ refused: 1 }))).toContain('stays removed');
  });
});
