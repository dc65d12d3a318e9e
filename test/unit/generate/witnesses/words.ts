import { findServiceWord } from '../../../../src/domain/classification/service-word';
import { DEFAULT_WORDS } from '../../../../src/domain/policy';
import type { AccountView, GroupView, OrganizationReader } from '../organization-reader';

/** Whether this account is a case of the situation, judged by the seed alone. */
export type Witness = (who: AccountView, organization: OrganizationReader) => boolean;

const NEW_DAYS = 30;
const STALE_DAYS = 90;

export const JIRA = 'jira-software';
export const JSM = 'jira-servicedesk';
export const JPD = 'jira-product-discovery';
export const CONFLUENCE = 'confluence';

/** The seat is not a new one. */
export function isSettled(who: AccountView, product: string): boolean {
  const joined = who.joined(product);
  return (who.added === null || who.added >= NEW_DAYS) && (joined === undefined || joined >= NEW_DAYS);
}

export function isStale(who: AccountView, product: string): boolean {
  const idle = who.idle(product);
  return holds(who, product) && isSettled(who, product) && idle !== undefined && idle >= STALE_DAYS;
}

export function isActive(who: AccountView, product: string): boolean {
  return isSettled(who, product) && inUse(who, product);
}

/** Used within the threshold, whatever role allows it. */
export function inUse(who: AccountView, product: string): boolean {
  return (who.idle(product) ?? Infinity) < STALE_DAYS;
}

export function isNeverUsed(who: AccountView, product: string): boolean {
  const longHere = who.added !== null && who.added >= STALE_DAYS;
  return holds(who, product) && isSettled(who, product) && longHere && who.idle(product) === undefined;
}

/** Stale or never used: what a review is about. */
export function isIdle(who: AccountView, product: string): boolean {
  return isStale(who, product) || isNeverUsed(who, product);
}

export function holds(who: AccountView, product: string): boolean {
  return who.seats.includes(product);
}

/** Seats on exactly these products. */
export function holdsOnly(who: AccountView, ...products: readonly string[]): boolean {
  return who.seats.length === products.length && products.every((product) => who.seats.includes(product));
}

/** There is a path by group, and every one passes. */
export function everyPath(who: AccountView, product: string, test: (group: GroupView) => boolean): boolean {
  return who.paths(product).length > 0 && who.paths(product).every(test);
}

export function somePath(who: AccountView, product: string, test: (group: GroupView) => boolean): boolean {
  return who.paths(product).some(test);
}

export function serviceWord(who: AccountView): string | null {
  return findServiceWord(who.account, new Set(DEFAULT_WORDS));
}

/** Nothing about the account would ask for another owner: a managed person without rights or roles of their own. */
export function isPlainPerson(who: AccountView): boolean {
  const { account, groups, ownRoles } = who;
  return (
    account.claimStatus === 'managed' &&
    serviceWord(who) === null &&
    (account.platformRoles ?? []).length === 0 &&
    ownRoles.size === 0 &&
    groups.every(({ accessType }) => accessType === undefined)
  );
}

export function hasPlatformRole(who: AccountView, role: string): boolean {
  return (who.account.platformRoles ?? []).includes(role);
}

export function isGroup(name: string): (group: GroupView) => boolean {
  return (group) => group.name === name;
}
