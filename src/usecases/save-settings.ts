import { AppError } from '../lib/app-error';
import type { ApprovedDomain } from '../domain/approved-domains';
import { toIso } from '../lib/duration';
import { dayOf } from '../domain/days';
import { hashOf } from '../domain/evidence/hash-chain';
import type { Actor } from '../domain/evidence/record';
import type { OrganizationState, ReviewSettings } from '../domain/organization-state';
import { DEFAULT_WORDS, type PolicyRules } from '../domain/policy';
import type { ReviewCalendar } from '../domain/review/calendar';
import type { OwnerEntry } from '../domain/review/cycle';
import type { SnapshotStore } from '../ports/stores';
import { findCurrentHeader } from './current-snapshot';
import { recordOrganization, type LedgerTools } from './organization-ledger';

/** What the settings page sends; what it does not show stays as it is. */
export type PolicyInput = Omit<PolicyRules, 'words' | 'perProduct'> & {
  readonly words?: readonly string[] | undefined;
};

/**
 * Each change is a record of the organization's ledger; the next scan or review follows it. What stands already is
 * no change: whoever saves again because an answer was lost leaves one record.
 */
export function savePolicy(input: PolicyInput, actor: Actor, tools: LedgerTools): Promise<OrganizationState> {
  return recordOrganization(tools, actor, (state) => {
    const policy = toPolicy(input, state);
    return isSame(policy, state.policy) ? null : { kind: 'policy-saved', policy };
  });
}

export function toPolicy(input: PolicyInput, { policy }: Pick<OrganizationState, 'policy'>): PolicyRules {
  return { ...input, words: input.words ?? DEFAULT_WORDS, perProduct: policy.perProduct };
}

export function saveApprovedDomains(
  domains: readonly ApprovedDomain[],
  actor: Actor,
  tools: LedgerTools,
): Promise<OrganizationState> {
  return recordOrganization(tools, actor, ({ approvedDomains }) =>
    isSame(domains, approvedDomains) ? null : { kind: 'approved-domains-saved', domains },
  );
}

/** What the settings page sends; of these what is absent stays as it is. */
type Staying = 'assignment' | 'blackout' | 'notice';
export type ReviewInput = Omit<ReviewSettings, Staying> & {
  readonly [Each in Staying]?: ReviewSettings[Each] | undefined;
};

export function saveReviewSettings(
  { assignment, blackout, notice, ...review }: ReviewInput,
  actor: Actor,
  tools: LedgerTools,
): Promise<OrganizationState> {
  return recordOrganization(tools, actor, (state) => {
    const wanted: ReviewSettings = {
      ...review,
      assignment: assignment ?? state.review.assignment,
      // Null says that there are none any more.
      blackout: blackout === undefined ? state.review.blackout : blackout,
      notice: notice ?? state.review.notice,
    };
    // Whoever saves chooses the no-response rule, also when it is the same rule.
    return isSame(wanted, state.review) && state.noResponseBy === actor.accountId
      ? null
      : { kind: 'review-settings-saved', review: wanted };
  });
}

export function saveCalendar(
  calendar: ReviewCalendar,
  actor: Actor,
  tools: LedgerTools,
): Promise<OrganizationState> {
  const savedOn = dayOf(toIso(tools.platform.now()));
  return recordOrganization(tools, actor, (state) =>
    isSame({ ...calendar, savedOn }, state.calendar) ? null : { kind: 'calendar-saved', calendar },
  );
}

export function saveOwners(
  register: { readonly owners: readonly OwnerEntry[]; readonly fallback: string },
  actor: Actor,
  tools: LedgerTools,
): Promise<OrganizationState> {
  const { owners, fallback } = register;
  return recordOrganization(tools, actor, (state) =>
    isSame({ owners, fallback }, { owners: state.owners, fallback: state.fallback })
      ? null
      : { kind: 'owners-saved', owners, fallback },
  );
}

/** Switches the full project scan on or off; the next deep scan follows it. */
export function setProjectScan(on: boolean, actor: Actor, tools: LedgerTools): Promise<OrganizationState> {
  return recordOrganization(tools, actor, ({ projectScan }) =>
    (projectScan !== null) === on ? null : { kind: 'project-scan-set', on },
  );
}

/** An administrator's word, once, that a default group without provenance is not synced (product.md §4 row 3). */
export async function confirmGroup(
  command: { readonly groupId: string; readonly reason: string },
  actor: Actor,
  tools: LedgerTools & { readonly snapshots: SnapshotStore },
): Promise<OrganizationState> {
  const header = await findCurrentHeader(tools);
  const group = header?.groups.find(({ id }) => id === command.groupId);
  if (group === undefined) throw new AppError('input.invalid', 'The last scan knows no such group.');
  return recordOrganization(tools, actor, ({ confirmedGroups }) =>
    confirmedGroups.some(({ id, by }) => id === command.groupId && by === actor.accountId)
      ? null
      : { kind: 'group-confirmed', name: group.name, ...command },
  );
}

function isSame(wanted: unknown, standing: unknown): boolean {
  return hashOf(wanted) === hashOf(standing);
}

export function dismissFlag(
  command: { readonly flagId: string; readonly reason: string },
  actor: Actor,
  tools: LedgerTools,
): Promise<OrganizationState> {
  return recordOrganization(tools, actor, ({ flags }) => {
    if (!flags.some(({ id }) => id === command.flagId))
      throw new AppError('input.invalid', 'This flag is no longer there.');
    return { kind: 'flag-dismissed', ...command };
  });
}
