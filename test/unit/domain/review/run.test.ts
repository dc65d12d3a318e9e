import { describe, expect, it } from 'vitest';
import { isExecutorAmongThree, isRunGoingOn } from '../../../../src/domain/review/cycle';
import { executorsOf } from '../../../../src/domain/review/run';
import { signOffBlockers } from '../../../../src/domain/review/sign-off';
import { aReview } from '../../../builders/a-review';
import { aCleanup } from '../../../builders/a-seat';
import { EXECUTOR, type Review } from '../../../builders/review';

const RUN = 'cycle-1.run-1';
const KEY = { createdBy: 'olga', storedAt: '2026-11-01T00:00:00.000Z' };

const approved = (separation: 'two-person' | 'three-person' = 'two-person'): Review =>
  aReview({ seats: [aCleanup('ada')], rules: { separation } })
    .decide([1], 'remove')
    .approve([1]);
const running = approved().startRun();
const withKey = (review: Review): Review =>
  review.record(EXECUTOR, {
    kind: 'run-started',
    runId: RUN,
    fingerprint: review.plan().fingerprint,
    items: review.plan().people,
    executor: 'organization-key',
    key: KEY,
  });
const paused = running.record('rita', { kind: 'run-paused', runId: RUN });

describe('A run', () => {
  it('whose record tells no executor is one of the acting administrator', () => {
    expect(running.cycle.runs).toMatchObject([{ executor: 'acting-administrator', key: null }]);
  });

  it('with the organization key keeps which key that is', () => {
    expect(withKey(approved()).cycle.runs).toMatchObject([{ executor: 'organization-key', key: KEY }]);
  });

  it('has its starter as executor, and whoever made the key', () => {
    expect(executorsOf({ startedBy: 'emil', key: null })).toEqual(['emil']);
    expect(executorsOf({ startedBy: 'emil', key: KEY })).toEqual(['emil', 'olga']);
    expect(executorsOf({ startedBy: 'emil', key: { ...KEY, createdBy: null } })).toEqual(['emil']);
  });

  it.each(['emil', 'olga'])('under the three-person rule keeps %s from approving its lines', (person) => {
    const review = withKey(approved('three-person'));
    expect(isExecutorAmongThree(review.cycle, review.line(1), person)).toBe(true);
  });
});

describe('A paused run', () => {
  it('still goes on, and holds its lines', () => {
    expect(paused.cycle.runs[0]?.state).toBe('paused');
    expect(isRunGoingOn(paused.cycle)).toBe(true);
    expect(paused.line(1).state).toBe('executing');
  });

  it('keeps the review from being signed off', () => {
    expect(signOffBlockers(paused.cycle)).toContain('The run of removals has not ended.');
  });

  it('runs again where it stood when it is resumed', () => {
    const resumed = paused.record(EXECUTOR, { kind: 'run-resumed', runId: RUN });
    expect(resumed.cycle.runs).toEqual(running.cycle.runs);
    expect(resumed.line(1).state).toBe('executing');
  });

  it('that is stopped gives its lines back as approved', () => {
    const stopped = paused.record('rita', { kind: 'run-ended', runId: RUN, state: 'stopped', message: 'no' });
    expect(stopped.line(1).state).toBe('approved');
  });
});
