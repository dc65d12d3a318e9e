import type { ApprovedDomain } from './approved-domains';
import type { DelegationEvent } from './delegation';
import type { LedgerRecord } from './evidence/record';
import type { ExemptionEvent } from './exemptions/register';
import type { Flag, KeyFacts, ReviewSettings } from './organization-state';
import type { Exemption, PolicyRules } from './policy';
import type { AfterSignOff } from './review/after-sign-off';
import type { ReviewCalendar } from './review/calendar';
import type { OwnerEntry } from './review/cycle';
import type { ScanMode } from './snapshot';

/** What is told when a key is stored; who and when follow from the record. */
export type StoredKey = Omit<KeyFacts, 'storedBy' | 'storedAt' | 'checkedBy' | 'checkedAt'>;

type LaterSettings = 'assignment' | 'blackout' | 'notice';

/** Everything that can happen to the organization's own ledger. */
export type OrganizationEvent =
  | {
      readonly kind: 'policy-saved';
      /** Exemptions only where the record was made before they were asked for and approved. */
      readonly policy: PolicyRules & { readonly exemptions?: readonly Exemption[] };
    }
  | ExemptionEvent
  | DelegationEvent
  | { readonly kind: 'approved-domains-saved'; readonly domains: readonly ApprovedDomain[] }
  | {
      readonly kind: 'review-settings-saved';
      /** Without what came later in records of the first version. */
      readonly review: Omit<ReviewSettings, LaterSettings> & Partial<Pick<ReviewSettings, LaterSettings>>;
    }
  | { readonly kind: 'calendar-saved'; readonly calendar: ReviewCalendar }
  | { readonly kind: 'owners-saved'; readonly owners: readonly OwnerEntry[]; readonly fallback: string }
  | { readonly kind: 'key-stored'; readonly key: StoredKey }
  | { readonly kind: 'key-checked'; readonly abilities: KeyFacts['abilities'] }
  | { readonly kind: 'key-removed'; readonly reason: string }
  | {
      readonly kind: 'user-export-imported';
      readonly importId: string;
      readonly parts: number;
      readonly exportedOn: string;
      readonly people: number;
      /** SHA-256 of what was kept of the file, in its order. */
      readonly hash: string;
    }
  | { readonly kind: 'user-export-removed'; readonly reason: string }
  | {
      readonly kind: 'group-confirmed';
      readonly groupId: string;
      readonly name: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'scan-completed';
      readonly scanId: string;
      readonly snapshotId: string;
      readonly takenAt: string;
      readonly mode: ScanMode;
      readonly depth: 'bulk' | 'deep';
      readonly startedBy: string | null;
      readonly seats: number;
      readonly flags: readonly Flag[];
      /** Whether roles and permission schemes of every project were read; absent on old records: not read. */
      readonly projectsRead?: boolean;
      /** Seats that are stale now and were of unknown activity before: one number, no flags. */
      readonly becameKnown: number;
    }
  | {
      readonly kind: 'scan-incomplete';
      readonly scanId: string;
      readonly message: string;
      readonly flag: Flag;
    }
  | { readonly kind: 'project-scan-set'; readonly on: boolean }
  /** What checks of removals found and somebody must hear of. */
  | { readonly kind: 'flags-raised'; readonly flags: readonly Flag[] }
  | { readonly kind: 'flag-dismissed'; readonly flagId: string; readonly reason: string }
  /** The app drafted a review because its day had come; nobody can decide in it before somebody opens it. */
  | {
      readonly kind: 'cycle-drafted';
      readonly cycleId: string;
      readonly snapshotId: string;
      readonly title: string;
      readonly dueAt: string;
      readonly products: readonly string[] | null;
      readonly occasion: string;
    }
  /** The day of a review had come, and no seat asked for a decision. */
  | {
      readonly kind: 'nothing-to-review';
      readonly occasion: string;
      readonly products: readonly string[] | null;
      readonly snapshotId: string;
    }
  | {
      readonly kind: 'cycle-started';
      readonly cycleId: string;
      readonly snapshotId: string;
      readonly title: string;
      readonly dueAt: string;
      /** Absent from records of the first version. */
      readonly products?: readonly string[] | null;
      /** Absent for a review that counts. */
      readonly rehearsal?: true;
    }
  | {
      readonly kind: 'cycle-ended';
      readonly cycleId: string;
      readonly state: 'signed-off' | 'cancelled';
      readonly headHash: string;
      /** Exceptions of a signed-off review: exemptions on their seats until they expire (product.md §2). */
      readonly exceptions: readonly Exemption[];
      /** Lines whose removals are still looked at; absent when there are none. */
      readonly removals?: number;
    }
  /** Seats that an undo gave back: they are new again (product.md §5, seat age). */
  | {
      readonly kind: 'seats-given-back';
      readonly cycleId: string;
      readonly undoId: string;
      readonly seats: readonly { readonly accountId: string; readonly product: string }[];
    }
  | ({ readonly kind: 'after-sign-off' } & Pick<AfterSignOff, 'cycleId' | 'cycleHead' | 'what'>);

export type OrganizationRecord = LedgerRecord<OrganizationEvent>;
