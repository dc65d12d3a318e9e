import { describe, expect, it } from 'vitest';
import type { UndoFact } from '../../../../src/domain/review/after-removal';
import { rungOf } from '../../../../src/domain/money/rung';
import { isUndoable, startUndo, stopUndo, type UndoCommand } from '../../../../src/domain/plan/undo';
import { signOffBlockers } from '../../../../src/domain/review/sign-off';
import { aReview } from '../../../builders/a-review';
import { EXECUTOR, type Review } from '../../../builders/review';
import { aCleanup } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

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
  ruling.ok && ruling.event?.is === 'undo-started' ? ruling.event.items : [];
const begin = (of: UndoCommand['of'], more: Parameters<typeof undo>[1] = {}): Review => {
  const ruling = undo(of, more);
  if (!ruling.ok || ruling.event === null) throw new Error('Nothing was begun.');
  return (more.review ?? removed).record(EXECUTOR, { kind: 'undo', what: ruling.event });
};

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

  it('of each group by itself, from its own removal on', () => {
    const line = removed.line(1);
    const [a, b] = line.removals;
    if (a === undefined || b === undefined) throw new Error('Two groups were left.');
    const old = { ...line, removals: [{ ...a, attemptedAt: daysAhead(-20) }, b] };
    const cycle = { ...removed.cycle, lines: [old, ...removed.cycle.lines.slice(1)] };
    const of = { line: 1 };
    const ruling = startUndo(
      cycle,
      { undoId: 'undo-1', reason: 'still needed', of },
      { by: 'urs', at: daysAhead(12) },
    );
    expect(items(ruling)).toMatchObject([{ groupIds: ['b'] }]);
  });

  it('to whose own account it is', () => {
    expect(says(undo({ line: 3 }, { by: 'bob' }))).toContain('is your own account');
  });

  it('while a run of removals goes on', () => {
    const review = aReview({ seats }).decide([3], 'remove').approve([3]).startRun();
    expect(says(undo({ line: 3 }, { review }))).toContain('A run of removals is going on');
  });

  it('once everything is back', () => {
    const review = observe(begin({ line: 3 }), 'c', 'added');
    expect(says(undo({ line: 3 }, { review }))).toBe(
      'Line 3 was undone already: nothing is left to give back.',
    );
    expect(isUndoable(review.line(3))).toBe(false);
  });
});

/** Ada's line 1 lost `a` and `b`, her line 2 `b`; Bob's line 3 `c`. */
const LINES: Readonly<Record<string, number[]>> = { a: [1], b: [1, 2], c: [3] };
type Observed = Extract<UndoFact, { is: 'undo-observed' }>;

function observe(
  review: Review,
  groupId: string,
  outcome: Observed['outcome'],
  { undoId = 'undo-1', note = '' } = {},
): Review {
  const accountId = groupId === 'c' ? 'bob' : 'ada';
  const about = { undoId, accountId, groupId, lines: LINES[groupId] ?? [] };
  return review
    .record(EXECUTOR, { kind: 'undo', what: { is: 'undo-attempted', ...about, attempt: 1 } })
    .record(EXECUTOR, { kind: 'undo', what: { is: 'undo-observed', ...about, outcome, status: null, note } });
}

describe('An undo that was begun and not settled', () => {
  const begun = begin({ accountId: 'bob' });

  it('is gone on with, instead of a second one', () => {
    expect(undo({ line: 3 }, { review: begun, by: 'emil' })).toEqual({
      ...{ ok: true, undoId: 'undo-1', event: null },
    });
  });

  it('may be gone on with by somebody else, whom the record names once', () => {
    const ruling = undo({ line: 3 }, { review: begun, by: 'urs' });
    expect(ruling).toMatchObject({ undoId: 'undo-1', event: { is: 'undo-resumed', lines: [3] } });
    const event: UndoFact = { is: 'undo-resumed', undoId: 'undo-1', reason: 'on leave', lines: [3] };
    const resumed = begun.record('urs', { kind: 'undo', what: event });
    expect(resumed.line(3).undo).toMatchObject({ by: 'emil', resumedBy: 'urs' });
    expect(undo({ line: 3 }, { review: resumed, by: 'urs' })).toMatchObject({ event: null });
  });

  it('is not for whose own account it is', () => {
    expect(says(undo({ line: 3 }, { review: begun, by: 'bob' }))).toContain('is your own account');
  });

  it('keeps the review from its sign-off', () => {
    expect(signOffBlockers(begun.cycle)).toContain(
      '1 removal is being undone: go on with its undo, or stop it.',
    );
  });

  it('takes no saving off before something was given back', () => {
    const before = rungOf(removed.line(3));
    expect(before).toBe('removed');
    expect(rungOf(begun.line(3))).toBe(before);
    expect(rungOf(observe(begun, 'c', 'refused').line(3))).toBe(before);
    expect(rungOf(observe(begun, 'c', 'added').line(3))).toBeNull();
  });

  it('waits on where Atlassian declined the addition', () => {
    const undoing = observe(begun, 'c', 'declined', { note: 'Atlassian asks to wait.' }).line(3).undo;
    expect(undoing?.groups).toMatchObject([
      { state: 'waiting', attempts: 1, note: 'Atlassian asks to wait.' },
    ]);
  });
});

describe('An undo that is stopped', () => {
  const stop = (review: Review): Review => {
    const ruling = stopUndo(review.cycle, { undoId: 'undo-1', reason: 'enough' });
    if (!ruling.ok) throw new Error(ruling.message);
    return review.record('urs', { kind: 'undo', what: ruling.event });
  };

  it('leaves removed what was not given back, to be undone another time', () => {
    const review = stop(begin({ accountId: 'bob' }));
    expect(review.line(3)).toMatchObject({ state: 'verifying', undo: { groups: [{ state: 'stopped' }] } });
    expect(items(undo({ line: 3 }, { review }))).toMatchObject([{ groupIds: ['c'] }]);
  });

  it('keeps what was given back', () => {
    const review = stop(observe(begin({ accountId: 'ada' }), 'a', 'added'));
    expect(review.line(1)).toMatchObject({
      outcome: 'partly-undone',
      cause: 'still needed (Stopped: enough)',
    });
  });

  it('still looks at what was begun, and keeps no sign-off waiting', () => {
    const review = stop(observe(begin({ accountId: 'bob' }), 'c', 'unclear'));
    expect(review.line(3).undo?.groups).toMatchObject([{ state: 'unclear' }]);
    expect(signOffBlockers(review.cycle).join(' ')).not.toContain('being undone');
  });

  it.each([
    ['once', stop(observe(begin({ accountId: 'bob' }), 'c', 'unclear')), 'This undo was stopped already.'],
    ['while it goes on', observe(begin({ accountId: 'bob' }), 'c', 'added'), 'This undo has ended already.'],
    ['where it is known', removed, 'There is no such undo.'],
  ])('is so only %s', (_, review, message) => {
    expect(stopUndo(review.cycle, { undoId: 'undo-1', reason: 'enough' })).toMatchObject({ message });
  });
});

describe('A line whose removal is undone', () => {
  it('closes as undone once its memberships were given back, and keeps what was removed', () => {
    const line = observe(begin({ line: 3 }), 'c', 'added').line(3);
    expect(line).toMatchObject({ state: 'closed', outcome: 'undone', cause: 'still needed' });
    expect(line.removals).toHaveLength(1);
  });

  it('stays as it was where everything was refused, and says why', () => {
    const line = observe(begin({ line: 3 }), 'c', 'refused', { note: 'the group is synced now' }).line(3);
    expect(line.outcome).not.toBe('undone');
    expect(line.undo?.groups).toMatchObject([{ state: 'refused', note: 'the group is synced now' }]);
  });

  const partly = observe(observe(begin({ accountId: 'ada' }), 'a', 'added'), 'b', 'refused', { note: 'No.' });

  it('is partly undone where a part was refused', () => {
    expect(partly.line(1)).toMatchObject({ outcome: 'partly-undone', cause: 'still needed (No.)' });
    expect(partly.line(2).outcome).not.toBe('partly-undone');
  });

  it('may be undone for the rest, and is undone once that is back', () => {
    const rest = undo({ line: 1 }, { review: partly });
    expect(items(rest)).toEqual([{ accountId: 'ada', lines: [1, 2], groupIds: ['b'] }]);
    const started = { is: 'undo-started' as const, undoId: 'undo-2', reason: 'again', items: items(rest) };
    const again = partly.record(EXECUTOR, { kind: 'undo', what: started });
    const whole = observe(again, 'b', 'added', { undoId: 'undo-2' });
    expect([1, 2].map((line) => whole.line(line).outcome)).toEqual(['undone', 'undone']);
  });
});
