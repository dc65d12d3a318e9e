import { describe, expect, test } from 'vitest';

import { withAnswers } from './an-organization';
import { groups, people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';
import { aRunOnTwoGroups, aRunReview, begin, hourPasses, POST, slice, undo } from './an-undo';

const post = { target: 'jira', match: POST } as const;
const MEMBERSHIPS = 'GET /rest/api/3/user/groups';

const posts = ({ site }: Review): (number | null)[] =>
  site.calls('POST', /group\/user$/).map(({ status }) => status);
const states = ({ items }: Awaited<ReturnType<typeof slice>>) =>
  items.map(({ state, note }) => ({ state, note }));

describe('Where the acting person may not write any more', () => {
  test('a 401 ends the slice, and the rest waits', async () => {
    const { review, runId } = await aRunReview();
    const { undoId } = await begin(review, { runId });
    review.site.host.fault({ ...post, status: 401 });
    expect(await slice(review, undoId)).toMatchObject({
      ...{ state: 'running', refused: 0, waiting: 2 },
      message: 'Atlassian no longer accepts the acting person or key.',
    });
    expect(posts(review)).toEqual([401]);
    expect(await undo(review, { runId })).toMatchObject({ undoId, state: 'done', given: 2 });
  });

  test('a 403 ends the slice where a read confirms that the right is gone', async () => {
    const { review, runId } = await aRunReview();
    const { undoId } = await begin(review, { runId });
    review.site.host.fault({ ...post, status: 403 });
    review.site.host.fault({ target: 'jira', match: 'GET /rest/api/3/mypermissions', status: 401, after: 1 });
    const view = await slice(review, undoId);
    expect(view).toMatchObject({ state: 'running', refused: 0, waiting: 2 });
    expect(view.message).toMatch(/administer this site/);
  });

  test('another 403 is a refusal of the group', async () => {
    const { review } = await aRunReview();
    review.site.host.fault({ ...post, status: 403 });
    expect(states(await undo(review, { accountId: people.casey }))).toEqual([
      { state: 'refused', note: 'Atlassian refused it (403).' },
    ]);
  });
});

test('What was refused of a line can be undone again, and only then it is undone', async () => {
  const { review, runId } = await aRunOnTwoGroups();
  review.site.host.fault({ ...post, status: 400 });
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', given: 1, refused: 1 });
  expect(await review.lineOf(stale(1))).toMatchObject({
    ...{ outcome: 'partly-undone', undoable: true, undo: null },
    cause: 'they still need it (Atlassian refused it (400).)',
  });
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', given: 1, refused: 0 });
  expect(await review.lineOf(stale(1))).toMatchObject({ outcome: 'undone', undoable: false });
  const memberships = review.site.memberships();
  for (const group of [groups.jiraUsers, groups.contractors]) expect(memberships[group]).toContain(stale(1));
});

test('Nothing is added, and nothing refused, while the membership cannot be read', async () => {
  const { review } = await aRunReview();
  const { host } = review.site;
  const { undoId } = await begin(review, { accountId: people.casey });
  host.fault({ ...post, mode: 'drop-after-write' });
  host.fault({ target: 'jira', match: MEMBERSHIPS, status: 404, after: 1, times: 7 });
  for (let asked = 0; asked < 8; asked += 1) {
    const view = await slice(review, undoId);
    expect(view).toMatchObject({ state: 'running', refused: 0, waiting: 1 });
    await host.advance('PT61S');
  }
  expect(posts(review)).toHaveLength(1);
  expect(states(await slice(review, undoId))).toEqual([{ state: 'added', note: 'The membership is there.' }]);
});

test('Who was added again meanwhile is not added', async () => {
  const { review } = await aRunReview();
  const { undoId } = await begin(review, { accountId: people.casey });
  review.site.host.apply({ do: 'add-to-group', group: groups.jiraUsers, account: people.casey });
  await review.site.host.advance('PT5M');
  expect(states(await slice(review, undoId))).toEqual([
    { state: 'already-there', note: 'Was a member already.' },
  ]);
  expect(posts(review)).toEqual([]);
});

test('A 429 is waited for as long as told', async () => {
  const { review } = await aRunReview();
  const { undoId } = await begin(review, { accountId: people.casey });
  review.site.host.fault({ ...post, status: 429, headers: { 'Retry-After': '120' } });
  expect(states(await slice(review, undoId))).toEqual([
    { state: 'waiting', note: 'Atlassian asks to wait.' },
  ]);
  await slice(review, undoId);
  expect(posts(review)).toEqual([429]);
  await review.site.host.advance('PT121S');
  expect(await slice(review, undoId)).toMatchObject({ state: 'done', given: 1 });
});

test('After as many refusals as stop a run it waits for somebody to look', async () => {
  const three = [1, 2, 3].map(stale);
  const settings = { dueDays: 1, stopAfterFailures: 2 };
  const review = await aReview({ settings, seed: tiny((seed) => withStalePeople(seed, 3)) });
  await review.approveRemovalOf(...three);
  const { runId } = await review.run();
  await review.site.host.advance('PT5M');
  review.site.host.fault({ ...post, status: 400, times: 2 });
  expect(await undo(review, { runId })).toMatchObject({
    ...{ state: 'running', refused: 2, waiting: 1 },
    message: '2 additions were refused: look at why before you go on.',
  });
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', given: 1, refused: 2 });
});

test('Blackout hours hold no undo: giving access back is no removal', async () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const blackout = { timeZone: 'UTC', days: [...days], from: '20:00', to: '23:00' };
  const { review, runId } = await aRunReview({ settings: { dueDays: 1, blackout } });
  await review.site.host.advance('PT11H');
  expect(new Date(review.site.host.clock.now()).toISOString()).toMatch(/T2[0-2]:/);
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', given: 2 });
});

test('A check that could not read what was given back is made again', async () => {
  const { review } = await aRunReview();
  const { undoId } = await begin(review, { accountId: people.casey });
  await slice(review, undoId);
  const { site, cycleId } = review;
  site.host.fault({ target: 'org', match: 'POST /admin/v2/orgs/*/directories/*/users/search', status: 404 });
  await site.host.advance('PT5M');
  const { line } = await review.lineOf(people.casey);
  const checks = async (): Promise<string[]> =>
    (await site.get('admin', 'get-trace', { cycleId, line })).records
      .map(({ text }) => text)
      .filter((text) => text.startsWith('Undo checked'));
  expect(await checks()).toEqual(['Undo checked: could not be read. The account could not be read again.']);
  await hourPasses(site, 'PT7H');
  expect((await checks()).at(-1)).toBe('Undo checked: access is back. Access to jira-software is back.');
});

describe('It is said truly', () => {
  /** The organization leaves out of a search whatever has this id, once it is `gone`. */
  const without = (path: RegExp, field: string, id: string, gone: { yet: boolean }) =>
    withAnswers('POST', path, (answer) => {
      const body = answer.body as { data?: Record<string, unknown>[] };
      if (!gone.yet || body.data === undefined) return answer;
      return { ...answer, body: { ...body, data: body.data.filter((each) => each[field] !== id) } };
    });

  test('that the organization no longer knows a person', async () => {
    const gone = { yet: false };
    const organization = without(/users\/search$/, 'accountId', people.casey, gone);
    const { review } = await aRunReview({ organization });
    gone.yet = true;
    expect(states(await undo(review, { accountId: people.casey }))).toEqual([
      { state: 'refused', note: 'Not given back: the organization no longer knows this person.' },
    ]);
  });

  test('that a group no longer exists', async () => {
    const gone = { yet: false };
    const organization = without(/groups\/search$/, 'id', groups.jiraUsers, gone);
    const { review } = await aRunReview({ organization });
    gone.yet = true;
    expect(states(await undo(review, { accountId: people.casey }))).toEqual([
      { state: 'refused', note: 'Not given back: the group no longer exists.' },
    ]);
  });
});
