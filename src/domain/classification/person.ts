import { DAY_MS, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import { formatDay } from '../dates';
import type { OrganizationIndex } from './organization-index';
import { privilegeOfAccount, unreadOf } from './privilege';

/** Values of Jira's `appType` that say what an account is; `unknown` says nothing. */
const NON_HUMAN_KINDS: readonly string[] = ['service', 'agent'];

interface Identity {
  readonly nonHuman: boolean;
  /** Why it is non-human, else null. */
  readonly reason: string | null;
}

const HUMAN: Identity = { nonHuman: false, reason: null };

/** What is found about an account once for all of its seats. */
export interface Person {
  readonly account: AccountFacts;
  readonly index: OrganizationIndex;
  readonly identity: Identity;
  /** Codes of product.md §5 that the account has on every product. */
  readonly privilege: readonly string[];
  /** What of its privilege could not be read. */
  readonly unread: readonly string[];
  /** Short phrases: what nobody looked at for this account. */
  readonly notChecked: readonly string[];
}

/** `unreadOfGroups` is what could not be read of the account's groups. */
export function personOf(
  account: AccountFacts,
  unreadOfGroups: readonly string[],
  index: OrganizationIndex,
): Person {
  const unread = unreadOf(account, unreadOfGroups, index);
  return {
    account,
    index,
    identity: identityOf(account, index),
    privilege: privilegeOfAccount(account),
    unread,
    notChecked: notChecked(account, unread, index),
  };
}

/** What Jira calls an account that is nobody's: a service or an agent; null for others, or where it does not tell. */
export function nonHumanKind({ appType }: Pick<AccountFacts, 'appType'>): string | null {
  return appType.known && appType.value !== null && NON_HUMAN_KINDS.includes(appType.value)
    ? appType.value
    : null;
}

function identityOf(account: AccountFacts, index: OrganizationIndex): Identity {
  const kind = nonHumanKind(account);
  if (kind !== null) return { nonHuman: true, reason: `Jira calls it a ${kind} account` };
  if (index.technical.has(account.accountId)) return { nonHuman: true, reason: 'on the technical list' };
  if (tokenUsedRecently(account, index)) return { nonHuman: true, reason: 'an API token was used' };
  if (account.serviceWord !== null)
    return { nonHuman: true, reason: `the name contains “${account.serviceWord}”` };
  return HUMAN;
}

function tokenUsedRecently({ deep }: AccountFacts, index: OrganizationIndex): boolean {
  if (deep?.tokenLastUsed.known !== true) return false;
  const used = toMillis(deep.tokenLastUsed.value);
  return used !== undefined && index.takenAt - used < index.header.policy.thresholdDays * DAY_MS;
}

function notChecked(
  account: AccountFacts,
  unread: readonly string[],
  index: OrganizationIndex,
): readonly string[] {
  const inDepth = notCheckedInDepth(account);
  const jiraOnly = index.header.mode === 'jira-only';
  if (unread.length === 0 && account.claim !== 'unknown' && !jiraOnly) return inDepth;
  const phrases = unread.map((what) => `${what} could not be read`);
  if (account.claim === 'unknown') phrases.push('whether the organization manages the account is not told');
  phrases.push(...inDepth);
  if (jiraOnly) phrases.push(...notToldWithoutKey(account));
  return phrases;
}

const KIND_NOT_TOLD = 'whether Jira calls it a service account is not told';
// One list for thousands of accounts.
const NOT_DEEPENED: readonly string[] = [
  'roles on the account, API tokens and project administration not read',
];
const NEITHER_READ: readonly string[] = [...NOT_DEEPENED, KIND_NOT_TOLD];

function notCheckedInDepth({ deep, appType }: AccountFacts): readonly string[] {
  if (deep === null) return appType.known ? NOT_DEEPENED : NEITHER_READ;
  const phrases: string[] = [];
  if (!deep.tokenLastUsed.known) phrases.push(`token use not checked: ${deep.tokenLastUsed.reason}`);
  if (!appType.known) phrases.push(KIND_NOT_TOLD);
  return phrases;
}

function notToldWithoutKey({ exported }: AccountFacts): string[] {
  const phrases = [
    'what groups grant beside Jira, and roles on the account, are not told without an organization key',
  ];
  if (exported !== null)
    phrases.push(`last use and dates are those of the user export of ${formatDay(exported.at)}`);
  return phrases;
}
