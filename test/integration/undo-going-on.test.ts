import { expect, test } from 'vitest';

import { people } from './a-seed';
import { endDeciding } from './a-review';
import { aRunReview, begin, hourPasses, POST, reason, signOff, slice, undo } from './an-undo';

const post = { target: 'jira', match: POST } as const;

/** The page was closed right after an undo had been begun. */
async function aLostUndo() {
  const { review, runId } = await aRunReview();
  const { undoId } = await begin(review, { runId });
  await review.site.host.advance('P2D');
  return { review, runId, undoId };
}

test('An undo whose page was closed is shown on its lines, with who asked and how far it is', async () => {
  const { review, undoId } = await aLostUndo();
  const { line, undo: shown, undoable } = await review.lineOf(people.casey);
  expect(shown).toMatchObject({ undoId, by: people.ada, reason, given: 0, waiting: 1, isStopped: false });
  expect(undoable).toBe(false);
  const trace = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
  expect(trace.undo).toEqual(shown);
});

test('Asking for it again goes on with that very undo', async () => {
  const { review, runId, undoId } = await aLostUndo();
  expect(await undo(review, { runId })).toMatchObject({ undoId, state: 'done', given: 2 });
  expect((await review.lineOf(people.casey)).undo).toBeNull();
});

test('Another site administrator goes on with it, and the record names them', async () => {
  const { review, undoId } = await aLostUndo();
  const { site, cycleId } = review;
  site.host.apply({ do: 'make-admin', account: people.gil, role: 'org-admin' });
  await site.host.advance('PT5M');
  const { line } = await review.lineOf(people.casey);
  expect(await undo(review, { line }, people.gil)).toMatchObject({ undoId, state: 'done' });
  const { records } = await site.get('admin', 'get-trace', { cycleId, line });
  expect(records.filter(({ by }) => by === people.gil).map(({ text }) => text)).toEqual([
    `Somebody else goes on with its undo: ${reason}`,
    'Addition to *jira-users-northwind* sent (attempt 1).',
    'Addition to *jira-users-northwind*: added, HTTP 201. Given back.',
  ]);
});

test('Whose own access it is gives nothing back, and spoils nothing', async () => {
  const { review, undoId } = await aLostUndo();
  const { site, cycleId } = review;
  site.host.apply({ do: 'make-admin', account: people.casey, role: 'org-admin' });
  await site.host.advance('PT5M');
  expect(await slice(review, undoId, people.casey)).toMatchObject({
    ...{ state: 'running', given: 1, refused: 0, waiting: 1 },
    message: 'What is left is access of your own account: somebody else must go on.',
  });
  const again = await site.refusal(people.casey, 'undo-slice', { cycleId, undoId });
  expect(again.message).toContain('your own account');
  expect(await slice(review, undoId)).toMatchObject({ state: 'done', given: 2 });
});

test('Without a stored key nothing is begun', async () => {
  const { review, runId } = await aRunReview();
  const { site, cycleId } = review;
  await site.get('admin', 'remove-org-key', { reason: 'rotation' });
  const { code } = await site.refusal('admin', 'start-undo', { cycleId, of: { runId }, reason });
  expect(code).toBe('key.missing');
  expect(await review.lineOf(people.casey)).toMatchObject({ undo: null, undoable: true });
});

test('An undo that goes on keeps the review from its sign-off, until it is stopped', async () => {
  const { review, undoId } = await aLostUndo();
  const { site, cycleId } = review;
  await site.get('admin', 'verify-removals', { cycleId });
  await endDeciding(site, cycleId);
  const signing = { cycleId, statement: 'all is well' };
  expect((await site.refusal('approver', 'sign-off', signing)).message).toBe(
    'Not yet: 2 removals are being undone: go on with their undo, or stop it.',
  );
  await site.get('approver', 'stop-undo', { cycleId, undoId, reason: 'asked in error' });
  await site.get('approver', 'sign-off', signing);
  expect(await review.lineOf(people.casey)).toMatchObject({ outcome: 'removed', undoable: true });
});

test('A stop holds it between two additions; the rest can be undone again', async () => {
  const { review, runId, before } = await aRunReview();
  const { site, cycleId } = review;
  const { undoId } = await begin(review, { runId });
  site.host.fault({ ...post, status: 429, headers: { 'Retry-After': '1' } });
  const stopped = site.host.clock
    .sleep(1_000)
    .then(() => site.get('approver', 'stop-undo', { cycleId, undoId, reason }));
  await Promise.all([slice(review, undoId), stopped]);
  const after = await slice(review, undoId);
  expect(after).toMatchObject({ state: 'done', waiting: 0 });
  expect(after.stopped).toBeGreaterThan(0);
  expect(await undo(review, { runId })).toMatchObject({ state: 'done', stopped: 0 });
  expect(site.memberships()).toEqual(before);
});

test('After the sign-off it is gone on with by whoever may ask for one', async () => {
  const { review } = await aRunReview();
  await signOff(review);
  const { undoId } = await begin(review, { accountId: people.casey });
  await review.site.host.advance('P1D');
  const { line, undo: shown } = await review.lineOf(people.casey);
  expect(shown).toMatchObject({ undoId, waiting: 1 });
  expect(await undo(review, { line })).toMatchObject({ undoId, state: 'done', given: 1 });
});

test('Seats that were given back are told, also where the page was lost before it told them', async () => {
  const { review, runId } = await aRunReview();
  const { site } = review;
  const { undoId } = await begin(review, { runId });
  site.host.fault({ target: 'kvs', match: 'set ledger:org', mode: 'crash' });
  await slice(review, undoId).catch(() => undefined);
  const told = (): unknown[] =>
    site
      .stored()
      .filter(
        ({ key, value }) =>
          key.startsWith('ledger:org:') && JSON.stringify(value).includes('"seats-given-back"'),
      );
  expect(told()).toHaveLength(0);
  await hourPasses(site);
  expect(told()).toHaveLength(1);
  await hourPasses(site);
  expect(told()).toHaveLength(1);
});
