import type { AccountView, OrganizationReader } from '../organization-reader';
import { isByAdmins, isDefault, isLocal } from '../group-facts';
import type { Witness } from './words';
import {
  CONFLUENCE,
  JIRA,
  JPD,
  everyPath,
  holds,
  holdsOnly,
  isActive,
  isIdle,
  isNeverUsed,
  isPlainPerson,
  isStale,
  somePath,
} from './words';

const defaultJira = (who: AccountView): boolean => everyPath(who, JIRA, (group) => isDefault(group, JIRA));

/** All seats on one shared group. */
function shareOneGroup(who: AccountView, products: readonly string[]): boolean {
  const ids = products.map((product) => who.paths(product).map(({ id }) => id));
  return ids.every((list) => list.length === 1 && list[0] === ids[0]?.[0]);
}

function shareOfStale(organization: OrganizationReader, groupId: string): number {
  const members = organization.membersOf(groupId).filter((who) => holds(who, JIRA));
  return members.filter((who) => isIdle(who, JIRA)).length / members.length;
}

const inMostlyStaleGroup = (who: AccountView, organization: OrganizationReader): boolean =>
  everyPath(who, JIRA, (group) => isLocal(group) && shareOfStale(organization, group.id) >= 0.8);

export const CLEANUP_WITNESSES = {
  'stale-in-default-group': (who) => isPlainPerson(who) && isStale(who, JIRA) && defaultJira(who),
  'stale-in-confluence': (who) =>
    isPlainPerson(who) &&
    isStale(who, CONFLUENCE) &&
    everyPath(who, CONFLUENCE, (group) => isDefault(group, CONFLUENCE)),
  'never-opened-confluence': (who) => isActive(who, JIRA) && isNeverUsed(who, CONFLUENCE),
  'invited-never-accepted': (who) =>
    who.account.managementSource === 'invited' &&
    Object.keys(who.account.lastActive ?? {}).length === 0 &&
    isNeverUsed(who, JIRA),
  'default-group-grants-two-products': (who) =>
    isStale(who, JIRA) &&
    isStale(who, CONFLUENCE) &&
    everyPath(who, JIRA, ({ defaultOf }) => defaultOf.has(JIRA) && defaultOf.has(CONFLUENCE)),
  'stale-in-local-group': (who) =>
    isPlainPerson(who) &&
    everyPath(who, JIRA, isLocal) &&
    isStale(who, JIRA) &&
    isStale(who, CONFLUENCE) &&
    shareOneGroup(who, [JIRA, CONFLUENCE]),
  'bundle-of-three': (who) =>
    [JIRA, CONFLUENCE, JPD].every((product) => isStale(who, product)) &&
    shareOneGroup(who, [JIRA, CONFLUENCE, JPD]),
  'other-product-stays': (who) =>
    isStale(who, JIRA) &&
    everyPath(who, JIRA, isLocal) &&
    isActive(who, CONFLUENCE) &&
    somePath(who, CONFLUENCE, ({ id }) => !who.paths(JIRA).some((path) => path.id === id)),
  'two-local-paths': (who) =>
    isStale(who, JIRA) && who.paths(JIRA).length === 2 && everyPath(who, JIRA, isByAdmins),
  'mostly-stale-group': (who, organization) => isStale(who, JIRA) && inMostlyStaleGroup(who, organization),
  'active-in-mostly-stale-group': (who, organization) =>
    isActive(who, JIRA) && inMostlyStaleGroup(who, organization),
  'stale-in-discovery': (who) => isStale(who, JPD) && everyPath(who, JPD, (group) => isDefault(group, JPD)),
  'default-without-provenance': (who) =>
    isIdle(who, JPD) &&
    isIdle(who, CONFLUENCE) &&
    everyPath(
      who,
      JPD,
      ({ defaultOf, provenance }) => defaultOf.has(JPD) && Object.keys(provenance).length === 0,
    ) &&
    everyPath(who, CONFLUENCE, ({ defaultOf }) => defaultOf.has(JPD) && !defaultOf.has(CONFLUENCE)),
  'local-without-managed-by': (who) =>
    isStale(who, JIRA) &&
    everyPath(
      who,
      JIRA,
      ({ provenance }) =>
        provenance.managedBy === undefined &&
        provenance.managementAccess?.modifiable === true &&
        provenance.externalSynced === false,
    ),
  'possible-leaver': (who) =>
    who.account.managementSource === 'synced' &&
    who.seats.every((product) => (who.idle(product) ?? Infinity) >= 180) &&
    holds(who, JIRA) &&
    everyPath(who, JIRA, isByAdmins),
  'joined-months-ago': (who) => isStale(who, JIRA) && defaultJira(who) && (who.joined(JIRA) ?? 0) >= 100,
  'suspicious-group-name': (who) =>
    isStale(who, JIRA) && everyPath(who, JIRA, (group) => /admin/.test(group.name) && isLocal(group)),
  'stale-with-open-issues': (who) => isStale(who, JIRA) && (who.account.openIssues ?? 0) >= 10,
  'only-jira-core': (who) => holdsOnly(who, 'jira-core') && isStale(who, 'jira-core'),
  'jira-core-beside-jira': (who) => holdsOnly(who, JIRA) && who.paths('jira-core').length > 0,
} as const satisfies Record<string, Witness>;
