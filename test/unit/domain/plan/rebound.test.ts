import type { VerificationOutcome } from '../../../../src/domain/review/after-removal';
import { describe, expect, it } from 'vitest';
import { corroborationOf, doorInWords, doorOf } from '../../../../src/domain/plan/rebound';
import { verifyRemoval } from '../../../../src/domain/plan/verification';
import { known } from '../../../../src/domain/signal';
import { aLocalGroup, aSyncedGroup } from '../../../builders/a-group';
import { aReview } from '../../../builders/a-review';
import { aDeepReading } from '../../../builders/an-account';
import { aReading, seatIn, type World } from '../../../builders/a-world';
import { daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const A = aLocalGroup('a', JIRA);
const seat = seatIn({ groups: [A] });
const removed = aReview({ seats: [seat] })
  .decide([1], 'remove')
  .approve([1])
  .startRun()
  .write('sent')
  .endRun();

/** Found as `first` first, then in these groups. */
function door(
  fresh: World,
  first: VerificationOutcome = 'access-gone',
  additions = null as Parameters<typeof doorOf>[3],
) {
  const line = removed.verify(first, 'first').line(1);
  const reading = aReading(fresh);
  return doorOf(line, verifyRemoval(line, reading).outcome, reading, additions);
}

describe('Access that a check found gone', () => {
  it('has not come back while it stays gone', () => {
    expect(door({ groups: [A], account: { groupIds: [] } })).toBeNull();
  });

  it('came back through the very group that was left', () => {
    expect(door({ groups: [A] })).toMatchObject({ through: 'same-group', groupId: 'a' });
  });

  it('came back through another group', () => {
    const world = { groups: [A, aLocalGroup('new', JIRA)], account: { groupIds: ['new'] } };
    expect(door(world)).toMatchObject({ through: 'other-group', groupId: 'new' });
  });

  it('came back through a synced group', () => {
    const world = { groups: [A, aSyncedGroup('okta', JIRA)], account: { groupIds: ['okta'] } };
    expect(door(world)).toMatchObject({ through: 'synced-group', groupId: 'okta' });
  });

  it('came back through a role on the account', () => {
    const assigned = known([{ product: JIRA, role: 'user', method: 'direct' as const }]);
    const world = { groups: [A], account: { groupIds: [], deep: aDeepReading({ assigned }) } };
    expect(door(world)).toMatchObject({ through: 'role', groupId: null });
  });

  it('names who gave it and when, as far as a log tells', () => {
    const { accountId } = seat;
    const log = [{ accountId, groupId: 'a', at: daysAhead(3), by: 'bob', log: 'organization' as const }];
    expect(door({ groups: [A] }, 'access-gone', log)?.event).toMatchObject({ at: daysAhead(3), by: 'bob' });
  });

  it('is no rebound of what was never found gone', () => {
    expect(door({ groups: [A] }, 'not-changed')).toBeNull();
  });
});

describe('A door in words', () => {
  it('says who gave it', () => {
    const event = { at: daysAhead(3), by: 'bob', log: 'organization' as const };
    expect(doorInWords({ through: 'same-group', groupId: 'a', event }, 'staff')).toBe(
      'Back through *staff*, which was left: given on 5 Nov 2026 by bob.',
    );
  });

  it('says that nobody tells', () => {
    expect(doorInWords({ through: 'other-group', groupId: 'a', event: null }, 'staff')).toContain(
      'who gave it is not told',
    );
  });
});

describe('A removal is corroborated', () => {
  const sent = { accountId: 'ada', groupId: 'a', attemptedAt: '2026-11-02T09:00:00.000Z' };
  const at = (time: string, of: Partial<{ accountId: string; groupId: string }> = {}) =>
    corroborationOf(sent, [
      { accountId: 'ada', groupId: 'a', by: 'key', log: 'organization', ...of, at: time },
    ]);

  it('by the event of the same membership at that time', () => {
    expect(at('2026-11-02T09:00:02.000Z')).toEqual({
      ...{ at: '2026-11-02T09:00:02.000Z', by: 'key', log: 'organization' },
    });
  });

  it.each([
    ['an earlier removal', at('2026-11-01T09:00:00.000Z')],
    ['a later removal', at('2026-11-02T11:00:00.000Z')],
    ['another group', at('2026-11-02T09:00:02.000Z', { groupId: 'b' })],
    ['somebody else', at('2026-11-02T09:00:02.000Z', { accountId: 'bob' })],
  ])('not by %s', (_, found) => {
    expect(found).toBeNull();
  });
});
