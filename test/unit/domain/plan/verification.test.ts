import { describe, expect, it } from 'vitest';
import { verifyRemoval, type Before } from '../../../../src/domain/plan/verification';
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

  it('access-gone when a role is left that does not bill, and names it', () => {
    const assigned = known([{ product: JIRA, role: 'guest', method: 'direct' as const }]);
    const fresh = { account: { deep: aDeepReading({ assigned }) } };
    expect(verify({ groups: GROUPS }, [], fresh)).toEqual({
      outcome: 'access-gone',
      note: `No seat on ${JIRA} is left. Still held, and not billed: guest.`,
    });
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

describe('A re-reading that knows what the person held before finds', () => {
  const WIKI = aSyncedGroup('wiki', 'confluence');
  const before = (...approved: string[]): Before => ({
    products: [JIRA, 'confluence'],
    approvedToEnd: new Set(approved),
  });
  const line = aReview({ seats: [seatIn({ groups: [...GROUPS, WIKI] })] }).line(1);
  const found = (left: readonly string[], given: Before) =>
    verifyRemoval(line, aReading({ groups: [...GROUPS, WIKI], account: { groupIds: left } }), given);

  it('more-ended-than-approved when another product is gone that nobody approved', () => {
    expect(found([], before(JIRA))).toEqual({
      outcome: 'more-ended-than-approved',
      note: 'confluence ended too, which nobody approved.',
    });
  });

  it('access-gone when the other product was approved to end on any of the person’s lines', () => {
    expect(found([], before(JIRA, 'confluence')).outcome).toBe('access-gone');
  });

  it('access-gone when the other product is still there, and names the line’s own product alone', () => {
    expect(found(['wiki'], before(JIRA))).toEqual({
      outcome: 'access-gone',
      note: `No access to ${JIRA} is left.`,
    });
  });
});

describe('A re-reading without an organization key', () => {
  const WIKI = aLocalGroup('wiki', 'confluence');
  const world: World = { groups: [...GROUPS, WIKI] };
  const seen = { ...world, account: { groupIds: [] }, header: { mode: 'jira-only' as const } };
  const lineOn = (product: string) => aReview({ seats: [seatIn(world, product)] }).line(1);

  it('does not claim that a product outside Jira ended', () => {
    const before = { products: [JIRA, 'confluence'], approvedToEnd: new Set([JIRA]) };
    expect(verifyRemoval(lineOn(JIRA), aReading(seen), before)).toEqual({
      outcome: 'access-gone',
      note: `No access to ${JIRA} is left. Without the organization key other products are not told.`,
    });
  });

  it('proves nothing of a line on a product outside Jira', () => {
    expect(verifyRemoval(lineOn('confluence'), aReading(seen))).toEqual({
      outcome: 'unverifiable',
      note: 'Without the organization key access to confluence is not told.',
    });
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
