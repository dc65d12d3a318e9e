import type { AccountView, OrganizationReader } from '../organization-reader';
import { isSynced, isTeam, isUntold } from '../group-facts';
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
  isIdle,
  isStale,
  serviceWord,
  somePath,
} from './words';

type Exemption = NonNullable<NonNullable<OrganizationReader['seed']['policy']>['exemptions']>[number];

const exemptions = ({ seed }: OrganizationReader, test: (exemption: Exemption) => boolean): boolean =>
  (seed.policy?.exemptions ?? []).some(test);
const runs = ({ seed }: OrganizationReader, { expires }: Exemption): boolean =>
  Date.parse(expires) > Date.parse(seed.clock);
const nameWords = (who: AccountView): string[] => who.account.name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
const isUnmanaged = (who: AccountView): boolean => who.account.claimStatus === 'unmanaged';

export const IDENTITY_WITNESSES = {
  'service-by-name': (who) =>
    isIdle(who, JIRA) && serviceWord({ ...who, account: { ...who.account, email: '' } }) !== null,
  'service-by-joined-words': (who) => {
    const word = serviceWord({ ...who, account: { ...who.account, email: '' } });
    return isIdle(who, JIRA) && word !== null && !nameWords(who).includes(word);
  },
  'service-by-mailbox': (who) =>
    isIdle(who, JIRA) &&
    serviceWord({ ...who, account: { ...who.account, email: '' } }) === null &&
    serviceWord(who) !== null,
  'service-synced': (who) => isIdle(who, JIRA) && serviceWord(who) !== null && everyPath(who, JIRA, isSynced),
  'service-active': (who) => isActive(who, JIRA) && serviceWord(who) !== null,
  'on-technical-list': (who, { seed }) =>
    isStale(who, JIRA) &&
    serviceWord(who) === null &&
    (seed.policy?.technical ?? []).includes(who.account.accountId),
  'looks-like-a-bot': (who) =>
    isStale(who, JIRA) && serviceWord(who) === null && /bot|ci|api|sync|build/i.test(who.account.name),
  'token-only-worker': (who) =>
    isStale(who, JIRA) && serviceWord(who) === null && (who.tokenIdle ?? Infinity) < 90,
  'old-token': (who) => isStale(who, JIRA) && serviceWord(who) === null && (who.tokenIdle ?? 0) >= 90,
  'unmanaged-contractor': (who) =>
    isUnmanaged(who) && isStale(who, JIRA) && !who.account.email?.endsWith('@harbourline.example'),
  'unmanaged-without-email': (who) =>
    isUnmanaged(who) && isStale(who, JIRA) && who.account.email === undefined,
  'claim-untold': (who) => isStale(who, JIRA) && who.account.claimStatus === undefined,
  'exempt-account': (who, organization) =>
    isStale(who, JIRA) &&
    exemptions(
      organization,
      (exemption) =>
        exemption.match.account === who.account.accountId &&
        exemption.product === undefined &&
        runs(organization, exemption),
    ),
  'exempt-on-one-product': (who, organization) =>
    isStale(who, JIRA) &&
    exemptions(
      organization,
      (exemption) =>
        exemption.match.account === who.account.accountId &&
        exemption.product === CONFLUENCE &&
        runs(organization, exemption),
    ),
  'exempt-by-group': (who, organization) =>
    isStale(who, JSM) &&
    exemptions(
      organization,
      (exemption) =>
        who.groups.some(({ id }) => id === exemption.match.group) && runs(organization, exemption),
    ),
  'exempt-by-domain': (who, organization) =>
    isStale(who, JIRA) &&
    exemptions(
      organization,
      (exemption) =>
        who.account.email?.split('@')[1] === exemption.match.emailDomain && runs(organization, exemption),
    ),
  'exempt-by-name': (who, organization) =>
    isIdle(who, JIRA) &&
    exemptions(
      organization,
      ({ match, ...exemption }) =>
        match.namePattern !== undefined &&
        who.account.name.startsWith(match.namePattern.replace('*', '')) &&
        runs(organization, { match, ...exemption }),
    ),
  'exemption-expired': (who, organization) =>
    isStale(who, JIRA) &&
    exemptions(
      organization,
      (exemption) => exemption.match.account === who.account.accountId && !runs(organization, exemption),
    ),
} as const satisfies Record<string, Witness>;

const seatless = (who: AccountView): boolean => who.seats.length === 0;
const inGrantingGroup = (who: AccountView): boolean => who.paths(JIRA).length > 0;
const hasGroupRole = (who: AccountView, role: string): boolean =>
  who.groups.some(({ grants }) => grants.has(role));

export const NOT_BILLING_WITNESSES = {
  'guest-only': (who) => seatless(who) && (who.account.guestOf ?? []).length > 0,
  'guest-and-user': (who) => holds(who, JIRA) && (who.account.guestOf ?? []).includes(JIRA),
  'contributor-only': (who) => seatless(who) && hasGroupRole(who, `${JPD}/contributor`) && inUse(who, JPD),
  'customer-role-only': (who) => seatless(who) && hasGroupRole(who, `${JSM}/customer`),
  'stakeholder-only': (who) => seatless(who) && hasGroupRole(who, `${JSM}/stakeholder`),
  'user-access-admin-only': (who) => seatless(who) && who.ownRoles.has(`${JSM}/user-access-admin/direct`),
  'jira-core-admin-only': (who) => seatless(who) && hasGroupRole(who, 'jira-core/admin'),
  'outside-scope-only': (who, { seed }) =>
    seatless(who) &&
    hasGroupRole(who, 'compass/user') &&
    seed.products.some(({ key, plan }) => key === 'compass' && plan === 'FREE') &&
    hasGroupRole(who, 'studio-labs/user'),
  'portal-customer': (who) => who.account.accountType === 'customer',
  suspended: (who) => inGrantingGroup(who) && who.account.membershipStatus === 'suspended',
  deactivated: (who) => inGrantingGroup(who) && who.account.accountStatus === 'inactive',
  closed: (who) => inGrantingGroup(who) && who.account.accountStatus === 'closed',
  'without-membership': (who) =>
    inGrantingGroup(who) &&
    who.account.accountStatus === 'active' &&
    who.account.membershipStatus === 'no_membership',
  'app-in-default-groups': (who) =>
    who.account.accountType === 'app' && who.groups.filter(({ defaultOf }) => defaultOf.size > 0).length >= 2,
  'service-account': (who) => inGrantingGroup(who) && who.account.appType === 'service',
  'agent-account': (who) => who.account.appType === 'agent' && who.groups.length > 0,
} as const satisfies Record<string, Witness>;

const activeOn = (who: AccountView, ...products: readonly string[]): boolean =>
  holdsOnly(who, ...products) && products.every((product) => isActive(who, product));

export const EVERYDAY_WITNESSES = {
  'everyday-engineer': (who) =>
    activeOn(who, JIRA, CONFLUENCE) && somePath(who, JIRA, isSynced) && who.paths(JIRA).length === 2,
  'everyday-employee': (who) => activeOn(who, JIRA, CONFLUENCE) && everyPath(who, CONFLUENCE, isSynced),
  'everyday-office': (who) =>
    activeOn(who, JIRA, CONFLUENCE) && everyPath(who, JIRA, ({ defaultOf }) => defaultOf.size === 2),
  'everyday-agent': (who) => activeOn(who, JSM, CONFLUENCE) && !somePath(who, JSM, isSynced),
  'everyday-synced-agent': (who) => activeOn(who, JSM, CONFLUENCE) && somePath(who, JSM, isSynced),
  'everyday-product-manager': (who) => activeOn(who, JIRA, CONFLUENCE, JPD) && somePath(who, JPD, isSynced),
  'everyday-writer': (who) => activeOn(who, CONFLUENCE) && somePath(who, CONFLUENCE, isTeam),
  'everyday-contractor': (who) => activeOn(who, JIRA, CONFLUENCE) && isUnmanaged(who),
  'everyday-vendor': (who) => activeOn(who, JIRA) && hasGroupRole(who, `${JPD}/contributor`),
  'everyday-team-member': (who) => activeOn(who, JIRA, CONFLUENCE) && everyPath(who, JIRA, isTeam),
  'everyday-data-platform': (who) =>
    activeOn(who, JIRA) && who.paths(JIRA).length === 2 && everyPath(who, JIRA, isSynced),
  'everyday-acquired': (who) => activeOn(who, JIRA, CONFLUENCE) && everyPath(who, JIRA, isUntold),
  'everyday-pilot': (who) => activeOn(who, JIRA, CONFLUENCE, JPD) && hasGroupRole(who, 'compass/user'),
  'everyday-release-manager': (who) =>
    activeOn(who, JIRA, CONFLUENCE) && who.groups.some(({ grants }) => grants.size === 0),
  'everyday-alumnus': (who) => activeOn(who, JIRA) && everyPath(who, JIRA, ({ name }) => /admin/.test(name)),
  'everyday-by-jira-core': (who) => holdsOnly(who, JIRA) && isStale(who, JIRA) && inUse(who, 'jira-core'),
  'everyday-new-joiners': (who) =>
    activeOn(who, JPD, CONFLUENCE) &&
    everyPath(who, JPD, ({ provenance }) => Object.keys(provenance).length === 0),
} as const satisfies Record<string, Witness>;
