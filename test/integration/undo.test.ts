import { describe, expect, test } from 'vitest';

import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview } from './a-review';
import { aRunReview, POST, reason, signOff, undo } from './an-undo';

test('The undo of a whole run gives back every membership exactly, and is verified', async () => {
  const { review, runId, before } = await aRunReview();
  expect(review.site.memberships()).not.toEqual(before);
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', people: 2, refused: 0, waiting: 0 });
  expect(review.site.memberships()).toEqual(before);
  await review.site.host.drain();
  const { line, outcome, cause } = await review.lineOf(people.casey);
  expect({ outcome, cause }).toEqual({ outcome: 'undone', cause: reason });
  const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
  expect(records.slice(-4).map(({ text }) => text)).toEqual([
    `Its removal is to be undone: ${reason}`,
    'Addition to *jira-users-northwind* sent (attempt 1).',
    'Addition to *jira-users-northwind*: added, HTTP 201. Given back.',
    'Undo checked: access is back. Access to jira-software is back.',
  ]);
});

test('The undo of many people takes several slices, each within the requests of its invocation', async () => {
  const many = Array.from({ length: 30 }, (_, index) => stale(index + 1));
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 30)) });
  const before = review.site.memberships();
  await review.approveRemovalOf(...many);
  const { runId } = await review.run();
  await review.site.host.drain();
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', people: 30, given: 30, waiting: 0 });
  expect(review.site.memberships()).toEqual(before);
});

test('An addition whose answer was lost is looked at, and not sent blindly again', async () => {
  const { review, before } = await aRunReview();
  review.site.host.fault({ target: 'jira', match: POST, mode: 'drop-after-write' });
  const view = await undo(review, { accountId: people.casey });
  expect(view.items).toMatchObject([{ state: 'added', note: 'The membership is there.' }]);
  expect(review.site.calls('POST', /group\/user$/)).toHaveLength(1);
  expect(review.site.memberships()[groups.jiraUsers]).toEqual(
    before[groups.jiraUsers]?.filter((id) => id !== people.devi),
  );
});

test('Nothing is given back to a group that became synced', async () => {
  const { review } = await aRunReview();
  const { site } = review;
  site.host.apply({
    ...{ do: 'set-provenance', group: groups.jiraUsers },
    provenance: { externalSynced: true, managedBy: 'external', managementAccess: { modifiable: false } },
  });
  await site.host.advance('PT5M');
  const after = site.memberships();
  expect((await undo(review, { accountId: people.casey })).items).toMatchObject([
    { state: 'refused', note: 'Not given back: the group is a scim group now.' },
  ]);
  expect(site.memberships()).toEqual(after);
  expect(await review.lineOf(people.casey)).toMatchObject({ undoable: true, undo: null });
  expect(site.calls('POST', /group\/user$/)).toEqual([]);
});

test('What a seat limit forbids is refused, and said', async () => {
  const { review } = await aRunReview();
  review.site.host.fault({ target: 'jira', match: POST, status: 400 });
  expect((await undo(review, { accountId: people.casey })).items).toMatchObject([
    { state: 'refused', note: 'Atlassian refused it (400).' },
  ]);
});

test('What came back by itself is not offered for undo, and is refused', async () => {
  const { review } = await aRunReview();
  const { site, cycleId } = review;
  await site.host.advance('PT20H');
  site.host.apply({ do: 'add-to-group', group: groups.jiraUsers, account: people.casey });
  await site.host.advance('PT5H');
  await site.get('admin', 'verify-removals', { cycleId });
  const { undoable, line } = await review.lineOf(people.casey);
  expect(undoable).toBe(false);
  const { message } = await site.refusal('admin', 'start-undo', { cycleId, of: { line }, reason });
  expect(message).toBe(`Line ${String(line)} came back already: nothing is left to give back.`);
});

test('A seat that was given back is too new for the next review', async () => {
  const { review } = await aRunReview();
  await undo(review, { accountId: people.casey });
  await review.site.host.advance('P1D');
  await review.site.scan();
  const { rows } = await review.site.get('admin', 'list-seats', { accountId: people.casey });
  expect(rows[0]).toMatchObject({ verdict: 'keep', reason: 'too-new' });
});

describe('After the sign-off', () => {
  test('an approver who administers the site undoes it; the review stays as it was signed', async () => {
    const { review, before } = await aRunReview();
    const { site, cycleId } = review;
    await signOff(review);
    const { headHash } = await review.view();
    expect(await undo(review, { accountId: people.casey })).toMatchObject({ state: 'done', refused: 0 });
    expect(site.memberships()[groups.jiraUsers]).toContain(people.casey);
    expect(before[groups.jiraUsers]).toContain(people.casey);
    expect((await review.view()).headHash).toBe(headHash);
    expect((await review.lineOf(people.casey)).outcome).toBe('removed');
    const { afterSignOff } = await site.get('admin', 'get-evidence', { cycleId });
    expect(afterSignOff.map(({ by, text }) => `${by}: ${text}`)).toContain(
      `${people.ada}: Its removal is to be undone: ${reason}`,
    );
  });

  test('a site administrator who may not approve is refused', async () => {
    const settings = { dueDays: 1, approvers: [people.bram], signOffBy: people.bram };
    const review = await aReview({ withoutDefaultGrants: true, settings });
    await review.approveRemovalOf(people.casey);
    await review.run();
    await review.site.host.drain();
    await signOff(review);
    const { site, cycleId } = review;
    const { message } = await site.refusal('admin', 'start-undo', {
      ...{ cycleId, of: { accountId: people.casey }, reason },
    });
    expect(message).toBe('This review is signed off: only an approver may undo its removals.');
    expect(site.memberships()[groups.jiraUsers]).not.toContain(people.casey);
  });

  test('it is too late after 30 days', async () => {
    const { review } = await aRunReview();
    const { site, cycleId } = review;
    await signOff(review);
    await site.host.advance('P30D');
    const { message } = await site.refusal('admin', 'start-undo', {
      ...{ cycleId, of: { accountId: people.casey }, reason },
    });
    expect(message).toContain('was removed more than 30 days ago');
  });
});
