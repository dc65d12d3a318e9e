import { describe, expect, it } from 'vitest';
import type { UndoView } from '../../../src/contract/undo-replies';
import { afterUndo, refusedInWords, undoInWords, undoShare } from '../../../static/admin/view-models/undo';

function anUndo(change: Partial<UndoView> = {}): UndoView {
  return {
    ...{ undoId: 'undo-1', cycleId: 'cycle-1', state: 'running', reason: 'still needed' },
    ...{ people: 2, given: 1, refused: 0, waiting: 1, items: [] },
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
    expect(refusedInWords(anUndo({ items }))).toEqual(['ada and *staff*: It is synced.']);
  });

  it('says that the seats are new, or that something stays removed', () => {
    expect(afterUndo(anUndo())).toContain('count as new');
    expect(afterUndo(anUndo({ refused: 1 }))).toContain('stays removed');
  });
});
