import { describe, expect, it } from 'vitest';
import { aReview } from '../../../builders/a-review';
import { EXECUTOR } from '../../../builders/review';
import { aCleanup, aGroupPath, aHold, aRouteOut, aSplit, aSyncedSeat } from '../../../builders/a-seat';

const WIKI = { product: 'confluence' };
/** A question to the identity owner, as it is opened when a group refuses. */
const A_QUESTION = aReview({ seats: [aSyncedSeat('ada')] })
  .decide([1], 'route-out')
  .handoff('1-identity');
const both = [aCleanup('ada', ['both']), aCleanup('ada', ['both', 'wiki'], WIKI)];

describe('The plan', () => {
  it('holds approved removals only', () => {
    const review = aReview({ seats: [aCleanup('ada'), aCleanup('bob'), aCleanup('cem')] })
      .decide([1, 2], 'remove')
      .approve([1]);
    expect(review.plan().people.map(({ accountId }) => accountId)).toEqual(['ada']);
  });

  it('leaves out approved exceptions', () => {
    const review = aReview({ seats: [aCleanup('ada')] })
      .decide([1], 'exception')
      .approve([1]);
    expect(review.plan()).toMatchObject({ people: [], skips: [] });
  });

  it('sends one removal for each group of a bundle', () => {
    const review = aReview({ seats: both }).decide([1, 2], 'remove').approve([1, 2]);
    expect(review.plan().people).toEqual([
      {
        accountId: 'ada',
        lines: [1, 2],
        groupIds: ['both', 'wiki'],
        ends: ['confluence', 'jira-software'],
        stays: [],
      },
    ]);
  });

  it('says what stays after the local part of a split', () => {
    const review = aReview({ seats: [aSplit('ada')] })
      .decide([1], 'remove')
      .approve([1]);
    expect(review.plan().people[0]).toMatchObject({
      groupIds: ['local'],
      ends: [],
      stays: ['jira-software'],
    });
  });

  it('says what else ends', () => {
    const elseEnds = [{ product: 'compass', activity: 'stale' as const, live: false }];
    const review = aReview({ seats: [aCleanup('ada', ['local'], { elseEnds })] })
      .decide([1], 'remove')
      .approve([1]);
    expect(review.plan().people[0]?.ends).toEqual(['compass', 'jira-software']);
  });

  it('removes what owners consented to', () => {
    const paths = [aGroupPath('local', 'local'), aGroupPath('team', 'team')];
    const review = aReview({ seats: [aRouteOut('svc', ['team', 'technical'], { paths })] })
      .decide([1], 'route-out')
      .answer(['1-team', '1-technical'], 'remove')
      .decide([1], 'remove')
      .approve([1]);
    expect(review.plan().people[0]).toMatchObject({ groupIds: ['local'], stays: ['jira-software'] });
  });

  it('says what else ends with what owners consented to', () => {
    const consentedEnds = [{ product: 'compass', activity: 'stale' as const, live: false }];
    const review = aReview({ seats: [aRouteOut('svc', ['technical'], { consentedEnds })] })
      .decide([1], 'route-out')
      .answer(['1-technical'], 'remove')
      .decide([1], 'remove')
      .approve([1]);
    expect(review.plan().people[0]?.ends).toEqual(['compass', 'jira-software']);
  });

  it('lists people in the order of their ids', () => {
    const review = aReview({ seats: [aCleanup('zoe'), aCleanup('ada')] })
      .decide([1, 2], 'remove')
      .approve([1, 2]);
    expect(review.plan().people.map(({ accountId }) => accountId)).toEqual(['ada', 'zoe']);
  });
});

it('The plan holds what may have been removed already, whatever its group refused since', () => {
  const stopped = aReview({ seats: [aCleanup('ada', ['a']), aCleanup('bob', ['a'])] })
    .decide([1, 2], 'remove')
    .approve([1, 2])
    .startRun()
    .write('unclear')
    .record(EXECUTOR, {
      ...{ kind: 'removal-observed', runId: 'cycle-1.run-1', accountId: 'bob', groupId: 'a', lines: [2] },
      ...{ outcome: 'blocked', notBefore: null, status: 403, note: 'not ours', handoffs: [A_QUESTION] },
    })
    .endRun('stopped');
  expect(stopped.plan().people.map(({ accountId }) => accountId)).toEqual(['ada']);
});

describe('The plan skips', () => {
  it('a bundle whose other line is kept', () => {
    const review = aReview({ seats: both })
      .decide([1, 2], 'remove')
      .approve([1])
      .undo([2])
      .decide([2], 'keep');
    expect(review.plan()).toMatchObject({
      people: [],
      skips: [
        { line: 1, why: expect.stringContaining('line 2 of the same person shares a group') as string },
      ],
    });
  });

  it('a bundle whose other line waits for approval', () => {
    const review = aReview({ seats: both }).decide([1, 2], 'remove').approve([2]);
    expect(review.plan().skips.map(({ line }) => line)).toEqual([2]);
  });

  it('a bundle whose other line is excepted', () => {
    const review = aReview({ seats: both })
      .decide([1, 2], 'remove')
      .approve([1])
      .undo([2])
      .decide([2], 'exception')
      .approve([2]);
    expect(review.plan().people).toEqual([]);
  });

  it('a line that shares its group with a hold, which the rule for no response decided', () => {
    const hold = aHold('ada', { ...WIKI, paths: [aGroupPath('local', 'local')] });
    const review = aReview({ seats: [aCleanup('ada'), hold], rules: { noResponse: 'follow-recommendation' } })
      .endDeciding()
      .approve([1]);
    expect(review.plan().people).toEqual([]);
  });

  it('every line of a person whose removals together would end what nobody approved', () => {
    const review = aReview({ seats: [aCleanup('ada', ['a']), aCleanup('ada', ['b'], WIKI)] })
      .decide([1, 2], 'remove')
      .approve([1, 2]);
    const why = 'together these removals would also end Compass, which nobody approved';
    expect(review.plan({ together: ['Compass'] })).toMatchObject({
      people: [],
      skips: [
        { line: 1, accountId: 'ada', why },
        { line: 2, accountId: 'ada', why },
      ],
    });
  });

  it('a group that refused a removal, for everybody who is in it', () => {
    const seats = [aCleanup('ada'), aCleanup('bob')];
    const review = aReview({ seats, rules: { peoplePerRun: 1 } })
      .decide([1, 2], 'remove')
      .approve([1, 2]);
    const refused = review
      .startRun()
      .write('blocked', undefined, { handoffs: [A_QUESTION] })
      .endRun();
    expect(refused.plan()).toMatchObject({
      people: [],
      skips: [{ line: 2, why: 'local refused a removal and counts as synced until it is scanned again' }],
    });
  });

  it('whoever is beyond the cap, until the next run', () => {
    const seats = [aCleanup('ada'), aCleanup('bob'), aCleanup('cem')];
    const review = aReview({ seats, rules: { peoplePerRun: 2 } })
      .decide([1, 2, 3], 'remove')
      .approve([1, 2, 3]);
    expect(review.plan()).toMatchObject({
      people: [{ accountId: 'ada' }, { accountId: 'bob' }],
      skips: [{ line: 3, accountId: 'cem', why: 'left for the next run: at most 2 people per run' }],
    });
  });

  it('nobody of a bundle by the cap, which counts people', () => {
    const review = aReview({ seats: both, rules: { peoplePerRun: 1 } })
      .decide([1, 2], 'remove')
      .approve([1, 2]);
    expect(review.plan().people[0]?.lines).toEqual([1, 2]);
  });

  it('a group that is believed to be default until somebody confirms that it is not synced', () => {
    const review = aReview({ seats: [aCleanup('ada')] })
      .decide([1], 'remove')
      .approve([1]);
    expect([
      review.plan({ inferred: ['local'] }).skips.map(({ why }) => why),
      review.plan({ inferred: ['local'], confirmed: ['local'] }).people.length,
    ]).toEqual([['a site administrator must first confirm that local is not synced'], 1]);
  });
});

describe('The fingerprint of a plan', () => {
  const approved = aReview({ seats: [aCleanup('ada'), aCleanup('bob')] })
    .decide([1, 2], 'remove')
    .approve([1, 2]);

  it('is the same for the same plan', () => {
    expect(approved.plan().fingerprint).toBe(approved.plan().fingerprint);
  });

  it('is another one when a person falls out', () => {
    expect(approved.giveBack([2]).plan().fingerprint).not.toBe(approved.plan().fingerprint);
  });
});

describe('What was approved', () => {
  const decided = aReview({ seats: [aCleanup('ada')] }).decide([1], 'remove');
  const approvedAs = (plan: string) =>
    decided.record('paul', { kind: 'lines-approved', lines: [1], plans: [plan], override: null });

  it('is recorded with the approval, and planned as it is', () => {
    const { approvedPlan } = decided.approve([1]).line(1);
    expect(approvedPlan).toMatch(/^[0-9a-f]{16}$/);
    expect(approvedAs(approvedPlan ?? '').plan().people).toHaveLength(1);
  });

  it('must be approved again where it would be something else now', () => {
    expect(approvedAs('0123456789abcdef').plan()).toMatchObject({
      people: [],
      skips: [{ why: 'what would be removed is no longer what was approved: it must be approved again' }],
    });
  });
});
