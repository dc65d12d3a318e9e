import { GENESIS } from './evidence/hash-chain';
import type { LedgerRecord } from './evidence/record';
import type { ApprovedDomain } from './approved-domains';
import { exemptionsInForce, type ExemptionEvent, type RegisteredExemption } from './exemptions/register';
import { DEFAULT_RULES, type Exemption, type Policy, type PolicyRules } from './policy';
import type { Day } from './days';
import { DEFAULT_CALENDAR, type ReviewCalendar } from './review/calendar';
import type { OwnerEntry, ReviewRules } from './review/cycle';
import type { ClosingCause } from './routing/handoff';
import type { ScanMode } from './snapshot';

/** How reviews run, as site administrators set it; frozen into each cycle when it opens. */
export interface ReviewSettings {
  readonly separation: ReviewRules['separation'];
  readonly noResponse: ReviewRules['noResponse'];
  readonly dueDays: number;
  readonly peoplePerRun: number;
  readonly stopAfterFailures: number;
  readonly approvers: readonly string[];
  readonly auditors: readonly string[];
  readonly signOffBy: string | null;
  readonly handoffDays: number;
  /** Whether plain Jira administrators may see what the organization key reads of other products. */
  readonly readersSeeOtherProducts: boolean;
}

export interface KeyFacts {
  readonly organizationId: string;
  readonly name: string;
  readonly createdBy: string | null;
  readonly storedBy: string;
  readonly storedAt: string;
  readonly expiresAt: string | null;
  readonly abilities: readonly {
    readonly ability: string;
    /** Null while nobody knows: there was no answer, or nothing to try it on. */
    readonly works: boolean | null;
    /** Which facts are unknown without it, and what can therefore not be done. */
    readonly without: string;
    /** Why it does not work or is not known; absent from records of the first version. */
    readonly note?: string;
  }[];
  readonly checkedBy: string;
  readonly checkedAt: string;
}

/** The imported user export that counts (product.md §12). */
export interface UserExportFacts {
  readonly importId: string;
  readonly parts: number;
  /** Day of the export, midnight UTC. */
  readonly exportedOn: string;
  readonly people: number;
  readonly importedBy: string;
  readonly importedAt: string;
}

/** What is told when a key is stored; who and when follow from the record. */
type StoredKey = Omit<KeyFacts, 'storedBy' | 'storedAt' | 'checkedBy' | 'checkedAt'>;

export interface Flag {
  readonly id: string;
  readonly kind: 'newly-billable-stale' | 'scan-failed';
  readonly raisedAt: string;
  readonly text: string;
  readonly accountId: string | null;
  readonly product: string | null;
}

export interface CycleEntry {
  readonly cycleId: string;
  /** Products under review; null for all. */
  readonly products: readonly string[] | null;
  readonly snapshotId: string;
  readonly title: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly dueAt: string;
  /** Of a draft `openedAt` and `openedBy` tell its drafting. */
  readonly state: 'draft' | 'open' | 'signed-off' | 'cancelled';
  /** Occasion of the calendar that it was drafted for; null when a person opened it unasked. */
  readonly occasion: string | null;
  /** Nothing follows from it: the next review looks past it. */
  readonly rehearsal: boolean;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly headHash: string | null;
}

/** Everything that can happen to the organization's own ledger. */
export type OrganizationEvent =
  | {
      readonly kind: 'policy-saved';
      /** Exemptions only where the record was made before they were asked for and approved. */
      readonly policy: PolicyRules & { readonly exemptions?: readonly Exemption[] };
    }
  | ExemptionEvent
  | { readonly kind: 'approved-domains-saved'; readonly domains: readonly ApprovedDomain[] }
  | { readonly kind: 'review-settings-saved'; readonly review: ReviewSettings }
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
    }
  | {
      readonly kind: 'after-sign-off';
      readonly cycleId: string;
      /** Hash of the cycle's last record: what this comes after. */
      readonly cycleHead: string;
      readonly what: {
        readonly is: 'handoff-closed';
        readonly handoffId: string;
        readonly cause: ClosingCause;
        readonly note: string;
      };
    };

export type OrganizationRecord = LedgerRecord<OrganizationEvent>;

/** What came after a sign-off, with the record of this ledger that tells it. */
export type AfterSignOff = Extract<OrganizationEvent, { kind: 'after-sign-off' }> &
  Pick<OrganizationRecord, 'at' | 'sequence' | 'hash'>;

/** The organization's settings and history in short: the fold of its ledger. */
export interface OrganizationState {
  readonly sequence: number;
  readonly headHash: string;
  readonly policy: PolicyRules;
  /** Every exemption that was ever asked for or saved, whatever became of it. */
  readonly exemptions: readonly RegisteredExemption[];
  /** Domains that let people in without approval; null until somebody has answered. */
  readonly approvedDomains: readonly ApprovedDomain[] | null;
  readonly review: ReviewSettings;
  /** Who chose the no-response rule. */
  readonly noResponseBy: string | null;
  readonly owners: readonly OwnerEntry[];
  readonly fallback: string;
  /** `savedOn`: the day on which it was entered; null while nobody has. */
  readonly calendar: ReviewCalendar & { readonly savedOn: Day | null };
  readonly key: KeyFacts | null;
  readonly userExport: UserExportFacts | null;
  readonly confirmedGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly by: string;
    readonly at: string;
  }[];
  /** Who switched the full project scan on, and when; null while it is off. */
  readonly projectScan: { readonly by: string; readonly at: string } | null;
  /** The newest snapshot with a full project scan: later scans may have none. */
  readonly projectsReadIn: string | null;
  readonly flags: readonly Flag[];
  readonly cycles: readonly CycleEntry[];
  /** Exceptions of signed-off reviews. */
  readonly exceptions: readonly Exemption[];
  readonly lastScan: {
    readonly snapshotId: string;
    readonly takenAt: string;
    readonly startedBy: string | null;
  } | null;
  readonly afterSignOff: readonly AfterSignOff[];
}

export const EMPTY_ORGANIZATION: OrganizationState = {
  sequence: 0,
  headHash: GENESIS,
  policy: DEFAULT_RULES,
  exemptions: [],
  approvedDomains: null,
  review: {
    separation: 'two-person',
    noResponse: 'close-as-kept',
    dueDays: 21,
    peoplePerRun: 50,
    stopAfterFailures: 5,
    approvers: [],
    auditors: [],
    signOffBy: null,
    handoffDays: 14,
    readersSeeOtherProducts: false,
  },
  noResponseBy: null,
  owners: [],
  fallback: 'Jira administrators',
  calendar: { ...DEFAULT_CALENDAR, savedOn: null },
  key: null,
  userExport: null,
  confirmedGroups: [],
  projectScan: null,
  projectsReadIn: null,
  flags: [],
  cycles: [],
  exceptions: [],
  lastScan: null,
  afterSignOff: [],
};

export function openCycleOf(state: OrganizationState): CycleEntry | undefined {
  return state.cycles.find((cycle) => cycle.state === 'open');
}

/** Reviews that are drafted and wait to be opened; mostly one. */
export function draftsOf(state: Pick<OrganizationState, 'cycles'>): CycleEntry[] {
  return state.cycles.filter((cycle) => cycle.state === 'draft');
}

/** Reviews that the organization takes for drafted or open. */
export function unendedCycles({ cycles }: Pick<OrganizationState, 'cycles'>): CycleEntry[] {
  return cycles.filter(({ state }) => state === 'draft' || state === 'open');
}

/** Reviews that were signed off, oldest first; rehearsals are none. */
export function signedOffReviews({ cycles }: Pick<OrganizationState, 'cycles'>): CycleEntry[] {
  return cycles.filter(({ state, rehearsal }) => state === 'signed-off' && !rehearsal);
}

export function lastSignedOff(state: Pick<OrganizationState, 'cycles'>): CycleEntry | undefined {
  return signedOffReviews(state).at(-1);
}

/** The policy that a scan follows: rules, exemptions that count, and exceptions of signed-off reviews. */
export function policyInForce({
  policy,
  exemptions,
  exceptions,
}: Pick<OrganizationState, 'policy' | 'exemptions' | 'exceptions'>): Policy {
  return { ...policy, exemptions: [...exemptionsInForce(exemptions), ...exceptions] };
}
