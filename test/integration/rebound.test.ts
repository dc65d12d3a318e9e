import { expect, test } from 'vitest';

import { groups, people } from './a-seed';
import { aReview, endDeciding, type Review, type ReviewOptions } from './a-review';
import { documentedOrganization } from './an-organization';
import { withHandle } from '../local/organization/with-handle';

/** Casey is removed, and found gone within minutes. */
async function aRemoval({ withEvents = true, withAuditLog = true } = {}): Promise<Review> {
  const review = await aReview({ settings: { dueDays: 1 } });
  await review.approveRemovalOf(people.casey);
  await review.run();
  const refused = { status: 403, times: 1_000 };
  if (!withEvents)
    review.site.host.fault({ target: 'org', match: 'GET /admin/v1/orgs/*/events', ...refused });
  if (!withAuditLog)
    review.site.host.fault({ target: 'jira', match: 'GET /rest/api/3/auditing/record', ...refused });
  await review.site.host.drain();
  return review;
}

async function wake({ site }: Review): Promise<void> {
  await site.host.trigger('seattrace-hourly');
  await site.host.drain();
}

function addAgain({ site }: Review): void {
  site.host.apply({ do: 'add-to-group', group: groups.jiraUsers, account: people.casey });
}

test('A removal is corroborated by the event of the organization that matches it', async () => {
  const review = await aRemoval();
  const { line } = await review.lineOf(people.casey);
  const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
  expect(records.at(-1)?.text).toMatch(
    /^Checked \(within minutes\): access gone\..* The organization's audit log tells the removal from \*jira-users-northwind\* on 2 Nov 2026 by /,
  );
});

test("Where the organization tells no events, Jira's audit log corroborates the removal and names who added again", async () => {
  const review = await aRemoval({ withEvents: false });
  const { site, cycleId } = review;
  const { line } = await review.lineOf(people.casey);
  const { records } = await site.get('admin', 'get-trace', { cycleId, line });
  expect(records.at(-1)?.text).toMatch(
    /Jira's audit log tells the removal from \*jira-users-northwind\* on 2 Nov 2026 by /,
  );
  await site.host.advance('PT20H');
  addAgain(review);
  await site.host.advance('PT5H');
  await wake(review);
  const { rebound } = await review.lineOf(people.casey);
  expect(rebound).toMatch(/^Back through \*jira-users-northwind\*, which was left: given on 3 Nov 2026 by /);
});

test('A removal that no log tells is not corroborated', async () => {
  const review = await aRemoval({ withEvents: false, withAuditLog: false });
  const { site, cycleId } = review;
  const { line } = await review.lineOf(people.casey);
  const { records } = await site.get('admin', 'get-trace', { cycleId, line });
  expect(records.at(-1)?.text).toMatch(
    /^Checked \(within minutes\): access gone\. No access to [^.]* is left\.$/,
  );
});

test('Access that is back after a day closes its line as not verified, and names the door', async () => {
  const review = await aRemoval();
  await review.site.host.advance('PT20H');
  addAgain(review);
  await review.site.host.advance('PT5H');
  await wake(review);
  expect(await review.lineOf(people.casey)).toMatchObject({
    outcome: 'not-verified',
    rebound: expect.stringMatching(
      /^Back through \*jira-users-northwind\*, which was left: given on 3 Nov 2026/,
    ) as string,
  });
});

test('Access that is back is flagged on the overview until somebody dismisses it with a reason', async () => {
  const review = await aRemoval();
  const { site } = review;
  await site.host.advance('PT20H');
  addAgain(review);
  await site.host.advance('PT5H');
  await wake(review);
  const { flags, todo } = await site.get('admin', 'get-overview', {});
  const back = flags.filter(({ kind }) => kind === 'rebound');
  expect(back.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^Access to Jira was removed in \*.*\* and is back\. Back through \*jira-users-northwind\*/,
    ),
  ]);
  expect(todo).toContainEqual({
    kind: 'flags',
    page: 'overview',
    text: 'removed seats came back',
    count: 1,
  });
  const dismissal = { flagId: back[0]?.id ?? '', reason: 'Casey is needed again' };
  await site.get('admin', 'dismiss-flag', dismissal);
  await wake(review);
  const later = await site.get('admin', 'get-overview', {});
  expect(later.flags.filter(({ kind }) => kind === 'rebound')).toEqual([]);
});

test('A removal is looked at again after a week, also once its review was signed off', async () => {
  const review = await aRemoval();
  const { site, cycleId } = review;
  await site.host.advance('P1D');
  await wake(review);
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
  const { headHash } = await review.view();
  await site.host.advance('P4D');
  addAgain(review);
  await site.host.advance('P3D');
  await wake(review);
  const { afterSignOff } = await site.get('admin', 'get-evidence', { cycleId });
  expect(afterSignOff.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Checked \(after a week\): not changed\..*Back through \*jira-users-northwind\*/),
  ]);
  expect((await review.view()).headHash).toBe(headHash);
  expect((await review.lineOf(people.casey)).outcome).toBe('removed');
  await wake(review);
  expect((await site.get('admin', 'get-evidence', { cycleId })).afterSignOff).toHaveLength(1);
});

test('The next review says of the seat that it came back', async () => {
  const review = await aRemoval();
  const { site, cycleId } = review;
  await site.host.advance('P1D');
  await wake(review);
  await endDeciding(site, cycleId);
  await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
  addAgain(review);
  await site.host.advance('P1D');
  await site.scan();
  await site.host.advance('P31D');
  await site.scan();
  const next = await site.get('admin', 'open-cycle', {});
  expect(next.difference?.lines.rebounded).toBe(1);
});

/** From `since` on the organization tells nothing of Casey, and Jira neither where it is so asked. */
function vanishing(from: { readonly jira: boolean }): { options: ReviewOptions; vanish: () => void } {
  let isGone = false;
  const options: ReviewOptions = {
    settings: { dueDays: 1 },
    organization: (...world) =>
      withHandle(documentedOrganization(...world), (organization, request, how) => {
        const answer = organization.handle(request, how);
        if (!isGone) return answer;
        if (from.jira && request.path.endsWith('/user/groups'))
          return {
            ...answer,
            status: 404,
            body: { errorMessages: ['The user does not exist.'], errors: {} },
          };
        if (!request.path.endsWith('/users/search')) return answer;
        const body = answer.body as { data: { accountId: string }[] };
        return {
          ...answer,
          body: { ...body, data: body.data.filter(({ accountId }) => accountId !== people.casey) },
        };
      }),
  };
  return { options, vanish: () => (isGone = true) };
}

test('Access of an account that nobody knows any more is gone', async () => {
  const { options, vanish } = vanishing({ jira: true });
  const review = await aReview(options);
  await review.approveRemovalOf(people.casey);
  await review.run();
  vanish();
  await review.site.host.advance('P1D');
  await wake(review);
  const line = await review.lineOf(people.casey);
  expect(line).toMatchObject({ state: 'closed', outcome: 'removed' });
});

test('A removal that nobody can look at for a week keeps no review from its sign-off', async () => {
  const { options, vanish } = vanishing({ jira: false });
  const review = await aReview(options);
  const { site, cycleId } = review;
  await review.approveRemovalOf(people.casey);
  await review.run();
  vanish();
  await site.host.advance('P6D');
  await wake(review);
  expect((await review.lineOf(people.casey)).state).toBe('verifying');
  await site.host.advance('P1D');
  await wake(review);
  expect(await review.lineOf(people.casey)).toMatchObject({
    ...{ outcome: 'not-verified', cause: 'The account could not be read again.' },
  });
  await endDeciding(site, cycleId);
  const { state } = await site.get('approver', 'sign-off', { cycleId, statement: 'all is well' });
  expect(state).toBe('signed-off');
});
