import type { AccountView } from '../organization-reader';
import { isByAdmins, isDefault, isLocal, isSynced, isTeam, isUntold, wasSynced } from '../group-facts';
import type { Witness } from './words';
import {
  CONFLUENCE,
  JIRA,
  JPD,
  JSM,
  everyPath,
  holds,
  holdsOnly,
  inUse,
  isActive,
  isPlainPerson,
  isSettled,
  isStale,
  somePath,
} from './words';

const joinedYesterday = (who: AccountView, product: string): boolean => (who.joined(product) ?? Infinity) < 2;
const untoldJira = (who: AccountView): boolean => isStale(who, JIRA) && somePath(who, JIRA, isUntold);
/** One group gives both, and nothing else gives Confluence. */
const hangsOnJira = (who: AccountView): boolean =>
  everyPath(who, CONFLUENCE, ({ id }) => who.paths(JIRA).some((path) => path.id === id));

export const OWNED_ELSEWHERE_WITNESSES = {
  'synced-stale-alone': (who) => isStale(who, JIRA) && holdsOnly(who, JIRA) && everyPath(who, JIRA, isSynced),
  'synced-stale-everywhere': (who) =>
    isStale(who, JIRA) && isStale(who, CONFLUENCE) && everyPath(who, JIRA, isSynced) && hangsOnJira(who),
  'synced-shared-live': (who) =>
    isStale(who, JIRA) && isActive(who, CONFLUENCE) && everyPath(who, JIRA, isSynced) && hangsOnJira(who),
  'synced-by-flag-alone': (who) =>
    isStale(who, JPD) &&
    everyPath(who, JPD, ({ provenance }) => JSON.stringify(provenance) === '{"externalSynced":true}'),
  'synced-by-modifiable-alone': (who) =>
    isStale(who, JSM) &&
    everyPath(
      who,
      JSM,
      ({ provenance }) =>
        provenance.managementAccess?.modifiable === false &&
        provenance.managedBy === undefined &&
        provenance.externalSynced !== true,
    ),
  'was-synced': (who) => isStale(who, JIRA) && everyPath(who, JIRA, wasSynced),
  'synced-and-default': (who) =>
    isStale(who, JSM) && everyPath(who, JSM, (group) => isSynced(group) && group.defaultOf.has(JSM)),
  'split-default-and-synced': (who) =>
    isPlainPerson(who) &&
    isStale(who, JIRA) &&
    somePath(who, JIRA, isSynced) &&
    somePath(who, JIRA, (group) => isDefault(group, JIRA)),
  'split-local-and-synced': (who) =>
    isPlainPerson(who) &&
    isStale(who, JIRA) &&
    holdsOnly(who, JIRA) &&
    somePath(who, JIRA, isSynced) &&
    somePath(
      who,
      JIRA,
      ({ defaultOf, provenance }) => defaultOf.size === 0 && provenance.externalSynced === false,
    ),
  'collateral-active': (who) =>
    isPlainPerson(who) &&
    isStale(who, JIRA) &&
    isActive(who, CONFLUENCE) &&
    everyPath(who, JIRA, isLocal) &&
    hangsOnJira(who),
  'collateral-contributor': (who) =>
    isStale(who, JIRA) &&
    !holds(who, JPD) &&
    inUse(who, JPD) &&
    somePath(who, JIRA, ({ grants }) => grants.has(`${JPD}/contributor`)),
  'collateral-in-a-split': (who) =>
    isStale(who, JIRA) &&
    somePath(who, JIRA, isSynced) &&
    isActive(who, CONFLUENCE) &&
    everyPath(who, CONFLUENCE, isLocal) &&
    hangsOnJira(who),
  'stale-in-team': (who) =>
    isStale(who, JIRA) &&
    everyPath(who, JIRA, (group) => isTeam(group) && group.provenance.managedBy === 'team-members'),
  'stale-in-open-team': (who) =>
    isStale(who, CONFLUENCE) &&
    everyPath(who, CONFLUENCE, (group) => isTeam(group) && group.provenance.managedBy === 'open'),
  'team-beside-synced': (who) =>
    isStale(who, JIRA) && somePath(who, JIRA, isTeam) && somePath(who, JIRA, isSynced),
  'synced-team': (who) =>
    isStale(who, JIRA) &&
    everyPath(who, JIRA, (group) => isSynced(group) && group.provenance.managedBy === 'team-members'),
  'stale-agent': (who) => isStale(who, JSM) && everyPath(who, JSM, (group) => isDefault(group, JSM)),
} as const satisfies Record<string, Witness>;

export const UNKNOWN_WITNESSES = {
  'source-all-null': (who) =>
    untoldJira(who) &&
    everyPath(who, JIRA, ({ provenance }) => Object.values(provenance).every((told) => told === null)),
  'source-not-synced-alone': (who) =>
    isStale(who, CONFLUENCE) &&
    everyPath(who, CONFLUENCE, ({ provenance }) => JSON.stringify(provenance) === '{"externalSynced":false}'),
  'source-unknown-word': (who) =>
    isStale(who, CONFLUENCE) &&
    everyPath(
      who,
      CONFLUENCE,
      ({ provenance: { managedBy } }) =>
        typeof managedBy === 'string' && !['external', 'admins', 'team-members', 'open'].includes(managedBy),
    ),
  'source-no-modifiable': (who) =>
    untoldJira(who) &&
    everyPath(
      who,
      JIRA,
      ({ provenance: { managementAccess } }) =>
        managementAccess?.readable === true && !('modifiable' in managementAccess),
    ),
  'unknown-beside-synced': (who) => untoldJira(who) && somePath(who, JIRA, isSynced),
  'unknown-beside-default': (who) =>
    untoldJira(who) && somePath(who, JIRA, (group) => isDefault(group, JIRA)),
  'no-dates': (who) =>
    holds(who, JIRA) &&
    who.account.addedToOrg === null &&
    who.account.joined === undefined &&
    Object.keys(who.account.lastActive ?? {}).length === 0,
  'added-unknown-but-seen': (who) =>
    who.account.addedToOrg === null &&
    isStale(who, JIRA) &&
    everyPath(who, JIRA, isByAdmins) &&
    holdsOnly(who, JIRA),
  'collateral-unknown': (who) =>
    who.account.addedToOrg === null &&
    isStale(who, JIRA) &&
    who.idle(CONFLUENCE) === undefined &&
    hangsOnJira(who),
  'newly-joined': (who) => holds(who, JIRA) && who.added !== null && who.added < 30 && inUse(who, JIRA),
  'newly-joined-unused': (who) =>
    holds(who, JIRA) && who.added !== null && who.added < 30 && who.idle(JIRA) === undefined,
  'invited-weeks-ago': (who) =>
    holds(who, JIRA) &&
    isSettled(who, JIRA) &&
    who.added !== null &&
    who.added < 90 &&
    who.idle(JIRA) === undefined,
  'granted-yesterday': (who) =>
    joinedYesterday(who, CONFLUENCE) && (who.added ?? 0) > 365 && who.idle(CONFLUENCE) === undefined,
  'granted-again-yesterday': (who) => joinedYesterday(who, JIRA) && (who.idle(JIRA) ?? 0) >= 180,
  'about-to-turn-stale': (who) => isActive(who, JIRA) && (who.idle(JIRA) ?? 0) > 83,
} as const satisfies Record<string, Witness>;
