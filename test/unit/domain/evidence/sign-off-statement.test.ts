import { describe, expect, it } from 'vitest';
import { SCOPE, signOffStatement } from '../../../../src/domain/evidence/sign-off-statement';
import type { PopulationProof } from '../../../../src/domain/classification/population';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import { REVIEWER, type Review } from '../../../builders/review';
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
  signOffStatement(review.cycle, { header, protectedSeats: 3, signedAt }).split('\n');

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

  it('that it is in time', () => {
    expect(print(decided).find((line) => line.startsWith('Opened'))).toMatch(
      /due 2026-11-23.*, signed 2026-11-12T09:00:00.000Z; 0 lines decided late, 0 handoffs overdue\.$/,
    );
  });

  it('that it is late, and what was late', () => {
    const late = start.decide([2], 'route-out').at(daysAhead(25)).decide([1], 'keep');
    expect(print(late, daysAhead(30)).find((line) => line.startsWith('Opened'))).toContain(
      '(late); 1 lines decided late, 1 handoffs overdue.',
    );
  });

  it('in how many steps and by how many people it was decided', () => {
    const bulk = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] }).decide([1, 2], 'remove', {
      reason: 'follows-recommendation',
    });
    expect(print(bulk)).toContain('2 lines decided in 1 steps by 1 people; 2 followed the recommendation.');
  });

  it('how often the separation of duties was overridden', () => {
    const alone = aReview({ seats, rules: { approvers: ['rita'] } })
      .decide([1], 'remove')
      .approve([1], REVIEWER, 'alone today');
    expect(print(alone)).toContain('Overrides of separation of duties: 1.');
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
    expect(print(decided).at(-1)).toBe('Automation rules that act as a person were not checked.');
  });
});
