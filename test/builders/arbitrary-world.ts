import fc from 'fast-check';
import type { AccountFacts, AssignedRole } from '../../src/domain/account';
import type { GroupFacts, Provenance } from '../../src/domain/group';
import type { Policy } from '../../src/domain/policy';
import { known, unknown, type Signal } from '../../src/domain/signal';
import { aGrant, aGroup, TOLD } from './a-group';
import { aDeepReading, anAccount } from './an-account';
import type { World } from './a-world';
import { daysAgo, daysAhead } from './times';

const PRODUCTS = ['confluence', 'jira-core', 'jira-product-discovery', 'jira-servicedesk', 'jira-software'];
const GROUPS = ['g-1', 'g-2', 'g-3'];

/** The plain value, and one of the others about once in eight times: most seats must come far down the table. */
function mostly<T>(plain: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 8 * others.length, arbitrary: fc.constant(plain) },
    ...others.map((other) => ({ weight: 1, arbitrary: fc.constant(other) })),
  );
}

function anySignal<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Signal<T>> {
  return fc.oneof(
    { weight: 20, arbitrary: value.map((each) => known(each)) },
    { weight: 1, arbitrary: fc.constant(unknown('not told')) },
  );
}

const anyTime = fc.constantFrom(91, 120, 150, 181, 400, 1, 89).map((days) => daysAgo(days));

const anyProvenance = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Provenance[]>(TOLD.local, TOLD.local, TOLD.scim, TOLD.team) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        externalSynced: fc.boolean(),
        managedBy: fc.constantFrom('admins', 'admins', 'external', 'open', 'team-members', 'robots'),
        modifiable: fc.constantFrom(true, true, false),
      },
      { requiredKeys: [] },
    ),
  },
);

const anyGrants = fc
  .uniqueArray(
    fc.record({
      product: fc.constantFrom(...PRODUCTS),
      role: mostly('user', 'admin', 'guest', 'user-access-admin'),
      isDefault: fc.boolean(),
    }),
    { selector: ({ product, role }) => `${product} ${role}`, minLength: 1, maxLength: 3 },
  )
  // A group is a default group of a product or it is not, whatever the role.
  .map((grants) =>
    grants.map(({ product, role }) =>
      aGrant(product, role, grants.find((grant) => grant.product === product)?.isDefault),
    ),
  );

const anyGroup = (id: string): fc.Arbitrary<GroupFacts> =>
  fc
    .record({
      provenance: anySignal(anyProvenance),
      accessType: anySignal(mostly<'admin' | 'site-admin' | null>(null, 'admin', 'site-admin')),
      grants: anyGrants,
      grantsComplete: mostly(true, false),
    })
    .map((facts) => aGroup(id, facts));

const someAssigned: fc.Arbitrary<AssignedRole[]> = fc.array(
  fc.record({
    product: fc.constantFrom(...PRODUCTS),
    role: fc.constantFrom('user', 'admin', 'user-access-admin'),
    method: fc.constantFrom('direct' as const, 'inferred' as const),
  }),
  { minLength: 1, maxLength: 2 },
);

const anyAssigned = fc.oneof(
  { weight: 8, arbitrary: fc.constant<AssignedRole[]>([]) },
  { weight: 1, arbitrary: someAssigned },
);

const anyProjects = anySignal(mostly<string[]>([], ['OPS']));

const anyDeepReading = fc
  .record({
    assigned: anySignal(anyAssigned),
    tokenLastUsed: anySignal(mostly<string | null>(null, daysAgo(1), daysAgo(120))),
    leads: anyProjects,
    administers: anyProjects,
  })
  .map((facts) => aDeepReading(facts));

const anyAccount: fc.Arbitrary<AccountFacts> = fc
  .record({
    accountType: mostly('atlassian', 'app', 'unknown'),
    accountStatus: mostly('active', 'inactive'),
    membershipStatus: mostly('active', 'suspended'),
    claim: mostly<AccountFacts['claim']>('managed', 'unmanaged', 'unknown'),
    synced: fc.constantFrom(true, false, null),
    addedToOrg: mostly<string | null>(daysAgo(400), daysAgo(91), daysAgo(60), daysAgo(1), null),
    lastActive: anySignal(fc.dictionary(fc.constantFrom(...PRODUCTS), anyTime, { maxKeys: 2 })),
    platformRoles: anySignal(mostly<string[]>([], ['ai-access'], ['org-admin'])),
    joined: mostly<Record<string, string>>({}, { 'g-1': daysAgo(1) }, { 'g-2': daysAgo(60) }),
    appType: anySignal(mostly<string | null>(null, 'service')),
    serviceWord: mostly<string | null>(null, 'svc'),
    exemptions: mostly<number[]>([], [0]),
    deep: fc.oneof({ weight: 8, arbitrary: anyDeepReading }, { weight: 1, arbitrary: fc.constant(null) }),
  })
  .map((facts) => anAccount({ ...facts, groupIds: GROUPS }));

const anyPolicy: fc.Arbitrary<Partial<Policy>> = fc.record({
  unmanaged: fc.constantFrom('ask-business' as const, 'local' as const),
  jsmOnCall: fc.constantFrom('yes' as const, 'no' as const, 'unanswered' as const),
  technical: mostly<string[]>([], ['ada']),
  exemptions: fc.constant([
    { match: { account: 'ada' }, expires: daysAhead(9), reason: 'board', owner: 'olga' },
  ]),
});

export type AnyWorld = World & { readonly account: AccountFacts; readonly groups: readonly GroupFacts[] };

/** What a user export tells of somebody; the products that it speaks of were used, never used, or are left open. */
const anyExport = fc
  .record({
    uses: fc.dictionary(fc.constantFrom(...PRODUCTS), anyTime, { maxKeys: 2 }),
    never: fc.subarray(['jira-software', 'jira-servicedesk', 'jira-product-discovery', 'confluence']),
    untold: mostly<string[]>([], ['confluence'], ['elsewhere'], ['jira-core']),
  })
  .map(({ uses, never, untold }) => ({
    lastActive: known(uses),
    exported: { at: daysAgo(0, 9 * 3600), never, untold },
  }));

/** The same world as Jira and perhaps a user export tell it, without an organization key. */
export function anyWorldWithoutKey(): fc.Arbitrary<AnyWorld> {
  const told = fc.oneof(
    { weight: 6, arbitrary: anyExport },
    { weight: 1, arbitrary: fc.constant({ lastActive: unknown('no export'), exported: null }) },
  );
  return fc
    .record({ world: anyWorld(), told, administersJira: anySignal(mostly(false, true)) })
    .map(({ world, told: exported, administersJira }) => ({
      ...world,
      header: { mode: 'jira-only' as const },
      groups: world.groups.map((group) => ({
        ...group,
        provenance: unknown('Jira does not tell'),
        grants: group.grants.filter(({ product }) => product.startsWith('jira-')),
        grantsComplete: false,
        elsewhere: [],
      })),
      account: {
        ...world.account,
        ...exported,
        claim: 'unknown' as const,
        platformRoles: unknown('Jira does not tell'),
        deep:
          world.account.deep === null
            ? null
            : {
                ...world.account.deep,
                assigned: unknown('no key'),
                tokenLastUsed: unknown('no key'),
                administersJira,
              },
      },
    }));
}

/** A world with one account in one to three groups, in which any source may have refused to tell. */
export function anyWorld(): fc.Arbitrary<AnyWorld> {
  const groups = fc
    .tuple(anyGroup('g-1'), anyGroup('g-2'), anyGroup('g-3'))
    .chain((all) => fc.shuffledSubarray(all, { minLength: 1 }));
  return fc
    .record({ groups, account: anyAccount, policy: anyPolicy })
    .map(({ groups: held, account, policy }) => ({
      groups: held,
      account: { ...account, groupIds: held.map(({ id }) => id) },
      policy,
    }));
}
