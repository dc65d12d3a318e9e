export type VerificationOutcome =
  | 'access-gone'
  | 'membership-gone'
  | 'partly-removed'
  | 'more-ended-than-approved'
  | 'not-changed'
  | 'unverifiable';

/** Checks of a removal, in their order: within minutes, after a day and a week, near and at the end of the period. */
export type VerificationCheck = (typeof CHECKS)[number];
export const CHECKS = ['first', 'day', 'week', 'before-period-end', 'period-end'] as const;

/** A change of a membership as an audit log tells it. */
export interface MembershipEvent {
  readonly accountId: string;
  readonly groupId: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Who made it, as the log names them; null when it does not. */
  readonly by: string | null;
  readonly log: 'organization' | 'jira';
}

/** What a line keeps of the event that tells of its removal or its rebound. */
export type LoggedEvent = Pick<MembershipEvent, 'at' | 'by' | 'log'>;

/** The log as sentences name it, at their beginning. */
export const LOG_WORDS: Readonly<Record<MembershipEvent['log'], string>> = {
  organization: "The organization's audit log",
  jira: "Jira's audit log",
};

/** How access came back after it had ended (product.md §8): as far as facts tell, else unknown. */
export interface Door {
  readonly through: 'same-group' | 'synced-group' | 'other-group' | 'role' | 'unknown';
  readonly groupId: string | null;
  /** The event that tells of it; null when none does. */
  readonly event: LoggedEvent | null;
}

/** What one check found, as records hold it. */
export interface CheckedRemovals {
  readonly check: VerificationCheck;
  readonly results: readonly CheckedRemoval[];
}

export interface CheckedRemoval extends Verified {
  readonly line: number;
  /** Events of an audit log that match the removals, each found once; absent when there is nothing new. */
  readonly events?: readonly ({ readonly groupId: string } & LoggedEvent)[];
  /** How access came back; absent when it did not. */
  readonly door?: Door;
}

export interface Verified {
  readonly outcome: VerificationOutcome;
  readonly note: string;
}

/** One membership that is given back. */
export interface GroupUndo {
  readonly groupId: string;
  readonly state: UndoState;
  readonly attempts: number;
  /** When the last attempt was made; ISO 8601 UTC. */
  readonly attemptedAt: string | null;
  /** Atlassian asked to wait until then; ISO 8601 UTC. */
  readonly notBefore: string | null;
  readonly note: string;
}

/** `waiting`, `attempted` and `unclear` are still to be answered; `stopped` was not given back, by somebody's word. */
export type UndoState =
  'waiting' | 'attempted' | 'unclear' | 'added' | 'already-there' | 'refused' | 'stopped';

export interface Undo {
  readonly undoId: string;
  /** Who asked for it. */
  readonly by: string;
  /** Who asked to go on with it, where that was somebody else. */
  readonly resumedBy: string | null;
  readonly reason: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  /** When somebody stopped it: nothing is written from then on; ISO 8601 UTC. */
  readonly stoppedAt: string | null;
  readonly groups: readonly GroupUndo[];
  /** Groups that undos before this one gave back. */
  readonly earlier: readonly string[];
  readonly checked: { readonly at: string; readonly outcome: UndoOutcome; readonly note: string } | null;
}

export type UndoOutcome = 'access-back' | 'not-back' | 'unverifiable';

/** What is given back to one person. */
export interface UndoItem {
  readonly accountId: string;
  readonly lines: readonly number[];
  readonly groupIds: readonly string[];
}

/** What can happen to an undo: a record of the review while it is open, of the organization after its sign-off. */
export type UndoFact =
  | {
      readonly is: 'undo-started';
      readonly undoId: string;
      readonly reason: string;
      readonly items: readonly UndoItem[];
    }
  /** Somebody else goes on with it, or ends it between two writes. */
  | {
      readonly is: 'undo-resumed' | 'undo-stopped';
      readonly undoId: string;
      readonly reason: string;
      readonly lines: readonly number[];
    }
  | ({ readonly is: 'undo-attempted'; readonly attempt: number } & UndoneMembership)
  | ({
      readonly is: 'undo-observed';
      /** `declined`: it was not given back, for a reason that does not lie in the group, and is tried again. */
      readonly outcome: Exclude<UndoState, 'waiting' | 'attempted'> | 'declined';
      /** HTTP status of the answer, null when none came. */
      readonly status: number | null;
      readonly note: string;
      /** Atlassian asked to wait until then; ISO 8601 UTC. */
      readonly notBefore?: string;
    } & UndoneMembership)
  | {
      readonly is: 'undo-checked';
      readonly results: readonly {
        readonly line: number;
        readonly outcome: UndoOutcome;
        readonly note: string;
      }[];
    };

export interface UndoneMembership {
  readonly undoId: string;
  readonly accountId: string;
  readonly groupId: string;
  readonly lines: readonly number[];
}
