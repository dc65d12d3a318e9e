import { describe, expect, test } from 'vitest';

import type { RestResponse } from '../local/call';
import type { OrganizationMaker } from '../local/forge/world';
import { withAnswers } from './an-organization';
import { people, tiny } from './a-seed';
import { aReview } from './a-review';
import { aScannedSite, aSite } from './a-site';
import { scanDocument } from './scan-document';

const GROUP_ROLES = /\/groups\/[^/]+\/role-assignments$/;
const USER_ROLES = /\/users\/[^/]+\/role-assignments$/;

/** Every listing of the path begins with an empty page that names a next one. */
function withEmptyFirstPage(path: RegExp): OrganizationMaker {
  const held = new Map<string, RestResponse>();
  return withAnswers('GET', path, (answer, request) => {
    const cursor = request.query.get('cursor');
    if (cursor?.startsWith('after-nothing-') === true) return held.get(request.path) ?? answer;
    held.set(request.path, answer);
    const next = `after-nothing-${String(held.size)}`;
    return { ...answer, body: { data: [], links: { next } } };
  });
}

/** Casey’s seat rests on a role of the account too, which only a listing of roles tells. */
const withDirectRole = () =>
  tiny((seed) => {
    const casey = seed.accounts.find(({ accountId }) => accountId === people.casey);
    Object.assign(casey ?? {}, { roles: [{ product: 'jira-software', role: 'user', method: 'direct' }] });
  });

/** Replies of the path lack their data from the moment that `breaks` is called. */
function thatLosesItsData(path: RegExp): { organization: OrganizationMaker; breaks: () => void } {
  let broken = false;
  const organization = withAnswers('GET', path, (answer) =>
    broken ? { ...answer, body: { links: {} } } : answer,
  );
  return { organization, breaks: () => (broken = true) };
}

describe('An empty page with a cursor does not end a listing', () => {
  test.each([
    ['grants of a group', GROUP_ROLES],
    ['roles of an account', USER_ROLES],
  ])('of %s', async (_, path) => {
    const seed = withDirectRole();
    const expected = await scanDocument(await aScannedSite({ seed }));
    const site = await aSite({ seed, organization: withEmptyFirstPage(path) });
    expect((await site.scan()).state).toBe('complete');
    expect((await scanDocument(site)).seats).toEqual(expected.seats);
  });

  test('of additions to groups', async () => {
    const expected = await scanDocument(await aScannedSite());
    const held = new Map<string, RestResponse>();
    const organization = withAnswers('GET', /\/events/, (answer, { query }) => {
      const rest = new URLSearchParams(query);
      rest.delete('cursor');
      if (query.get('cursor') === 'after-nothing') return held.get(rest.toString()) ?? answer;
      held.set(rest.toString(), answer);
      return { ...answer, body: { data: [], links: {}, meta: { next: 'after-nothing' } } };
    });
    const site = await aSite({ organization });
    expect((await site.scan()).state).toBe('complete');
    expect(held.size).toBeGreaterThan(0);
    expect((await scanDocument(site)).seats).toEqual(expected.seats);
  });
});

describe('A reply on roles that lacks its data', () => {
  test.each([
    ['of a group', GROUP_ROLES],
    ['of an account', USER_ROLES],
  ])('%s is malformed and ends the scan: it does not say that there are none', async (_, path) => {
    const { organization, breaks } = thatLosesItsData(path);
    const site = await aSite({ organization });
    breaks();
    expect(await site.scan()).toMatchObject({
      state: 'incomplete',
      message: expect.stringMatching(/is not as documented \(at data\)/) as string,
    });
  });

  test.each([GROUP_ROLES, USER_ROLES])('(%s) cancels a removal in pre-flight', async (path) => {
    const { organization, breaks } = thatLosesItsData(path);
    const review = await aReview({ organization });
    await review.approveRemovalOf(people.casey);
    breaks();
    expect(await review.run()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(review.site.removals()).toEqual([]);
    expect((await review.lineOf(people.casey)).cause).toMatch(/a fact could not be read/);
  });
});
