import { describe, expect, test } from 'vitest';

import type { RunView } from '../../src/contract/execution-replies';
import { aReview, type Review, type ReviewOptions } from './a-review';
import { withAnswers } from './an-organization';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';

const DELETE = {
  target: 'org',
  match: 'DELETE /admin/v2/orgs/*/directories/*/groups/*/memberships/*',
} as const;
const EVERYBODY = [people.casey, ...[1, 2, 3].map(stale)];
const casey = `${people.casey}/${groups.jiraUsers}`;

/** Casey comes first in the plan, three people after. */
async function anApprovedReview(options: ReviewOptions = {}): Promise<Review> {
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 3)), ...options });
  await review.approveRemovalOf(...EVERYBODY);
  return review;
}

async function lookAt({ site }: Review, { runId }: RunView): Promise<RunView> {
  return site.get('admin', 'get-run', { runId });
}

/** Lets time pass, delayed events and the hourly wake included. */
async function later(review: Review, run: RunView, duration: string): Promise<RunView> {
  await review.site.host.advance(duration);
  return lookAt(review, run);
}

/** A page of people, none of whom has a role on the platform. */
function withoutRoles(body: unknown): unknown {
  const { data, ...page } = body as { data: object[] };
  return { ...page, data: data.map((user) => ({ ...user, platformRoles: [] })) };
}

function recordsOf({
  site,
}: Review): { event: { kind: string }; actor: { accountId: string; proof: string } }[] {
  return site.stored().flatMap(({ key, value }) => (key.startsWith('ledger:cycle') ? [value as never] : []));
}

describe('A run with the organization key', () => {
  test('goes on by itself to its end, and writes to the organization alone', async () => {
    const review = await anApprovedReview();
    expect(await review.runWithKey()).toMatchObject({ state: 'ended', sent: 4, people: 4, done: 4 });
    expect(review.site.removals()).toHaveLength(4);
    expect(review.site.calls('DELETE').map(({ as }) => as)).toEqual(Array(4).fill('org-key'));
    expect(review.site.memberships()[groups.jiraUsers]).not.toContain(people.casey);
  });

  test('is checked like any other', async () => {
    const review = await anApprovedReview();
    await review.runWithKey();
    await review.site.host.advance('PT5M');
    expect(await review.lineOf(people.casey)).toMatchObject({ verification: 'access-gone' });
  });

  test('names its starter and how the key proved them on every record of it', async () => {
    const review = await anApprovedReview();
    await review.runWithKey();
    const written = recordsOf(review).filter(({ event }) => event.kind.startsWith('removal-'));
    expect(written).toHaveLength(8);
    expect(new Set(written.map(({ actor }) => actor.accountId))).toEqual(new Set([people.ada]));
    expect(written[0]?.actor.proof).toMatch(/^the organization gives the account the role/);
  });

  test('is no matter of slices', async () => {
    const review = await anApprovedReview();
    const { runId } = await review.start('admin', 'organization-key');
    const refused = await review.site.refusal('admin', 'run-slice', { runId });
    expect(refused.message).toBe('This run goes on by itself, with the organization key.');
  });

  test('does nothing on a late delivery of an old number', async () => {
    const review = await anApprovedReview();
    review.site.host.fault({ target: 'queue', match: 'deliver run', mode: 'drop-after-write' });
    const run = await review.start('admin', 'organization-key');
    expect(await later(review, run, 'PT2S')).toMatchObject({ state: 'ended', sent: 4 });
    const asked = review.site.calls().length;
    expect(await later(review, run, 'PT1M')).toMatchObject({ state: 'ended', sent: 4 });
    expect(
      review.site
        .calls()
        .slice(asked)
        .map(({ path }) => path),
    ).toEqual(['/rest/api/3/mypermissions']);
  });

  test('of which every event comes twice sends nothing twice', async () => {
    const review = await anApprovedReview({ duplicates: 1 });
    expect(await review.runWithKey()).toMatchObject({ state: 'ended', sent: 4 });
    expect(new Set(review.site.removals()).size).toBe(4);
    expect(review.site.removals()).toHaveLength(4);
  });

  test('whose event was lost is revived by the hourly wake', async () => {
    const review = await anApprovedReview({ schedules: true });
    review.site.host.fault({ target: 'queue', match: 'push run' });
    const run = await review.start('admin', 'organization-key');
    expect((await lookAt(review, run)).message).toMatch(/did not take the next step .* within the hour/);
    expect(await later(review, run, 'PT2H')).toMatchObject({ state: 'ended', sent: 4 });
  });

  test('that dies again and again is stopped, and says so', async () => {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, mode: 'crash', times: 50 });
    const run = await review.start('admin', 'organization-key');
    expect(await later(review, run, 'PT6H')).toMatchObject({
      state: 'stopped',
      message: 'Stopped: It was interrupted again and again. The rest stays approved.',
    });
  });
});

describe('A write with the organization key', () => {
  test.each([3, 45, 2_000])('that is answered 429 holds the run for the %i seconds told', async (seconds) => {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, status: 429, headers: { 'retry-after': String(seconds) } });
    const run = await review.start('admin', 'organization-key');
    await review.site.host.advance('PT2S');
    expect(review.site.removals()).toEqual([casey]);
    expect((await lookAt(review, run)).message).toMatch(/^Waits until .* UTC: Atlassian asks for it\.$/);
    expect(await later(review, run, 'PT1H')).toMatchObject({ state: 'ended', sent: 4 });
    const [first = '', second = ''] = review.site.calls('DELETE').map(({ at }) => at);
    expect(Date.parse(second) - Date.parse(first)).toBeGreaterThanOrEqual(seconds * 1_000);
  });

  test.each([{ status: 500 }, { mode: 'timeout' }, { mode: 'drop-after-write' }])(
    'without a clear answer (%j) is looked at after a minute, and never sent blindly',
    async (fault) => {
      const review = await anApprovedReview();
      review.site.host.fault({ ...DELETE, ...fault });
      const run = await review.start('admin', 'organization-key');
      expect(await later(review, run, 'PT10M')).toMatchObject({ state: 'ended', sent: 4, blocked: 0 });
      const sent = review.site.removals().filter((removal) => removal === casey);
      expect(sent).toHaveLength(fault.mode === 'drop-after-write' ? 1 : 2);
    },
  );

  test('that is answered 401 stops the run with its cause; the lines stay approved', async () => {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, status: 401 });
    expect(await review.runWithKey()).toMatchObject({ state: 'stopped', sent: 0, blocked: 0 });
    expect((await review.lineOf(people.casey)).state).toBe('approved');
  });

  test('to a group that cannot be managed here is blocked, and its identity owner is asked', async () => {
    const refused = { status: 403, body: { errors: [{ id: 'x', status: '403', code: 'ADMIN-403-5' }] } };
    const organization = withAnswers('DELETE', /memberships/, (answer) => ({ ...answer, ...refused }));
    const review = await anApprovedReview({ organization });
    expect(await review.runWithKey()).toMatchObject({ state: 'ended', blocked: 1, cancelled: 3 });
    expect((await review.lineOf(people.casey)).outcome).toBe('blocked');
  });

  test('that meets a membership ended by somebody else is already gone, and no saving', async () => {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, mode: 'status', status: 404 });
    review.site.host.apply({ do: 'remove-from-group', account: people.casey, group: groups.jiraUsers });
    const run = await review.runWithKey();
    expect(run.items.find(({ accountId }) => accountId === people.casey)?.outcome).not.toBe('sent');
  });
});

describe('In the middle of a run with the organization key', () => {
  /** Two people removed, then Atlassian asks to wait for ten minutes. */
  async function aHalfRun(): Promise<[Review, RunView]> {
    const review = await anApprovedReview();
    review.site.host.fault({ ...DELETE, status: 429, headers: { 'retry-after': '600' }, after: 2 });
    const run = await review.start('admin', 'organization-key');
    const half = await later(review, run, 'PT2S');
    expect(half).toMatchObject({ state: 'running', sent: 2 });
    return [review, half];
  }

  test('a key that was revoked stops it', async () => {
    const [review, run] = await aHalfRun();
    review.site.host.fault({
      target: 'org',
      match: 'POST /admin/v2/orgs/*/directories/*/users/search',
      status: 401,
      times: 99,
    });
    expect(await later(review, run, 'PT1H')).toMatchObject({
      state: 'stopped',
      sent: 2,
      message:
        'Stopped: Atlassian no longer accepts the organization key: store a new one. The rest stays approved.',
    });
    expect((await review.view()).counts.byState).toMatchObject({ approved: 2, verifying: 2 });
  });

  test('a key that was removed from Settings stops it', async () => {
    const [review, run] = await aHalfRun();
    await review.site.get('admin', 'remove-org-key', { reason: 'rotation' });
    expect(await later(review, run, 'PT1H')).toMatchObject({ state: 'stopped', sent: 2 });
  });

  test('a key that was replaced stops it: another may be somebody else’s', async () => {
    const [review, run] = await aHalfRun();
    await review.site.get('admin', 'save-org-key', { key: review.site.host.organization.orgKey });
    const stopped = await later(review, run, 'PT1H');
    expect(stopped).toMatchObject({ state: 'stopped', sent: 2 });
    expect(stopped.message).toMatch(
      /The organization key that this run was started with is not stored any more/,
    );
  });

  test('a starter who no longer administers the site stops it', async () => {
    let administers = true;
    const organization = withAnswers('POST', /users\/search/, ({ body, ...answer }) => ({
      ...answer,
      body: administers ? body : withoutRoles(body),
    }));
    const review = await anApprovedReview({ organization });
    review.site.host.fault({ ...DELETE, status: 429, headers: { 'retry-after': '600' } });
    const run = await review.start('admin', 'organization-key');
    await review.site.host.advance('PT2S');
    administers = false;
    expect(await later(review, run, 'PT1H')).toMatchObject({
      state: 'stopped',
      sent: 0,
      message:
        'Stopped: Whoever started it no longer administers the organization or the site. The rest stays approved.',
    });
  });

  test('a stop holds at once; the next run takes up the rest', async () => {
    const [review, run] = await aHalfRun();
    await review.site.get('approver', 'stop-run', { runId: run.runId, reason: 'complaints' });
    expect(await later(review, run, 'PT1H')).toMatchObject({ state: 'stopped', sent: 2 });
    expect(await review.runWithKey()).toMatchObject({ state: 'ended', sent: 2 });
    expect(new Set(review.site.removals()).size).toBe(4);
  });

  test('a pause holds it where it stands until it is resumed', async () => {
    const [review, run] = await aHalfRun();
    const { runId } = run;
    await review.site.get('approver', 'pause-run', { runId });
    expect(await later(review, run, 'P1D')).toMatchObject({ state: 'paused', sent: 2 });
    await review.site.get('admin', 'resume-run', { runId });
    await review.site.host.drain();
    expect(await lookAt(review, run)).toMatchObject({ state: 'ended', sent: 4 });
    expect(review.site.calls('DELETE')).toHaveLength(5);
  });

  test('somebody other than its starter may pause but not resume it', async () => {
    const [review, { runId }] = await aHalfRun();
    await review.site.get('approver', 'pause-run', { runId });
    const refused = await review.site.refusal('approver', 'resume-run', { runId });
    expect(refused.message).toMatch(/^Only the person who started a run goes on with it/);
  });
});
