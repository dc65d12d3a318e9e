import { expect, test } from 'vitest';

import { groups, people } from './a-seed';
import { aKeylessReview, ONE_GROUP } from './a-keyless-review';
import type { Review } from './a-review';
import type { SiteOptions } from './a-site';
import { POST, undo } from './an-undo';
import { withAnswers } from './an-organization';

/** Casey was removed without an organization key, and no reading shows the membership any more. */
async function aKeylessRemoval(options?: SiteOptions): Promise<Review> {
  const review = await aKeylessReview(undefined, options);
  await review.run();
  await review.site.host.drain();
  await review.site.host.advance('PT5M');
  return review;
}

const additions = ({ site }: Review) => site.calls('POST', /group\/user$/);

test('What was removed without an organization key is given back without one, and found back', async () => {
  const review = await aKeylessRemoval();
  expect(await undo(review, { accountId: people.casey })).toMatchObject({ state: 'done', given: 1 });
  expect(review.site.memberships()[groups.jiraUsers]).toContain(people.casey);
  await review.site.host.drain();
  const { line, outcome } = await review.lineOf(people.casey);
  expect(outcome).toBe('undone');
  const { records } = await review.site.get('admin', 'get-trace', { cycleId: review.cycleId, line });
  expect(records.at(-1)?.text).toBe('Undo checked: access is back. Access to jira-software is back.');
  expect(review.site.calls(undefined, /^\/admin\//)).toEqual([]);
});

test('Without an organization key nothing is given back to a group that came to administer', async () => {
  let administers = false;
  const review = await aKeylessRemoval({
    organization: withAnswers('GET', /group\/bulk$/, (answer) =>
      administers ? { ...answer, body: ONE_GROUP } : answer,
    ),
  });
  administers = true;
  const { items } = await undo(review, { accountId: people.casey });
  expect(items).toMatchObject([
    { state: 'refused', note: 'Not given back: the group gives administration now.' },
  ]);
  expect(additions(review)).toEqual([]);
});

test('Without an organization key nothing is given back to a group that gives no Jira app any more', async () => {
  let gives = true;
  const review = await aKeylessRemoval({
    organization: withAnswers('GET', /applicationrole$/, (answer) =>
      gives ? answer : { ...answer, body: [] },
    ),
  });
  gives = false;
  const { items } = await undo(review, { accountId: people.casey });
  expect(items).toMatchObject([
    {
      state: 'refused',
      note: 'Not given back: Jira no longer tells that the group gives any of its apps.',
    },
  ]);
  expect(additions(review)).toEqual([]);
});

test('Without an organization key a person whom Jira does not know waits', async () => {
  const review = await aKeylessRemoval();
  review.site.host.fault({ target: 'jira', match: 'GET /rest/api/3/user', status: 404, times: 50 });
  const view = await undo(review, { accountId: people.casey });
  expect(view).toMatchObject({
    waiting: 1,
    given: 0,
    message: expect.stringMatching(/cannot be read now/) as unknown,
  });
  expect(additions(review)).toEqual([]);
});

test('Without an organization key a refusal to who still administers the site is one of the group', async () => {
  const review = await aKeylessRemoval();
  const { host } = review.site;
  host.fault({ target: 'jira', match: POST, status: 403 });
  const view = await undo(review, { accountId: people.casey });
  expect(view.items).toMatchObject([{ state: 'refused' }]);
  expect(review.site.memberships()[groups.jiraUsers]).not.toContain(people.casey);
});

test('Without an organization key a refusal to who lost the administration ends the slice, and waits', async () => {
  const sofar: Review[] = [];
  const hasAdded = (): boolean => sofar.some((review) => additions(review).length > 0);
  const review = await aKeylessRemoval({
    organization: withAnswers('GET', /mypermissions$/, (answer) =>
      hasAdded() ? { ...answer, body: { permissions: {} } } : answer,
    ),
  });
  sofar.push(review);
  review.site.host.fault({ target: 'jira', match: POST, status: 403 });
  expect(await undo(review, { accountId: people.casey })).toMatchObject({
    ...{ waiting: 1, refused: 0 },
    message: expect.stringMatching(/You no longer administer this site/) as unknown,
  });
});
