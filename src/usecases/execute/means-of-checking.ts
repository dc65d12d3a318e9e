import { formatDay } from '../../domain/dates';
import type { OrganizationState } from '../../domain/organization-state';
import type { Executor } from '../../domain/review/run';
import type { ScanMode } from '../../domain/snapshot';
import { EXPORT_LASTS_DAYS, stillCounts } from '../../domain/user-export/exported-account';

export const KEY_NEEDED =
  'This review rests on what the organization key told. Without the key nothing of that can be checked before a removal. Store one in Settings.';
const NO_KEY = 'No organization key is stored: one can be stored in Settings.';

/**
 * Why the key that is stored, or none, does not do, as a sentence; null when it does. What was reviewed without a key
 * is checked through Jira for the acting administrator; nothing that was reviewed with one can be checked without.
 */
export function keyMissing(
  executor: Executor,
  { key }: Pick<OrganizationState, 'key'>,
  mode: ScanMode,
): string | null {
  if (key !== null) return null;
  if (mode === 'org-key') return KEY_NEEDED;
  return executor === 'organization-key' ? NO_KEY : null;
}

/**
 * Why last use cannot be told without a key at this time (ISO 8601 UTC), as a sentence; null when it can. A run that
 * was started all the same would cancel everything.
 */
export function exportMissing(
  { key, userExport }: Pick<OrganizationState, 'key' | 'userExport'>,
  now: string,
): string | null {
  if (key !== null) return null;
  if (userExport === null)
    return 'Without an organization key nobody tells the last use: import a user export in Settings.';
  if (stillCounts(userExport.exportedOn, now)) return null;
  return `The user export of ${formatDay(userExport.exportedOn)} is older than ${String(EXPORT_LASTS_DAYS)} days, so that nobody tells the last use: import a new one in Settings.`;
}
