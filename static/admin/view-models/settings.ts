import type { SettingsView } from '../../../src/contract/settings-replies';
import { counted } from './counts';
import { dayWithAge, formatDay, isPast } from './dates';

type OrgKey = SettingsView['orgKey'];

/** Who may change settings, for those who may not. */
export const WHO_MAY_CHANGE =
  'You can read these settings. A site administrator or organization administrator can change them.';

/** What is known of the key, never the key itself. */
export function keyFacts(key: OrgKey, now: string): { label: string; value: string }[] {
  if (!key.present) return [];
  return [
    { label: 'Organization', value: key.organizationName ?? 'Name not told' },
    { label: 'Created by', value: key.createdBy ?? 'Not told' },
    { label: 'Stored', value: key.storedAt === null ? 'Date not told' : dayWithAge(key.storedAt, now) },
    { label: 'Expires', value: key.expiresAt === null ? 'Date not told' : expiry(key.expiresAt, now) },
  ];
}

function expiry(expiresAt: string, now: string): string {
  return isPast(expiresAt, now) ? `Expired on ${formatDay(expiresAt)}` : dayWithAge(expiresAt, now);
}

/** How much of the set-up is done, for the head of the page. */
export function settingsInWords({ orgKey, policy, owners }: SettingsView): string {
  const named = owners.filter(({ contact }) => contact !== '').length;
  return [
    orgKey.present ? 'Organization key stored' : 'No organization key',
    `stale after ${counted(policy.thresholdDays, 'day')} without use`,
    `${String(named)} of 8 owners named`,
  ].join(' · ');
}
