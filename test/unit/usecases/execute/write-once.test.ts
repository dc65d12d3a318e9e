import { describe, expect, it } from 'vitest';
import { SECOND_MS, toIso } from '../../../../src/lib/duration';
import { cancelRemovals } from '../../../../src/usecases/execute/cancel-removals';
import { aContext, QUESTION, removalIn, running, send } from '../../../builders/a-removal';
import { EXECUTOR } from '../../../builders/review';
import { TAKEN_AT } from '../../../builders/times';

describe('A removal that Atlassian declined', () => {
  it.each([
    ['as long as it says', 30, 30],
    ['half a minute when it does not say', null, 30],
  ])('with 429 waits %s', async (_, retryAfterSeconds, seconds) => {
    expect(removalIn(await send({ status: 429, retryAfterSeconds }))).toMatchObject({
      state: 'unclear',
      mayHaveWorked: false,
      notBefore: toIso(Date.parse(TAKEN_AT) + seconds * SECOND_MS),
    });
  });

  it('with 429 leaves the run going on, without a failure', async () => {
    expect((await send({ status: 429 })).runs).toMatchObject([{ state: 'running', failures: 0 }]);
  });

  it('with 401 stops the run, and its line is approved as before', async () => {
    const stopped = await send({ status: 401 });
    expect(stopped.runs).toMatchObject([{ state: 'stopped', failures: 0 }]);
    expect(stopped.lines[0]).toMatchObject({
      state: 'approved',
      removals: [{ state: 'unclear', mayHaveWorked: false, notBefore: null }],
    });
  });

  it.each([
    ['the writer is not let in any more', { mayStillWrite: false }],
    ['the starter lost the administration of the site', { administers: false }],
    [
      'without a key nothing proves the starter',
      { keyless: { systemAdmin: false, siteAdminGroups: ['other'] } },
    ],
  ])('with 403 because %s stops the run, and refuses no group', async (_, lost) => {
    const stopped = await send({ status: 403, ...lost });
    expect(stopped.runs[0]?.state).toBe('stopped');
    expect(removalIn(stopped)).toMatchObject({ mayHaveWorked: false, groupRefused: false });
  });
});

describe('A removal that was cancelled meanwhile, from another tab of the same person', () => {
  const cancelled = running.cancelRemoval('a fact could not be read').cycle;

  it('is not sent', async () => {
    expect(await send({}, cancelled)).toBe(cancelled);
  });
});

describe('A cancellation', () => {
  const { runId, accountId, lines } = QUESTION;
  const cancelled = { runId, accountId, lines, cause: 'a fact could not be read' };

  it('closes the lines that still wait', async () => {
    const { lines: after } = await cancelRemovals(running.cycle, cancelled, aContext({}));
    expect(after[0]).toMatchObject({ state: 'closed', outcome: 'cancelled' });
  });

  it('is not recorded where another tab has begun the write meanwhile', async () => {
    const begun = running.record(EXECUTOR, { kind: 'removal-attempted', ...QUESTION, attempt: 1 }).cycle;
    expect(await cancelRemovals(running.cycle, cancelled, aContext({ meanwhile: begun }))).toBe(begun);
  });
});

describe('A group that answers 403 to somebody who still may write', () => {
  it.each([
    ['by system administration', { systemAdmin: true, siteAdminGroups: [] }],
    ['by a site administrators’ group', { systemAdmin: false, siteAdminGroups: ['local'] }],
  ])('refuses removals, also without a key where Jira proves them %s', async (_, keyless) => {
    expect(removalIn(await send({ status: 403, keyless }))).toMatchObject({ state: 'blocked' });
  });

  it('refuses removals, and the identity owner is asked', async () => {
    const refused = await send({ status: 403 });
    expect(removalIn(refused)).toMatchObject({ state: 'blocked', groupRefused: true });
    expect(refused.handoffs).toMatchObject([{ id: '1-identity', owner: 'identity' }]);
  });
});
