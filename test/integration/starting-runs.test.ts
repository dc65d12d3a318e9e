import { describe, expect, test } from 'vitest';

import { people, tiny } from './a-seed';
import { aReview, type Review, type ReviewOptions } from './a-review';

/** A key that `creator` made, as entered in Settings. */
const madeBy = (creator: string): ReviewOptions => ({
  seed: tiny((seed) => Object.assign(seed, { orgKey: { createdBy: creator } })),
});

async function anApprovedReview(options: ReviewOptions = {}): Promise<Review> {
  const review = await aReview(options);
  await review.approveRemovalOf(people.casey);
  return review;
}

const executorsOf = async (review: Review, who = 'admin') =>
  Object.fromEntries(
    (await review.plan(who)).executors.map(({ executor, mayNotBecause }) => [executor, mayNotBecause]),
  );

describe('The plan says before anything is begun', () => {
  test('that a site administrator may start it with either executor', async () => {
    const review = await anApprovedReview();
    expect(await executorsOf(review)).toEqual({ 'organization-key': null, 'acting-administrator': null });
  });

  test('that whoever administers Jira alone may start it with neither', async () => {
    const seed = tiny((each) => {
      const bram = each.accounts.find(({ accountId }) => accountId === people.bram);
      Object.assign(bram ?? {}, { platformRoles: [] });
    });
    const review = await anApprovedReview({ seed });
    const { executors, mayStart, proposed } = await review.plan('approver');
    expect([mayStart, proposed]).toEqual([false, null]);
    for (const { mayNotBecause } of executors) expect(mayNotBecause).toMatch(/you administer Jira alone\.$/);
    expect(review.site.calls('DELETE')).toEqual([]);
  });

  test('that without its key nothing of a review can be checked that was drafted with one', async () => {
    const review = await anApprovedReview();
    await review.site.get('admin', 'remove-org-key', { reason: 'rotation' });
    const { executors, mayStart } = await review.plan();
    expect(mayStart).toBe(false);
    for (const { mayNotBecause } of executors)
      expect(mayNotBecause).toMatch(/^This review rests on what the organization key told/);
  });

  test('and nothing is started when the key was removed after the plan was shown', async () => {
    const review = await anApprovedReview();
    const { fingerprint } = await review.plan();
    await review.site.get('admin', 'remove-org-key', { reason: 'rotation' });
    const start = { cycleId: review.cycleId, fingerprint, executor: 'acting-administrator' as const };
    expect((await review.site.refusal('admin', 'start-run', start)).code).toBe('key.missing');
    expect((await review.lineOf(people.casey)).state).toBe('approved');
  });

  test('who made the key', async () => {
    const review = await anApprovedReview(madeBy('Olga of IT'));
    expect((await review.plan()).keyCreatedBy).toBe('Olga of IT');
  });

  test('to begin with the acting administrator while removing with the key is unproven, and with the key after', async () => {
    const review = await anApprovedReview();
    expect(await review.plan()).toMatchObject({ proposed: 'acting-administrator', keyIsProven: false });
    await review.runWithKey();
    await review.site.host.advance('PT5M');
    await review.site.get('admin', 'verify-removals', { cycleId: review.cycleId });
    await review.approveRemovalOf(people.devi);
    expect(await review.plan()).toMatchObject({ proposed: 'organization-key', keyIsProven: true });
  });
});

describe('Whoever made the key counts as an executor of its runs:', () => {
  const startWithKey = async (review: Review, who = 'admin') => {
    const { fingerprint } = await review.plan(who);
    const executor = 'organization-key';
    return review.site.refusal(who, 'start-run', { cycleId: review.cycleId, fingerprint, executor });
  };

  test('nobody’s own account is removed with their own key', async () => {
    const review = await anApprovedReview(madeBy(people.casey));
    expect(await startWithKey(review)).toEqual({
      code: 'run.not-allowed',
      message: 'The account that created the organization key is in the plan: nobody removes themselves.',
    });
    expect((await review.run()).state).toBe('ended');
  });

  test('under the three-person rule it is of a third person', async () => {
    const settings = { separation: 'three-person', approvers: [people.gil] } as const;
    const review = await aReview({
      ...madeBy(people.gil),
      settings: { ...settings, approvers: [people.gil] },
    });
    const lines = await review.numbersOf([people.casey]);
    await review.decide('approver', lines, 'remove');
    await review.approve(people.gil, lines);
    expect((await startWithKey(review)).message).toBe(
      'Under the three-person rule the organization key may not be of somebody who decided or approved.',
    );
    expect((await review.run()).state).toBe('ended');
  });

  test('under the three-person rule it must be known whose it is', async () => {
    const settings = { separation: 'three-person', approvers: [people.gil] } as const;
    const review = await aReview({
      ...madeBy('Olga of IT'),
      settings: { ...settings, approvers: [people.gil] },
    });
    const lines = await review.numbersOf([people.casey]);
    await review.decide('approver', lines, 'remove');
    await review.approve(people.gil, lines);
    expect((await startWithKey(review)).message).toMatch(
      /^Under the three-person rule it must be known whose the organization key is/,
    );
  });

  test('they do not sign off', async () => {
    const review = await anApprovedReview(madeBy(people.bram));
    const { site, cycleId } = review;
    await review.runWithKey();
    await site.host.advance('P22D');
    await site.get('admin', 'end-deciding', { cycleId, reason: 'over' });
    await site.get('admin', 'verify-removals', { cycleId });
    const refused = await site.refusal('approver', 'sign-off', { cycleId, statement: 'I looked at it.' });
    expect(refused.message).toMatch(/with the organization key that you created/);
  });

  test('a name that is no account forbids nothing under the two-person rule', async () => {
    const review = await anApprovedReview(madeBy('Casey, I think'));
    expect((await review.runWithKey()).state).toBe('ended');
  });

  test('the evidence tells it', async () => {
    const review = await anApprovedReview(madeBy(people.bram));
    const run = await review.runWithKey();
    expect(run).toMatchObject({ executor: 'organization-key', keyCreatedBy: people.bram });
    const { line } = await review.lineOf(people.casey);
    const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
    expect(records.map(({ text }) => text).join('\n')).toContain(
      `, with the organization key that ${people.bram} created.`,
    );
  });
});
