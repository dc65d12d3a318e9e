/** What was, or is being, given back. */
export interface UndoView {
  readonly undoId: string;
  readonly cycleId: string;
  readonly state: 'running' | 'done';
  readonly reason: string;
  readonly people: number;
  /** Memberships by what became of them. */
  readonly given: number;
  readonly refused: number;
  readonly waiting: number;
  readonly items: readonly {
    readonly accountId: string;
    readonly groupId: string;
    readonly groupName: string;
    readonly state: 'waiting' | 'attempted' | 'added' | 'already-there' | 'refused' | 'unclear';
    readonly note: string;
  }[];
}
