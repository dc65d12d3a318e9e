import { describe, expect, it } from 'vitest';
import {
  acknowledgeUnexplained,
  cancelCycle,
  endDeciding,
  undoDecision,
} from '../../../../src/domain/review/change-decision';
import type { PopulationProof } from '../../../../src/domain/classification/population';
import type { Ruling } from '../../../../src/domain/review/ruling';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aHold, aRouteOut, aSplit, aSyncedSeat } from '../../../builders/a-seat';

const messageOf = (ruling: Ruling): string | null => (ruling.ok ? null : ruling.message);
const undoing = (review: Review, by = REVIEWER) =>
  messageOf(review.ask((cycle) => undoDecision(cycle, { lines: [1], reason: 'a mistake' }, by)));

const start = aReview({ seats: [aCleanup('ada')] });

describe('A decision that nobody approved can be undone:', () => {
  it.each(['remove', 'keep', 'exception', 'route-out'] as const)('%s', (decision) => {
    expect(start.decide([1], decision).undo([1]).line(1)).toMatchObject({
      state: 'undecided',
      decision: null,
    });
  });

  it('by another reviewer, too', () => {
    expect(undoing(start.decide([1], 'keep'), 'rob')).toBeNull();
  });
});

describe('Undoing a decision is refused', () => {
  it('when there is none', () => {
    expect(undoing(start)).toBe('There is no decision to undo on line 1.');
  });

  it('after its approval, which the approver must return first', () => {
    expect(undoing(start.decide([1], 'remove').approve([1]))).toContain('The approver must return line 1');
  });

  it('on one’s own account', () => {
    expect(undoing(start.decide([1], 'remove'), 'ada')).toContain('it is your own account');
  });
});

describe('When deciding ends, lines that nobody decided', () => {
  const seats = [aCleanup('ada'), aSplit('bob'), aRouteOut('svc'), aHold('cem'), aSyncedSeat('dan')];
  const ended = (noResponse: 'close-as-kept' | 'carry' | 'follow-recommendation') =>
    aReview({ seats, rules: { noResponse, noResponseBy: 'sam' } }).endDeciding();
  const states = (review: Review) => review.cycle.lines.map(({ state, outcome }) => outcome ?? state);

  it('close as kept, recorded as nobody answered', () => {
    expect(states(ended('close-as-kept'))).toEqual(Array(5).fill('no-answer'));
  });

  it('are carried into the next review', () => {
    expect(states(ended('carry'))).toEqual(Array(5).fill('carried'));
  });

  it('follow the recommendation where it is a cleanup, and are kept elsewhere', () => {
    expect(states(ended('follow-recommendation'))).toEqual([
      'decided',
      'no-answer',
      'no-answer',
      'no-answer',
      'no-answer',
    ]);
  });

  it('are decided by whoever chose the rule', () => {
    expect(ended('follow-recommendation').line(1)).toMatchObject({
      decision: { by: 'sam', reason: 'nobody-answered' },
      deciders: ['sam'],
    });
  });

  it.each([
    ['it is the account of whoever chose the rule', aCleanup('sam')],
    ['its facts are still to be read', aCleanup('ada', ['local'], { provisional: true })],
  ])('follow no recommendation where %s', (_, seat) => {
    const rules = { noResponse: 'follow-recommendation' as const, noResponseBy: 'sam' };
    const review = aReview({ seats: [seat], rules }).endDeciding();
    expect(review.line(1)).toMatchObject({ outcome: 'no-answer', decision: { kind: 'keep' } });
  });

  it('are decided by whoever ended deciding when nobody chose the rule', () => {
    const review = aReview({ seats, rules: { noResponseBy: null } }).endDeciding('rob');
    expect(review.line(1).deciders).toEqual(['rob']);
  });

  it('are the only ones that change', () => {
    const review = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] })
      .decide([1], 'remove')
      .endDeciding();
    expect(states(review)).toEqual(['decided', 'no-answer']);
  });

  it('are counted in the record', () => {
    expect(ended('carry').cycle.decidingEnded).toMatchObject({ by: REVIEWER, lines: 5 });
  });

  it('must exist', () => {
    const decided = start.decide([1], 'keep');
    expect(messageOf(decided.ask((cycle, at) => endDeciding(cycle, 'over', { by: REVIEWER, at })))).toBe(
      'Every line is decided already.',
    );
  });

  it('are closed on the due day at the earliest', () => {
    const refused = start.ask((cycle, at) => endDeciding(cycle, 'over', { by: REVIEWER, at }));
    expect(messageOf(refused)).toMatch(/^Lines may be decided until the review is due on/);
  });

  it('are not closed by whose own account is among them', () => {
    const review = aReview({ seats: [aCleanup('ada'), aCleanup('rita')] });
    expect(() => review.endDeciding('rita')).toThrow('This would close line 2, which is your own account');
  });

  it('may be decided after all until sign-off', () => {
    expect(ended('close-as-kept').decide([1], 'remove').line(1).state).toBe('decided');
  });
});

describe('What is unexplained in the population', () => {
  const proof = (unexplained: number): PopulationProof => ({
    product: 'jira-software',
    enumerated: 5,
    reported: 5 + unexplained,
    explained: [],
    unexplained,
    source: 'applicationrole',
  });
  const review = (unexplained: number, scanStartedBy: string | null = 'sam') =>
    aReview({ seats: [aCleanup('ada')], population: [proof(unexplained)], scanStartedBy });
  const asking = (subject: Review, by: string, product = 'jira-software') =>
    messageOf(subject.ask((cycle) => acknowledgeUnexplained(cycle, { product, reason: 'lag' }, by)));

  it('is acknowledged with a name and a reason', () => {
    expect(review(1).acknowledge('jira-software').cycle.acknowledged).toEqual({
      'jira-software': { by: REVIEWER, reason: 'known lag' },
    });
  });

  it('is not acknowledged by whoever started the scan', () => {
    expect(asking(review(1), 'sam')).toContain('You started the scan');
  });

  it('is acknowledged by anybody when the schedule started the scan', () => {
    expect(asking(review(1, null), REVIEWER)).toBeNull();
  });

  it.each([
    ['when nothing is', 0, 'jira-software'],
    ['for a product that was not proved', 1, 'confluence'],
  ])('cannot be acknowledged %s', (_, unexplained, product) => {
    expect(asking(review(unexplained), REVIEWER, product)).toContain('Nothing is unexplained');
  });
});

describe('A draft', () => {
  it('can be discarded', () => {
    const draft = aReview({ seats: [aCleanup('ada')], open: false });
    expect(draft.cancel().cycle.cancelled).toMatchObject({ by: REVIEWER });
  });
});

describe('A review can be cancelled', () => {
  const cancelling = (review: Review) => messageOf(review.ask((cycle) => cancelCycle(cycle, 'a mistake')));
  const running = start.decide([1], 'remove').approve([1]).startRun();

  it.each([
    ['while it is open', start],
    ['after approvals', start.decide([1], 'remove').approve([1])],
    ['after a run that sent nothing', running.endRun('stopped')],
  ])('%s', (_, review) => {
    expect(review.cancel().cycle.cancelled).toMatchObject({ by: REVIEWER, reason: 'opened by mistake' });
  });

  it.each([
    ['while removals are made', running],
    ['while removals wait for their check', running.write('sent')],
    ['after a removal was verified', running.write('sent').endRun().verify('access-gone')],
    ['after a removal that Atlassian declined', running.write('declined').endRun('stopped')],
    [
      'after the run was stopped between two groups',
      aReview({ seats: [aCleanup('ada', ['a', 'b'])] })
        .decide([1], 'remove')
        .approve([1])
        .startRun()
        .write('sent', ['a'])
        .endRun('stopped'),
    ],
  ])('not %s', (_, review) => {
    expect(cancelling(review)).toContain('Removals have been made under this review');
  });

  it('not while a run goes on, although nothing is left of it', () => {
    expect(cancelling(running.cancelRemoval('used meanwhile'))).toContain('A run is going on');
  });

  it('not twice', () => {
    expect(cancelling(start.cancel())).toBe('This review was cancelled.');
  });
});
