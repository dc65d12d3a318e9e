import { describe, expect, test } from 'vitest';

import { people, stale, tiny, withStalePeople } from './a-seed';
import { aReview, type Review } from './a-review';

/** Milliseconds from the first to the last call of one resolver; checks in queues may take longer. */
function longestSliceOf({ site }: Review): number {
  const times = new Map<string, number[]>();
  for (const { invocation, at } of site.calls())
    if (invocation?.startsWith('resolver') === true)
      times.set(invocation, [...(times.get(invocation) ?? []), Date.parse(at)]);
  return Math.max(...[...times.values()].map((all) => Math.max(...all) - Math.min(...all)));
}

const DELETE = 'DELETE /rest/api/3/group/user';

describe('A run', () => {
  const many = tiny((seed) => withStalePeople(seed, 11));
  const everybody = [people.casey, ...Array.from({ length: 11 }, (_, index) => stale(index + 1))];

  async function aStartedRun(): Promise<[Review, string]> {
    const review = await aReview({ seed: many });
    await review.approveRemovalOf(...everybody);
    const { runId } = await review.start();
    review.site.host.setLatency({ rest: 500 });
    return [review, runId];
  }

  test('goes on from slice to slice, each within a resolver’s time', async () => {
    const [review, runId] = await aStartedRun();
    review.site.host.resetCost();
    const progress: number[] = [];
    for (let run = await review.slice('admin', runId); ; run = await review.slice('admin', runId)) {
      progress.push(run.done);
      if (run.state !== 'running') break;
    }
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(review.site.host.cost().maxInvocationMs).toBeLessThan(25_000);
    expect(review.site.removals()).toHaveLength(12);
    expect(new Set(review.site.removals()).size).toBe(12);
  });

  test.each([1_000, 1_500, 1_900])(
    'whose people take long (calls of %i ms) starts nobody whom a slice cannot finish',
    async (rest) => {
      const [review, runId] = await aStartedRun();
      review.site.host.resetCost();
      review.site.host.setLatency({ rest });
      const before = (await review.slice('admin', runId)).done;
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(12);
      for (let asked = 0; asked < 60; asked += 1)
        if ((await review.slice('admin', runId)).state !== 'running') break;
      expect(longestSliceOf(review)).toBeLessThan(25_000);
      expect(review.site.removals()).toHaveLength(12);
      expect(new Set(review.site.removals()).size).toBe(12);
    },
  );

  test('that is stopped between two slices writes nothing more; the rest stays approved', async () => {
    const [review, runId] = await aStartedRun();
    const { site } = review;
    const { done } = await review.slice('admin', runId);
    expect(done).toBeGreaterThan(0);
    await site.get('approver', 'stop-run', { runId, reason: 'complaints' });
    const run = await review.slice('admin', runId);
    expect(run).toMatchObject({ state: 'stopped', done, message: 'Stopped: complaints' });
    expect(site.removals()).toHaveLength(done);
    expect((await review.view()).counts.byState).toMatchObject({ approved: 12 - done, verifying: done });
  });

  test.each([7_000, 10_300, 13_700, 16_100])(
    'that is stopped %i ms into a slice finishes whom it is at, and writes nothing more',
    async (later) => {
      const [review, runId] = await aStartedRun();
      const { site } = review;
      const stop = () => site.ask('approver', 'stop-run', { runId, reason: 'complaints' });
      await Promise.all([
        site.ask('admin', 'run-slice', { runId }).catch(() => undefined),
        site.host.clock.sleep(later).then(stop),
      ]);
      const stopped = site.removals().length;
      expect(stopped).toBeLessThan(12);
      expect((await site.get('admin', 'get-run', { runId })).state).toBe('stopped');
      await review.slice('admin', runId);
      expect(site.removals()).toHaveLength(stopped);
      site.host.setLatency({ rest: 0 });
      expect((await review.run()).state).toBe('ended');
      expect(new Set(site.removals()).size).toBe(12);
      expect(site.removals()).toHaveLength(12);
    },
  );

  test('that was stopped is taken up by a new one', async () => {
    const [review, runId] = await aStartedRun();
    await review.slice('admin', runId);
    await review.site.get('approver', 'stop-run', { runId, reason: 'lunch' });
    review.site.host.setLatency({ rest: 0 });
    expect((await review.run('approver')).state).toBe('ended');
    expect(new Set(review.site.removals()).size).toBe(12);
    expect(review.site.removals()).toHaveLength(12);
  });

  test('belongs to who started it', async () => {
    const [review, runId] = await aStartedRun();
    const refused = await review.site.refusal('approver', 'run-slice', { runId });
    expect(refused.code).toBe('run.not-allowed');
    expect(review.site.removals()).toEqual([]);
  });

  test('stops after as many refused removals as Settings allow', async () => {
    const review = await aReview({ seed: many, settings: { stopAfterFailures: 2 } });
    await review.approveRemovalOf(...everybody);
    review.site.host.fault({ target: 'jira', match: DELETE, status: 409, times: 50 });
    expect(await review.run()).toMatchObject({
      state: 'stopped',
      blocked: 2,
      message: 'Stopped after 2 refused removals; the rest stays approved.',
    });
    expect(review.site.removals()).toHaveLength(2);
  });

  test('writes nothing while the organization does not answer for the executor', async () => {
    const [review, runId] = await aStartedRun();
    const { site } = review;
    await review.slice('admin', runId);
    const sent = site.removals().length;
    const match = 'POST /admin/v2/orgs/*/directories/*/users/search';
    site.host.fault({ target: 'org', match, status: 401, times: 50 });
    await site.ask('admin', 'run-slice', { runId });
    expect(site.removals()).toHaveLength(sent);
  });

  test.each([1, 40, 700, 2_100])(
    'asked for a second slice %i ms later sends nothing twice',
    async (later) => {
      const [review, runId] = await aStartedRun();
      const { site } = review;
      site.host.setLatency({ kvs: 5 });
      const ask = () => site.ask('admin', 'run-slice', { runId });
      await Promise.all([ask(), site.host.clock.sleep(later).then(ask)]);
      site.host.setLatency({ rest: 0, kvs: 0 });
      for (let asked = 0; asked < 60; asked += 1)
        if ((await review.slice('admin', runId)).state !== 'running') break;
      expect(new Set(site.removals()).size).toBe(12);
      expect(site.removals()).toHaveLength(12);
    },
  );
});
