import { foldDelegation } from './delegation';
import { foldExemption, withSavedExemptions, type Deed } from './exemptions/register';
import { dayOf } from './days';
import type { AfterSignOff } from './review/after-sign-off';
import type { OrganizationEvent, OrganizationRecord } from './organization-events';
import type {
  CycleEntry,
  Flag,
  KeyFacts,
  OrganizationState,
  StandingException,
  UserExportFacts,
} from './organization-state';

/** The state after one more record. */
export function foldOrganization(state: OrganizationState, record: OrganizationRecord): OrganizationState {
  return { ...foldEvent(state, record), sequence: record.sequence, headHash: record.hash };
}

function foldEvent(
  state: OrganizationState,
  { event, actor, at, sequence, hash }: OrganizationRecord,
): OrganizationState {
  const by = actor.accountId ?? 'app';
  switch (event.kind) {
    case 'policy-saved':
      return foldPolicy(state, event.policy, sequence);
    case 'exemption-asked':
    case 'exemption-approved':
    case 'exemption-declined':
    case 'exemption-ended':
      return { ...state, exemptions: foldExemption(state.exemptions, event, { by, at }) };
    case 'approved-domains-saved':
      return { ...state, approvedDomains: event.domains };
    case 'review-settings-saved':
      return { ...state, review: { ...state.review, ...event.review }, noResponseBy: by };
    case 'calendar-saved':
      return { ...state, calendar: { ...event.calendar, savedOn: dayOf(at) } };
    case 'owners-saved':
      return { ...state, owners: event.owners, fallback: event.fallback };
    case 'key-stored':
    case 'key-checked':
    case 'key-removed':
      return { ...state, key: foldKey(state.key, event, { by, at }) };
    case 'user-export-imported':
    case 'user-export-removed':
      return { ...state, userExport: foldUserExport(event, { by, at }) };
    case 'approval-delegated':
    case 'delegation-ended':
      return { ...state, delegations: foldDelegation(state.delegations, event, { by, at }) };
    case 'group-confirmed':
      return {
        ...state,
        confirmedGroups: [
          ...state.confirmedGroups.filter(({ id }) => id !== event.groupId),
          { id: event.groupId, name: event.name, by, at },
        ],
      };
    case 'project-scan-set':
      return { ...state, projectScan: event.on ? { by, at } : null };
    case 'scan-completed':
      return foldScan(state, event);
    case 'scan-incomplete':
      return { ...state, flags: [...state.flags.filter(({ kind }) => kind !== 'scan-failed'), event.flag] };
    case 'flags-raised':
      return { ...state, flags: withFlags(state.flags, event.flags) };
    case 'flag-dismissed':
      return { ...state, flags: state.flags.filter(({ id }) => id !== event.flagId) };
    default:
      return foldReviews(state, { event, by, at, sequence, hash });
  }
}

type ReviewEvent = CycleListEvent | EventOf<'after-sign-off' | 'nothing-to-review' | 'seats-given-back'>;

/** What the organization's ledger says of its reviews. */
function foldReviews(
  state: OrganizationState,
  { event, ...told }: Omit<AfterSignOff, 'cycleId' | 'cycleHead' | 'what'> & { readonly event: ReviewEvent },
): OrganizationState {
  switch (event.kind) {
    case 'cycle-drafted':
    case 'cycle-started':
      return { ...state, cycles: foldCycles(state.cycles, event, told) };
    case 'cycle-ended': {
      const { cycleId, exceptions } = event;
      const standing = exceptions.map((exemption) => ({ cycleId, exemption }));
      return {
        ...state,
        cycles: foldCycles(state.cycles, event, told),
        exceptions: [...state.exceptions, ...standing],
      };
    }
    case 'after-sign-off': {
      const { cycleId, cycleHead, what } = event;
      return {
        ...state,
        exceptions: state.exceptions.filter((each) => !isEndedBy(event, each)),
        afterSignOff: [...state.afterSignOff, { cycleId, cycleHead, what, ...told }],
      };
    }
    case 'seats-given-back': {
      const { undoId, seats } = event;
      const given = seats.map((seat) => ({ ...seat, undoId, at: told.at }));
      return { ...state, givenBack: [...state.givenBack, ...given] };
    }
    case 'nothing-to-review':
      return { ...state, emptyOccasions: [...state.emptyOccasions, event.occasion] };
  }
}

function isEndedBy(
  { cycleId, what }: EventOf<'after-sign-off'>,
  { cycleId: of, exemption: { match, product } }: StandingException,
): boolean {
  return (
    what.is === 'exception-ended' &&
    cycleId === of &&
    'account' in match &&
    match.account === what.accountId &&
    product === what.product
  );
}

type EventOf<Kind extends OrganizationEvent['kind']> = Extract<OrganizationEvent, { kind: Kind }>;

/** A check tells what the key can do now, in place of what it could before. */
function foldKey(
  key: KeyFacts | null,
  event: EventOf<'key-stored' | 'key-checked' | 'key-removed'>,
  { by, at }: Deed,
): KeyFacts | null {
  if (event.kind === 'key-removed') return null;
  const checked = { checkedBy: by, checkedAt: at };
  if (event.kind === 'key-stored') return { ...event.key, storedBy: by, storedAt: at, ...checked };
  return key === null ? null : { ...key, abilities: event.abilities, ...checked };
}

function foldUserExport(
  event: EventOf<'user-export-imported' | 'user-export-removed'>,
  { by, at }: Deed,
): UserExportFacts | null {
  if (event.kind === 'user-export-removed') return null;
  const { importId, parts, exportedOn, people } = event;
  return { importId, parts, exportedOn, people, importedBy: by, importedAt: at };
}

/** Flags of failed scans end with a complete one. */
function foldScan(
  state: OrganizationState,
  { snapshotId, takenAt, startedBy, flags, projectsRead }: EventOf<'scan-completed'>,
): OrganizationState {
  const open = state.flags.filter(({ kind }) => kind !== 'scan-failed');
  return {
    ...state,
    lastScan: { snapshotId, takenAt, startedBy },
    projectsReadIn: projectsRead === true ? snapshotId : state.projectsReadIn,
    flags: withFlags(open, flags),
  };
}

/** A flag stands once. */
function withFlags(standing: readonly Flag[], raised: readonly Flag[]): Flag[] {
  const known = new Set(standing.map(({ id }) => id));
  return [...standing, ...raised.filter(({ id }) => !known.has(id))];
}

/** A policy that was saved before exemptions were asked for brings its own along. */
function foldPolicy(
  state: OrganizationState,
  { exemptions, ...policy }: EventOf<'policy-saved'>['policy'],
  sequence: number,
): OrganizationState {
  if (exemptions === undefined) return { ...state, policy };
  return { ...state, policy, exemptions: withSavedExemptions(state.exemptions, exemptions, sequence) };
}

type CycleListEvent = EventOf<'cycle-drafted' | 'cycle-started' | 'cycle-ended'>;

function foldCycles(
  cycles: readonly CycleEntry[],
  event: CycleListEvent,
  { by, at }: { by: string; at: string },
): CycleEntry[] {
  if (event.kind === 'cycle-ended') {
    const { cycleId, state, headHash, removals = 0 } = event;
    return cycles.map((cycle) =>
      cycle.cycleId === cycleId ? { ...cycle, state, endedAt: at, endedBy: by, headHash, removals } : cycle,
    );
  }
  const { cycleId, snapshotId, title, dueAt, products = null } = event;
  // What was drafted is the same review once it is open.
  const drafted = cycles.find((cycle) => cycle.cycleId === cycleId);
  const begun: CycleEntry = {
    cycleId,
    snapshotId,
    products,
    title,
    dueAt,
    openedAt: at,
    openedBy: by,
    state: event.kind === 'cycle-drafted' ? 'draft' : 'open',
    rehearsal: event.kind === 'cycle-started' && event.rehearsal === true,
    occasion: event.kind === 'cycle-drafted' ? event.occasion : (drafted?.occasion ?? null),
    endedAt: null,
    endedBy: null,
    headHash: null,
    removals: 0,
  };
  return [...cycles.filter((cycle) => cycle !== drafted), begun];
}
