import type { OrganizationCore } from '../organization/core';
import type { Account, Group, Product } from '../organization/entities';
import { isActive } from '../organization/seats';
import type { ReadTimes } from '../organization/store';
import type { JiraCall } from './call';

const avatar = 'https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/default';
const avatarUrls = {
  '16x16': `${avatar}-16.png`,
  '24x24': `${avatar}-24.png`,
  '32x32': `${avatar}-32.png`,
  '48x48': `${avatar}-48.png`,
};

export function displayName({ accountStatus, identity }: Account): string {
  return accountStatus === 'closed' ? 'Former user' : identity.name;
}

/** A user as it stands in a group, a comment or a project: without application type and guest flag. */
export function toUserDetails(core: OrganizationCore, account: Account): Record<string, unknown> {
  const { identity } = account;
  const details: Record<string, unknown> = {
    self: `${core.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(account.id)}`,
    accountId: account.id,
    accountType: identity.accountType,
    avatarUrls,
    displayName: displayName(account),
    active: isActive(account),
  };
  if (identity.email !== undefined && account.accountStatus !== 'closed')
    details['emailAddress'] = identity.email;
  return details;
}

/** A user in full. `guest` is true when a Jira app is among the products of which the account is a guest. */
export function toUser(core: OrganizationCore, account: Account): Record<string, unknown> {
  const user = toUserDetails(core, account);
  const { accountType, appType } = account.identity;
  if (appType !== undefined || accountType === 'app') user['appType'] = appType ?? 'unknown';
  user['guest'] = account.guestOf.some((key) => core.store.products.get(key)?.jiraFamily === true);
  return user;
}

export function toGroupName(core: OrganizationCore, group: Group): Record<string, string> {
  return {
    name: group.name,
    groupId: group.id,
    self: `${core.baseUrl}/rest/api/3/group?groupId=${encodeURIComponent(group.id)}`,
  };
}

/** Groups whose members get into the app: those that grant `user` or `admin`. */
export function accessGroups(core: OrganizationCore, product: Product): Group[] {
  const groups: Group[] = [];
  for (const [id, roles] of product.rolesByGroup) {
    const group = core.store.groups.get(id);
    if (group !== undefined && (roles.includes('user') || roles.includes('admin'))) groups.push(group);
  }
  return groups.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** An application role; `userCount` is what Atlassian counts, as late as the seed says. */
export function toApplicationRole(
  core: OrganizationCore,
  product: Product,
  times: ReadTimes,
): Record<string, unknown> {
  const groups = accessGroups(core, product);
  const defaults = groups.filter((group) => product.seed.defaultGroups.includes(group.id));
  const { numberOfSeats = -1 } = product.seed;
  const userCount = product.seed.userCountOverride ?? core.store.seats.count(product.key, times.userCount);
  return {
    key: product.key,
    name: product.name,
    groups: groups.map((group) => group.name),
    groupDetails: groups.map((group) => toGroupName(core, group)),
    defaultGroups: defaults.map((group) => group.name),
    defaultGroupsDetails: defaults.map((group) => toGroupName(core, group)),
    selectedByDefault: defaults.length > 0,
    defined: true,
    numberOfSeats,
    remainingSeats: numberOfSeats < 0 ? -1 : Math.max(0, numberOfSeats - userCount),
    userCount,
    userCountDescription: product.key === 'jira-servicedesk' ? 'agents' : 'users',
    hasUnlimitedSeats: numberOfSeats < 0,
    platform: product.key === 'jira-core',
  };
}

/**
 * The rows of a page and the total that is told with them. When rows repeat, the list is as if one had been added
 * ahead of each page since the page before was read: a page begins with the last row of the one before, the total
 * grows by one a page, and whoever reads to the end has every row. Real Jira loses rows as well (JRACLOUD-77719).
 */
export function cutPage<Row>(
  { core }: JiraCall,
  all: readonly Row[],
  { startAt, maxResults }: { startAt: number; maxResults: number },
): { rows: Row[]; total: number } {
  const repeated = Math.floor(startAt / Math.max(1, maxResults)) * core.overlap(maxResults);
  const start = startAt - repeated;
  return { rows: all.slice(start, start + maxResults), total: all.length + repeated };
}

/** One page of a list, with the address of the next one. */
export function toPage(
  { core, request }: JiraCall,
  list: { values: readonly unknown[]; total: number },
  page: { startAt: number; maxResults: number },
): Record<string, unknown> {
  const isLast = page.startAt + list.values.length >= list.total;
  return {
    self: address(core, request, page.startAt, page.maxResults),
    ...(isLast ? {} : { nextPage: address(core, request, page.startAt + page.maxResults, page.maxResults) }),
    maxResults: page.maxResults,
    startAt: page.startAt,
    total: list.total,
    isLast,
    values: list.values,
  };
}

function address(
  core: OrganizationCore,
  request: JiraCall['request'],
  startAt: number,
  maxResults: number,
): string {
  const query = new URLSearchParams(request.query);
  query.set('startAt', String(startAt));
  query.set('maxResults', String(maxResults));
  return `${core.baseUrl}${request.path}?${query.toString()}`;
}
