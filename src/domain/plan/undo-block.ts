import { indexOrganization } from '../classification/organization-index';
import { nonHumanKind } from '../classification/person';
import type { AccountFacts } from '../account';
import type { GroupFacts } from '../group';
import type { SnapshotHeader } from '../snapshot';

/** Everything that the gateway needs to see before it gives a membership back. */
export interface UndoOrder {
  readonly accountId: string;
  readonly groupId: string;
  /** Whoever the write acts as. */
  readonly actor: string;
  /** The group as it was when it was left. */
  readonly then: GroupFacts | undefined;
  /** Facts read right now. */
  readonly header: SnapshotHeader;
  /** Groups that a site administrator confirmed as not synced. */
  readonly confirmedGroups: ReadonlySet<string>;
  /** What kind of account it is; null when the organization no longer knows it. */
  readonly account: Pick<AccountFacts, 'accountType' | 'appType'> | null;
}

/**
 * Why this membership must never be given back, or null (product.md §8, Undo). Asked by the gateway before each write,
 * whatever was started.
 */
export function undoBlockedBecause(order: UndoOrder): string | null {
  const { groupId, accountId, actor, then, header, confirmedGroups, account } = order;
  const index = indexOrganization(header);
  if (accountId === actor) return 'nobody gives access back to themselves';
  if (account === null) return 'the organization no longer knows this person';
  if (!account.appType.known) return 'whether the account is a person could not be read';
  if (account.accountType !== 'atlassian' || nonHumanKind(account) !== null)
    return 'app and service accounts are never changed';
  const group = index.group(groupId);
  if (group === undefined)
    return header.mode === 'jira-only'
      ? 'Jira no longer tells that the group gives any of its apps'
      : 'the group no longer exists';
  if (then === undefined) return 'what the group granted when it was left is not known';
  const privilege = index.privilege(group);
  if (privilege !== 'plain')
    return privilege === 'privileged'
      ? 'the group gives administration now'
      : 'whether the group gives administration is unknown';
  const product = group.grants.find(({ isDefault }) => isDefault)?.product ?? '';
  const { source, inferred } = index.source(group, product);
  if (source !== 'default' && source !== 'local')
    return source === 'unknown' ? "the group's owner is unknown" : `the group is a ${source} group now`;
  if (inferred && !confirmedGroups.has(groupId)) return 'nobody confirmed that the group is not synced';
  const more = grantedNow(group).find((grant) => !grantedNow(then).includes(grant));
  return more === undefined ? null : `the group grants more than when it was left: ${more}`;
}

function grantedNow({ grants, elsewhere }: GroupFacts): string[] {
  return [
    ...grants.map(({ product, role }) => `${role} of ${product}`),
    ...elsewhere.map(({ resource, role }) => `${role} of ${resource}`),
  ];
}
