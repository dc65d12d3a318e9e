import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noticeDaysOf } from '../../../../src/domain/notice/notice-period';
import { foldCycle, type CycleRecord } from '../../../../src/domain/review/fold-cycle';
import { aReview } from '../../../builders/a-review';
import { APPROVER, CYCLE_ID, REVIEWER } from '../../../builders/review';
import { aCleanup } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const WIKI = { product: 'confluence' };
const seats = [aCleanup('ada'), aCleanup('bob')];
const approved = aReview({ seats, rules: { noticeDays: 7 } })
  .decide([1, 2], 'remove')
  .approve([1, 2]);
const told = approved.at(daysAhead(1)).tell();
const planned = (review: typeof approved) => review.plan().people.map(({ accountId }) => accountId);
const reasons = (review: typeof approved) => [...new Set(review.plan().skips.map(({ why }) => why))];

describe('A removal with notice', () => {
  it('waits until its person was told', () => {
    expect(planned(approved)).toEqual([]);
    expect(reasons(approved)).toEqual(['the person has not been told yet']);
  });

  it('waits until the days have passed, and says from when on it may begin', () => {
    const [why] = reasons(told.at(daysAhead(8)));
    expect(why).toBe('told on 3 Nov 2026, 09:01 UTC; may be removed from 10 Nov 2026, 09:01 UTC on');
  });

  it('is planned from the very moment on at which the days have passed', () => {
    const at = told.line(1).notice?.at ?? '';
    const due = new Date(Date.parse(at) + 7 * 24 * 3_600_000);
    expect(planned(told.at(due.toISOString()))).toEqual(['ada']);
    expect(planned(told.at(new Date(due.getTime() - 1).toISOString()))).toEqual([]);
  });

  it('runs for who could not be reached from the moment at which they were listed, and is never called silence', () => {
    const listed = approved.at(daysAhead(1)).tell('not-reachable');
    expect(reasons(listed)[0]).toMatch(
      /^told by nobody and listed on 3 Nov 2026, .* \(it was not-reachable\); may/,
    );
    expect(planned(listed.at(daysAhead(9)))).toEqual(['ada', 'bob']);
  });

  it('says of a message without a clear answer that perhaps nobody was told', () => {
    expect(reasons(approved.tell('unclear'))[0]).toMatch(/^perhaps not told, listed on /);
  });

  it('waits for lines that share a group', () => {
    const together = aReview({
      seats: [aCleanup('ada', ['both']), aCleanup('ada', ['both'], WIKI)],
      rules: { noticeDays: 7 },
    })
      .decide([1, 2], 'remove')
      .approve([1])
      .approve([2]);
    const half = together
      .record(REVIEWER, { kind: 'notice-attempted', accountId: 'ada', lines: [1] })
      .record(REVIEWER, {
        ...{ kind: 'notice-observed', accountId: 'ada', lines: [1], outcome: 'told' },
        ...{ notBefore: null, status: 204, why: '' },
      });
    expect(reasons(half.at(daysAhead(9)))).toEqual(['the person has not been told yet']);
  });
});

describe('Without notice', () => {
  const ready = aReview({ seats }).decide([1], 'remove').approve([1]);

  it('nobody is told and nothing waits', () => {
    expect(planned(ready)).toEqual(['ada']);
    expect(ready.untold()).toEqual([]);
  });

  it('is how a review goes on that was opened before notices were given', () => {
    const text = JSON.stringify(approved.records).replaceAll('"noticeDays":7,', '');
    const records = z.custom<CycleRecord[]>(Array.isArray).parse(JSON.parse(text));
    expect(noticeDaysOf(foldCycle(CYCLE_ID, records))).toBe(0);
  });
});

describe('Whom to tell', () => {
  it('is everybody whose removal is approved, each with what ends for them', () => {
    expect(approved.untold()).toMatchObject([
      { accountId: 'ada', lines: [1], ends: ['jira-software'] },
      { accountId: 'bob', lines: [2], ends: ['jira-software'] },
    ]);
  });

  it('is nobody twice', () => {
    expect(told.untold()).toEqual([]);
    expect(told.giveBack([1]).decide([1], 'remove').approve([1]).untold()).toEqual([]);
  });

  it('is nobody whom something else keeps from removal', () => {
    expect(approved.untold({ inferred: ['local'] })).toEqual([]);
    expect(approved.untold({ together: ['compass'] })).toEqual([]);
  });

  it('is nobody whose message was begun', () => {
    const begun = approved.record(REVIEWER, { kind: 'notice-attempted', accountId: 'ada', lines: [1] });
    expect(begun.untold().map(({ accountId }) => accountId)).toEqual(['bob']);
    expect(reasons(begun)).toContain('whether the person was told is not known yet');
  });

  it('is somebody whose message Jira declined', () => {
    const declined = approved
      .record(REVIEWER, { kind: 'notice-attempted', accountId: 'ada', lines: [1] })
      .record(REVIEWER, {
        ...{ kind: 'notice-observed', accountId: 'ada', lines: [1], outcome: 'declined' },
        ...{ notBefore: daysAhead(1), status: 429, why: 'Atlassian asks to wait.' },
      });
    expect(declined.untold()).toHaveLength(2);
  });

  it('is a person again only with lines that they were not told of', () => {
    const more = aReview({
      seats: [aCleanup('ada', ['a']), aCleanup('ada', ['b'], WIKI)],
      rules: { noticeDays: 7 },
    })
      .decide([1], 'remove')
      .approve([1])
      .tell()
      .decide([2], 'remove')
      .approve([2]);
    expect(more.untold()).toMatchObject([{ accountId: 'ada', lines: [2], ends: ['confluence'] }]);
  });
});

describe('A line that was returned', () => {
  const returned = told.giveBack([1], APPROVER);

  it('is noticed as before once it is approved anew, because its person knows', () => {
    const again = returned.decide([1], 'remove').approve([1]);
    expect(again.line(1)).toMatchObject({ state: 'noticed', notice: told.line(1).notice });
  });

  it('is tried again where nobody could be reached', () => {
    const listed = approved.tell('not-reachable').giveBack([1], APPROVER);
    expect(listed.line(1).notice).toBeNull();
    expect(listed.decide([1], 'remove').approve([1]).untold()).toHaveLength(1);
  });

  it('is not told of again where a message was sent to somebody without access to Jira', () => {
    const sent = approved.tell('not-reachable', 204);
    const again = sent.giveBack([1], APPROVER).decide([1], 'remove').approve([1]);
    expect(again.untold()).toEqual([]);
    expect(again.line(1)).toMatchObject({ state: 'noticed', notice: sent.line(1).notice });
  });
});

it('A run that was stopped leaves its lines noticed', () => {
  const stopped = told.at(daysAhead(9)).startRun().endRun('stopped');
  expect([stopped.line(1).state, stopped.line(2).state]).toEqual(['noticed', 'noticed']);
});
