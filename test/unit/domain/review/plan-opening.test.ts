import { describe, expect, it } from 'vitest';
import { standsNow, type AfterSignOffFact } from '../../../../src/domain/review/after-sign-off';
import { draftLines } from '../../../../src/domain/review/draft-lines';
import { pastLines } from '../../../../src/domain/review/past-lines';
import { planOpening, type Opening } from '../../../../src/domain/review/plan-opening';
import { answerHandoffs } from '../../../../src/domain/routing/answer-handoffs';
import type { AnswerKind } from '../../../../src/domain/routing/handoff';
import type { OwnerClass, Seat } from '../../../../src/domain/seat';
import { afterSignOff } from '../../../builders/after-sign-off';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aHold, aRouteOut, aSplit, aSyncedSeat } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

/** The opening of the next review of these seats, ten days after the one before. */
function openingAfter(
  past: Review,
  seats: readonly Seat[],
  since: readonly AfterSignOffFact[] = [],
): Opening {
  const lines = draftLines(seats, null, pastLines([past.cycle], null));
  const records = since.map((what) => afterSignOff(past.cycle, what));
  const cycles = new Map([[past.cycle.cycleId, standsNow(past.cycle, records)]]);
  return planOpening(lines, { cycles }, daysAhead(10));
}

const keptUntil = (until: string): Review =>
  aReview({ seats: [aCleanup('ada')] })
    .decide([1], 'keep', { until })
    .signOff();
const asked = aReview({ seats: [aRouteOut('svc')] })
  .decide([1], 'route-out')
  .signOff();
const answered = (answer: AnswerKind, until: string | null = null): AfterSignOffFact => ({
  ...{ is: 'handoffs-answered', handoffIds: ['1-technical'], answer, until, note: '' },
  ...{ answeredBy: 'Olga Owner', answeredByAccount: null, answeredAt: daysAhead(5) },
});
const undecided = ({ undecided: lines }: Opening) => lines.map(({ line }) => line);

describe('A keep with a day', () => {
  it('stands in the next review until then, as it was decided', () => {
    const { keeps, undecided: rest } = openingAfter(keptUntil(daysAhead(60)), [aCleanup('ada')]);
    expect(keeps).toMatchObject([
      { line: 1, cycleId: 'cycle-1', decision: { by: REVIEWER, until: daysAhead(60) } },
    ]);
    expect(rest).toEqual([]);
  });

  it('has to be decided anew once the day has come', () => {
    const opening = openingAfter(keptUntil(daysAhead(10)), [aCleanup('ada')]);
    expect(opening.keeps).toEqual([]);
    expect(undecided(opening)).toEqual([1]);
  });

  it('stands in the review after the next as well', () => {
    const next = aReview({ seats: [aCleanup('ada')], past: [keptUntil(daysAhead(60))] }).signOff();
    expect(openingAfter(next, [aCleanup('ada')]).keeps).toHaveLength(1);
  });

  it('was taken back when the line was decided otherwise later', () => {
    const past = aReview({ seats: [aCleanup('ada')] })
      .decide([1], 'keep', { until: daysAhead(60) })
      .decide([1], 'keep')
      .signOff();
    expect(openingAfter(past, [aCleanup('ada')]).keeps).toEqual([]);
  });
});

describe('A keep without a day', () => {
  it('is decided anew', () => {
    const past = aReview({ seats: [aCleanup('ada')] })
      .decide([1], 'keep')
      .signOff();
    expect(undecided(openingAfter(past, [aCleanup('ada')]))).toEqual([1]);
  });
});

describe('An owner’s consent that nobody has acted on', () => {
  const agreed = aReview({ seats: [aRouteOut('svc')] })
    .decide([1], 'route-out')
    .answer(['1-technical'], 'remove')
    .signOff();

  it('goes on, and leaves the line to decide', () => {
    const opening = openingAfter(agreed, [aRouteOut('svc')]);
    expect(opening.handoffs).toMatchObject([{ id: '1-technical', answer: { kind: 'remove' } }]);
    expect(opening.changed).toEqual([1]);
    expect(undecided(opening)).toEqual([1]);
  });

  it('lets the next review decide on removing it', () => {
    const next = aReview({ seats: [aRouteOut('svc')], past: [agreed] });
    expect(next.decide([1], 'remove').line(1).decision?.kind).toBe('remove');
  });
});

describe('An owner’s keep with a day', () => {
  const both: OwnerClass[] = ['technical', 'business'];
  const routed = (owners: OwnerClass[] = ['technical']) =>
    aReview({ seats: [aRouteOut('svc', owners)] }).decide([1], 'route-out');
  const keeps = (review: Review, handoffId: string, until?: string): Review => {
    const answer = { answer: 'keep' as const, answeredBy: 'Build team', note: 'a migration', until };
    return review.run(REVIEWER, (cycle) =>
      answerHandoffs(cycle, { ...answer, handoffIds: [handoffId] }, REVIEWER),
    );
  };

  it('stands in the next review until then', () => {
    const past = keeps(routed(), '1-technical', daysAhead(60)).signOff();
    const opening = openingAfter(past, [aRouteOut('svc')]);
    expect(opening.keeps).toMatchObject([
      {
        decision: {
          kind: 'keep',
          reason: 'owner-keeps',
          until: daysAhead(60),
          note: 'Build team: a migration',
        },
      },
    ]);
    expect(undecided(opening)).toEqual([]);
  });

  it.each([undefined, daysAhead(10)])('has to be asked for anew without a day to come: %s', (until) => {
    const past = keeps(routed(), '1-technical', until).signOff();
    expect(undecided(openingAfter(past, [aRouteOut('svc')]))).toEqual([1]);
  });

  it('waits for the other owners who are asked', () => {
    const past = keeps(routed(both), '1-technical', daysAhead(60)).signOff();
    const opening = openingAfter(past, [aRouteOut('svc', both)]);
    expect(opening.keeps).toEqual([]);
    expect(opening.handoffs.map(({ owner }) => owner)).toEqual(['business']);
  });

  it('stands until the latest of several days', () => {
    const first = keeps(routed(both), '1-technical', daysAhead(60));
    const past = keeps(first, '1-business', daysAhead(90)).signOff();
    expect(openingAfter(past, [aRouteOut('svc', both)]).keeps).toMatchObject([
      { decision: { until: daysAhead(90), owners: ['business'] } },
    ]);
  });
});

describe('An open question', () => {
  it('goes on under its new line, with its day and where it comes from', () => {
    const [before] = asked.cycle.handoffs;
    const { handoffs } = openingAfter(asked, [aCleanup('ada'), aRouteOut('svc')]);
    expect(handoffs).toEqual([{ ...before, id: '2-technical', line: 2, carriedFrom: 'cycle-1' }]);
  });

  it('leaves nothing to decide on its line', () => {
    const opening = openingAfter(asked, [aRouteOut('svc')]);
    expect(opening.changed).toEqual([]);
    expect(undecided(opening)).toEqual([]);
  });

  it('does not go on when it closed after the sign-off', () => {
    const opening = openingAfter(
      asked,
      [aRouteOut('svc')],
      [{ is: 'handoff-closed', handoffId: '1-technical', cause: 'seat-ended', note: '' }],
    );
    expect(opening.handoffs).toEqual([]);
    expect(undecided(opening)).toEqual([1]);
  });

  it('brings along the consent that its owner gave after the sign-off', () => {
    const opening = openingAfter(asked, [aRouteOut('svc')], [answered('remove')]);
    expect(opening.handoffs).toMatchObject([{ id: '1-technical', answer: { kind: 'remove' } }]);
    expect(undecided(opening)).toEqual([1]);
  });

  it('keeps the seat where its owner said so until a day after the sign-off', () => {
    const opening = openingAfter(asked, [aRouteOut('svc')], [answered('keep', daysAhead(60))]);
    expect(opening.keeps).toMatchObject([{ line: 1, decision: { until: daysAhead(60) } }]);
  });

  it('leaves the line undecided when the facts name another owner besides', () => {
    const opening = openingAfter(asked, [aRouteOut('svc', ['technical', 'privileged'])]);
    expect(opening.handoffs).toHaveLength(1);
    expect(opening.changed).toEqual([1]);
    expect(undecided(opening)).toEqual([1]);
  });

  it('leaves the line undecided when the seat may be ended here now', () => {
    expect(openingAfter(asked, [aCleanup('svc')]).changed).toEqual([1]);
  });

  it('settles a line that was routed out by choice while its verdict is the same', () => {
    const past = aReview({ seats: [aCleanup('ada')] })
      .decide([1], 'route-out', { owners: ['business'] })
      .signOff();
    expect(openingAfter(past, [aCleanup('ada')]).changed).toEqual([]);
  });

  it('of a split that was not removed leaves the part that ends here to decide', () => {
    const past = aReview({ seats: [aSplit('ada')] })
      .decide([1], 'remove')
      .approve([1])
      .startRun()
      .cancelRemoval('in use')
      .endRun()
      .signOff();
    expect(openingAfter(past, [aSplit('ada')]).changed).toEqual([1]);
  });

  it('of a split whose local part was removed is all that its synced part asks for', () => {
    const past = aReview({ seats: [aSplit('ada')] })
      .decide([1], 'remove')
      .approve([1])
      .startRun()
      .write('sent')
      .endRun()
      .verify('membership-gone')
      .signOff();
    const opening = openingAfter(past, [aSyncedSeat('ada')]);
    expect(opening.handoffs.map(({ id }) => id)).toEqual(['1-identity']);
    expect(undecided(opening)).toEqual([]);
  });
});

describe('A line that was carried', () => {
  const waiting = aReview({ seats: [aHold('ada')] })
    .decide([1], 'wait')
    .signOff();

  it('says from which review, and is undecided', () => {
    const [line] = openingAfter(waiting, [aHold('ada')]).undecided;
    expect(line?.carriedFrom).toBe('cycle-1');
  });

  it('is the same by the rule that carries what nobody decided', () => {
    const past = aReview({ seats: [aCleanup('ada')], rules: { noResponse: 'carry' } })
      .endDeciding()
      .signOff();
    expect(openingAfter(past, [aCleanup('ada')]).undecided[0]?.carriedFrom).toBe('cycle-1');
  });

  it('is none when the review before had finished it', () => {
    const past = aReview({ seats: [aCleanup('ada')] })
      .decide([1], 'keep')
      .signOff();
    expect(openingAfter(past, [aCleanup('ada')]).undecided[0]?.carriedFrom).toBeNull();
  });
});

describe('In the next review', () => {
  const next = aReview({
    seats: [aCleanup('ada'), aCleanup('bob')],
    past: [keptUntil(daysAhead(60))],
  });

  it('a line that is kept until a day is closed, by whoever decided it', () => {
    expect(next.line(1)).toMatchObject({ state: 'closed', outcome: 'kept-until', deciders: [REVIEWER] });
  });

  it('the rule for lines without an answer leaves it alone', () => {
    expect(next.endDeciding().cycle.lines.map(({ outcome }) => outcome)).toEqual(['kept-until', 'no-answer']);
  });

  it('it may be decided anew all the same', () => {
    expect(next.decide([1], 'remove').line(1)).toMatchObject({ state: 'decided', outcome: null });
  });

  it('an undecided line keeps the questions that go on', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['technical', 'privileged'])], past: [asked] });
    expect(review.line(1).state).toBe('undecided');
    expect(review.handoff('1-technical').answer).toBeNull();
  });

  it('routing that line out asks only whom nobody has asked', () => {
    const review = aReview({ seats: [aRouteOut('svc', ['technical', 'privileged'])], past: [asked] });
    const { handoffs } = review.decide([1], 'route-out').cycle;
    expect(handoffs.map(({ owner, carriedFrom }) => [owner, carriedFrom])).toEqual([
      ['technical', 'cycle-1'],
      ['privileged', null],
    ]);
  });
});
