import { expect, test } from 'vitest';

import type { Fault } from '../../local/faults';
import { faultResponse } from '../../local/forge/responses';

const members = 'GET /rest/api/3/group/member';
const search = 'POST /admin/v2/orgs/*/directories/*/users/search';
const text = (target: Fault['target'], match: string, status: number) =>
  faultResponse({ target, match, status, times: 1, after: 0, headers: {}, mode: 'status' }).text();

test('Jira lists error messages', async () => {
  expect(JSON.parse(await text('jira', members, 500))).toEqual({
    errorMessages: ['Internal Server Error'],
    errors: {},
  });
});

test('Jira says nothing with 429', async () => {
  expect(await text('jira', members, 429)).toBe('');
});

test('Jira refuses a membership write in the words of a real site', async () => {
  expect(await text('jira', 'DELETE /rest/api/3/group/user', 403)).toMatch(
    /^An error occurred: com\.atlassian\.idp\.client\.exceptions\.AuthorizationException/,
  );
});

test.each([
  [401, 'Unauthorized'],
  [429, 'Rate limit exceeded'],
])('the gateway of the organization API says %i itself', async (status, message) => {
  expect(JSON.parse(await text('org', search, status))).toEqual({ code: status, message });
});

test.each([
  [400, 'ADMIN-400-19'],
  [403, 'ADMIN-403-3'],
  [404, 'ADMIN-404-1'],
  [409, 'ADMIN-409-28'],
  [500, 'ADMIN-500-1'],
])('the organization API says %i as %s', async (status, code) => {
  expect(JSON.parse(await text('org', search, status))).toMatchObject({
    errors: [{ code, status: String(status) }],
  });
});

test('a status without content has none', async () => {
  expect(await text('org', search, 204)).toBe('');
});
