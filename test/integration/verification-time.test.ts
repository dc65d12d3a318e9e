import { expect, test } from 'vitest';

import { stale, tiny, withStalePeople } from './a-seed';
import { aReview } from './a-review';

test('A check that takes long ends within its time, keeps what it found, and goes on when it is asked again', async () => {
  const everybody = Array.from({ length: 8 }, (_, index) => stale(index + 1));
  const review = await aReview({ seed: tiny((seed) => withStalePeople(seed, 8)) });
  const { site, cycleId } = review;
  await review.approveRemovalOf(...everybody);
  await review.run();
  await site.host.advance('P1D');
  site.host.resetCost();
  site.host.setLatency({ rest: 1_000 });
  const closed = async () => (await review.lines()).filter(({ outcome }) => outcome === 'removed').length;
  await site.get('admin', 'verify-removals', { cycleId });
  const first = await closed();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(8);
  for (let asked = 0; asked < 8 && (await closed()) < 8; asked += 1)
    await site.get('admin', 'verify-removals', { cycleId });
  expect(await closed()).toBe(8);
  expect(site.host.cost().maxInvocationMs).toBeLessThan(25_000);
});
