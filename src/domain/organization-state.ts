import { GENESIS } from './evidence/hash-chain';
import type { ApprovedDomain } from './approved-domains';
import type { Delegation } from './delegation';
import { exemptionsInForce, type RegisteredExemption } from './exemptions/register';
import { DEFAULT_RULES, type Exemption, type Policy, type PolicyRules } from './policy';
import type { Day } from './days';
import type { Blackout } from './plan/blackout';
import type { AfterSignOff } from './review/after-sign-off';
import { domainsAsked, NO_ASSIGNMENT, type Assignment } from './review/assignment';
import { DEFAULT_CALENDAR, type ReviewCalendar } from './review/calendar';
import type { OwnerEntry, ReviewRules } from './review/cycle';

/** How reviews run, as site administrators set it; frozen into each cycle when it opens. */
export interface ReviewSettings {
  readonly separation: ReviewRules['separation'];
  readonly noResponse: ReviewRules['noResponse'];
  readonly dueDays: number;
  readonly peoplePerRun: number;
  readonly stopAfterFailures: number;
  /** Hours in which a run waits; null for none. */
  readonly blackout: Blackout | null;
  readonly approvers: readonly string[];
  readonly auditors: readonly string[];
  readonly signOffBy: string | null;
  readonly handoffDays: number;
  /** Whether plain Jira administrators may see what the organization key reads of other products. */
  readonly readersSeeOtherProducts: boolean;
  readonly assignment: Assignment;
  /** Where the issue is made that people are told from; how many days of notice they get is in the calendar. */
  readonly notice: NoticePlace;
}

export interface NoticePlace {
  /** Key of a Jira project; null while nobody has named one. */
  readonly project: string | null;
  /** Name of an issue type. */
  readonly issueType: string;
}

export interface KeyFacts {
  /** Tells two storings apart; absent from records of the first version. */
  readonly keyId?: string;
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

export interface Flag {
  readonly id: string;
  readonly kind: 'newly-billable-stale' | 'scan-failed' | 'rebound' | 'more-ended';
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
  /** Lines whose removals are still looked at after its sign-off. */
  readonly removals: number;
}

/** An exception of a signed-off review: an exemption on its seat until it expires or is ended. */
export interface StandingException {
  readonly cycleId: string;
  readonly exemption: Exemption;
}

/** A seat that an undo gave back, and when; ISO 8601 UTC. */
export interface GivenBack {
  readonly undoId: string;
  readonly accountId: string;
  readonly product: string;
  readonly at: string;
}

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
  /** Every delegation that was ever given, whatever became of it. */
  readonly delegations: readonly Delegation[];
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
  /** Occasions of the calendar on which no seat asked for a decision. */
  readonly emptyOccasions: readonly string[];
  /** Exceptions of signed-off reviews. */
  readonly exceptions: readonly StandingException[];
  readonly lastScan: {
    readonly snapshotId: string;
    readonly takenAt: string;
    readonly startedBy: string | null;
  } | null;
  readonly afterSignOff: readonly AfterSignOff[];
  /** Seats that undos gave back, oldest first. */
  readonly givenBack: readonly GivenBack[];
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
    blackout: null,
    approvers: [],
    auditors: [],
    signOffBy: null,
    handoffDays: 14,
    readersSeeOtherProducts: false,
    assignment: NO_ASSIGNMENT,
    notice: { project: null, issueType: 'Task' },
  },
  delegations: [],
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
  emptyOccasions: [],
  exceptions: [],
  lastScan: null,
  afterSignOff: [],
  givenBack: [],
};

export function openCycleOf(state: OrganizationState): CycleEntry | undefined {
  return state.cycles.find((cycle) => cycle.state === 'open');
}

/** Reviews that are drafted and wait to be opened: one, or several of different products. */
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

/**
 * The policy that a scan follows: rules, exemptions that count, exceptions of signed-off reviews, and the e-mail
 * domains by which lines are assigned.
 */
export function policyInForce({
  policy,
  exemptions,
  exceptions,
  review,
}: Pick<OrganizationState, 'policy' | 'exemptions' | 'exceptions' | 'review'>): Policy {
  const emailDomains = domainsAsked(review.assignment);
  return {
    ...policy,
    exemptions: [...exemptionsInForce(exemptions), ...exceptions.map(({ exemption }) => exemption)],
    ...(emailDomains.length === 0 ? {} : { emailDomains }),
  };
}
