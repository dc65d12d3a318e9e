import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFacts, DeepFacts } from '../../../../src/domain/account';
import { privilegeOf, sourceOf } from '../../../../src/domain/classification/path-source';
import { VERDICT_TABLE } from '../../../../src/domain/classification/verdict-table';
import type { GroupFacts } from '../../../../src/domain/group';
import type { Seat } from '../../../../src/domain/seat';
import { unknown } from '../../../../src/domain/signal';
import { seatsIn } from '../../../builders/a-world';
import { daysAgo } from '../../../builders/times';
import { anyWorld, anyWorldWithoutKey, type AnyWorld as Whole } from '../../../builders/arbitrary-world';

const RUNS = { numRuns: 2_000 };
const ROWS = VERDICT_TABLE.map(({ verdict, reason }) => `${verdict} ${reason}`);
const removes = ({ verdict }: Seat): boolean => verdict === 'cleanup' || verdict === 'split';

/** Products that bill for the account, worked out from its roles alone. */
function billableProducts({ account, groups }: Whole): string[] {
  const { accountType, accountStatus, membershipStatus, deep, assigned } = account;
  if (`${accountType} ${accountStatus} ${membershipStatus}` !== 'atlassian active active') return [];
  const onAccount = deep?.assigned.known === true ? deep.assigned.value : assigned;
  const billing = [...groups.flatMap(({ grants }) => grants), ...onAccount].filter(
    ({ product, role }) => role === 'user' || (role === 'admin' && product !== 'jira-core'),
  );
  const products = [...new Set(billing.map(({ product }) => product))].sort();
  const otherJira = products.some((product) => product.startsWith('jira-') && product !== 'jira-core');
  return otherJira ? products.filter((product) => product !== 'jira-core') : products;
}

it('gives every billable seat exactly one verdict, with its reason', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const seats = seatsIn(world);
      expect(seats.map(({ product }) => product)).toEqual(billableProducts(world));
      expect(seats.filter(({ verdict, reason }) => !ROWS.includes(`${verdict} ${reason}`))).toEqual([]);
    }),
    RUNS,
  );
});

it('never puts a synced, team, unknown or privileged group into a removal set, consented or not', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const byId = new Map(world.groups.map((group) => [group.id, group]));
      for (const { product, removalSet, consentedRemovalSet } of seatsIn(world))
        for (const id of [...removalSet, ...consentedRemovalSet]) {
          const group = byId.get(id);
          if (group === undefined) throw new Error(`${id} is not a group of the account`);
          expect(['default', 'local']).toContain(sourceOf(group, product).source);
          expect(privilegeOf(group)).not.toBe('privileged');
        }
    }),
    RUNS,
  );
});

it('says the same whatever the order of groups, grants and memberships', () => {
  const shuffled = anyWorld().chain((world) =>
    fc.record({
      world: fc.constant(world),
      groups: fc.shuffledSubarray([...world.groups], { minLength: world.groups.length }),
      groupIds: fc.shuffledSubarray([...world.account.groupIds], { minLength: world.groups.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ world, groups, groupIds }) => {
      const turned = groups.map((group) => ({ ...group, grants: [...group.grants].reverse() }));
      const other = { ...world, groups: turned, account: { ...world.account, groupIds } };
      expect(seatsIn(other)).toEqual(seatsIn(world));
    }),
    RUNS,
  );
});

it('removes only where something is left to remove, and never from a seat that it keeps', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      for (const seat of seatsIn(world)) expect(seat.removalSet.length > 0).toBe(removes(seat));
    }),
    RUNS,
  );
});

it('never says of a removal that something live would end', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const live = seatsIn(world).filter((seat) => removes(seat) && seat.elseEnds.some((end) => end.live));
      expect(live).toEqual([]);
    }),
    RUNS,
  );
});

/** Products on which the account holds a seat once it has left these groups. */
function productsAfterLeaving(world: Whole, groupIds: readonly string[]): string[] {
  const left = world.account.groupIds.filter((id) => !groupIds.includes(id));
  return seatsIn({ ...world, account: { ...world.account, groupIds: left } }).map(({ product }) => product);
}

describe('Once the removal set of a seat is left, its counterfactual comes true', () => {
  it('the seat of a cleanup is gone, and that of a split stays', () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        for (const seat of seatsIn(world).filter(removes))
          expect(productsAfterLeaving(world, seat.removalSet).includes(seat.product)).toBe(
            seat.verdict === 'split',
          );
      }),
      RUNS,
    );
  });

  it('of the other products exactly those have ended that it named', () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        const seats = seatsIn(world);
        const before = seats.map(({ product }) => product);
        for (const seat of seats.filter(removes)) {
          const after = productsAfterLeaving(world, seat.removalSet);
          const named = seat.elseEnds.map(({ product }) => product);
          const ended = before.filter((product) => product !== seat.product && !after.includes(product));
          expect(ended).toEqual(before.filter((product) => named.includes(product)));
          // Work management shows as a seat of its own once no other app of the Jira family is left.
          expect(after.filter((product) => !before.includes(product) && product !== 'jira-core')).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('what a split says that remains, remains', () => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        for (const seat of seatsIn(world).filter(({ verdict }) => verdict === 'split')) {
          const left = world.account.groupIds.filter((id) => !seat.removalSet.includes(id));
          const after = seatsIn({ ...world, account: { ...world.account, groupIds: left } });
          const paths = after.find(({ product }) => product === seat.product)?.paths ?? [];
          expect([...new Set(paths.map(({ groupId, via }) => groupId ?? via))].sort()).toEqual(
            seat.accessAfter,
          );
        }
      }),
      RUNS,
    );
  });
});

const UNTOLD = unknown('refused');
const deep =
  (change: (deep: DeepFacts) => DeepFacts) =>
  (world: Whole): Whole => ({
    ...world,
    account: { ...world.account, deep: world.account.deep === null ? null : change(world.account.deep) },
  });
const account =
  (change: Partial<AccountFacts>) =>
  (world: Whole): Whole => ({
    ...world,
    account: { ...world.account, ...change },
  });
const groups =
  (change: Partial<GroupFacts>) =>
  (world: Whole): Whole => ({
    ...world,
    groups: world.groups.map((group, index) => (index === 0 ? { ...group, ...change } : group)),
  });

/** The products whose seat would be removed only once a source no longer tells something, inferences aside. */
function removedByUnknown(world: Whole, untold: (world: Whole) => Whole): string[] {
  const before = new Map(seatsIn(world).map((seat) => [seat.product, seat]));
  return seatsIn(untold(world))
    .filter((seat) => {
      const then = before.get(seat.product);
      return removes(seat) && !seat.provisional && then !== undefined && !removes(then);
    })
    .filter(({ paths }) => !paths.some(({ inferredSource }) => inferredSource))
    .map(({ product }) => product);
}

describe('Unknown never turns a seat that stays into one that is removed, when nobody tells any more', () => {
  it.each<[string, (world: Whole) => Whole]>([
    ['last uses', account({ lastActive: UNTOLD })],
    ['platform roles', account({ platformRoles: UNTOLD })],
    ['when people were added to groups', account({ joined: null })],
    ['who owns a group, but for a default group, which is labelled', groups({ provenance: UNTOLD })],
    ['what kind a group is', groups({ accessType: UNTOLD })],
    ['roles on the account', deep((facts) => ({ ...facts, assigned: UNTOLD }))],
    ['projects led', deep((facts) => ({ ...facts, leads: UNTOLD }))],
    ['projects administered', deep((facts) => ({ ...facts, administers: UNTOLD }))],
    ['anything about the account itself: then it is provisional', account({ deep: null })],
  ])('%s', (_, untold) => {
    fc.assert(
      fc.property(anyWorld(), (world) => {
        expect(removedByUnknown(world, untold)).toEqual([]);
      }),
      RUNS,
    );
  });
});

it('labels every removal from a group of whose owner nothing is told', () => {
  fc.assert(
    fc.property(anyWorld(), (world) => {
      const untold = { ...world, groups: world.groups.map((group) => ({ ...group, provenance: UNTOLD })) };
      for (const { removalSet, paths } of seatsIn(untold))
        for (const path of paths)
          if (path.groupId !== undefined && removalSet.includes(path.groupId))
            expect(path.inferredSource).toBe(true);
    }),
    RUNS,
  );
});

describe('Without an organization key a seat is removed', () => {
  it('only of people whose export shows no recent use of anything else', () => {
    let removals = 0;
    fc.assert(
      fc.property(anyWorldWithoutKey(), (world) => {
        const { exported, lastActive } = world.account;
        if (!seatsIn(world).some(removes)) return;
        removals += 1;
        if (exported === null || !lastActive.known) throw new Error('removed without an export');
        const recent = Object.values(lastActive.value).filter((at) => at > daysAgo(90));
        expect({ recent, untold: exported.untold }).toEqual({ recent: [], untold: [] });
      }),
      RUNS,
    );
    expect(removals).toBeGreaterThan(0);
  });

  it.each<[string, (world: Whole) => Whole]>([
    ['the export', account({ exported: null, lastActive: UNTOLD })],
    ['when people were added to groups', account({ joined: null })],
    [
      'whether anything else was used',
      (world) => {
        const { exported } = world.account;
        return account({ exported: exported === null ? null : { ...exported, untold: ['confluence'] } })(
          world,
        );
      },
    ],
    ['what kind a group is', groups({ accessType: UNTOLD })],
    ['who administers Jira', deep((facts) => ({ ...facts, administersJira: UNTOLD }))],
    ['projects administered', deep((facts) => ({ ...facts, administers: UNTOLD }))],
  ])('never because %s is not told', (_, untold) => {
    fc.assert(
      fc.property(anyWorldWithoutKey(), (world) => {
        const before = seatsIn(world)
          .filter((seat) => removes(seat))
          .map(({ product }) => product);
        const after = seatsIn(untold(world)).filter((seat) => removes(seat) && !seat.provisional);
        expect(after.filter(({ product }) => !before.includes(product))).toEqual([]);
      }),
      RUNS,
    );
  });
});
