import type { UndoOrder } from '../domain/plan/undo-block';
import type { WriteOrder } from '../domain/plan/write-block';
import type { WriteAnswer } from '../domain/plan/write-outcome';
import type { OrganizationDirectory } from './site-directory';

/** Ends one membership, or gives it back. Refuses by itself what must never be written (product.md §8). */
export interface MembershipWriter {
  /** Sends the DELETE once; never repeats it. Throws `removal.blocked` before any call when the order is forbidden. */
  remove(order: WriteOrder): Promise<WriteAnswer>;
  /** Sends the addition once. Throws `removal.blocked` before any call when the order is forbidden. */
  add(order: UndoOrder): Promise<WriteAnswer>;
  /** Whether the acting person, or the key, is still let in: a harmless read. */
  mayStillWrite(): Promise<boolean>;
}

/** The organization, read and written with its key; both count the requests of one invocation together. */
export interface KeyedOrganization {
  readonly organization: OrganizationDirectory;
  readonly writer: MembershipWriter;
}

/** What can be asked of the person in front of the page. */
export interface CallerRights {
  /** Jira's own answer to the user, read afresh. */
  readGlobalPermissions(): Promise<{
    readonly administersJira: boolean;
    readonly systemAdmin: boolean;
    readonly approves: boolean;
    readonly readsEvidence: boolean;
  }>;
}
