import { describe, expect, it } from 'vitest';
import { verifyRemoval } from '../../../../src/domain/plan/verification';
import { known, unknown } from '../../../../src/domain/signal';
import { aLocalGroup, aSyncedGroup } from '../../../builders/a-group';
import { aReview } from '../../../builders/a-review';
import { aDeepReading } from '../../../builders/an-account';
import { aReading, seatIn, type World } from '../../../builders/a-world';

const JIRA = 'jira-software';
const GROUPS = [aLocalGroup('a', JIRA), aLocalGroup('b', JIRA)];
const SYNCED = aSyncedGroup('synced', JIRA);

/** What a re-reading proves when the account is left in these groups. */
function verify(approved: World, left: readonly string[], fresh: World = {}) {
  const line = aReview({ seats: [seatIn(approved)] }).line(1);
  const groups = fresh.groups ?? approved.groups ?? [];
  return verifyRemoval(line, aReading({ groups, account: { groupIds: left, ...fresh.account } }));
}

describe('A re-reading finds', () => {
  it('access-gone when no group and no access is left', () => {
    expect(verify({ groups: GROUPS }, []).outcome).toBe('access-gone');
  });

  it('membership-gone after the local part of a split, and names the path that remains', () => {
    expect(verify({ groups: [...GROUPS, SYNCED] }, ['synced'])).toEqual({
      outcome: 'membership-gone',
      note: 'Access remains through synced.',
    });
  });

  it('membership-gone when access came back by another door', () => {
    const fresh = { groups: [...GROUPS, aLocalGroup('new', JIRA)] };
    expect(verify({ groups: GROUPS }, ['new'], fresh)).toMatchObject({
      outcome: 'membership-gone',
      note: 'Access remains through new.',
    });
  });

  it('membership-gone when a role sits on the account', () => {
    const assigned = known([{ product: JIRA, role: 'user', method: 'direct' as const }]);
    const fresh = { account: { deep: aDeepReading({ assigned }) } };
    expect(verify({ groups: GROUPS }, [], fresh)).toEqual({
      outcome: 'membership-gone',
      note: 'Access remains through direct.',
    });
  });

  it('partly-removed when one of the groups is still held', () => {
    expect(verify({ groups: GROUPS }, ['b'])).toEqual({
      outcome: 'partly-removed',
      note: 'Still a member of b.',
    });
  });

  it('not-changed when every group is still held', () => {
    expect(verify({ groups: GROUPS }, ['a', 'b'])).toEqual({
      outcome: 'not-changed',
      note: 'Still a member of a and b.',
    });
  });

  it('more-ended-than-approved when the path that was to remain is gone too', () => {
    expect(verify({ groups: [...GROUPS, SYNCED] }, []).outcome).toBe('more-ended-than-approved');
  });
});

describe('A re-reading proves nothing', () => {
  it('when the account could not be read', () => {
    const line = aReview({ seats: [seatIn({ groups: GROUPS })] }).line(1);
    expect(verifyRemoval(line, null).outcome).toBe('unverifiable');
  });

  it('when roles on the account could not be read', () => {
    const account = { deep: aDeepReading({ assigned: unknown('refused') }) };
    expect(verify({ groups: GROUPS }, [], { account }).outcome).toBe('unverifiable');
  });

  it('when the account was not read on its own', () => {
    expect(verify({ groups: GROUPS }, [], { account: { deep: null } }).outcome).toBe('unverifiable');
  });
});
