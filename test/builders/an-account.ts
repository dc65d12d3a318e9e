import type { AccountFacts, DeepFacts } from '../../src/domain/account';
import { known, unknown } from '../../src/domain/signal';
import { daysAgo, TAKEN_AT } from './times';

/** Account-level facts of a plain person who administers nothing; override what matters. */
export function aDeepReading(overrides: Partial<DeepFacts> = {}): DeepFacts {
  return {
    readAt: TAKEN_AT,
    assigned: known([]),
    tokenLastUsed: known(null),
    leads: known([]),
    administers: known([]),
    administersJira: unknown('platform roles tell it'),
    guest: known(false),
    ...overrides,
  };
}

/**
 * A managed person who joined 400 days ago, never used anything and was read account by account; in no group.
 * Override what matters.
 */
export function anAccount(overrides: Partial<AccountFacts> = {}): AccountFacts {
  const account: AccountFacts = {
    accountId: 'ada',
    accountType: 'atlassian',
    accountStatus: 'active',
    membershipStatus: 'active',
    claim: 'managed',
    synced: false,
    addedToOrg: daysAgo(400),
    lastActive: known({}),
    lastActiveElsewhere: null,
    exported: null,
    appType: known(null),
    platformRoles: known([]),
    groupIds: [],
    joined: {},
    assigned: [],
    firstSeen: {},
    undone: {},
    serviceWord: null,
    exemptions: [],
    deep: aDeepReading(),
    ...overrides,
  };
  if (new Set(account.groupIds).size < account.groupIds.length)
    throw new Error(`${account.accountId} is in a group twice`);
  return account;
}
