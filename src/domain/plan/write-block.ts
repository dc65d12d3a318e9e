import { bills } from '../classification/access';
import { indexOrganization } from '../classification/organization-index';
import { nonHumanKind } from '../classification/person';
import type { Signal } from '../signal';
import type { FreshReading } from './pre-flight';

export interface WriteOrder {
  readonly groupId: string;
  /** Whoever the write acts as or for. */
  readonly executors: readonly string[];
  readonly reading: FreshReading;
  /** Groups that a site administrator confirmed as not synced. */
  readonly confirmedGroups: ReadonlySet<string>;
  /** Projects of which this account is the only administrator, by key. */
  readonly soleAdministratorOf: Signal<readonly string[]>;
  readonly rehearsal: boolean;
}

/**
 * Why this write must never happen, or null (product.md §8, "Blocked in the gateway itself"). Asked by the
 * gateway before each write, whatever the plan says, so that no code path can reach such a group or account.
 */
export function writeBlockedBecause(order: WriteOrder): string | null {
  const { groupId, executors, reading, confirmedGroups, soleAdministratorOf, rehearsal } = order;
  const { account, header } = reading;
  const index = indexOrganization(header);
  if (rehearsal) return 'a rehearsal removes nothing';
  if (account.accountType !== 'atlassian' || nonHumanKind(account) !== null)
    return 'app and service accounts are never removed';
  if (!bills(account)) return 'the account is not active';
  if (executors.includes(account.accountId)) return 'nobody removes themselves';
  if (!soleAdministratorOf.known)
    return 'whether the account is the last administrator of a project is unknown';
  if (soleAdministratorOf.value.length > 0)
    return `the account is the last administrator of ${soleAdministratorOf.value.join(', ')}`;
  const group = index.group(groupId);
  if (group === undefined) return 'the group was not read';
  const privilege = index.privilege(group);
  if (privilege !== 'plain')
    return privilege === 'privileged'
      ? 'the group gives administration'
      : 'whether the group gives administration is unknown';
  const product = group.grants.find(({ isDefault }) => isDefault)?.product ?? '';
  const { source, inferred } = index.source(group, product);
  if (source !== 'default' && source !== 'local')
    return source === 'unknown' ? "the group's owner is unknown" : `the group is a ${source} group`;
  if (inferred && !confirmedGroups.has(groupId)) return 'nobody confirmed that the group is not synced';
  return null;
}
