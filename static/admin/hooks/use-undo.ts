import { useState } from 'react';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { UndoView } from '../../../src/contract/undo-replies';
import type { ReplyError } from './call-resolver';
import { useAction } from './use-action';

/** Between two slices: what had no clear answer is looked at again, not hurried. */
const PAUSE_MS = 3_000;

export interface UndoControl {
  /** Null before it began. */
  readonly undo: UndoView | null;
  readonly busy: boolean;
  readonly error: ReplyError | null;
  /** Begins, and asks for slices until everything was answered; resolves to null where it was refused. */
  readonly start: (payload: PayloadOf<'start-undo'>) => Promise<UndoView | null>;
}

/** Gives removals back from this page, slice by slice; closing the page only pauses it. */
export function useUndo(): UndoControl {
  const [undo, setUndo] = useState<UndoView | null>(null);
  const begin = useAction('start-undo');
  const slice = useAction('undo-slice');
  const [driving, setDriving] = useState(false);
  const start = async (payload: PayloadOf<'start-undo'>): Promise<UndoView | null> => {
    setDriving(true);
    let view = undo ?? (await begin.run(payload));
    while (view !== null && view.state === 'running') {
      setUndo(view);
      const next = await slice.run({ cycleId: view.cycleId, undoId: view.undoId });
      if (next === null) break;
      if (next.state === 'running' && next.waiting === view.waiting) await pause(PAUSE_MS);
      view = next;
    }
    if (view !== null) setUndo(view);
    setDriving(false);
    return view !== null && view.state === 'done' ? view : null;
  };
  return { undo, busy: driving, error: begin.error ?? slice.error, start };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
