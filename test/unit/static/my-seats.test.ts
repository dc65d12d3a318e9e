import { describe, expect, it } from 'vitest';
import { mySeatRows, mySeatsInWords } from '../../../static/admin/view-models/my-seats';
import { NOW } from './builders';

const SEAT = {
  product: 'jira-software',
  productName: 'Jira',
  why: 'Billable for Jira through *jira-users*.',
  activity: 'unknown',
  lastActiveAt: null,
  since: '2024-02-01T00:00:00.000Z',
  underReview: true,
} as const;

describe('my seats', () => {
  it('never show an unknown last use as never', () => {
    expect(mySeatRows({ asOf: NOW, seats: [SEAT] }, NOW)[0]).toMatchObject({
      lastUse: 'Last use unknown',
      since: '1 Feb 2024',
      underReview: true,
    });
  });

  it('say as of when they are known', () => {
    expect(mySeatsInWords({ asOf: NOW, seats: [SEAT] })).toBe(
      'You hold 1 seat, as of 22 Nov 2026, 09:00 UTC.',
    );
    expect(mySeatsInWords({ asOf: null, seats: [] })).toBe('No scan has read this site yet.');
  });
});
