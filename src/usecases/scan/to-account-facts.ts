import type { AccountFacts } from '../../domain/account';
import { emailDomainOf, exemptionMatches } from '../../domain/classification/exemption';
import { findServiceWord } from '../../domain/classification/service-word';
import type { Policy } from '../../domain/policy';
import { known, unknown } from '../../domain/signal';
import { toMillis } from '../../lib/duration';
import { sortedSet } from '../../lib/order';
import { factsOfExport, type ExportInHand } from './facts-of-export';
import type { GroupMember, OrganizationUser } from '../../ports/site-directory';

export interface AccountContext {
  readonly policy: Policy;
  readonly words: ReadonlySet<string>;
  readonly cloudId: string;
}

/** What is kept of a user of the organization API; name and e-mail address are matched and forgotten. */
export function toAccountFacts(user: OrganizationUser, context: AccountContext): AccountFacts {
  const groupIds = sortedSet(user.groupIds ?? []);
  const here: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const { resource, product, at } of user.lastUse ?? []) {
    if (at === null) continue;
    if (resource !== null && !resource.endsWith(`/${context.cloudId}`)) elsewhere.push(at);
    else here[product] = newer(here[product], at);
  }
  return {
    accountId: user.accountId,
    accountType: user.accountType,
    accountStatus: user.accountStatus,
    membershipStatus: user.membershipStatus,
    claim: user.claim,
    synced: user.synced,
    addedToOrg: user.addedToOrg,
    lastActive: user.lastUse === null ? unknown('the organization tells no dates of use') : known(here),
    lastActiveElsewhere: elsewhere.reduce<string | null>((newest, at) => newer(newest, at), null),
    exported: null,
    appType: unknown('Jira was not asked'),
    platformRoles:
      user.platformRoles === null
        ? unknown('the organization tells no platform roles')
        : known(sortedSet(user.platformRoles)),
    groupIds,
    joined: {},
    assigned: [],
    firstSeen: {},
    undone: {},
    ...matched({ accountId: user.accountId, name: user.name, email: user.email, groupIds }, context),
    deep: null,
  };
}

function newer(a: string | null | undefined, b: string): string {
  return (toMillis(a) ?? -Infinity) > (toMillis(b) ?? -Infinity) ? (a ?? b) : b;
}

/** What Jira and an imported user export tell of a member of a granting group. */
export function memberToAccountFacts(
  member: GroupMember,
  groupIds: readonly string[],
  context: AccountContext & { readonly exported: ExportInHand | null },
): AccountFacts {
  const { accountId, accountType, active } = member;
  return {
    accountId,
    accountType,
    accountStatus: active ? 'active' : 'inactive',
    membershipStatus: 'active',
    claim: 'unknown',
    synced: null,
    ...factsOfExport(member, context.exported),
    appType: unknown('Jira was not asked'),
    groupIds: sortedSet(groupIds),
    joined: null,
    assigned: [],
    firstSeen: {},
    undone: {},
    ...matched({ accountId, name: member.displayName, email: member.email, groupIds }, context),
    deep: null,
  };
}

function matched(
  person: { accountId: string; name: string; email: string | undefined; groupIds: readonly string[] },
  { policy, words }: AccountContext,
): Pick<AccountFacts, 'serviceWord' | 'exemptions' | 'emailDomain'> {
  const emailDomain = policy.emailDomains?.find((domain) => domain === emailDomainOf(person.email));
  return {
    serviceWord: findServiceWord(person, words),
    exemptions: policy.exemptions.flatMap((exemption, index) =>
      exemptionMatches(exemption, person) ? [index] : [],
    ),
    ...(emailDomain === undefined ? {} : { emailDomain }),
  };
}
