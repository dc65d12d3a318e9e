import type { UndoneMembership } from '../../../src/domain/review/after-removal';
import { membershipWrites, removalsIn, type MembershipWrite } from '../membership-writes';
import { recordsOf } from '../observed';
import type { Breach, Invariant } from './breach';

/** Nobody is added but to what the app itself took from them, and after a record that says so. */
export const onlyOwnRemovalsGivenBack: Invariant = (observed) => {
  const removals = removalsIn(observed.calls);
  const attempts = recordsOf(observed, 'undo').flatMap(({ event, at }) =>
    event.what.is === 'undo-attempted' ? [{ ...event.what, at }] : [],
  );
  return membershipWrites(observed.calls)
    .filter(({ adds }) => adds)
    .flatMap((write): Breach[] => {
      const told = `${write.accountId} was added to ${write.groupId}`;
      const isOwn = removals.some((each) => isSame(each, write) && each.at < write.at);
      if (!isOwn) return [{ what: `${told}, which the app never took from them.`, calls: [write.call] }];
      const isRecorded = attempts.some((each) => isSame(each, write) && Date.parse(each.at) <= write.at);
      return isRecorded ? [] : [{ what: `${told} without a record before it.`, calls: [write.call] }];
    });
};

type Pair = Pick<UndoneMembership, 'accountId' | 'groupId'>;

function isSame(a: Pair, b: Pick<MembershipWrite, 'accountId' | 'groupId'>): boolean {
  return a.accountId === b.accountId && a.groupId === b.groupId;
}
