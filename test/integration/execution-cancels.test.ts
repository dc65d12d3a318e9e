import { describe, expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import { everyPayload } from './every-payload';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';
import { exempt } from './an-exemption';
import { withThirdAdministrator } from './refusals/situations';

const SYNCED = {
  externalSynced: true,
  managedBy: 'external',
  managementAccess: { readable: true, modifiable: false, deletable: false },
};

/** Approved for two people; the second stays as it is, to show that nothing else is held up. */
async function anApprovedReview(): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 1)) });
  await review.approveRemovalOf(people.casey, stale(1));
  return review;
}

async function expectCancelled(review: Review, cause: RegExp): Promise<void> {
  const { site } = review;
  const run = await review.run();
  expect(run).toMatchObject({ state: 'ended', sent: 1, cancelled: 1, blocked: 0 });
  expect(site.removals()).toEqual([`${stale(1)}/${groups.jiraUsers}`]);
  const line = await review.lineOf(people.casey);
  expect(line).toMatchObject({ state: 'closed', outcome: 'cancelled' });
  expect(line.cause).toMatch(cause);
}

describe('Between approval and run, a removal is cancelled with its cause when the person', () => {
  test('used the seat', async () => {
    const review = await anApprovedReview();
    review.site.host.apply({ do: 'activity', account: people.casey, product: 'jira-software' });
    await review.site.host.advance('PT26H');
    await expectCancelled(review, /the seat was used meanwhile/);
  });

  test('became an administrator', async () => {
    const review = await anApprovedReview();
    review.site.host.apply({ do: 'make-admin', account: people.casey, role: 'site-admin' });
    await review.site.host.advance('PT1H');
    await expectCancelled(review, /an owner must decide now/);
  });

  test('joined an administrators’ group', async () => {
    const review = await anApprovedReview();
    review.site.host.apply({ do: 'add-to-group', account: people.casey, group: groups.jiraAdmins });
    await review.site.host.advance('PT1H');
    await expectCancelled(review, /an owner must decide now/);
  });

  test('was given the seat by the identity provider too', async () => {
    const review = await anApprovedReview();
    const add = [people.casey];
    review.site.host.apply({ do: 'idp-sync', group: groups.engineering, add, remove: [] });
    await review.site.host.advance('PT1H');
    await expectCancelled(review, /synced|the seat was given again/);
  });

  test('was suspended', async () => {
    const review = await anApprovedReview();
    review.site.host.apply({ do: 'suspend', account: people.casey });
    await review.site.host.advance('PT1H');
    await expectCancelled(review, /the seat ended meanwhile/);
  });

  test('left the group by another hand', async () => {
    const review = await anApprovedReview();
    review.site.host.apply({ do: 'remove-from-group', account: people.casey, group: groups.jiraUsers });
    await review.site.host.advance('PT1H');
    await expectCancelled(review, /the seat ended meanwhile/);
  });

  test('was given the seat again by hand', async () => {
    const review = await anApprovedReview();
    const { host } = review.site;
    host.apply({ do: 'remove-from-group', account: people.casey, group: groups.jiraUsers });
    await host.advance('PT1H');
    host.apply({ do: 'add-to-group', account: people.casey, group: groups.jiraUsers });
    await host.advance('PT1H');
    await expectCancelled(review, /the seat was given again meanwhile/);
  });

  test('came under an exemption', async () => {
    const review = await anApprovedReview();
    await exempt(review.site, { match: { account: people.casey } });
    await expectCancelled(review, /an exemption covers the seat now/);
  });

  test('came onto the technical list', async () => {
    const review = await anApprovedReview();
    const policy = { ...everyPayload['save-policy'], technical: [people.casey] };
    await review.site.get('admin', 'save-policy', policy);
    await expectCancelled(review, /an owner must decide now/);
  });
});

describe('Between approval and run', () => {
  test('a group that becomes synced is written to no more', async () => {
    const review = await anApprovedReview();
    const { site } = review;
    site.host.apply({ do: 'set-provenance', group: groups.jiraUsers, provenance: SYNCED });
    await site.host.advance('PT1H');
    expect(await review.run()).toMatchObject({ state: 'ended', sent: 0, cancelled: 2 });
    expect((await review.lineOf(people.casey)).cause).toMatch(/synced/);
    expect(site.removals()).toEqual([]);
  });

  test.each([{}, { externalSynced: false }, { managedBy: 'somebody-new' }, { managedBy: 'team-members' }])(
    'a group whose provenance becomes %j is written to no more',
    async (provenance) => {
      const review = await anApprovedReview();
      const { site } = review;
      // Not a default group, which counts as local without a word about its owner.
      const seed = tiny((each) => withStalePeople(each, 1, [groups.contractors]));
      const local = await aReview({ seed });
      await local.approveRemovalOf(stale(1));
      local.site.host.apply({ do: 'set-provenance', group: groups.contractors, provenance });
      await local.site.host.advance('PT1H');
      expect(await local.run()).toMatchObject({ sent: 0, cancelled: 1 });
      expect(local.site.removals()).toEqual([]);
      expect(site.removals()).toEqual([]);
    },
  );

  test('what would end besides comes into use: nothing ends', async () => {
    const seed = tiny((each) => withStalePeople(each, 1, [groups.contractors]));
    const review = await aReview({ seed });
    await review.approveRemovalOf(stale(1));
    review.site.host.apply({ do: 'activity', account: stale(1), product: 'confluence' });
    await review.site.host.advance('PT26H');
    expect(await review.run()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(review.site.removals()).toEqual([]);
    expect((await review.lineOf(stale(1))).cause).toMatch(/used meanwhile|in use would end/);
  });

  const READS = [
    ['jira', 'POST /rest/api/3/permissions/check', 403],
    ['org', 'GET /admin/v2/orgs/*/directories/*/users/*/role-assignments', 403],
    ['org', 'POST /admin/v2/orgs/*/directories/*/groups/search', 403],
    ['org', 'GET /admin/v2/orgs/*/directories/*/groups/*/role-assignments', 403],
    ['org', 'POST /admin/v2/orgs/*/directories/*/groups/search', 200],
  ] as const;

  test.each(READS)('a fact of %s %s that cannot be read (%i) cancels', async (target, match, status) => {
    const review = await aReview();
    await review.approveRemovalOf(people.casey);
    review.site.host.fault({ target, match, status, times: 20 });
    expect(await review.run()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(review.site.removals()).toEqual([]);
  });
});

describe('A start is refused', () => {
  test('on another plan than the one that was shown', async () => {
    const review = await anApprovedReview();
    const { site, cycleId } = review;
    const { fingerprint } = await review.plan();
    const { line } = await review.lineOf(stale(1));
    await site.get('approver', 'return-lines', { cycleId, lines: [line], reason: 'not this one' });
    const refused = await site.refusal('admin', 'start-run', { cycleId, fingerprint });
    expect(refused.code).toBe('plan.changed');
    expect(site.removals()).toEqual([]);
  });

  test('to who administers Jira and no more', async () => {
    const review = await anApprovedReview();
    const { site, cycleId } = review;
    site.host.apply({ do: 'add-to-group', account: people.gil, group: groups.jiraAdmins });
    await site.host.advance('PT1M');
    const plan = await review.plan(people.gil);
    expect(plan).toMatchObject({ mayStart: false });
    const { fingerprint } = plan;
    expect((await site.refusal(people.gil, 'start-run', { cycleId, fingerprint })).code).toBe(
      'access.denied',
    );
  });

  test('while nothing is approved', async () => {
    const review = await aReview();
    const { fingerprint } = await review.plan();
    const { cycleId } = review;
    const refused = await review.site.refusal('admin', 'start-run', { cycleId, fingerprint });
    expect(refused.code).toBe('run.not-allowed');
  });

  test('while a run is going on', async () => {
    const review = await anApprovedReview();
    const { cycleId } = review;
    const { fingerprint } = await review.plan();
    await review.start();
    const { code } = await review.site.refusal('approver', 'start-run', { cycleId, fingerprint });
    expect(['plan.changed', 'run.not-allowed']).toContain(code);
  });
});

test('among three people the third removes', async () => {
  const review = await aReview({ seed: withThirdAdministrator(), settings: { separation: 'three-person' } });
  await review.approveRemovalOf(people.casey);
  expect(await review.run(people.gil)).toMatchObject({ state: 'ended', sent: 1 });
});

describe('The plan says why it may not start', () => {
  test('of who decided or approved, under the three-person rule', async () => {
    const review = await aReview({
      seed: withThirdAdministrator(),
      settings: { separation: 'three-person' },
    });
    await review.approveRemovalOf(people.casey);
    const { mayNotBecause } = await review.plan('approver');
    expect(mayNotBecause).toBe('Under the three-person rule whoever decided or approved may not remove.');
  });

  test('of a review that was cancelled', async () => {
    const review = await anApprovedReview();
    const { site, cycleId } = review;
    await site.get('approver', 'cancel-cycle', { cycleId, reason: 'wrong products' });
    expect((await review.plan()).mayNotBecause).toBe('This review was cancelled.');
  });

  test('of whose own account is in it', async () => {
    const review = await anApprovedReview();
    const { site } = review;
    site.host.apply({ do: 'make-admin', account: people.casey, role: 'site-admin' });
    await site.host.advance('PT1M');
    expect((await review.plan(people.casey)).mayNotBecause).toMatch(/^Your own account is in the plan/);
  });
});

test('a default group without provenance waits for a site administrator’s word', async () => {
  const seed = tiny((each) => {
    for (const group of each.groups)
      if (group.id === groups.jiraUsers) Object.assign(group, { provenance: {} });
  });
  const review = await aReview({ seed });
  await review.approveRemovalOf(people.casey);
  const plan = await review.plan();
  expect(plan).toMatchObject({ people: 0, toConfirm: [{ id: groups.jiraUsers }] });
  expect(plan.skips[0]?.why).toMatch(/must first confirm that jira-users-northwind is not synced/);
  await review.site.get('admin', 'confirm-group', {
    groupId: groups.jiraUsers,
    reason: 'made by hand in 2019',
  });
  expect(await review.run()).toMatchObject({ state: 'ended', sent: 1 });
});

test('a bundle with a kept line is not removed in part', async () => {
  const seed = tiny((each) => withStalePeople(each, 1, [groups.contractors]));
  const review = await aReview({ seed });
  const lines = await review.approveRemovalOf(stale(1));
  expect(lines).toHaveLength(2);
  const { site, cycleId } = review;
  await site.get('approver', 'return-lines', { cycleId, lines: lines.slice(0, 1), reason: 'look again' });
  await review.decide('admin', lines.slice(0, 1), 'keep', { reason: 'still-needed', note: 'asked for it' });
  const plan = await review.plan();
  expect(plan.people).toBe(0);
  expect(plan.skips.map(({ why }) => why)).toEqual([expect.stringMatching(/shares a group/)]);
});

test('of more people than a run may have the rest is left for the next', async () => {
  const seed = tiny((each) => withStalePeople(each, 3));
  const review = await aReview({ seed, settings: { peoplePerRun: 2 } });
  await review.approveRemovalOf(people.casey, stale(1), stale(2), stale(3));
  expect(await review.plan()).toMatchObject({ people: 2, skips: [{}, {}] });
  const runs: RunView[] = [await review.run(), await review.run()];
  expect(runs.map(({ sent }) => sent)).toEqual([2, 2]);
});
