import { describe, expect, it } from 'vitest';
import { changeOf, differenceOf, goneSeats } from '../../../../src/domain/review/difference';
import { pastLines } from '../../../../src/domain/review/past-lines';
import type { Seat } from '../../../../src/domain/seat';
import type { SnapshotHeader } from '../../../../src/domain/snapshot';
import { aGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { aProduct } from '../../../builders/a-product';
import { aReview } from '../../../builders/a-review';
import type { Review } from '../../../builders/review';
import { aCleanup, aSeat, anAccountPath, aSplit, aSyncedSeat } from '../../../builders/a-seat';

const reviewed = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] });
const removed = (seat: Seat, found: 'access-gone' | 'membership-gone' = 'access-gone'): Review =>
  aReview({ seats: [seat] })
    .decide([1], 'remove')
    .approve([1])
    .startRun()
    .write('sent')
    .endRun()
    .verify(found)
    .signOff();
const kept = reviewed.decide([1, 2], 'keep').signOff();

const change = ({ cycle }: Review, line = 1) => {
  const found = cycle.lines[line - 1];
  return found === undefined ? undefined : changeOf(cycle, found);
};
const gone = (past: Review, seats: readonly Seat[] = [], header: Partial<SnapshotHeader> = {}) =>
  goneSeats(pastLines([past.cycle], null), seats, aHeader(header)).map(({ accountId, why }) => [
    accountId,
    why,
  ]);

describe('Against the last signed-off review a line is', () => {
  it('nothing in the first review, which has nothing to compare with', () => {
    expect(change(reviewed)).toBeNull();
    expect(differenceOf(reviewed.cycle)).toBeNull();
  });

  it('new when that one had no line of the seat', () => {
    expect(change(aReview({ seats: [aCleanup('cem')], past: [kept] }))).toBe('new');
  });

  it('new on another product of the same person', () => {
    const seats = [aCleanup('ada', ['local'], { product: 'confluence' })];
    expect(change(aReview({ seats, past: [kept] }))).toBe('new');
  });

  it('unchanged while nobody has decided', () => {
    expect(change(aReview({ seats: [aCleanup('ada')], past: [kept] }))).toBe('unchanged');
  });

  it('unchanged when the same was decided', () => {
    const next = aReview({ seats: [aCleanup('ada')], past: [kept] }).decide([1], 'keep');
    expect(change(next)).toBe('unchanged');
  });

  it('decided otherwise when something else was decided', () => {
    const next = aReview({ seats: [aCleanup('ada')], past: [kept] }).decide([1], 'remove');
    expect(change(next)).toBe('decided-otherwise');
  });

  it('unchanged when nobody decided it then: silence is no decision', () => {
    const past = reviewed.endDeciding().signOff();
    const next = aReview({ seats: [aCleanup('ada')], past: [past] }).decide([1], 'remove');
    expect(change(next)).toBe('unchanged');
  });

  it('unchanged when nobody decides it now', () => {
    const past = removed(aCleanup('ada'), 'membership-gone');
    const next = aReview({ seats: [aCleanup('ada')], past: [past] }).endDeciding();
    expect(change(next)).toBe('unchanged');
  });

  it('rebounded when its access had been verified as gone', () => {
    expect(change(aReview({ seats: [aCleanup('ada')], past: [removed(aCleanup('ada'))] }))).toBe('rebounded');
  });

  it('not rebounded when a synced path was left after the removal', () => {
    const past = removed(aSplit('ada'), 'membership-gone');
    expect(change(aReview({ seats: [aSyncedSeat('ada')], past: [past] }))).toBe('unchanged');
  });

  it('counted by how it stands', () => {
    const { cycle } = aReview({
      seats: [aCleanup('ada'), aCleanup('bob'), aCleanup('cem')],
      past: [kept],
    }).decide([1], 'remove');
    expect(differenceOf(cycle)).toEqual({
      lines: { new: 1, rebounded: 0, unchanged: 1, 'decided-otherwise': 1 },
      gone: 0,
    });
  });
});

describe('A seat of the last review that is no line now', () => {
  it.each<[string, Seat]>([
    ['active', aSeat('ada', { reason: 'active', activity: 'active' })],
    ['too-new', aSeat('ada', { reason: 'too-new', activity: 'too-new' })],
    ['protected', aSeat('ada', { reason: 'exempt' })],
  ])('is told as %s', (why, seat) => {
    expect(gone(kept, [seat, aCleanup('bob')])).toEqual([['ada', why]]);
  });

  it('is removed when that review verified it as gone and it is no seat', () => {
    expect(gone(removed(aCleanup('ada')))).toEqual([['ada', 'removed']]);
  });

  it('has ended when it is no seat and nobody removed it here', () => {
    expect(gone(kept, [aCleanup('bob')])).toEqual([['ada', 'seat-ended']]);
  });

  it('rebounded when it was verified as gone and is a seat again, too new for a line', () => {
    const seat = aSeat('ada', { reason: 'too-new', activity: 'too-new' });
    expect(gone(removed(aCleanup('ada')), [seat])).toEqual([['ada', 'rebounded']]);
  });

  it('is not there when it is a line', () => {
    expect(gone(kept, [aCleanup('ada'), aCleanup('bob')])).toEqual([]);
  });

  it('is not known when the scan did not see its product', () => {
    expect(gone(kept, [aCleanup('bob')], { products: [aProduct('confluence')] })).toEqual([
      ['ada', 'not-known'],
    ]);
  });

  it('is not known when a group of it did not tell what it grants', () => {
    const groups = [aGroup('local', { grantsComplete: false })];
    expect(gone(kept, [aCleanup('bob')], { groups })).toEqual([['ada', 'not-known']]);
  });

  it('is not known when it was a role on the account and the scan ran without a key', () => {
    const direct = aSeat('ada', {
      reason: 'owner-decision',
      owners: ['app'],
      paths: [anAccountPath('direct')],
    });
    const past = aReview({ seats: [direct] })
      .decide([1], 'keep')
      .signOff();
    expect(gone(past, [], { mode: 'jira-only' })).toEqual([['ada', 'not-known']]);
  });
});
