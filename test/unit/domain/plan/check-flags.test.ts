import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/domain/classification/explain';
import { flagsOfChecks } from '../../../../src/domain/plan/check-flags';
import type { CheckedRemoval, Door } from '../../../../src/domain/review/after-removal';
import { aLocalGroup } from '../../../builders/a-group';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import { seatIn } from '../../../builders/a-world';
import { daysAhead } from '../../../builders/times';

const JIRA = 'jira-software';
const A = aLocalGroup('a', JIRA);
const door: Door = { through: 'same-group', groupId: 'a', event: null };
const names = namesOf(aHeader({ groups: [A] }));
const removed = aReview({ seats: [seatIn({ groups: [A] })] })
  .decide([1], 'remove')
  .approve([1])
  .startRun()
  .write('sent')
  .endRun()
  .verify('access-gone');

function flags(result: Partial<CheckedRemoval>, { cycle } = removed) {
  const checked = { line: 1, outcome: 'not-changed' as const, note: 'jira-core ended too.', ...result };
  return flagsOfChecks(cycle, { check: 'week', results: [checked] }, { at: daysAhead(8), names });
}

describe('A check of a removal', () => {
  it('flags access that came back, with its door', () => {
    expect(flags({ door })).toMatchObject([
      { kind: 'rebound', text: expect.stringContaining('Back through *a*, which was left') as string },
    ]);
  });

  it('flags no rebound a second time', () => {
    expect(flags({ door }, removed.verifyAgain('not-changed', 'week', door))).toEqual([]);
  });

  it('flags what ended although nobody approved it', () => {
    expect(flags({ outcome: 'more-ended-than-approved' })).toMatchObject([
      { kind: 'more-ended', text: expect.stringContaining('jira-core ended too. Undo gives back') as string },
    ]);
  });

  it('flags nothing where access is gone as approved', () => {
    expect(flags({ outcome: 'access-gone' })).toEqual([]);
  });
});
