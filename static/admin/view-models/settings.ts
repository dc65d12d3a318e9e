import type { SettingsView } from '../../../src/contract/settings-replies';
import { counted } from './counts';
import { dayWithAge, formatDay, isPast } from './dates';
import { productLabel } from './labels';

type OrgKey = SettingsView['orgKey'];
type Exemption = SettingsView['policy']['exemptions'][number];

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

export const MATCH_LABELS = {
  account: 'Account',
  group: 'Group',
  emailDomain: 'E-mail domain',
  namePattern: 'Name pattern',
} as const;

export interface ExemptionRow {
  readonly key: string;
  /** "E-mail domain: partner.example". */
  readonly match: string;
  /** The account to show by name, when the exemption is for one. */
  readonly accountId: string;
  readonly product: string;
  readonly expires: string;
  readonly expired: boolean;
  readonly owner: string;
  readonly reason: string;
}

export function exemptionRows(exemptions: readonly Exemption[], now: string): ExemptionRow[] {
  return exemptions.map(({ match, product, expires, owner, reason }, index) => {
    const [kind = '', value = ''] = Object.entries(match)[0] ?? [];
    return {
      key: String(index),
      match: kind === 'account' ? 'Account' : `${matchLabel(kind)}: ${value}`,
      accountId: kind === 'account' ? value : '',
      product: product === undefined ? 'Every product' : productLabel(product),
      expires: dayWithAge(expires, now),
      expired: isPast(expires, now),
      owner,
      reason,
    };
  });
}

function matchLabel(kind: string): string {
  return Object.entries(MATCH_LABELS).find(([name]) => name === kind)?.[1] ?? kind;
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
