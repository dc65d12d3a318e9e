import { dayOf } from '../../domain/days';
import { billingPlans, nextOccurrence } from '../../domain/review/calendar';
import type { OrganizationState, UserExportFacts } from '../../domain/organization-state';
import { EXPORT_LASTS_DAYS } from '../../domain/user-export/exported-account';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { NO_KEY } from '../key-abilities';
import { loadOrganization, type LedgerTools } from '../organization-ledger';
import { findProvenRemoval } from './proven-removal';

/** Settings as everybody who reviews may read them. The key itself is never among them. */
export async function readSettings(mayChange: boolean, tools: LedgerTools) {
  return viewSettings(await loadOrganization(tools), mayChange, tools);
}

export async function viewSettings(state: OrganizationState, mayChange: boolean, tools: LedgerTools) {
  const { key, userExport, policy, approvedDomains, review, owners, fallback, confirmedGroups, projectScan } =
    state;
  const { thresholdDays, newDays, words, technical, unmanaged, jsmOnCall } = policy;
  return {
    mayChange,
    userExport: userExport === null ? null : viewUserExport(userExport),
    orgKey: {
      present: key !== null,
      organizationName: key?.name ?? null,
      createdBy: key?.createdBy ?? null,
      storedBy: key?.storedBy ?? null,
      storedAt: key?.storedAt ?? null,
      expiresAt: key?.expiresAt ?? null,
      checkedBy: key?.checkedBy ?? null,
      checkedAt: key?.checkedAt ?? null,
      abilities: (key?.abilities ?? NO_KEY).map((each) => ({ ...each, note: each.note ?? '' })),
      removal: await findProvenRemoval(state, tools),
    },
    policy: {
      thresholdDays,
      newDays,
      words,
      technical,
      unmanaged,
      jsmOnCall,
    },
    approvedDomains,
    review,
    owners,
    fallback,
    calendar: viewCalendar(state, toIso(tools.platform.now())),
    confirmedGroups,
    projectScan,
  };
}

/** The customer's entries, and what follows from them as of today. */
function viewCalendar({ calendar }: OrganizationState, now: string) {
  const { savedOn: _, ...entered } = calendar;
  const today = dayOf(now);
  return {
    ...entered,
    deadlines: billingPlans(calendar, today),
    nextOccurrence: nextOccurrence(calendar, today),
  };
}

function viewUserExport({ exportedOn, people, importedBy, importedAt }: UserExportFacts) {
  const countsUntil = toIso((toMillis(exportedOn) ?? 0) + EXPORT_LASTS_DAYS * DAY_MS);
  return { exportedOn, countsUntil, people, importedBy, importedAt };
}
