import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../../src/domain/classification/explain';
import { traceOf } from '../../../../src/domain/evidence/describe-record';
import { aHeader } from '../../../builders/a-header';
import { aReview } from '../../../builders/a-review';
import { APPROVER, REVIEWER, type Review } from '../../../builders/review';
import { aCleanup, aRouteOut } from '../../../builders/a-seat';
import { daysAhead } from '../../../builders/times';

const NAMES = namesOf(aHeader());
const trace = ({ records }: Review, line = 1) => traceOf(records, line, NAMES).map(({ text }) => text);

const start = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] });

describe('The trace of a line', () => {
  it('tells its whole way to a verified removal', () => {
    const done = start
      .decide([1], 'remove', { note: '' })
      .approve([1])
      .startRun()
      .write('sent')
      .endRun()
      .verify('access-gone', 'first')
      .verify('access-gone')
      .decide([2], 'keep')
      .signOff();
    expect(trace(done)).toEqual([
      'Frozen into the review.',
      'Decided: remove, reason: reviewed.',
      'Approved.',
      expect.stringMatching(/^A run that is to remove it was started, by plan [0-9a-f]{12}\.$/),
      'Removal from *local* sent (attempt 1).',
      'Removal from *local*: sent, HTTP 204. it was sent',
      'Checked (within minutes): access gone. found access-gone',
      'Checked (after a day): access gone. found access-gone',
      'Signed off.',
    ]);
  });

  it('tells what the person concerned was told, and what they said', () => {
    const noticed = aReview({ seats: [aCleanup('ada')], rules: { noticeDays: 7 } })
      .decide([1], 'remove', { note: '' })
      .approve([1])
      .tell()
      .claim('ada', 'jira-software', 'I close the books.');
    expect(trace(noticed).slice(3)).toEqual([
      'A message to the person concerned was begun.',
      'The person concerned was told, HTTP 204.',
      'The person concerned still needs it, undecided again. I close the books.',
    ]);
  });

  it('says of who could not be reached that nobody told them', () => {
    const listed = aReview({ seats: [aCleanup('ada')], rules: { noticeDays: 7 } })
      .decide([1], 'remove')
      .approve([1])
      .tell('not-reachable');
    expect(trace(listed).at(-1)).toBe(
      'The person concerned could not be reached and was told by nobody, HTTP 403. it was not-reachable.',
    );
  });

  it('tells who made each record, and when', () => {
    const { records } = start.decide([1], 'remove').approve([1]);
    const [, ...rest] = traceOf(records, 1, NAMES);
    expect(rest.map(({ sequence, by }) => [sequence, by])).toEqual([
      [4, REVIEWER],
      [5, APPROVER],
    ]);
  });

  it('tells until when a seat is kept', () => {
    expect(trace(start.decide([1], 'keep', { note: 'on leave', until: daysAhead(90) }))).toContain(
      'Decided: keep until 31 Jan 2027, reason: reviewed. on leave',
    );
  });

  it('tells until when an exception holds', () => {
    expect(trace(start.decide([1], 'exception', { until: daysAhead(90) }))).toContain(
      'Decided: keep as an exception until 31 Jan 2027, reason: reviewed. looked into it. Compensating control: a check by the team lead each month. Owned by rita',
    );
  });

  it('tells the compensating control of an exception', () => {
    const excepted = start.decide([1], 'exception', {
      until: daysAhead(90),
      control: 'blocked at the proxy',
    });
    expect(trace(excepted)).toContain(
      'Decided: keep as an exception until 31 Jan 2027, reason: reviewed. looked into it. Compensating control: blocked at the proxy. Owned by rita',
    );
  });

  it('names the record and its hash, the role and the kind', () => {
    const { records } = start.decide([1], 'remove');
    const record = records.at(-1);
    expect(traceOf(records, 1, NAMES).at(-1)).toMatchObject({
      sequence: record?.sequence,
      hash: record?.hash,
      role: 'reviewer',
      kind: 'lines-decided',
    });
  });

  it('tells which owners a decision asks about its own line', () => {
    const seats = [aRouteOut('svc', ['technical', 'privileged']), aRouteOut('bot')];
    const review = aReview({ seats }).decide([1, 2], 'route-out', { note: '' });
    expect([trace(review)[1], trace(review, 2)[1]]).toEqual([
      'Decided: route out, asking the owner of technical and privileged, reason: reviewed.',
      'Decided: route out, asking the owner of technical, reason: reviewed.',
    ]);
  });

  it('tells nothing of other lines', () => {
    expect(trace(start.decide([1], 'remove').approve([1]), 2)).toEqual(['Frozen into the review.']);
  });

  it('tells what was taken back and returned', () => {
    const back = start.decide([1], 'keep').undo([1]).decide([1], 'remove').giveBack([1]);
    expect(trace(back)).toEqual(
      expect.arrayContaining(['Decision undone: a mistake', 'Returned by the approver: please look again']),
    );
  });

  it('tells an override', () => {
    const alone = aReview({ seats: [aCleanup('ada')], rules: { approvers: ['rita'] } })
      .decide([1], 'remove')
      .approve([1], REVIEWER, 'alone today');
    expect(trace(alone)).toContain('Approved, overriding “decider is approver”: alone today.');
  });

  it('tells answers of its own owners only', () => {
    const seats = [
      aRouteOut('svc'),
      ...Array.from({ length: 10 }, (_, index) => aRouteOut(`svc-${String(index)}`)),
    ];
    const review = aReview({ seats }).decide([1, 11], 'route-out').answer(['11-technical'], 'keep');
    expect([trace(review), trace(review, 11)]).toEqual([
      expect.not.arrayContaining([expect.stringContaining('answered')]),
      expect.arrayContaining(['Olga Owner answered “still needed”.']),
    ]);
  });

  it('tells that nobody decided', () => {
    expect(trace(start.endDeciding())).toContain('Nobody had decided; closed by the rule “close as kept”.');
  });

  it('tells why a removal was not made', () => {
    const cancelled = start.decide([1], 'remove').approve([1]).startRun().cancelRemoval('the paths changed');
    expect(trace(cancelled)).toContain('Not removed: the paths changed.');
  });

  it('tells that the review was cancelled', () => {
    expect(trace(start.cancel())).toContain('The review was cancelled: opened by mistake');
  });
});
