import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { resolvers, type Access, type ResolverName } from '../../src/contract/resolvers';
import { bundledSeed } from '../local/generate/bundled';
import { groups, people } from './a-seed';
import { REVIEW_SETTINGS } from './a-review';
import { aScannedSite, type Site } from './a-site';
import { everyPayload } from './every-payload';

// Removing the key is asked for last: without it others are proved in another way.
const NAMES = (Object.keys(resolvers) as ResolverName[]).sort(
  (a, b) => Number(a === 'remove-org-key') - Number(b === 'remove-org-key'),
);
const OWN: readonly ResolverName[] = ['get-session', 'get-my-seats', 'claim-seat'];

/** Whom the access of the contract lets in, of the people of the bundled organization (product.md §1). */
const LETS_IN: Readonly<Record<Access, readonly string[]>> = {
  self: ['admin', 'second-admin', 'jira-admin', 'auditor', 'identity-owner', 'outsider'],
  reader: ['admin', 'second-admin', 'jira-admin', 'auditor', 'identity-owner'],
  auditor: ['admin', 'second-admin', 'jira-admin', 'auditor', 'identity-owner'],
  reviewer: ['admin', 'second-admin', 'jira-admin'],
  // The one who is listed, and those who hold the permission, which Jira administrators have by default.
  approver: ['admin', 'second-admin', 'jira-admin', 'identity-owner'],
  // Nobody has delegated here; delegation.test.ts is about who has.
  'approver-or-delegate': ['admin', 'second-admin', 'jira-admin', 'identity-owner'],
  'sign-off': ['second-admin'],
  'site-admin': ['admin', 'second-admin'],
};

let site: Site;
beforeAll(async () => {
  site = await aScannedSite({ seed: bundledSeed() });
  await site.get('admin', 'save-review-settings', {
    ...REVIEW_SETTINGS,
    approvers: [site.accountOf('identity-owner')],
    auditors: [site.accountOf('auditor')],
    signOffBy: site.accountOf('second-admin'),
    // Evidence covers every product; other-products.test.ts is about who may not see them all.
    readersSeeOtherProducts: true,
  });
});
// So many calls at one moment would be too many for the platform's limits on a second.
beforeEach(() => site.host.advance('PT1S'));

describe('An outsider', () => {
  test.each(NAMES.filter((name) => !OWN.includes(name)))('is refused by %s', async (name) => {
    const { code, message } = await site.refusal('outsider', name, everyPayload[name]);
    expect(code).toBe('access.denied');
    expect(message).toMatch(/\.$/);
  });

  test('is told of no role', async () => {
    const { delegators, ...roles } = (await site.get('outsider', 'get-session')).roles;
    expect(new Set(Object.values(roles))).toEqual(new Set([false]));
    expect(delegators).toEqual([]);
  });

  test('sees the own seats, and only those, whatever the payload asks for', async () => {
    const payload = { accountId: site.accountOf('admin') };
    const asked = await site.ask('outsider', 'get-my-seats', payload);
    expect(asked).toEqual(await site.ask('outsider', 'get-my-seats'));
    expect(asked).toMatchObject({
      ok: true,
      data: { seats: [{ product: 'jira-software', activity: 'stale' }] },
    });
    expect(JSON.stringify(asked)).not.toContain(site.accountOf('admin'));
  });

  test('leaves no trace of a refused command in storage', async () => {
    const before = site.stored();
    for (const name of NAMES) await site.ask('outsider', name, everyPayload[name]);
    expect(site.stored()).toEqual(before);
  });
});

const PEOPLE = ['admin', 'second-admin', 'jira-admin', 'auditor', 'identity-owner'];

test.each(PEOPLE)('the session tells %s the very roles that calls are checked against', async (who) => {
  const { roles } = await site.get(who, 'get-session');
  expect(roles).toEqual({
    reviewer: LETS_IN.reviewer.includes(who),
    approver: LETS_IN.approver.includes(who),
    delegators: [],
    auditor: who === 'auditor',
    signOff: LETS_IN['sign-off'].includes(who),
    siteAdmin: LETS_IN['site-admin'].includes(who),
  });
});

describe.each(['outsider', 'auditor', 'identity-owner', 'jira-admin', 'second-admin'])('As %s', (who) => {
  const names = NAMES.filter((name) => name !== 'remove-org-key');

  test.each(names)('%s answers as its access says', async (name) => {
    const reply = await site.ask(who, name, everyPayload[name]);
    const denied = !reply.ok && reply.error.code === 'access.denied';
    expect(denied).toBe(!LETS_IN[resolvers[name].access].includes(who));
  });
});

test('who administers Jira and no more may not store the key', async () => {
  const { orgKey } = site.host.organization;
  const { code } = await site.refusal('jira-admin', 'save-org-key', { key: orgKey });
  expect(code).toBe('access.denied');
});

describe('Rights are read afresh at each call', () => {
  test('so that who leaves the administrators reviews no more', async () => {
    const tiny = await aScannedSite();
    await tiny.get('approver', 'get-overview');
    tiny.host.apply({ do: 'remove-from-group', group: groups.jiraAdmins, account: people.casey });
    expect((await tiny.refusal(people.casey, 'get-overview')).code).toBe('access.denied');
    tiny.host.apply({ do: 'add-to-group', group: groups.jiraAdmins, account: people.casey });
    await tiny.host.advance('PT1M');
    await tiny.get(people.casey, 'get-overview');
    tiny.host.apply({ do: 'remove-from-group', group: groups.jiraAdmins, account: people.casey });
    await tiny.host.advance('PT1M');
    expect((await tiny.refusal(people.casey, 'get-overview')).code).toBe('access.denied');
  });

  test('so that the app’s own permission lets a plain person approve and audit', async () => {
    const tiny = await aScannedSite();
    const { organization } = tiny.host;
    organization.grantPermission('approve-removals', groups.contractors);
    organization.grantPermission('read-evidence', groups.confluenceUsers);
    expect((await tiny.get(people.fay, 'get-session')).roles).toMatchObject({ approver: true });
    expect((await tiny.get(people.gil, 'get-session')).roles).toMatchObject({ auditor: true });
    expect((await tiny.refusal(people.gil, 'approve-lines', everyPayload['approve-lines'])).code).toBe(
      'access.denied',
    );
  });

  test('and a call is refused when Jira does not tell them', async () => {
    const tiny = await aScannedSite();
    const match = 'GET /rest/api/3/mypermissions';
    tiny.host.fault({ target: 'jira', match, status: 403, times: 5 });
    expect((await tiny.ask('admin', 'get-overview')).ok).toBe(false);
  });
});

test('without the key a site administrator is proved by Jira', async () => {
  const tiny = await aScannedSite({ orgKey: false });
  expect((await tiny.get('admin', 'get-session')).roles.siteAdmin).toBe(true);
  expect((await tiny.ask('outsider', 'save-policy', everyPayload['save-policy'])).ok).toBe(false);
});
