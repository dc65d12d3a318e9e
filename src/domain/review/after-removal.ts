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
  readonly state: 'waiting' | 'attempted' | 'added' | 'already-there' | 'refused' | 'unclear';
  readonly attempts: number;
  /** When the last attempt was made; ISO 8601 UTC. */
  readonly attemptedAt: string | null;
  readonly note: string;
}

export interface Undo {
  readonly undoId: string;
  readonly by: string;
  readonly reason: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly groups: readonly GroupUndo[];
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
  | ({ readonly is: 'undo-attempted'; readonly attempt: number } & UndoneMembership)
  | ({
      readonly is: 'undo-observed';
      readonly outcome: 'added' | 'already-there' | 'refused' | 'unclear';
      /** HTTP status of the answer, null when none came. */
      readonly status: number | null;
      readonly note: string;
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
