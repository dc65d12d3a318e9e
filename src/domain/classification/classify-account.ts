import { DAY_MS, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import { formatDay } from '../dates';
import type { AccessPath, Consented, ElseEnd, OwnerClass, Seat, SeatMark } from '../seat';
import { bills } from './access';
import { activityOf, type Activity } from './activity';
import { coveringExemption } from './exemption';
import type { OrganizationIndex } from './organization-index';
import { otherUseOf } from './other-use';
import { decidingOwners, withIdentityOwner } from './owners';
import { privilegeOfSeat, unreadOf } from './privilege';
import { whatElseEnds } from './removal';
import { standingOf, type SeatStanding } from './standing';
import { decideVerdict, type VerdictFacts, type VerdictRow } from './verdict-table';

/** Most lists of a seat are empty: all of those are this one. */
const NONE: readonly never[] = [];

/** Values of Jira's `appType` that say what an account is; `unknown` says nothing. */
const NON_HUMAN_KINDS: readonly string[] = ['service', 'agent'];

interface Identity {
  readonly nonHuman: boolean;
  readonly reason: string | null;
}

/** What is found about an account once for all of its seats. */
interface Person {
  readonly account: AccountFacts;
  readonly index: OrganizationIndex;
  readonly identity: Identity;
  readonly platformRoleHeld: boolean;
  /** What of its privilege could not be read. */
  readonly unread: readonly string[];
  readonly notChecked: readonly string[];
}

/** Everything that was found about one seat before the table is asked. */
interface Findings {
  readonly person: Person;
  readonly standing: SeatStanding;
  readonly activity: Activity;
  readonly privilege: readonly string[];
  readonly exemption: number | null;
  readonly deciders: readonly OwnerClass[];
}

/** All seats of one account, each with exactly one verdict, sorted by product (product.md §3 to §6). */
export function classifyAccount(account: AccountFacts, index: OrganizationIndex): Seat[] {
  if (!bills(account)) return [];
  const { seats, unread } = standingOf(account, index);
  if (seats.length === 0) return [];
  const person = personOf(account, index, unread);
  return seats.map((standing) => classifySeat(gatherFindings(person, standing)));
}

function personOf(account: AccountFacts, index: OrganizationIndex, ofGroups: readonly string[]): Person {
  const unread = unreadOf(account, ofGroups, index);
  const { platformRoles } = account;
  return {
    account,
    index,
    identity: identityOf(account, index),
    platformRoleHeld: platformRoles.known && platformRoles.value.some((role) => role !== 'ai-access'),
    unread,
    notChecked: notChecked(account, unread, index),
  };
}

function gatherFindings(person: Person, standing: SeatStanding): Findings {
  const { account, index, identity, platformRoleHeld } = person;
  const { product, paths, grantingGroups } = standing;
  const { policy, managesAccounts } = index.header;
  const activity = activityOf({ account, product, grantingGroups, policy, takenAt: index.takenAt });
  const privilege = privilegeOfSeat(account, standing);
  const deciders = decidingOwners({
    product,
    activity: activity.state,
    nonHuman: identity.nonHuman,
    privilege,
    claim: account.claim,
    managesAccounts,
    policy,
    paths,
    platformRoleHeld,
  });
  const exemption = coveringExemption(account, product, policy, index.takenAt);
  return { person, standing, activity, privilege, exemption, deciders };
}

function classifySeat(found: Findings): Seat {
  const { person, standing, activity, privilege } = found;
  const { account, index, identity } = person;
  const { product, paths, removable } = standing;
  // A seat in use is kept whatever hangs on its groups.
  const isKept = activity.state === 'active' || activity.state === 'too-new';
  const endsWithRemoval = isKept ? NONE : whatElseEnds(standing.hangingOnRemovable, account, index);
  const endsWithSynced = isKept ? NONE : whatElseEnds(standing.hangingOnSynced, account, index);
  // Without a key only an export can tell what else somebody uses.
  const isBlind = index.header.mode === 'jira-only' && !isKept;
  const unknownUse = isBlind ? otherUseOf(account, product, index.header.policy) : NONE;
  const facts: VerdictFacts = {
    activity: activity.state,
    exempt: found.exemption !== null,
    ownerMustDecide: found.deciders.length > 0,
    anySourceUnknown: paths.some(({ source }) => source === 'unknown'),
    everyPathSynced: paths.every(({ source }) => source === 'scim'),
    anyPathSynced: standing.synced.length > 0,
    liveOnSyncedGroups: endsWithSynced.some(({ live }) => live),
    factsUnread: person.unread.length > 0 || unknownUse.length > 0 || (!isBlind && !standing.endingsRead),
    liveOnRemovalSet: endsWithRemoval.some(({ live }) => live),
  };
  const row = decideVerdict(facts);
  const removes = row.verdict === 'cleanup' || row.verdict === 'split';
  const removalSet = removes ? removable : NONE;
  return {
    accountId: account.accountId,
    product,
    activity: activity.state,
    activityReason: activity.reason,
    lastActiveAt: activity.lastActiveAt,
    identity: identity.nonHuman ? 'non-human' : 'human',
    identityReason: identity.reason,
    privilege,
    claim: account.claim,
    paths,
    verdict: row.verdict,
    reason: row.reason,
    owners: ownersOf(row, found),
    provisional: removes && account.deep === null,
    removalSet,
    consentedRemovalSet: row.reason === 'owner-decision' ? removable : NONE,
    consented: row.reason === 'owner-decision' ? consentedTo(facts, removable, endsWithRemoval) : null,
    accessAfter: removes ? standing.accessAfterRemoval : standing.accessKept,
    elseEnds:
      removes || row.reason === 'collateral-active'
        ? endsWithRemoval
        : row.reason.startsWith('idp-owned')
          ? endsWithSynced
          : NONE,
    marks: marksOf(person, standing),
    exemption: found.exemption,
    notChecked: unknownUse.length === 0 ? person.notChecked : [...person.notChecked, ...unknownUse],
  };
}

/** The table without row 4; null where there is nothing that a consent could remove. */
function consentedTo(
  facts: VerdictFacts,
  removable: readonly string[],
  elseEnds: readonly ElseEnd[],
): Consented | null {
  if (removable.length === 0) return null;
  const { verdict, reason } = decideVerdict({ ...facts, ownerMustDecide: false, exempt: false });
  return { verdict, reason, elseEnds };
}

/** Whom the facts point to: filled on route-outs, splits and holds (product.md §6). */
function ownersOf({ verdict, reason }: VerdictRow, { deciders, standing }: Findings): readonly OwnerClass[] {
  if (verdict === 'keep' || verdict === 'protected') return NONE;
  const { paths } = standing;
  const owners = withIdentityOwner(deciders, paths);
  return reason === 'collateral-active' ? withIdentityOwner([...owners, 'app'], paths) : owners;
}

function identityOf(account: AccountFacts, index: OrganizationIndex): Identity {
  const { deep } = account;
  if (
    deep?.appType.known === true &&
    deep.appType.value !== null &&
    NON_HUMAN_KINDS.includes(deep.appType.value)
  )
    return { nonHuman: true, reason: `Jira calls it a ${deep.appType.value} account` };
  if (index.technical.has(account.accountId)) return { nonHuman: true, reason: 'on the technical list' };
  if (tokenUsedRecently(account, index)) return { nonHuman: true, reason: 'an API token was used' };
  if (account.serviceWord !== null)
    return { nonHuman: true, reason: `the name contains “${account.serviceWord}”` };
  return { nonHuman: false, reason: null };
}

function tokenUsedRecently({ deep }: AccountFacts, index: OrganizationIndex): boolean {
  if (deep?.tokenLastUsed.known !== true) return false;
  const used = toMillis(deep.tokenLastUsed.value);
  return used !== undefined && index.takenAt - used < index.header.policy.thresholdDays * DAY_MS;
}

function marksOf({ account, index }: Person, standing: SeatStanding): SeatMark[] {
  const { paths } = standing;
  const marks: SeatMark[] = [];
  if (paths.every(({ role }) => role === 'admin')) marks.push('admin-only');
  if (paths.every(({ via }) => via === 'inferred')) marks.push('inferred-only');
  const guest = account.deep?.guest;
  if (standing.guestToo || (guest?.known === true && guest.value)) marks.push('guest-too');
  if (isPossibleLeaver(account, paths, index)) marks.push('possible-leaver');
  if (standing.wasSynced) marks.push('was-synced');
  if (standing.syncedDefault) marks.push('synced-default');
  return marks;
}

/** A synced account, no activity anywhere for 2T, only local paths: verdict unchanged, said on the line. */
function isPossibleLeaver(
  account: AccountFacts,
  paths: readonly AccessPath[],
  index: OrganizationIndex,
): boolean {
  if (account.synced !== true || !account.lastActive.known) return false;
  if (!paths.every(({ source }) => source === 'default' || source === 'local')) return false;
  const horizon = index.takenAt - 2 * index.header.policy.thresholdDays * DAY_MS;
  if ((toMillis(account.addedToOrg) ?? -Infinity) >= horizon) return false;
  const uses = [...Object.values(account.lastActive.value), account.lastActiveElsewhere];
  return uses.every((use) => (toMillis(use) ?? -Infinity) < horizon);
}

function notChecked(account: AccountFacts, unread: readonly string[], index: OrganizationIndex): string[] {
  const { deep } = account;
  const phrases = unread.map((what) => `${what} could not be read`);
  if (account.claim === 'unknown') phrases.push('whether the organization manages the account is not told');
  if (deep === null) phrases.push('roles on the account, API tokens and project administration not read');
  else {
    if (!deep.tokenLastUsed.known) phrases.push(`token use not checked: ${deep.tokenLastUsed.reason}`);
    if (!deep.appType.known) phrases.push('whether Jira calls it a service account is not told');
  }
  if (index.header.mode === 'jira-only') {
    phrases.push(
      'what groups grant beside Jira, and roles on the account, are not told without an organization key',
    );
    if (account.exported !== null)
      phrases.push(`last use and dates are those of the user export of ${formatDay(account.exported.at)}`);
  }
  return phrases;
}
