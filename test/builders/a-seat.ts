import { accessAfter, removalSetOf, syncedGroupsOf } from '../../src/domain/classification/removal';
import { decideVerdict } from '../../src/domain/classification/verdict-table';
import type {
  AccessPath,
  Consented,
  ElseEnd,
  OwnerClass,
  PathSource,
  ReasonCode,
  Seat,
  Verdict,
} from '../../src/domain/seat';
import { daysAgo } from './times';

const VERDICT_OF: Readonly<Record<ReasonCode, Verdict>> = {
  active: 'keep',
  'too-new': 'keep',
  exempt: 'protected',
  'activity-unknown': 'hold',
  'owner-decision': 'route-out',
  'source-unknown': 'hold',
  'idp-owned': 'route-out',
  'idp-owned-shared': 'route-out',
  'facts-unread': 'hold',
  'collateral-active': 'hold',
  'mixed-ownership': 'split',
  'local-paths': 'cleanup',
};

type PathOverrides = Partial<Pick<AccessPath, 'role' | 'privileged' | 'inferredSource'>>;

export function aGroupPath(groupId: string, source: PathSource, overrides: PathOverrides = {}): AccessPath {
  if (source === 'direct' || source === 'inferred') throw new Error(`no group gives a ${source} role`);
  const path = { source, via: 'group' as const, groupId, groupName: groupId, role: 'user' };
  return { ...path, privileged: false, inferredSource: false, ...overrides };
}

export function anAccountPath(via: 'direct' | 'inferred', role = 'user'): AccessPath {
  return { source: via, via, role, privileged: false, inferredSource: false };
}

export type SeatOverrides = Partial<
  Omit<Seat, 'verdict' | 'removalSet' | 'consentedRemovalSet' | 'consented' | 'accessAfter'>
> & {
  /** What else ends once the owners of a route-out consented. */
  readonly consentedEnds?: readonly ElseEnd[];
};

/** A stale Jira seat through one local group. What follows from paths and reason is worked out, not given. */
export function aSeat(accountId: string, overrides: SeatOverrides = {}): Seat {
  const { consentedEnds = [], ...facts } = overrides;
  const { reason = 'local-paths', paths = [aGroupPath('local', 'local')] } = facts;
  const verdict = VERDICT_OF[reason];
  refuseImpossible(reason, paths);
  const removable = removalSetOf(paths);
  const removalSet = verdict === 'cleanup' || verdict === 'split' ? removable : [];
  return {
    accountId,
    product: 'jira-software',
    activity: 'stale',
    activityReason: null,
    lastActiveAt: daysAgo(120),
    identity: 'human',
    identityReason: null,
    privilege: [],
    claim: 'managed',
    owners: [],
    provisional: false,
    elseEnds: [],
    marks: [],
    exemption: null,
    notChecked: [],
    ...facts,
    paths,
    verdict,
    reason,
    removalSet,
    consentedRemovalSet: reason === 'owner-decision' ? removable : [],
    consented: reason === 'owner-decision' ? consentedTo(paths, consentedEnds) : null,
    accessAfter: accessAfter(paths, removalSet),
  };
}

/** What the rest of the verdict table says once owners no longer stand before it. */
function consentedTo(paths: readonly AccessPath[], elseEnds: readonly ElseEnd[]): Consented | null {
  if (removalSetOf(paths).length === 0) return null;
  const { verdict, reason } = decideVerdict({
    activity: 'stale',
    exempt: false,
    ownerMustDecide: false,
    anySourceUnknown: paths.some(({ source }) => source === 'unknown'),
    everyPathSynced: false,
    anyPathSynced: paths.some(({ source }) => source === 'scim'),
    liveOnSyncedGroups: false,
    factsUnread: false,
    liveOnRemovalSet: elseEnds.some(({ live }) => live),
  });
  return { verdict, reason, elseEnds };
}

/** A seat that local groups alone give. */
export function aCleanup(
  accountId: string,
  groupIds: readonly string[] = ['local'],
  overrides: SeatOverrides = {},
): Seat {
  return aSeat(accountId, { paths: groupIds.map((id) => aGroupPath(id, 'local')), ...overrides });
}

/** A seat of a technical account in local groups, which its owner must decide. */
export function aRouteOut(
  accountId: string,
  owners: readonly OwnerClass[] = ['technical'],
  overrides: SeatOverrides = {},
): Seat {
  return aSeat(accountId, { reason: 'owner-decision', owners, identity: 'non-human', ...overrides });
}

/** A seat that the identity provider's group alone gives. */
export function aSyncedSeat(accountId: string, overrides: SeatOverrides = {}): Seat {
  const paths = [aGroupPath('synced', 'scim')];
  return aSeat(accountId, { reason: 'idp-owned', owners: ['identity'], paths, ...overrides });
}

export function aSplit(accountId: string, overrides: SeatOverrides = {}): Seat {
  const paths = [aGroupPath('local', 'local'), aGroupPath('synced', 'scim')];
  return aSeat(accountId, { reason: 'mixed-ownership', owners: ['identity'], paths, ...overrides });
}

/** A seat whose last use nobody knows. */
export function aHold(accountId: string, overrides: SeatOverrides = {}): Seat {
  return aSeat(accountId, {
    reason: 'activity-unknown',
    activity: 'unknown',
    activityReason: 'not told',
    lastActiveAt: null,
    ...overrides,
  });
}

function refuseImpossible(reason: ReasonCode, paths: readonly AccessPath[]): void {
  const refuse = (what: string): never => {
    throw new Error(`${reason} cannot be: ${what}`);
  };
  const removable = removalSetOf(paths).length > 0;
  const synced = syncedGroupsOf(paths).length > 0;
  if (paths.length === 0) refuse('a seat has a path');
  if (reason === 'local-paths' && (!removable || synced))
    refuse('a cleanup has default and local paths only');
  if (reason === 'mixed-ownership' && !(removable && synced))
    refuse('a split has synced and removable paths');
  if (reason.startsWith('idp-owned') && paths.some(({ source }) => source !== 'scim'))
    refuse('every path is synced');
  if (reason === 'source-unknown' && !paths.some(({ source }) => source === 'unknown'))
    refuse('no source is unknown');
}
