import { describe, expect, it } from 'vitest';
import type { GroupFacts } from '../../../../src/domain/group';
import {
  startUndo,
  undoBlockedBecause,
  type UndoCommand,
  type UndoOrder,
} from '../../../../src/domain/plan/undo';
import {
  aDefaultGroup,
  aGrant,
  aLocalGroup,
  aSyncedGroup,
  aTeamGroup,
  anUntoldGroup,
} from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import { EXECUTOR, type Review } from '../../../builders/review';
import { aCleanup } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const seats = [
  aCleanup('ada', ['a', 'b']),
  aCleanup('ada', ['b'], { product: 'confluence' }),
  aCleanup('bob', ['c']),
  aCleanup('cem', ['d']),
];
/** Ada's lines are one bundle; Cem's group was gone already. */
const removed = aReview({ seats })
  .decide([1, 2, 3, 4], 'remove')
  .approve([1, 2, 3, 4])
  .startRun()
  .write('sent', ['a', 'b', 'c'])
  .write('already-gone', ['d'])
  .endRun();

function undo(of: UndoCommand['of'], { by = 'urs', at = daysAhead(2), review = removed } = {}) {
  return startUndo(review.cycle, { undoId: 'undo-1', reason: 'still needed', of }, { by, at });
}
const says = (ruling: ReturnType<typeof undo>) => (ruling.ok ? null : ruling.message);
const items = (ruling: ReturnType<typeof undo>) =>
  ruling.ok && ruling.event.is === 'undo-started' ? ruling.event.items : [];

describe('An undo gives back', () => {
  it('the memberships of a line, with the lines that share its groups', () => {
    expect(items(undo({ line: 2 }))).toEqual([{ accountId: 'ada', lines: [1, 2], groupIds: ['a', 'b'] }]);
  });

  it('all of a person', () => {
    expect(items(undo({ accountId: 'bob' }))).toEqual([{ accountId: 'bob', lines: [3], groupIds: ['c'] }]);
  });

  it('all of a run, but for what somebody else had ended', () => {
    expect(items(undo({ runId: 'cycle-1.run-1' })).map(({ accountId }) => accountId)).toEqual(['ada', 'bob']);
  });
});

describe('An undo is refused', () => {
  it('of what was not removed by us', () => {
    expect(says(undo({ line: 4 }))).toBe('Nothing of that was removed under this review.');
  });

  it('after 30 days', () => {
    expect(says(undo({ line: 3 }, { at: daysAhead(32) }))).toContain('more than 30 days ago');
  });

  it('to whose own account it is', () => {
    expect(says(undo({ line: 3 }, { by: 'bob' }))).toContain('is your own account');
  });

  it('while a run of removals goes on', () => {
    const review = aReview({ seats }).decide([3], 'remove').approve([3]).startRun();
    expect(says(undo({ line: 3 }, { review }))).toContain('A run of removals is going on');
  });

  it('twice', () => {
    const ruling = undo({ line: 3 });
    if (!ruling.ok) throw new Error(ruling.message);
    const review = removed.record(EXECUTOR, { kind: 'undo', what: ruling.event });
    expect(says(undo({ line: 3 }, { review }))).toBe('Line 3 was undone already.');
  });
});

describe('A line whose removal is undone', () => {
  const membership = { undoId: 'undo-1', accountId: 'bob', groupId: 'c', lines: [3] };
  const begun = (): Review => {
    const ruling = undo({ line: 3 });
    if (!ruling.ok) throw new Error(ruling.message);
    return removed.record(EXECUTOR, { kind: 'undo', what: ruling.event });
  };
  const observed = (outcome: 'added' | 'refused', note = '') =>
    begun()
      .record(EXECUTOR, { kind: 'undo', what: { is: 'undo-attempted', ...membership, attempt: 1 } })
      .record(EXECUTOR, {
        kind: 'undo',
        what: { is: 'undo-observed', ...membership, outcome, status: 201, note },
      });

  it('closes as undone once its memberships were given back, and keeps what was removed', () => {
    const line = observed('added').line(3);
    expect(line).toMatchObject({ state: 'closed', outcome: 'undone', cause: 'still needed' });
    expect(line.removals).toHaveLength(1);
  });

  it('stays as it was where everything was refused, and says why', () => {
    const line = observed('refused', 'the group is synced now').line(3);
    expect(line.outcome).not.toBe('undone');
    expect(line.undo?.groups).toMatchObject([{ state: 'refused', note: 'the group is synced now' }]);
  });
});

describe('A membership is never given back', () => {
  const LOCAL = aLocalGroup('g', JIRA);
  const blocked = (now: GroupFacts, order: Partial<UndoOrder> = {}) =>
    undoBlockedBecause({
      ...{ accountId: 'ada', groupId: 'g', actor: 'urs', then: LOCAL, accountType: 'atlassian' },
      ...{ header: aHeader({ groups: [now] }), confirmedGroups: new Set<string>(), ...order },
    });

  it('where nothing speaks against it, it is', () => {
    expect(blocked(LOCAL)).toBeNull();
  });

  it.each<[string, GroupFacts, Partial<UndoOrder>, string]>([
    ['to a synced group', aSyncedGroup('g', JIRA), {}, 'the group is a scim group now'],
    ['to a team', aTeamGroup('g', JIRA), {}, 'the group is a team group now'],
    ['to a group of unknown owner', anUntoldGroup('g', JIRA), {}, "the group's owner is unknown"],
    [
      'to a group that gives administration',
      { ...LOCAL, grants: [...LOCAL.grants, aGrant(JIRA, 'admin')] },
      {},
      'the group gives administration now',
    ],
    [
      'to a group that grants more than when it was left',
      { ...LOCAL, grants: [...LOCAL.grants, aGrant('confluence')] },
      {},
      'the group grants more than when it was left: user of confluence',
    ],
    [
      'to a default group that nobody confirmed as not synced',
      { ...anUntoldGroup('g', JIRA), grants: aDefaultGroup('g', JIRA).grants },
      {},
      'nobody confirmed that the group is not synced',
    ],
    ['to oneself', LOCAL, { actor: 'ada' }, 'nobody gives access back to themselves'],
    ['to an app', LOCAL, { accountType: 'app' }, 'app and service accounts are never changed'],
    ['to a group that is gone', aLocalGroup('other', JIRA), {}, 'the group was not read'],
  ])('%s', (_, now, order, why) => {
    expect(blocked(now, order)).toBe(why);
  });
});
