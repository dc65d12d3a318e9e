import { describe, expect, it } from 'vitest';
import { approveLines } from '../../../../src/domain/review/approve-lines';
import { aReview } from '../../../builders/a-review';
import { APPROVER, EXECUTOR, REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aHold, aRouteOut } from '../../../builders/a-seat';

const OVERRIDE = 'nobody else is here';

function refusal(review: Review, by = APPROVER, override?: string): string | null {
  const rule = 'decider-is-approver' as const;
  const command = { lines: [1], override: override === undefined ? undefined : { rule, reason: override } };
  const ruling = review.ask((cycle) => approveLines(cycle, command, by));
  return ruling.ok ? null : `${ruling.code}: ${ruling.message}`;
}

const start = aReview({ seats: [aCleanup('ada')] });
const removal = start.decide([1], 'remove');

describe('An approval', () => {
  it('makes a removal ready to be removed', () => {
    expect(removal.approve([1]).line(1)).toMatchObject({ state: 'approved', approvedBy: APPROVER });
  });

  it('is told with its time', () => {
    const approved = removal.approve([1]);
    expect(approved.line(1).approvedAt).toBe(approved.records.at(-1)?.at);
  });

  it('closes an exception', () => {
    expect(start.decide([1], 'exception').approve([1]).line(1)).toMatchObject({
      state: 'closed',
      outcome: 'excepted',
    });
  });

  it.each([
    ['a line that nobody decided', start],
    ['a keep, which needs none', start.decide([1], 'keep')],
    ['a line that is approved already', removal.approve([1])],
  ])('is refused for %s', (_, review) => {
    expect(refusal(review)).toContain('does not wait for an approval');
  });

  it('is refused on one’s own account', () => {
    expect(refusal(removal, 'ada')).toContain('is your own account');
  });

  it('is refused for a line of a cancelled review', () => {
    expect(refusal(removal.cancel())).toMatch(/^cycle\.wrong-state/);
  });
});

describe('Two people', () => {
  it('stand behind each removal: whoever decided may not approve', () => {
    expect(refusal(removal, REVIEWER)).toContain('was decided by you');
  });

  it('stand behind each exception', () => {
    expect(refusal(start.decide([1], 'exception'), REVIEWER)).toContain('was decided by you');
  });

  it('stand behind it although the decider’s decision was undone and made anew by another', () => {
    const again = removal.undo([1]).decide([1], 'remove', { by: 'rob' });
    expect(refusal(again, REVIEWER)).toContain('was decided by you');
  });

  it('stand behind it although the decision was given back and made anew by another', () => {
    const again = removal.giveBack([1]).decide([1], 'remove', { by: 'rob' });
    expect([refusal(again, REVIEWER), refusal(again)]).toEqual([
      expect.stringContaining('decided by you'),
      null,
    ]);
  });

  it('stand behind removals that the no-response rule made: its author may not approve them', () => {
    const rules = { noResponse: 'follow-recommendation' as const, noResponseBy: 'sam' };
    const ended = aReview({ seats: [aCleanup('ada')], rules }).endDeciding(REVIEWER);
    expect(refusal(ended, 'sam')).toContain('was decided by you');
  });
});

describe('An override of the two-person rule', () => {
  const alone = (approvers: string[], separation: 'two-person' | 'three-person' = 'two-person') =>
    aReview({ seats: [aCleanup('ada')], rules: { approvers, separation } }).decide([1], 'remove');

  it('is taken where nobody else may approve, and is written down', () => {
    expect(alone([REVIEWER]).approve([1], REVIEWER, OVERRIDE).line(1).override).toEqual({
      rule: 'decider-is-approver',
      reason: OVERRIDE,
    });
  });

  it('is taken where the only other approver is the person concerned', () => {
    expect(refusal(alone([REVIEWER, 'ada']), REVIEWER, OVERRIDE)).toBeNull();
  });

  it('is taken where every other approver decided as well', () => {
    const both = alone([REVIEWER, 'rob']).undo([1]).decide([1], 'remove', { by: 'rob' });
    expect(refusal(both, REVIEWER, OVERRIDE)).toBeNull();
  });

  it('is refused where somebody else may approve', () => {
    expect(refusal(alone([REVIEWER, APPROVER]), REVIEWER, OVERRIDE)).toContain(
      'can be approved by somebody else',
    );
  });

  it('is refused while Settings name no approvers', () => {
    expect(refusal(alone([]), REVIEWER, OVERRIDE)).toContain('name the approvers in Settings first');
  });

  it('is refused to somebody who is not on the list in Settings themselves', () => {
    expect(refusal(alone(['ada']), REVIEWER, OVERRIDE)).toContain('name the approvers in Settings first');
  });

  it('is written down only where the rule stood in the way', () => {
    expect(removal.approve([1], APPROVER, OVERRIDE).line(1)).toMatchObject({
      approvedBy: APPROVER,
      override: null,
    });
  });

  it('is refused under the three-person rule', () => {
    expect(refusal(alone([REVIEWER], 'three-person'), REVIEWER, OVERRIDE)).toContain(
      'no separation of duties may be overridden',
    );
  });

  it('of one rule does not open another', () => {
    expect(refusal(alone(['ada']), 'ada', OVERRIDE)).toContain('is your own account');
  });

  it('lets the only approver approve for their own account, with a written reason', () => {
    const override = { rule: 'approver-is-account' as const, reason: 'nobody else approves' };
    const approved = alone(['ada']).run('ada', (cycle) =>
      approveLines(cycle, { lines: [1], override }, 'ada'),
    );
    expect(approved.line(1)).toMatchObject({ state: 'approved', approvedBy: 'ada', override });
  });
});

describe('An exception', () => {
  it('is not approved by whoever owns it', () => {
    const owned = aReview({ seats: [aCleanup('ada')] }).decide([1], 'exception', { owner: APPROVER });
    expect(refusal(owned, APPROVER)).toContain('you own this exception');
  });
});

describe('Among three people', () => {
  const seats = [aCleanup('ada')];
  const again = aReview({ seats, rules: { separation: 'three-person' } })
    .decide([1], 'remove')
    .approve([1])
    .startRun()
    .cancelRemoval('used meanwhile')
    .endRun();

  it('whoever ran the plan may not decide the line anew', () => {
    expect(() => again.decide([1], 'remove', { by: EXECUTOR })).toThrow('was in a run of yours');
  });

  it('whoever ran the plan may not approve the line anew', () => {
    expect(refusal(again.decide([1], 'remove'), EXECUTOR)).toContain('was in a run of yours');
  });

  it('the others may', () => {
    expect(again.decide([1], 'remove').approve([1]).line(1).state).toBe('approved');
  });
});

describe('Consent', () => {
  const routed = aReview({ seats: [aRouteOut('svc', ['privileged', 'technical'])] }).decide([1], 'route-out');
  const consented = routed.answer(['1-privileged', '1-technical'], 'remove');

  it('of every owner makes a route-out decidable as remove', () => {
    expect(consented.decide([1], 'remove').line(1).state).toBe('decided');
  });

  it('still needs somebody else’s approval', () => {
    expect(refusal(consented.decide([1], 'remove'), REVIEWER)).toContain('was decided by you');
  });

  it('of some owners is not enough', () => {
    expect(() => routed.answer(['1-technical'], 'remove').decide([1], 'remove')).toThrow(
      'decision.not-allowed',
    );
  });

  it.each(['keep', 'not-mine', 'done', 'no-answer'] as const)('is not given by the answer %s', (answer) => {
    const half = routed.answer(['1-privileged'], 'remove').answer(['1-technical'], answer);
    expect(() => half.decide([1], 'remove')).toThrow('decision.not-allowed');
  });

  it('that was taken back before the approval stops it', () => {
    const changed = consented.decide([1], 'remove').answer(['1-technical'], 'keep');
    expect(refusal(changed)).toContain('not every owner has consented');
  });

  it('that was taken back stops also who approves alone', () => {
    const review = aReview({ seats: [aRouteOut('svc')], rules: { approvers: [REVIEWER] } })
      .decide([1], 'route-out')
      .answer(['1-technical'], 'remove')
      .decide([1], 'remove')
      .answer(['1-technical'], 'keep');
    expect(refusal(review, REVIEWER, OVERRIDE)).toContain('not every owner has consented');
  });

  it('cannot be taken back after the approval', () => {
    const approved = consented.decide([1], 'remove').approve([1]);
    expect(() => approved.answer(['1-technical'], 'keep')).toThrow('past its approval');
  });

  it('of the identity owner may still come after the approval, which it does not carry', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['identity', 'technical'])] })
      .decide([1], 'route-out')
      .answer(['1-technical'], 'remove')
      .decide([1], 'remove')
      .approve([1])
      .answer(['1-identity'], 'keep');
    expect(review.handoff('1-identity').answer?.kind).toBe('keep');
  });

  it('of a withdrawn question is not waited for when the facts do not demand that owner', () => {
    const owners = ['business', 'privileged', 'technical'] as const;
    const more = aReview({ seats: [aRouteOut('svc', ['privileged', 'technical'])] })
      .decide([1], 'route-out', { owners })
      .answer(['1-privileged', '1-technical'], 'remove')
      .closeHandoff('1-business', 'withdrawn');
    expect(more.decide([1], 'remove').line(1).state).toBe('decided');
  });

  it('of an owner whom the facts demand is needed also when the question was withdrawn', () => {
    const withdrawn = routed.answer(['1-technical'], 'remove').closeHandoff('1-privileged', 'withdrawn');
    expect(() => withdrawn.decide([1], 'remove')).toThrow('decision.not-allowed');
  });

  it('of owners whom the reviewer chose is not that of the owners whom the facts demand', () => {
    const elsewhere = aReview({ seats: [aRouteOut('svc', ['privileged'])] })
      .decide([1], 'route-out', { owners: ['business'] })
      .answer(['1-business'], 'remove');
    expect(() => elsewhere.decide([1], 'remove')).toThrow('decision.not-allowed');
  });

  it('opens nothing where the removal would end something in use', () => {
    const consentedEnds = [{ product: 'confluence', activity: 'active' as const, live: true }];
    const review = aReview({ seats: [aRouteOut('svc', ['technical'], { consentedEnds })] })
      .decide([1], 'route-out')
      .answer(['1-technical'], 'remove');
    expect(() => review.decide([1], 'remove')).toThrow('decision.not-allowed');
  });

  it('of the identity owner is not waited for', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['identity', 'technical'])] }).decide([1], 'route-out');
    expect(review.answer(['1-technical'], 'remove').decide([1], 'remove').line(1).state).toBe('decided');
  });

  it('of the identity owner alone does not open a removal', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['identity'])] }).decide([1], 'route-out');
    expect(() => review.answer(['1-identity'], 'remove').decide([1], 'remove')).toThrow(
      'decision.not-allowed',
    );
  });

  it('never makes a hold removable', () => {
    const held = aReview({ seats: [aHold('ada')] }).decide([1], 'route-out', { owners: ['business'] });
    expect(() => held.answer(['1-business'], 'remove').decide([1], 'remove')).toThrow('decision.not-allowed');
  });
});
