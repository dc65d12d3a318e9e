/** Memberships by what became of them. */
export interface UndoCounts {
  readonly given: number;
  readonly refused: number;
  /** Not given back because somebody stopped it. */
  readonly stopped: number;
  readonly waiting: number;
}

/** What was, or is being, given back. */
export interface UndoView extends UndoCounts {
  readonly undoId: string;
  readonly cycleId: string;
  readonly state: 'running' | 'done';
  readonly reason: string;
  /** Why the last slice ended although something waits, as a sentence; empty when the next one may follow. */
  readonly message: string;
  readonly people: number;
  readonly items: readonly {
    readonly accountId: string;
    readonly groupId: string;
    readonly groupName: string;
    readonly state: 'waiting' | 'attempted' | 'added' | 'already-there' | 'refused' | 'unclear' | 'stopped';
    readonly note: string;
  }[];
}

/** An undo that a line still waits for. */
export interface LineUndo extends UndoCounts {
  readonly undoId: string;
  /** Account ids: who asked for it, and who else goes on with it. */
  readonly by: string;
  readonly resumedBy: string | null;
  readonly startedAt: string;
  readonly reason: string;
  /** Nothing is added any more; what was begun is still looked at. */
  readonly isStopped: boolean;
}
