import { describe, expect, it } from 'vitest';
import type { Blackout } from '../../../src/domain/plan/blackout';
import type { CycleEvent } from '../../../src/domain/review/events';
import type { LoggedCall } from '../../local/call';
import { aReview } from '../../builders/a-review';
import { aCleanup } from '../../builders/a-seat';
import { aCall, aMessage, anObservedRun, messageTo, preFlight } from '../../builders/an-observed-run';
import type { Review } from '../../builders/review';
import { brokenBy, type InvariantName } from '../../chaos/invariants/all-invariants';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** How far clocks in India are ahead of UTC. */
const INDIA_MS = 330 * MINUTE_MS;
const RUN = 'cycle-1.run-1';
const seats = [aCleanup('ada')];
const approve = (review: Review): Review => review.decide([1], 'remove').approve([1]);
const approved = approve(aReview({ seats, rules: { noticeDays: 7 } }));
const told = approved.tell();
const due = told.later(7);

const timeOf = (review: Review, kind: CycleEvent['kind']): string =>
  review.records.filter(({ event }) => event.kind === kind).at(-1)?.at ?? '';
const after = (time: string, ms: number): string => new Date(Date.parse(time) + ms).toISOString();
const finished = (review: Review): Review => review.startRun().write('sent').endRun().verify('access-gone');

/** The removal of a review, sent so many milliseconds after its record. */
function removal(review: Review, { from = 10, late = 0 } = {}): LoggedCall[] {
  const at = after(timeOf(review, 'removal-attempted'), late);
  return [...preFlight(from, { at }), aCall(from + 4, { at })];
}

const messageOf = (review: Review): LoggedCall => aMessage(1, timeOf(review, 'notice-attempted'));

function broken(review: Review, calls: readonly LoggedCall[]): InvariantName[] {
  return brokenBy(anObservedRun({ review, calls })).map(({ invariant }) => invariant);
}

describe('With days of notice', () => {
  it('a run is safe that told first and removed once the days were over', () => {
    const review = finished(due);
    expect(broken(review, [messageOf(review), ...removal(review)])).toEqual([]);
  });

  it('a run is broken that removed a day too early', () => {
    const early = forced(told.later(6));
    expect(broken(early, [messageOf(early), ...removal(early)])).toContain('no-write-before-notice');
  });

  it.each<readonly [string, Review]>([
    ['whom nobody told', approved.later(9)],
    ['whose message was declined', approved.tell('declined').later(9)],
    ['who claimed the seat since', approve(told.claim('ada')).later(9)],
  ])('a run is broken that removed somebody %s', (_, review) => {
    const removed = forced(review);
    expect(broken(removed, removal(removed))).toContain('no-write-before-notice');
  });

  it('nobody counts as told to whom no message was taken', () => {
    expect(broken(told, [])).toContain('every-notice-happened');
    expect(broken(told, [{ ...messageOf(told), status: 403 }])).toContain('every-notice-happened');
  });
});

/** A run that the commands would have refused, and the removal of ada in it. */
function forced(review: Review): Review {
  const items = [{ accountId: 'ada', lines: [1], groupIds: ['local'] }];
  return review
    .record('emil', { kind: 'run-started', runId: RUN, fingerprint: 'any', items })
    .write('sent')
    .endRun();
}

describe('Nobody is told twice of one line', () => {
  const again = (review: Review): Review =>
    review.record('rita', { kind: 'notice-attempted', accountId: 'ada', lines: [1] });
  const twice = (review: Review, first: Partial<LoggedCall> = {}): LoggedCall[] => {
    const [begun, repeated] = again(review).records.filter(({ event }) => event.kind === 'notice-attempted');
    return [aMessage(1, begun?.at ?? '', first), aMessage(2, repeated?.at ?? '')];
  };

  it.each<readonly [string, Review, readonly LoggedCall[]]>([
    ['after a message that Jira took', again(told), twice(told)],
    ['after one without an answer', again(approved.tell('unclear')), twice(told, { status: null })],
    ['within one record', told, [messageOf(told), { ...messageOf(told), n: 2 }]],
    ['without a record', approved, [aMessage(1, timeOf(approved, 'lines-approved'))]],
    ['together with others', told, [{ ...messageOf(told), body: messageTo('ada', 'bob') }]],
  ])('%s', (_, review, calls) => {
    expect(broken(review, calls)).toContain('nobody-told-twice');
  });

  it.each<readonly [string, Review, Partial<LoggedCall>]>([
    ['asked to wait', approved.tell('declined'), { status: 429 }],
    ['refused to write', approved.tell('not-reachable'), { status: 403 }],
    ['told them before they claimed the seat', approve(told.claim('ada')), {}],
  ])('but told again where Jira had %s', (_, review, first) => {
    expect(broken(again(review), twice(review, first))).not.toContain('nobody-told-twice');
  });
});

describe('In blackout hours', () => {
  /** Whatever the hours are, the removal is recorded at the same moment of Monday. */
  const reviewWith = (blackout: Blackout): Review =>
    finished(approve(aReview({ seats, rules: { blackout } })));
  const at = timeOf(
    reviewWith({ timeZone: 'UTC', days: ['sun'], from: '00:00', to: '01:00' }),
    'removal-attempted',
  );
  const minute = (ms: number): string => after(at, ms).slice(11, 16);
  const hours = (from: number, to: number, rest: Partial<Blackout> = {}): Review =>
    reviewWith({ timeZone: 'UTC', days: ['mon'], from: minute(from), to: minute(to), ...rest });

  it.each<readonly [string, Review]>([
    ['that have begun', hours(0, 10 * MINUTE_MS)],
    ['that began yesterday', hours(10 * MINUTE_MS, 5 * MINUTE_MS, { days: ['sun'] })],
    ['of another time zone', hours(INDIA_MS, INDIA_MS + MINUTE_MS, { timeZone: 'Asia/Kolkata' })],
  ])('%s a run is broken that removed', (_, review) => {
    expect(broken(review, removal(review))).toContain('no-write-in-blackout');
  });

  it.each<readonly [string, Review, number]>([
    ['that are over', hours(-10 * MINUTE_MS, 0), 0],
    ['of another day', hours(0, MINUTE_MS, { days: ['tue'] }), 0],
    ['that begin while it is on its way', hours(MINUTE_MS, 10 * MINUTE_MS), 60 * SECOND_MS],
  ])('%s nothing is broken by a removal', (_, review, late) => {
    expect(broken(review, removal(review, { late }))).not.toContain('no-write-in-blackout');
  });

  it('no removal is on its way for more than a minute', () => {
    const review = hours(MINUTE_MS, 10 * MINUTE_MS);
    expect(broken(review, removal(review, { late: 61 * SECOND_MS }))).toContain('no-write-in-blackout');
  });
});

describe('While a run is paused', () => {
  const started = approve(aReview({ seats })).startRun();
  const attempt = { accountId: 'ada', groupId: 'local', lines: [1], attempt: 1 } as const;
  const begin = (review: Review): Review =>
    review.record('emil', { kind: 'removal-attempted', runId: RUN, ...attempt });
  const pause = (review: Review): Review => review.record('rita', { kind: 'run-paused', runId: RUN });
  const resume = (review: Review): Review => review.record('emil', { kind: 'run-resumed', runId: RUN });

  it('a run is broken that removed', () => {
    const review = begin(pause(started));
    expect(broken(review, removal(review))).toContain('no-write-while-paused');
  });

  it('a run is broken that removed long after it had recorded to', () => {
    const review = pause(begin(started));
    expect(broken(review, removal(review, { late: 90 * SECOND_MS }))).toContain('no-write-while-paused');
  });

  it('a removal may arrive that was on its way', () => {
    const review = pause(begin(started));
    expect(broken(review, removal(review, { late: 60 * SECOND_MS }))).not.toContain('no-write-while-paused');
  });

  it('nothing is broken once it goes on', () => {
    const review = begin(resume(pause(started)));
    expect(broken(review, removal(review))).not.toContain('no-write-while-paused');
  });

  it('it has not ended', () => {
    expect(broken(pause(started), [])).toContain('every-line-ends');
  });
});

describe('Rules of a review', () => {
  it('are broken by a run of more people than the cap', () => {
    const review = finished(approve(aReview({ seats, rules: { peoplePerRun: 1 } })));
    expect(broken(review, removal(review))).not.toContain('no-run-above-cap');
    const items = ['ada', 'bob'].map((accountId) => ({ accountId, lines: [1], groupIds: ['local'] }));
    const more = approve(aReview({ seats, rules: { peoplePerRun: 1 } })).record('emil', {
      ...{ kind: 'run-started', runId: RUN, fingerprint: 'any', items },
    });
    expect(broken(more, [])).toContain('no-run-above-cap');
  });

  it('are broken by an approval of somebody who does not administer Jira', () => {
    const review = aReview({ seats })
      .decide([1], 'remove')
      .record('mallory', {
        ...{ kind: 'lines-approved', lines: [1], plans: [''], override: null },
      });
    expect(broken(review, [])).toContain('every-approval-allowed');
  });
});
