import type { OrganizationState, UserExportFacts } from '../../domain/organization-state';
import { EXPORT_LASTS_DAYS } from '../../domain/user-export/exported-account';
import { DAY_MS, toIso, toMillis } from '../../lib/duration';
import { loadOrganization, type LedgerTools } from '../organization-ledger';

/** Settings as everybody who reviews may read them. The key itself is never among them. */
export async function readSettings(mayChange: boolean, tools: LedgerTools) {
  return viewSettings(await loadOrganization(tools), mayChange);
}

export function viewSettings(
  { key, userExport, policy, approvedDomains, review, owners, fallback, confirmedGroups }: OrganizationState,
  mayChange: boolean,
) {
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
      abilities: key?.abilities ?? [],
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
    confirmedGroups,
  };
}

function viewUserExport({ exportedOn, people, importedBy, importedAt }: UserExportFacts) {
  const countsUntil = toIso((toMillis(exportedOn) ?? 0) + EXPORT_LASTS_DAYS * DAY_MS);
  return { exportedOn, countsUntil, people, importedBy, importedAt };
}
