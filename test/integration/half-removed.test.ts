import { expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import { groups, stale, tiny, withStalePeople } from './a-seed';
import { aReview, endDeciding, type Review } from './a-review';

const WHO = stale(1);
const TWO_GROUPS = [groups.jiraUsers, groups.contractors];

/** One person whose Jira seat hangs on two groups. */
async function anApprovedReview(): Promise<Review> {
  const seed = tiny((each) => {
    withStalePeople(each, 1, TWO_GROUPS);
    for (const product of each.products.filter(({ key }) => !key.startsWith('jira')))
      product.grants = product.grants.filter(({ group }) => group !== groups.contractors);
  });
  const review = await aReview({ seed, settings: { dueDays: 1 } });
  await review.approveRemovalOf(WHO);
  return review;
}

/** The run dies before the second of both writes. */
async function removeOneGroup(review: Review): Promise<string> {
  const { runId } = await review.start();
  const { sequence } = await review.view();
  const key = `ledger:${review.cycleId}:${String(sequence + 3)}`;
  review.site.host.fault({ target: 'kvs', match: `set ${key}`, mode: 'crash' });
  await expect(review.slice('admin', runId)).rejects.toThrow();
  expect(memberOf(review)).toEqual([groups.contractors]);
  return runId;
}

async function goOn(review: Review, runId: string): Promise<RunView> {
  let run = await review.slice('admin', runId);
  for (let slice = 0; run.state === 'running' && slice < 40; slice += 1)
    run = await review.slice('admin', runId);
  return run;
}

const memberOf = ({ site }: Review) => TWO_GROUPS.filter((id) => site.memberships()[id]?.includes(WHO));

async function checks(review: Review): Promise<string[]> {
  const { line } = await review.lineOf(WHO);
  const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
  return records.map(({ text }) => text).filter((text) => text.startsWith('Checked'));
}

test('What was removed before the rest was cancelled is told, checked, corroborated and given back', async () => {
  const review = await anApprovedReview();
  const { site, cycleId } = review;
  const runId = await removeOneGroup(review);
  site.host.apply({ do: 'activity', account: WHO, product: 'jira-software' });
  await site.host.advance('P2D');
  expect(await goOn(review, runId)).toMatchObject({
    ...{ state: 'ended', sent: 1, cancelled: 1 },
    items: [
      { groupId: groups.jiraUsers, outcome: 'sent' },
      { groupId: groups.contractors, outcome: 'cancelled', text: 'the seat was used meanwhile' },
    ],
  });
  await site.get('admin', 'verify-removals', { cycleId });
  expect(await checks(review)).toEqual([
    expect.stringMatching(/^Checked \(after a day\): partly removed\. .*organization's audit log tells/),
  ]);
  const { line } = await review.lineOf(WHO);
  const undone = await site.get('admin', 'start-undo', { cycleId, of: { line }, reason: 'they need it' });
  await site.get('admin', 'undo-slice', { cycleId, undoId: undone.undoId });
  expect(memberOf(review)).toEqual(TWO_GROUPS);
  expect((await review.lineOf(WHO)).outcome).toBe('undone');
});

test('A decision does not change while a part of its removal stands', async () => {
  const review = await anApprovedReview();
  const { site, cycleId } = review;
  const runId = await removeOneGroup(review);
  await site.get('admin', 'stop-run', { runId, reason: 'enough' });
  const { line } = await review.lineOf(WHO);
  const returned = await site.refusal('approver', 'return-lines', {
    cycleId,
    lines: [line],
    reason: 'look again',
  });
  expect(returned.message).toBe(
    `Line ${String(line)}: a part of it was removed. Undo that on Execute, or run the rest.`,
  );
  expect((await review.run()).state).toBe('ended');
  expect(memberOf(review)).toEqual([]);
});

test('A line of which one group was left and another refused is told as removed in part', async () => {
  const review = await anApprovedReview();
  const { site, cycleId } = review;
  const runId = await removeOneGroup(review);
  site.host.fault({ target: 'jira', match: 'DELETE /rest/api/3/group/user', status: 409 });
  await goOn(review, runId);
  const { line, outcome, cause } = await review.lineOf(WHO);
  expect([outcome, cause]).toEqual(['blocked', 'Atlassian refused it (409).']);
  await site.host.advance('P2D');
  await site.get('admin', 'verify-removals', { cycleId });

  expect((await checks(review)).join()).toMatch(/partly removed/);
  await endDeciding(site, cycleId);
  const decided = await site.refusal('admin', 'decide-lines', review.decision([line], 'keep'));
  expect(decided.message).toContain('was removed: undo that on Execute before it is decided anew');
});
