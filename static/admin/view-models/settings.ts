import type { SettingsView } from '../../../src/contract/settings-replies';
import { counted } from './counts';
import type { Appearance } from './appearances';
import { dayWithAge, daysBetween, formatDay, isPast } from './dates';

type OrgKey = SettingsView['orgKey'];

/** Who may change settings, for those who may not. */
export const WHO_MAY_CHANGE =
  'You can read these settings. A site administrator or organization administrator can change them.';

/** Days before its end from which the key's expiry is warned of. */
const SOON_DAYS = 30;

/** A warning from 30 days before the key expires; null while there is none to give. */
export function keyWarning(
  { present, expiresAt }: OrgKey,
  now: string,
): { title: string; text: string } | null {
  if (!present || expiresAt === null) return null;
  if (isPast(expiresAt, now))
    return {
      title: `The key expired on ${formatDay(expiresAt)}`,
      text: 'Scans with it end without a result, and nothing can be removed. Store a new key.',
    };
  const days = -(daysBetween(expiresAt, now) ?? 0);
  if (days > SOON_DAYS) return null;
  return {
    title: days === 0 ? 'The key expires today' : `The key expires in ${counted(days, 'day')}`,
    text: 'Create a new one in Atlassian Administration and store it before that day.',
  };
}

export interface AbilityRow {
  readonly key: string;
  readonly ability: string;
  readonly label: string;
  readonly appearance: Appearance;
  /** Why it does not work or is not known; empty when it works. */
  readonly note: string;
  readonly without: string;
}

/** What the key can read, as it was tried last, and the one thing that no harmless read can try. */
export function abilityRows({ present, abilities, removal }: OrgKey): AbilityRow[] {
  return [
    ...abilities.map(({ ability, works, without, note }): AbilityRow => {
      const row = { key: ability, ability, note: present ? note : '', without };
      if (!present) return { ...row, label: 'No key', appearance: 'default' };
      if (works === null) return { ...row, label: 'Not known', appearance: 'default' };
      return works
        ? { ...row, label: 'Works', appearance: 'success' }
        : { ...row, label: 'Missing', appearance: 'moved' };
    }),
    removalRow(removal),
  ];
}

/** The app never removes with the key: the person who starts a run does, with the person's own rights. */
function removalRow(removal: OrgKey['removal']): AbilityRow {
  const row = { key: 'removal', ability: 'Remove from a group', note: '' };
  const how = 'Done with the rights of the person who starts a run, never with the key.';
  return removal === null
    ? {
        ...row,
        label: 'Unproven',
        appearance: 'default',
        without: `${how} No harmless read can try it: the first verified removal proves it.`,
      }
    : {
        ...row,
        label: 'Proven',
        appearance: 'success',
        without: `${how} Verified in “${removal.title}” on ${formatDay(removal.at)}.`,
      };
}

/** "7 of 9 abilities work", or what a key would add. */
export function abilitiesInWords({ present, abilities }: OrgKey): string {
  if (!present) return `A key would add ${counted(abilities.length, 'ability')}`;
  const working = abilities.filter(({ works }) => works === true).length;
  return `${String(working)} of ${counted(abilities.length, 'ability')} work`;
}

/** What is known of the key, never the key itself. */
export function keyFacts(key: OrgKey, now: string): { label: string; value: string }[] {
  if (!key.present) return [];
  return [
    { label: 'Organization', value: key.organizationName ?? 'Name not told' },
    { label: 'Created by', value: key.createdBy ?? 'Not told' },
    { label: 'Stored', value: key.storedAt === null ? 'Date not told' : dayWithAge(key.storedAt, now) },
    {
      label: 'Checked',
      value: key.checkedAt === null ? 'Date not told' : dayWithAge(key.checkedAt, now),
    },
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
