import { describe, expect, it } from 'vitest';
import { reviewConduct } from '../../../../src/domain/evidence/review-conduct';
import { aReview } from '../../../builders/a-review';
import { APPROVER, REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aSyncedSeat } from '../../../builders/a-seat';
import { daysAgo, daysAhead } from '../../../builders/times';

/** Due on day 21. */
const start = aReview({ seats: [aCleanup('ada'), aSyncedSeat('bob'), aCleanup('cem', ['other'])] });
const told = ({ cycle }: Review, now = daysAhead(10)) => reviewConduct(cycle, now);
const starting = (texts: readonly string[], first: string) => texts.find((text) => text.startsWith(first));
/** So many seconds after the snapshot. */
const second = (seconds: number) => daysAgo(0, -seconds);

describe('The timeliness of a review', () => {
  const removed = start
    .at(daysAhead(1))
    .decide([1], 'remove')
    .at(daysAhead(2))
    .approve([1])
    .at(daysAhead(22))
    .startRun()
    .write('sent')
    .endRun()
    .at(daysAhead(23))
    .verify('access-gone', 'first')
    .at(daysAhead(24))
    .verify('access-gone');

  it('tells when it was opened, due and signed', () => {
    const signed = start.endDeciding().at(daysAhead(3)).signOff();
    expect(told(signed)[0]).toMatch(/^Opened 2026-11-02T.*, due 2026-11-23T.*, signed 2026-11-05T[^(]*; /);
  });

  it('marks a late sign-off', () => {
    expect(told(start.endDeciding().at(daysAhead(22)).signOff())[0]).toContain(' (late); ');
  });

  it('marks a review that is late and not signed off', () => {
    expect([told(start, daysAhead(22))[0], told(start)[0]]).toEqual([
      expect.stringContaining(' (late); '),
      expect.not.stringContaining('late'),
    ]);
  });

  it('counts handoffs that are overdue', () => {
    const asked = start.decide([2], 'route-out');
    expect([told(asked)[0], told(asked, daysAhead(20))[0]]).toEqual([
      expect.stringContaining('0 handoffs overdue'),
      expect.stringContaining('1 handoff overdue'),
    ]);
  });

  it('tells when lines were decided, approved, removed and checked, and which of it was late', () => {
    const texts = told(removed, daysAhead(25));
    expect([
      starting(texts, 'Decided'),
      starting(texts, 'Approved'),
      starting(texts, 'Removed'),
      starting(texts, 'Last checked'),
    ]).toEqual([
      `Decided: 1 line at ${daysAhead(1)}, none late.`,
      `Approved: 1 line at ${daysAhead(2)}, none late.`,
      expect.stringMatching(/^Removed: 1 line at 2026-11-24T.*, 1 late\.$/),
      `Last checked: 1 line at ${daysAhead(24)}, 1 late.`,
    ]);
  });

  it('tells from when to when, and how many lines were late', () => {
    const spread = start.at(daysAhead(1)).decide([1], 'keep').at(daysAhead(22)).decide([3], 'keep');
    expect(starting(told(spread), 'Decided')).toBe(
      `Decided: 2 lines from ${daysAhead(1)} to ${daysAhead(22)}, 1 late.`,
    );
  });

  it('says of what did not happen that it was no line', () => {
    expect(starting(told(start), 'Removed')).toBe('Removed: no line.');
  });
});

describe('The figures against rubber stamps', () => {
  it('count people and steps, and lines decided together with those of others', () => {
    const decided = start.decide([1, 3], 'remove').decide([2], 'route-out', { by: 'otto' });
    expect(told(decided)).toContain(
      '3 lines decided by 2 people in 2 steps, 2 of them together with lines of other people.',
    );
  });

  it('do not call a bundle of one person decided together with others', () => {
    const two = aReview({
      seats: [aCleanup('ada'), aCleanup('ada', ['local'], { product: 'jira-servicedesk' })],
    });
    expect(told(two.decide([1, 2], 'remove'))).toContain(
      '2 lines decided by 1 person in 1 step, 0 of them together with lines of other people.',
    );
  });

  it('count what departed from the recommendation', () => {
    expect(told(start.decide([1], 'remove').decide([3], 'keep'))).toContain(
      '1 line followed the recommendation, 1 departed from it.',
    );
  });

  it('count notes and how many wordings they have', () => {
    const noted = start
      .decide([1], 'keep', { note: 'ok' })
      .decide([2], 'route-out', { note: '' })
      .decide([3], 'keep', { note: 'ok' });
    expect(told(noted)).toContain('2 lines with a note, in 1 wording.');
  });

  it('tell the time for a line since the same person’s step before', () => {
    const slow = start
      .at(second(600))
      .decide([2], 'route-out')
      .at(second(642))
      .decide([1], 'remove')
      .at(second(646))
      .decide([3], 'keep');
    expect(starting(told(slow), 'Time')).toBe(
      "Time for a line since the same person's step before: 4 seconds at the median, under 10 seconds for 1 line; not known for 1 line of a person's first step.",
    );
  });

  it('share the time of a step among its lines', () => {
    const bulk = start.at(second(600)).decide([2], 'route-out').at(second(612)).decide([1, 3], 'remove');
    expect(starting(told(bulk), 'Time')).toContain('6 seconds at the median, under 10 seconds for 2 lines');
  });

  it('tell no time where everybody took one step', () => {
    const once = start.decide([1], 'remove').decide([3], 'remove', { by: 'otto' });
    expect(starting(told(once), 'Time')).toBe(
      "Time for a line: not known for 2 lines of a person's first step.",
    );
  });

  it('leave out what the no-response rule closed, and count it apart', () => {
    const texts = told(start.decide([1], 'remove').endDeciding());
    expect([starting(texts, '1 line decided'), starting(texts, '2 lines closed')]).toEqual([
      '1 line decided by 1 person in 1 step, 0 of them together with lines of other people.',
      '2 lines closed by the no-response rule, 0 carried over from the review before.',
    ]);
  });

  it('count who approved, and in how many steps', () => {
    const approved = start.decide([1], 'remove').decide([3], 'remove').approve([1, 3], APPROVER);
    expect(told(approved)).toContain('2 lines approved by 1 person in 1 step.');
  });
});

describe('Notice', () => {
  const noticed = aReview({
    seats: [aCleanup('ada'), aCleanup('bob'), aCleanup('cem')],
    rules: { noticeDays: 7 },
  })
    .decide([1, 2, 3], 'remove')
    .approve([1])
    .tell()
    .approve([2])
    .tell('not-reachable')
    .approve([3])
    .tell('unclear')
    .claim('ada');

  it('says how many people were told, how many not, and what was claimed', () => {
    expect(starting(told(noticed), 'Notice')).toBe(
      'Notice: 7 days; 1 person told, 1 not reachable, 1 perhaps not told; 1 line claimed by the person concerned.',
    );
  });

  it('says so where nobody is told', () => {
    expect(starting(told(start), 'Notice')).toBe('Notice: 0 days, nobody was told before removals.');
  });
});

describe('Overrides', () => {
  it('are counted when there is none', () => {
    expect(told(start).at(-1)).toBe('Overrides of separation of duties: 0 lines.');
  });

  it('are told with their lines, person and reason', () => {
    const alone = aReview({
      seats: [aCleanup('ada'), aCleanup('cem', ['other'])],
      rules: { approvers: [REVIEWER] },
    })
      .decide([1, 2], 'remove')
      .approve([1, 2], REVIEWER, 'alone today');
    expect(told(alone).slice(-2)).toEqual([
      'Overrides of separation of duties: 2 lines.',
      'Override on line 1 and 2: decider is approver, by rita: alone today.',
    ]);
  });
});
