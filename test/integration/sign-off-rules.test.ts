import { expect, test } from 'vitest';

import { people, tiny } from './a-seed';
import { aReview, REVIEW_SETTINGS, endDeciding } from './a-review';

test('The person whom Settings name signs off', async () => {
  const review = await aReview({ settings: { signOffBy: people.bram } });
  const { site, cycleId } = review;
  await endDeciding(site, cycleId);
  const view = await site.get('approver', 'sign-off', { cycleId, statement: 'nobody answered' });
  expect(view).toMatchObject({ state: 'signed-off', signedOffBy: people.bram });
});

test('Whom Settings name now signs off, so that a review never waits for somebody who cannot', async () => {
  const review = await aReview({ settings: { signOffBy: people.gil } });
  const { site, cycleId } = review;
  await endDeciding(site, cycleId);
  await site.get('admin', 'save-review-settings', { ...REVIEW_SETTINGS, signOffBy: people.bram });
  expect((await site.refusal(people.gil, 'sign-off', { cycleId, statement: 'mine' })).code).toBe(
    'access.denied',
  );
  const view = await site.get('approver', 'sign-off', { cycleId, statement: 'nobody answered' });
  expect(view.signedOffBy).toBe(people.bram);
});

const SHORT = tiny((seed) => {
  for (const product of seed.products)
    if (product.key === 'jira-software') Object.assign(product, { userCountOverride: 9 });
});
const reason = 'licence counter lags';

test('What nobody explains no longer stops the sign-off once it is acknowledged, and is printed', async () => {
  const review = await aReview({ seed: SHORT });
  const { site, cycleId } = review;
  await endDeciding(site, cycleId);
  expect((await review.view()).population[0]?.unexplained).toBe(2);
  await site.get('approver', 'acknowledge-unexplained', { cycleId, product: 'jira-software', reason });
  const view = await site.get('approver', 'sign-off', { cycleId, statement: 'with two unexplained' });
  expect(view.statement).toContain(`acknowledged by ${people.bram}: licence counter lags`);
});

test('What nobody explains is acknowledged once, and a second person is told by whom', async () => {
  const review = await aReview({ seed: SHORT, settings: { approvers: [people.bram, people.gil] } });
  const { site, cycleId } = review;
  const acknowledge = { cycleId, product: 'jira-software', reason };
  await site.get('approver', 'acknowledge-unexplained', acknowledge);
  expect(await site.refusal(people.gil, 'acknowledge-unexplained', acknowledge)).toEqual({
    code: 'changed-meanwhile',
    message: `This difference was acknowledged already by ${people.bram}.`,
  });
});
