import { expect, test } from 'vitest';

import { people, tiny } from './a-seed';
import { aReview } from './a-review';

test('The person whom Settings name signs off', async () => {
  const review = await aReview({ settings: { signOffBy: people.bram } });
  const { site, cycleId } = review;
  await site.get('admin', 'end-deciding', { cycleId, reason: 'due' });
  const view = await site.get('approver', 'sign-off', { cycleId, statement: 'nobody answered' });
  expect(view).toMatchObject({ state: 'signed-off', signedOffBy: people.bram });
});

test('What nobody explains no longer stops the sign-off once it is acknowledged, and is printed', async () => {
  const seed = tiny((each) => {
    for (const product of each.products)
      if (product.key === 'jira-software') Object.assign(product, { userCountOverride: 9 });
  });
  const review = await aReview({ seed });
  const { site, cycleId } = review;
  await site.get('admin', 'end-deciding', { cycleId, reason: 'due' });
  expect((await review.view()).population[0]?.unexplained).toBe(2);
  const reason = 'licence counter lags';
  await site.get('approver', 'acknowledge-unexplained', { cycleId, product: 'jira-software', reason });
  const view = await site.get('approver', 'sign-off', { cycleId, statement: 'with two unexplained' });
  expect(view.statement).toContain(`acknowledged by ${people.bram}: licence counter lags`);
});
