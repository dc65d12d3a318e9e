import type { OwnerClass, Verdict } from '../domain/seat';
import type { Assignment } from '../domain/review/assignment';
import type { Blackout } from '../domain/plan/blackout';
import type { BillingPlan, ReviewCalendar } from '../domain/review/calendar';
import type { ExportColumn } from '../domain/user-export/export-columns';
import type { ExportedAccount, ExportProblem } from '../domain/user-export/exported-account';

/** What a policy would say of the seats of the last scan. */
export interface PolicyPreview {
  readonly asOf: string;
  readonly seats: number;
  readonly changed: number;
  readonly moves: readonly { readonly from: Verdict; readonly to: Verdict; readonly seats: number }[];
  /** An exemption is newer than the scan, and only the next one can tell whom it covers. */
  readonly exemptionsWait: boolean;
  /** Other words are looked for in names by the next scan alone. */
  readonly wordsWait: boolean;
}

/** Who would get how many lines of the last scan. */
export interface AssignmentPreview {
  readonly asOf: string;
  readonly lines: number;
  /** By account id. */
  readonly reviewers: readonly { readonly reviewer: string; readonly lines: number }[];
  readonly unassigned: number;
  /** E-mail domains that the last scan did not look for: only the next one tells whose lines they match. */
  readonly domainsWait: readonly string[];
}

/** A part of a user export as it was understood. */
export interface ExportPartView {
  readonly importId: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: number;
  /** The first rows as they were understood. */
  readonly sample: readonly ExportedAccount[];
  readonly problems: readonly ExportProblem[];
  readonly problemCount: number;
}

/** What approved domains would mean for the last scan. */
export interface ApprovedDomainsPreview {
  readonly asOf: string;
  /** One for each domain. */
  readonly sentences: readonly string[];
}

/** What reading roles and permission schemes of every project would take, measured on a few of them. */
export interface ProjectScanCost {
  readonly projects: number;
  readonly sampled: number;
  readonly requests: number;
  readonly points: number;
  readonly minutes: number;
}

export interface SettingsView {
  readonly mayChange: boolean;
  /** The imported user export, null when there is none. Days are midnight UTC. */
  readonly userExport: {
    readonly exportedOn: string;
    readonly countsUntil: string;
    readonly people: number;
    readonly importedBy: string;
    readonly importedAt: string;
  } | null;
  readonly orgKey: {
    readonly present: boolean;
    readonly organizationName: string | null;
    readonly createdBy: string | null;
    readonly storedBy: string | null;
    readonly storedAt: string | null;
    readonly expiresAt: string | null;
    readonly abilities: readonly {
      readonly ability: string;
      /** Null while nobody knows. */
      readonly works: boolean | null;
      /** Which facts are unknown without it, and what can therefore not be done. */
      readonly without: string;
      /** Why it does not work or is not known. */
      readonly note: string;
    }[];
    readonly checkedBy: string | null;
    readonly checkedAt: string | null;
    /** The newest review in which a removal was verified; null while removing is unproven. */
    readonly removal: { readonly title: string; readonly at: string } | null;
  };
  readonly policy: {
    readonly thresholdDays: number;
    readonly newDays: number;
    readonly words: readonly string[];
    readonly technical: readonly string[];
    readonly unmanaged: 'ask-business' | 'local';
    readonly jsmOnCall: 'yes' | 'no' | 'unanswered';
  };
  /** Null until somebody has answered. */
  readonly approvedDomains: readonly { readonly domain: string; readonly product: string }[] | null;
  readonly review: {
    readonly separation: 'two-person' | 'three-person';
    readonly noResponse: 'close-as-kept' | 'carry' | 'follow-recommendation';
    readonly dueDays: number;
    readonly peoplePerRun: number;
    readonly stopAfterFailures: number;
    readonly blackout: Blackout | null;
    readonly approvers: readonly string[];
    readonly auditors: readonly string[];
    readonly signOffBy: string | null;
    readonly handoffDays: number;
    readonly readersSeeOtherProducts: boolean;
    readonly assignment: Assignment;
    /** Where the issue of notices is made; `project` is null while nobody has named one. */
    readonly notice: { readonly project: string | null; readonly issueType: string };
  };
  readonly owners: readonly {
    readonly class: OwnerClass;
    readonly contact: string;
    readonly accountId: string | null;
  }[];
  readonly fallback: string;
  readonly calendar: ReviewCalendar & {
    /** What has to happen until when, for each billing period that can still be changed. */
    readonly deadlines: readonly BillingPlan[];
    /** Next day of a monthly recurrence, else null. */
    readonly nextOccurrence: string | null;
  };
  readonly confirmedGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly by: string;
    readonly at: string;
  }[];
  /** Who switched the full project scan on, and when; null while it is off. */
  readonly projectScan: { readonly by: string; readonly at: string } | null;
}
