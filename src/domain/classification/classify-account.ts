import { DAY_MS, toMillis } from '../../lib/duration';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import type { AccessPath, Consented, ElseEnd, OwnerClass, Seat, SeatMark } from '../seat';
import { accessAfter, endingsRead, groupsOf, removalSetOf, syncedGroupsOf, whatElseEnds } from './removal';
import { accessByProduct, holdingsOf, isSeatHolding, pathsOf, seatProducts, type Holding } from './access';
import { activityOf, type Activity } from './activity';
import { coveringExemption } from './exemption';
import type { OrganizationIndex } from './organization-index';
import { decidingOwners, withIdentityOwner } from './owners';
import { wasSynced } from './path-source';
import { privilegeOfSeat, type Privilege } from './privilege';
import { decideVerdict, type VerdictFacts, type VerdictRow } from './verdict-table';

/** Values of Jira's `appType` that say what an account is; `unknown` says nothing. */
const NON_HUMAN_KINDS: readonly string[] = ['service', 'agent'];

interface Identity {
  readonly nonHuman: boolean;
  readonly reason: string | null;
}

/** Everything that was found about one seat before the table is asked. */
interface Findings {
  readonly account: AccountFacts;
  readonly product: string;
  readonly access: ReadonlyMap<string, readonly Holding[]>;
  readonly index: OrganizationIndex;
  readonly paths: readonly AccessPath[];
  readonly grantingGroups: readonly GroupFacts[];
  readonly activity: Activity;
  readonly identity: Identity;
  readonly privilege: Privilege;
  readonly exemption: number | null;
  readonly deciders: readonly OwnerClass[];
}

/** All seats of one account, each with exactly one verdict, sorted by product (product.md §3 to §6). */
export function classifyAccount(account: AccountFacts, index: OrganizationIndex): Seat[] {
  const holdings = holdingsOf(account, index);
  const access = accessByProduct(holdings);
  return seatProducts(account, access, index).map((product) => {
    const paths = pathsOf(product, access.get(product) ?? [], index);
    return classifySeat(gatherFindings({ account, product, holdings, access, paths, index }));
  });
}

function gatherFindings(seat: {
  account: AccountFacts;
  product: string;
  holdings: readonly Holding[];
  access: ReadonlyMap<string, readonly Holding[]>;
  paths: readonly AccessPath[];
  index: OrganizationIndex;
}): Findings {
  const { account, product, access, paths, index } = seat;
  const { policy, managesAccounts } = index.header;
  const grantingGroups = groupsOf((access.get(product) ?? []).filter(isSeatHolding));
  const activity = activityOf({ account, product, grantingGroups, policy, takenAt: index.takenAt });
  const privilege = privilegeOfSeat(seat);
  const identity = identityOf(account, index);
  const deciders = decidingOwners({
    product,
    activity: activity.state,
    nonHuman: identity.nonHuman,
    privilege: privilege.codes,
    claim: account.claim,
    managesAccounts,
    policy,
    paths,
    platformRoleHeld:
      account.platformRoles.known && account.platformRoles.value.some((role) => role !== 'ai-access'),
  });
  const exemption = coveringExemption(account, product, policy, index.takenAt);
  const answers = { grantingGroups, activity, identity, privilege, exemption, deciders };
  return { account, product, access, index, paths, ...answers };
}

function classifySeat(found: Findings): Seat {
  const { account, product, access, index, paths, activity, privilege } = found;
  const removable = removalSetOf(paths);
  const synced = syncedGroupsOf(paths);
  const ending = (groupIds: readonly string[]) => whatElseEnds({ account, product, access, groupIds, index });
  const endsWithRemoval = ending(removable);
  const endsWithSynced = ending(synced);
  const facts: VerdictFacts = {
    activity: activity.state,
    exempt: found.exemption !== null,
    ownerMustDecide: found.deciders.length > 0,
    anySourceUnknown: paths.some(({ source }) => source === 'unknown'),
    everyPathSynced: paths.every(({ source }) => source === 'scim'),
    anyPathSynced: synced.length > 0,
    liveOnSyncedGroups: endsWithSynced.some(({ live }) => live),
    factsUnread: privilege.unread.length > 0 || !endingsRead(removable, index),
    liveOnRemovalSet: endsWithRemoval.some(({ live }) => live),
  };
  const row = decideVerdict(facts);
  const removes = row.verdict === 'cleanup' || row.verdict === 'split';
  const removalSet = removes ? removable : [];
  return {
    accountId: account.accountId,
    product,
    activity: activity.state,
    activityReason: activity.reason,
    lastActiveAt: activity.lastActiveAt,
    identity: found.identity.nonHuman ? 'non-human' : 'human',
    identityReason: found.identity.reason,
    privilege: privilege.codes,
    claim: account.claim,
    paths,
    verdict: row.verdict,
    reason: row.reason,
    owners: ownersOf(row, found),
    provisional: removes && account.deep === null,
    removalSet,
    consentedRemovalSet: row.reason === 'owner-decision' ? removable : [],
    consented: row.reason === 'owner-decision' ? consentedTo(facts, removable, endsWithRemoval) : null,
    accessAfter: accessAfter(paths, removalSet),
    elseEnds:
      removes || row.reason === 'collateral-active'
        ? endsWithRemoval
        : row.reason.startsWith('idp-owned')
          ? endsWithSynced
          : [],
    marks: marksOf(found),
    exemption: found.exemption,
    notChecked: notChecked(found),
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
function ownersOf({ verdict, reason }: VerdictRow, { deciders, paths }: Findings): OwnerClass[] {
  if (verdict === 'keep' || verdict === 'protected') return [];
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

function marksOf({ account, product, access, paths, grantingGroups, index }: Findings): SeatMark[] {
  const marks: SeatMark[] = [];
  if (paths.every(({ role }) => role === 'admin')) marks.push('admin-only');
  if (paths.every(({ via }) => via === 'inferred')) marks.push('inferred-only');
  const guestToo =
    (access.get(product) ?? []).some(({ role }) => role === 'guest') ||
    (account.deep?.guest.known === true && account.deep.guest.value);
  if (guestToo) marks.push('guest-too');
  if (isPossibleLeaver(account, paths, index)) marks.push('possible-leaver');
  if (grantingGroups.some(wasSynced)) marks.push('was-synced');
  const isSyncedDefault = (group: GroupFacts): boolean =>
    index.source(group, product).source === 'scim' && group.grants.some(({ isDefault }) => isDefault);
  if (grantingGroups.some(isSyncedDefault)) marks.push('synced-default');
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

function notChecked({ account, privilege, index }: Findings): string[] {
  const { deep } = account;
  const phrases = privilege.unread.map((what) => `${what} could not be read`);
  if (account.claim === 'unknown') phrases.push('whether the organization manages the account is not told');
  if (deep === null) phrases.push('roles on the account, API tokens and project administration not read');
  else {
    if (!deep.tokenLastUsed.known) phrases.push(`token use not checked: ${deep.tokenLastUsed.reason}`);
    if (!deep.appType.known) phrases.push('whether Jira calls it a service account is not told');
  }
  if (index.header.mode === 'jira-only') phrases.push('products outside the Jira family not read');
  return phrases;
}
