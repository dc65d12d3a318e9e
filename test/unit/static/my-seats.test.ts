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
  removal: null,
  mayClaim: false,
  claim: null,
} as const;

describe('my seats', () => {
  it('never show an unknown last use as never', () => {
    expect(mySeatRows({ asOf: NOW, seats: [SEAT] }, NOW)[0]).toMatchObject({
      lastUse: 'Last use unknown',
      since: '1 Feb 2024',
      underReview: true,
    });
  });

  it.each([
    ['nothing where nothing ends', {}, ''],
    [
      'until when a seat is not removed',
      { removal: { begun: false, toldAt: NOW, notBefore: '2026-11-29T09:00:00.000Z' } },
      'It ends, not before 29 Nov 2026, 09:00 UTC, unless you still need it.',
    ],
    [
      'that nobody has told yet',
      { removal: { begun: false, toldAt: null, notBefore: null } },
      'It is to end. You are told first, and may say already that you still need it.',
    ],
    [
      'that it is too late',
      { removal: { begun: true, toldAt: NOW, notBefore: NOW } },
      'Its removal has begun.',
    ],
    [
      'what the person said',
      { claim: { note: 'I close the books.', at: NOW } },
      'You said on 22 Nov 2026, 09:00 UTC that you still need it: I close the books.',
    ],
  ])('say %s', (_, change, words) => {
    expect(mySeatRows({ asOf: NOW, seats: [{ ...SEAT, ...change }] }, NOW)[0]?.standing).toBe(words);
  });

  it('say as of when they are known', () => {
    expect(mySeatsInWords({ asOf: NOW, seats: [SEAT] })).toBe(
      'You hold 1 seat, as of 22 Nov 2026, 09:00 UTC.',
    );
    expect(mySeatsInWords({ asOf: null, seats: [] })).toBe('No scan has read this site yet.');
  });
});
