import { describe, expect, it } from 'vitest';
import { refusedGroups, phaseOf } from '../../../../src/domain/review/cycle';
import { foldCycle } from '../../../../src/domain/review/fold-cycle';
import { NO_ASSIGNMENT } from '../../../../src/domain/review/assignment';
import { aReview, someRules } from '../../../builders/a-review';
import { EXECUTOR, REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aRouteOut, aSyncedSeat } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const start = aReview({ seats: [aCleanup('ada', ['a', 'b'])] });
const approved = start.decide([1], 'remove').approve([1]);
const running = approved.startRun();
const removed = running.write('sent');
/** The removal of the first group, as the running run names it. */
const ABOUT_A = { runId: 'cycle-1.run-1', accountId: 'ada', groupId: 'a', lines: [1] };
const done = removed.endRun().verify('access-gone');

describe('A review shows itself as', () => {
  it.each<[string, string, Review]>([
    ['draft', 'before it opened', aReview({ seats: [aCleanup('ada')], open: false })],
    ['open', 'while lines are undecided', start],
    ['open', 'while decisions wait for approval', start.decide([1], 'remove')],
    ['open', 'after approvals, before a run', approved],
    ['executing', 'while a run goes on', running],
    ['executing', 'after a run that left approved lines', running.endRun('stopped')],
    ['verifying', 'while removals wait for their check', removed],
    ['verifying', 'when every removal was checked', done],
    ['signed-off', 'after its sign-off', done.signOff()],
    ['cancelled', 'after it was cancelled', start.cancel()],
  ])('%s %s', (phase, _, review) => {
    expect(phaseOf(review.cycle)).toBe(phase);
  });

  it('open when one line went back to undecided after a run', () => {
    const two = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] })
      .decide([1], 'remove')
      .approve([1]);
    expect(phaseOf(two.startRun().write('sent').cycle)).toBe('open');
  });
});

describe('A removal', () => {
  it('belongs to whoever executes it', () => {
    expect(running.line(1)).toMatchObject({ state: 'executing', executor: EXECUTOR });
  });

  it('goes on while one of its groups is not answered', () => {
    expect(running.write('sent', ['a']).line(1)).toMatchObject({ state: 'executing', removedAt: null });
  });

  it('waits for its check when every group is answered', () => {
    expect(removed.line(1).state).toBe('verifying');
  });

  it('waits for its check also where the membership was gone already', () => {
    expect(running.write('sent', ['a']).write('already-gone', ['b']).line(1).state).toBe('verifying');
  });

  it('waits for its check also when what was left of the person was cancelled', () => {
    const two = aReview({
      seats: [aCleanup('ada', ['a']), aCleanup('ada', ['b'], { product: 'confluence' })],
    })
      .decide([1, 2], 'remove')
      .approve([1, 2])
      .startRun()
      .write('sent', ['a'])
      .cancelRemoval('used meanwhile');
    expect(two.line(1)).toMatchObject({ state: 'verifying', outcome: null });
    expect(two.line(2)).toMatchObject({ state: 'closed', outcome: 'cancelled' });
  });

  it('goes on while an answer is unclear', () => {
    expect(running.write('sent', ['a']).write('unclear', ['b']).line(1).state).toBe('executing');
  });

  it('goes on when Atlassian declined it, which cannot have worked, and says when to ask again', () => {
    const notBefore = daysAhead(1);
    const declined = running.write('declined', ['a'], { notBefore });
    expect(declined.line(1)).toMatchObject({
      state: 'executing',
      removals: [{ groupId: 'a', state: 'unclear', mayHaveWorked: false, notBefore }],
    });
    expect(declined.cycle.runs[0]?.failures).toBe(0);
  });

  it('may have worked while its answer is unclear', () => {
    expect(running.write('unclear', ['a']).line(1).removals).toMatchObject([
      { mayHaveWorked: true, notBefore: null },
    ]);
  });

  it('may have worked again once it is sent anew after it was declined', () => {
    const again = running
      .write('declined', ['a'], { notBefore: daysAhead(1) })
      .record(EXECUTOR, { kind: 'removal-attempted', ...ABOUT_A, attempt: 2 });
    expect(again.line(1).removals).toMatchObject([
      { state: 'attempted', attempts: 2, mayHaveWorked: true, notBefore: null },
    ]);
  });

  it('closes as blocked, with the cause, when one group is refused', () => {
    expect(running.write('blocked', ['a']).line(1)).toMatchObject({
      state: 'closed',
      outcome: 'blocked',
      cause: 'it was blocked',
    });
  });

  it('counts as a failure of the run when it is refused', () => {
    expect(running.write('blocked', ['a']).cycle.runs[0]?.failures).toBe(1);
  });

  it('closes as cancelled, with the cause', () => {
    expect(running.cancelRemoval('used meanwhile').line(1)).toMatchObject({
      outcome: 'cancelled',
      cause: 'used meanwhile',
    });
  });

  it('is approved as before when its run was stopped', () => {
    expect(running.endRun('stopped').line(1)).toMatchObject({ state: 'approved', approvedBy: 'paul' });
  });
});

describe('A group counts as synced', () => {
  const question = aReview({ seats: [aSyncedSeat('ada')] })
    .decide([1], 'route-out')
    .handoff('1-identity');

  it.each<[string, Review, boolean]>([
    [
      'once it refused a removal, which is asked of the identity owner',
      running.write('blocked', ['a'], { handoffs: [question] }),
      true,
    ],
    [
      'not when the removal was blocked for the app’s owner',
      running.write('blocked', ['a'], { handoffs: [{ ...question, owner: 'app' }] }),
      false,
    ],
    ['not when the removal was blocked by ourselves', running.write('blocked', ['a']), false],
    ['not when Atlassian declined the caller', running.write('declined', ['a']), false],
    ['not when it was left', running.write('sent', ['a']), false],
  ])('%s', (_, review, refused) => {
    expect(['a', 'b'].map((id) => refusedGroups(review.cycle).has(id))).toEqual([refused, false]);
    expect(review.line(1).removals[0]?.groupRefused).toBe(refused);
  });
});

describe('A check', () => {
  const verified = removed.endRun();

  it.each([
    ['access-gone', 'removed'],
    ['membership-gone', 'removed'],
    ['not-changed', 'not-verified'],
    ['partly-removed', 'not-verified'],
    ['more-ended-than-approved', 'not-verified'],
  ] as const)('after a day that finds %s closes a line as %s', (found, outcome) => {
    expect(verified.verify(found).line(1)).toMatchObject({ state: 'closed', outcome });
  });

  it('within minutes closes nothing', () => {
    expect(verified.verify('access-gone', 'first').line(1)).toMatchObject({
      state: 'verifying',
      verifications: [{ check: 'first', outcome: 'access-gone' }],
    });
  });

  it('that could not be made closes nothing', () => {
    expect(verified.verify('unverifiable').line(1).state).toBe('verifying');
  });
});

describe('Carried handoffs', () => {
  const before = aReview({ seats: [aSyncedSeat('ada')] }).decide([1], 'route-out');
  const next = aReview({ seats: [aSyncedSeat('ada')], carried: before.cycle.handoffs });

  it('close their line as routed, with the question as it was', () => {
    expect(next.line(1)).toMatchObject({
      state: 'closed',
      outcome: 'routed',
      decision: { reason: 'carried-over', by: 'app' },
    });
    expect(next.handoff('1-identity').openedAt).toBe(before.handoff('1-identity').openedAt);
  });

  it('are not asked a second time', () => {
    expect(next.decide([1], 'route-out').cycle.handoffs).toEqual(before.cycle.handoffs);
  });

  it('are asked anew once they were closed', () => {
    const again = next.closeHandoff('1-identity', 'withdrawn').decide([1], 'route-out');
    expect(again.cycle.handoffs).toMatchObject([{ id: '1-identity', closed: null }]);
  });
});

describe('A line remembers', () => {
  it('the newest record that changed it, and whose it was', () => {
    expect(start.decide([1], 'remove').line(1).changed).toMatchObject({ sequence: 4, by: REVIEWER });
  });

  it('the newest by somebody else, however often its last changer came back', () => {
    const back = start.decide([1], 'remove', { by: 'olga' }).undo([1]).decide([1], 'keep');
    expect(back.line(1).changed).toEqual({ sequence: 6, by: REVIEWER, before: { sequence: 4, by: 'olga' } });
  });

  it('no record that changed others only', () => {
    const two = aReview({ seats: [aCleanup('ada'), aRouteOut('svc')] });
    expect(two.decide([1], 'remove').line(2)).toEqual(two.line(2));
  });
});

describe('A ledger of the first version', () => {
  it('names no assignment in its rules, which is that nobody is assigned', () => {
    const { assignment: _, ...rules } = someRules();
    const opened = { kind: 'cycle-opened', lines: 1, noResponseTouches: 1, rules } as const;
    const { cycle } = aReview({ seats: [aCleanup('ada')], open: false }).record(REVIEWER, opened);
    expect(cycle.rules.assignment).toEqual(NO_ASSIGNMENT);
    expect(cycle.lines).toMatchObject([{ assignee: null, assignments: [] }]);
  });

  it('may hold “not mine” as a decision, which left the line undecided', () => {
    const told = {
      reason: 'other',
      note: 'not my team',
      until: null,
      owners: [],
      control: null,
      handoffs: [],
    };
    const old = start.record(REVIEWER, { kind: 'lines-decided', lines: [1], decision: 'not-mine', ...told });
    expect(old.line(1)).toMatchObject({ state: 'undecided', deciders: [REVIEWER], assignee: null });
  });
});

it.each<[string, Review]>([
  ['an open review', start],
  ['a finished review', done.signOff()],
  ['a cancelled review', start.cancel()],
])('gives the same cycle when the ledger of %s is folded again', (_, { records, cycle }) => {
  expect(foldCycle('cycle-1', records)).toEqual(cycle);
});
