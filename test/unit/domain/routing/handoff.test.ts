import { describe, expect, it } from 'vitest';
import { isConsented, isOpen, isOverdue } from '../../../../src/domain/routing/handoff';
import { answerHandoffs } from '../../../../src/domain/routing/answer-handoffs';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
import { aRouteOut, aSplit, aSyncedSeat } from '../../../builders/a-seat';
import type { OwnerClass } from '../../../../src/domain/seat';
import { daysAhead } from '../../../builders/times';

const start = aReview({ seats: [aRouteOut('svc', ['privileged', 'technical'])] });
const routed = start.decide([1], 'route-out');
const technical = (review: Review) => review.handoff('1-technical');

describe('A handoff is open', () => {
  it.each<[string, Review, boolean]>([
    ['until it is answered', routed, true],
    ['when its owner did not answer in time', routed.answer(['1-technical'], 'no-answer'), true],
    ['no more when it is answered with remove', routed.answer(['1-technical'], 'remove'), false],
    ['no more when it is answered with keep', routed.answer(['1-technical'], 'keep'), false],
    ['no more when it was closed', routed.closeHandoff('1-technical', 'withdrawn'), false],
  ])('%s', (_, review, open) => {
    expect(isOpen(technical(review))).toBe(open);
  });
});

describe('A handoff is due', () => {
  const dueAt = technical(routed).dueAt;

  it('as many days after it was made as the rules say', () => {
    const short = aReview({ seats: [aSyncedSeat('ada')], rules: { handoffDays: 3 } }).decide(
      [1],
      'route-out',
    );
    const { openedAt, dueAt: due } = short.handoff('1-identity');
    expect(Date.parse(due) - Date.parse(openedAt)).toBe(3 * 86_400_000);
  });

  it.each<[string, Review, string, boolean]>([
    ['not overdue at the moment', routed, dueAt, false],
    ['overdue after it', routed, daysAhead(30), true],
    ['not overdue once it is answered', routed.answer(['1-technical'], 'keep'), daysAhead(30), false],
    [
      'overdue although it was marked as not answered',
      routed.answer(['1-technical'], 'no-answer'),
      daysAhead(30),
      true,
    ],
  ])('and is %s', (_, review, now, overdue) => {
    expect(isOverdue(technical(review), now)).toBe(overdue);
  });
});

describe('A handoff goes to', () => {
  const owners = [{ class: 'technical' as const, contact: 'platform@acme.example', accountId: 'tom' }];
  const contact = (account: string, register = owners) => {
    const review = aReview({ seats: [aRouteOut(account)], rules: { owners: register } }).decide(
      [1],
      'route-out',
    );
    const { contact: name, ownerAccountId } = review.handoff('1-technical');
    return [name, ownerAccountId];
  };

  it('the owner that the register names', () => {
    expect(contact('svc')).toEqual(['platform@acme.example', 'tom']);
  });

  it('the fallback when nobody is named', () => {
    expect(contact('svc', [])).toEqual(['Jira administrators', null]);
  });

  it('the fallback when the owner is the account concerned', () => {
    expect(contact('tom')).toEqual(['Jira administrators', null]);
  });
});

describe('An answer', () => {
  const refusal = (review: Review, handoffIds: string[], answeredByAccount?: string, by = REVIEWER) => {
    const command = {
      handoffIds,
      answer: 'remove' as const,
      answeredBy: 'Olga',
      answeredByAccount,
      note: '',
    };
    const ruling = review.ask((cycle) => answerHandoffs(cycle, command, by));
    return ruling.ok ? null : `${ruling.code}: ${ruling.message}`;
  };

  it('is written down with who gave it', () => {
    expect(technical(routed.answer(['1-technical'], 'keep', 'tom')).answer).toMatchObject({
      kind: 'keep',
      by: 'Olga Owner',
      byAccountId: 'tom',
    });
  });

  it('may be changed while the line may change', () => {
    const changed = routed.answer(['1-technical'], 'keep').answer(['1-technical'], 'remove');
    expect(technical(changed).answer?.kind).toBe('remove');
  });

  it('is refused about the answering person’s own account', () => {
    expect(refusal(routed, ['1-technical'], 'svc')).toMatch(/^decision\.not-allowed: .*own account/);
  });

  it('is refused to whoever records it about their own account', () => {
    expect(refusal(routed, ['1-technical'], 'tom', 'svc')).toBe(
      'decision.not-allowed: Handoff 1-technical is about your own account: somebody else must record the answer.',
    );
  });

  it('is refused for a handoff that the review does not have', () => {
    expect(refusal(routed, ['2-technical'])).toBe(
      'handoff.not-found: This review has no handoff 2-technical.',
    );
  });

  it('is refused for a closed handoff', () => {
    expect(refusal(routed.closeHandoff('1-technical', 'seat-ended'), ['1-technical'])).toMatch(
      /^cycle\.wrong-state: .*closed already/,
    );
  });

  it('is refused after the review was cancelled', () => {
    expect(refusal(routed.cancel(), ['1-technical'])).toMatch(/^cycle\.wrong-state/);
  });
});

describe('A question is withdrawn when', () => {
  const withdrawn = (review: Review) =>
    review.cycle.handoffs.flatMap(({ id, closed }) => (closed?.cause === 'withdrawn' ? [id] : []));
  const split = aReview({ seats: [aSplit('ada')] }).decide([1], 'remove');

  it.each<[string, Review, string[]]>([
    ['its line is kept instead', routed.decide([1], 'keep'), ['1-privileged', '1-technical']],
    ['the decision that asked it is undone', routed.undo([1]), ['1-privileged', '1-technical']],
    [
      'another owner is asked instead',
      routed.decide([1], 'route-out', { owners: ['technical'] }),
      ['1-privileged'],
    ],
    ['a split is kept instead', split.decide([1], 'keep'), ['1-identity']],
  ])('%s', (_, review, ids) => {
    expect(withdrawn(review)).toEqual(ids);
  });

  it.each<[string, Review]>([
    ['it is asked again', routed.decide([1], 'route-out')],
    ['it was answered', routed.answer(['1-privileged', '1-technical'], 'keep').decide([1], 'keep')],
    ['a split is removed, whose synced part it is about', split],
    [
      'owners have consented and the identity owner has yet to answer',
      aReview({ seats: [aRouteOut('svc', ['identity', 'technical'])] })
        .decide([1], 'route-out')
        .answer(['1-technical'], 'remove')
        .decide([1], 'remove'),
    ],
  ])('not when %s', (_, review) => {
    expect(withdrawn(review)).toEqual([]);
  });

  it('and is open anew when it is asked once more', () => {
    expect(isOpen(technical(routed.decide([1], 'keep').decide([1], 'route-out')))).toBe(true);
  });
});

describe('Owners have consented when', () => {
  const consent = (review: Review, demanded: readonly OwnerClass[] = []) =>
    isConsented(review.cycle.handoffs, demanded);

  it.each<[string, Review, boolean]>([
    ['all of them answered remove', routed.answer(['1-privileged', '1-technical'], 'remove'), true],
    ['not when one of them did not', routed.answer(['1-technical'], 'remove'), false],
    ['not when nobody was asked', start, false],
    [
      'not when the path was seen gone without an answer',
      routed.answer(['1-technical'], 'remove').closeHandoff('1-privileged', 'path-removed'),
      false,
    ],
  ])('%s', (_, review, expected) => {
    expect(consent(review)).toBe(expected);
  });

  it('not when the facts demand an owner whom nobody asked', () => {
    const asked = start.decide([1], 'route-out', { owners: ['business'] }).answer(['1-business'], 'remove');
    expect([consent(asked, ['business']), consent(asked, ['business', 'privileged'])]).toEqual([true, false]);
  });

  it('not when a question that the facts demand was withdrawn', () => {
    const half = routed.answer(['1-technical'], 'remove').closeHandoff('1-privileged', 'withdrawn');
    expect([consent(half, ['technical']), consent(half, ['privileged', 'technical'])]).toEqual([true, false]);
  });

  it('also when the facts demand the identity owner, who is asked beside and not waited for', () => {
    const agreed = routed.answer(['1-privileged', '1-technical'], 'remove');
    expect(consent(agreed, ['identity', 'privileged', 'technical'])).toBe(true);
  });
});
