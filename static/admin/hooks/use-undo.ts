import { useEffect, useRef, useState } from 'react';
import type { PayloadOf } from '../../../src/contract/resolvers';
import type { UndoView } from '../../../src/contract/undo-replies';
import type { ReplyError } from './call-resolver';
import { useAction } from './use-action';

/** Between two slices: what had no clear answer is looked at again, not hurried. */
const PAUSE_MS = 3_000;

export interface UndoControl {
  /** Null before the first answer. */
  readonly undo: UndoView | null;
  readonly busy: boolean;
  readonly error: ReplyError | null;
  /** Begins, or finds what was begun, and goes on with it as `goOn` does. */
  readonly start: (payload: PayloadOf<'start-undo'>) => Promise<UndoView | null>;
  /** Asks for slices until everything was answered; resolves to null where it was refused, held or left. */
  readonly goOn: (of: PayloadOf<'undo-slice'>) => Promise<UndoView | null>;
}

/** Gives removals back from this page, slice by slice. Closing the dialog leaves the rest to whoever goes on. */
export function useUndo(): UndoControl {
  const [undo, setUndo] = useState<UndoView | null>(null);
  const begin = useAction('start-undo');
  const slice = useAction('undo-slice');
  const [driving, setDriving] = useState(false);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const goOn = async ({ cycleId, undoId }: PayloadOf<'undo-slice'>): Promise<UndoView | null> => {
    setDriving(true);
    let waiting = -1;
    let view: UndoView | null = null;
    while (isOpen.current) {
      view = await slice.run({ cycleId, undoId });
      if (view === null) break;
      setUndo(view);
      if (view.state === 'done' || view.message !== '') break;
      if (view.waiting === waiting) await pause(PAUSE_MS);
      waiting = view.waiting;
    }
    setDriving(false);
    return view?.state === 'done' ? view : null;
  };
  const start = async (payload: PayloadOf<'start-undo'>): Promise<UndoView | null> => {
    setDriving(true);
    const begun = await begin.run(payload);
    if (begun !== null) {
      setUndo(begun);
      return goOn(begun);
    }
    setDriving(false);
    return null;
  };
  return { undo, busy: driving, error: begin.error ?? slice.error, start, goOn };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
