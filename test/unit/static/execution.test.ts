import { describe, expect, it } from 'vitest';
import {
  executorChoices,
  executorsInWords,
  peopleInRun,
  planInWords,
  planRows,
  skipGroups,
  startObstacle,
} from '../../../static/admin/view-models/plan';
import {
  afterRun,
  afterVerifying,
  awaitsCheck,
  executorInWords,
  hasMoved,
  isAlarm,
  isUnended,
  runInWords,
  runRows,
  runShare,
  verificationInWords,
} from '../../../static/admin/view-models/run';
import { SOMEBODY } from './builders';
import { aPlan, aRun } from './execution-builders';

describe('the plan', () => {
  it('counts people and removals, and how many runs they need', () => {
    expect(planInWords(aPlan({ people: 120, writes: 140 }))).toBe(
      '120 people, 140 removals. A run takes at most 50 people, so 3 runs are needed.',
    );
    expect(peopleInRun(aPlan({ people: 120 }))).toBe(50);
  });

  it('says what ends and what stays, also when nothing does', () => {
    const [row] = planRows([
      {
        accountId: SOMEBODY,
        lines: [1, 2],
        groups: [],
        ends: ['Jira', 'Loom'],
        stays: [],
        inProjects: '',
        notice: [],
      },
    ]);
    expect(row).toMatchObject({ lines: '1, 2', ends: 'Jira and Loom', stays: 'Nothing stays' });
  });

  it('gives the reason why it may not start', () => {
    expect(startObstacle(aPlan())).toBe('');
    expect(startObstacle(aPlan({ mayStart: false, mayNotBecause: 'You approved a line.' }))).toBe(
      'You approved a line.',
    );
    expect(startObstacle(aPlan({ mayStart: false }))).toBe('No approved removal waits.');
  });

  it('groups what it leaves out by cause', () => {
    const skips = [1, 2, 3].map((line) => ({
      line,
      accountId: SOMEBODY,
      why: line < 3 ? 'Group is synced' : 'Exempt',
    }));
    expect(skipGroups(aPlan({ skips })).map(({ why, lines }) => [why, lines.length])).toEqual([
      ['Group is synced', 2],
      ['Exempt', 1],
    ]);
  });
});

describe('who removes', () => {
  const both = [
    { executor: 'organization-key', mayNotBecause: null },
    { executor: 'acting-administrator', mayNotBecause: null },
  ] as const;

  it('is said with why another way is not possible', () => {
    const executors = [
      { executor: 'organization-key', mayNotBecause: 'You administer Jira alone.' },
    ] as const;
    expect(executorsInWords(aPlan({ executors }))).toEqual([
      'SeatTrace, with the organization key: not possible. You administer Jira alone.',
    ]);
    expect(executorChoices(aPlan({ executors }))).toEqual([]);
  });

  it('is said with whose key it is and whether it is proved', () => {
    const [key] = executorsInWords(aPlan({ executors: both, keyCreatedBy: SOMEBODY, keyIsProven: true }));
    expect(key).toContain(`The key was created by ${SOMEBODY}`);
    expect(key).toContain('A removal with it was verified.');
    expect(executorsInWords(aPlan({ executors: both }))[0]).toContain('was not told');
  });

  it('is a choice among what is possible', () => {
    expect(executorChoices(aPlan({ executors: both })).map(({ value }) => value)).toEqual([
      'organization-key',
      'acting-administrator',
    ]);
  });

  it('stays on a run', () => {
    expect(executorInWords(aRun())).toBe('Removals act as the person who started them.');
    expect(executorInWords(aRun({ executor: 'organization-key', keyCreatedBy: SOMEBODY }))).toContain(
      `created by ${SOMEBODY}`,
    );
  });
});

describe('a run', () => {
  it('that is paused has not ended', () => {
    expect(isUnended(aRun({ state: 'paused' }))).toBe(true);
    expect(isUnended(aRun({ state: 'stopped' }))).toBe(false);
  });

  it('says what happened in people and removals', () => {
    expect(runInWords(aRun({ done: 7, sent: 9, alreadyGone: 1, blocked: 1 }))).toBe(
      '7 of 12 people done: 9 removed, 1 already gone and 1 blocked',
    );
    expect(runShare(aRun({ done: 3 }))).toBe(0.25);
  });

  it('that did not move is not asked again at once', () => {
    expect(hasMoved(aRun(), aRun())).toBe(false);
    expect(hasMoved(aRun(), aRun({ sent: 1 }))).toBe(true);
    expect(hasMoved(aRun(), aRun({ state: 'stopped' }))).toBe(true);
  });

  it('says what to do next', () => {
    expect(afterRun(aRun({ state: 'ended', sent: 2 }))).toBe(
      'Verify now, to read again that access is gone.',
    );
    expect(afterRun(aRun({ state: 'ended', sent: 2, blocked: 1 }))).toContain('1 removal did not happen');
    expect(afterRun(aRun({ state: 'stopped' }))).toContain('Approved lines stay approved');
  });

  it('shows first what needs a person’s eye', () => {
    const item = { accountId: SOMEBODY, groupId: 'g', groupName: 'g', text: '' };
    const items = [
      { ...item, outcome: 'sent' },
      { ...item, outcome: 'pending' },
      { ...item, outcome: 'blocked' },
    ] as const;
    expect(runRows(aRun({ items })).map(({ outcome }) => outcome)).toEqual(['blocked', 'pending', 'sent']);
  });
});

describe('a verification', () => {
  it('that was asked for too early is not called done', () => {
    expect(afterVerifying({ sequence: 4 }, { sequence: 4 }).title).toBe('Nothing to verify yet');
    expect(afterVerifying({ sequence: 4 }, { sequence: 5 }).title).toBe('Verified');
  });

  it('waits for what the line waits for', () => {
    expect(verificationInWords({ verification: null, state: 'approved' })).toBe('Not removed yet');
    expect(verificationInWords({ verification: null, state: 'verifying' })).toBe('Waits for its first check');
    expect(awaitsCheck({ verification: null, state: 'verifying' })).toBe(true);
    expect(awaitsCheck({ verification: 'access-gone', state: 'verifying' })).toBe(false);
  });

  it('is an alarm when more ended, or nothing did', () => {
    expect(isAlarm({ verification: 'more-ended-than-approved' })).toBe(true);
    expect(isAlarm({ verification: 'not-changed' })).toBe(true);
    expect(isAlarm({ verification: 'membership-gone' })).toBe(false);
  });
});
