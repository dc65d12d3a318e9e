import { describe, expect, it } from 'vitest';
import { reviewConduct } from '../../../../src/domain/evidence/review-conduct';
import { SCOPE, signOffStatement } from '../../../../src/domain/evidence/sign-off-statement';
import type { PopulationProof } from '../../../../src/domain/classification/population';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import type { Review } from '../../../builders/review';
import { aCleanup, aSyncedSeat } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const proof = (unexplained: number): PopulationProof => ({
  product: 'jira-software',
  enumerated: 2,
  reported: 2 + unexplained,
  explained: [],
  unexplained,
  source: 'applicationrole',
});

const seats = [aCleanup('ada'), aSyncedSeat('bob')];
const start = aReview({ seats, population: [proof(0)] });
const decided = start.decide([1], 'keep').decide([2], 'route-out');

const print = (review: Review, signedAt = daysAhead(10), header = aHeader()) =>
  signOffStatement(review.cycle, {
    header,
    protectedSeats: 3,
    signature: { by: 'sigrid', at: signedAt, statement: 'Reviewed in full.\nNothing is left.' },
  }).split('\n');

describe('A sign-off prints', () => {
  it('what it covers and what it does not', () => {
    expect(print(decided)[1]).toBe(SCOPE);
  });

  it('the population and the snapshot that it rests on', () => {
    expect(print(decided)[2]).toBe(
      `Population: 1 accounts on https://acme.example, read from 2026-11-02T09:00:00.000Z to 2026-11-02T09:00:00.000Z, snapshot ${'a'.repeat(64)}.`,
    );
  });

  it('that the counts agree', () => {
    expect(print(decided)).toContain(
      'jira-software: 2 seats enumerated, 2 reported by Atlassian, fully explained.',
    );
  });

  it('who acknowledged what nobody could explain', () => {
    const review = aReview({ seats, population: [proof(1)] }).acknowledge('jira-software');
    expect(print(review)).toContain(
      'jira-software: 2 seats enumerated, 3 reported by Atlassian, 1 unexplained, acknowledged by rita: known lag.',
    );
  });

  it('how the lines ended', () => {
    expect(print(decided)).toContain('2 lines: 1 kept, 1 routed.');
  });

  it('how many seats exemptions protect', () => {
    expect(print(decided)).toContain('Exemptions protect 3 seats.');
  });

  it('how it was conducted, as of the sign-off', () => {
    const printed = print(decided);
    const conduct = reviewConduct(
      { ...decided.cycle, signedOff: { by: 'sigrid', at: daysAhead(10), statement: '', printed: '' } },
      daysAhead(10),
    );
    expect(printed).toEqual(expect.arrayContaining(conduct));
    expect(conduct[0]).toContain('signed 2026-11-12T09:00:00.000Z;');
  });

  it('how many seats exceptions protect from then on, and until when', () => {
    const excepted = start.decide([1], 'exception', { until: daysAhead(90) }).approve([1]);
    expect(print(excepted)).toContain('Exceptions protect 1 seat from now on, the last until 31 Jan 2027.');
  });

  it('that no exception protects anything once its day has passed', () => {
    const excepted = start.decide([1], 'exception', { until: daysAhead(5) }).approve([1]);
    expect(print(excepted)).toContain('No exception protects a seat from now on.');
  });

  it('what goes on in the next review, and until when owners are asked', () => {
    expect(print(decided)).toContain(
      'Carried into the next review: 1 line; 1 line with Jira administrators, due on 16 Nov 2026.',
    );
  });

  it('what was not checked, and on how many lines', () => {
    const unchecked = seats.map((seat) => ({ ...seat, notChecked: ['use of API tokens'] }));
    expect(print(aReview({ seats: unchecked }))).toContain('Not checked on 2 lines: use of API tokens.');
  });

  it('what was not read', () => {
    const unread = {
      source: 'Jira: plans',
      state: 'unreadable' as const,
      note: 'refused',
      at: daysAhead(0),
      requests: 1,
      hash: null,
      rows: null,
    };
    const header = aHeader({ sources: [unread, { ...unread, source: 'Jira: groups', state: 'read' }] });
    const lines = print(decided, daysAhead(10), header).filter((line) => line.startsWith('Not read'));
    expect(lines).toEqual(['Not read: Jira: plans (refused).']);
  });

  it('which sites it does not cover', () => {
    const header = aHeader({ otherSites: ['https://other.example'] });
    expect(print(decided, daysAhead(10), header)).toContain(
      'Other sites not reviewed: https://other.example.',
    );
  });

  it('that automation was not checked', () => {
    expect(print(decided)).toContain('Automation rules that act as a person were not checked.');
  });

  it('at its end who signs, and their own words on one line', () => {
    expect(print(decided).at(-1)).toBe('Signed by sigrid: Reviewed in full. Nothing is left.');
  });
});
