import { describe, expect, test } from 'vitest';

import { resolvers, type ResolverName } from '../../src/contract/resolvers';
import { bundledSeed } from '../local/generate/bundled';
import { everyPayload } from './every-payload';
import { groups, people, tiny } from './a-seed';
import { aReview, REVIEW_SETTINGS } from './a-review';
import { aScannedSite, aSite, type Site } from './a-site';

const NAMES = Object.keys(resolvers) as ResolverName[];

function expectHidden(what: unknown, key: string): void {
  expect(JSON.stringify(what)).not.toContain(key);
}

describe('The organization key', () => {
  test('is in no answer, no storage and no call of a whole month', async () => {
    const review = await aReview();
    const { site } = review;
    const key = site.host.organization.orgKey;
    await review.approveRemovalOf(people.casey);
    await review.run();
    await site.host.drain();
    for (const name of NAMES.filter((each) => each !== 'remove-org-key'))
      expectHidden(await site.ask('admin', name, everyPayload[name]), key);
    for (const what of ['kvs', 'calls', 'queues', 'issues'] as const)
      expectHidden(site.host.inspect(what), key);
    expect(site.stored().filter(({ secret }) => secret === true)).toEqual([
      { key: 'organization-key', secret: true },
    ]);
  });

  test('is not repeated by a refusal', async () => {
    const site = await aSite({ prepared: false });
    const key = 'a-wrong-key-with-enough-characters';
    expectHidden(await site.ask('admin', 'save-org-key', { key, expiresAt: 'soon' }), key);
    expectHidden(await site.ask('admin', 'save-org-key', { key }), key);
    expectHidden(site.stored(), key);
  });

  test('that opens nothing is refused with a sentence and not stored', async () => {
    const site = await aSite({ prepared: false });
    const { code, message } = await site.refusal('admin', 'save-org-key', { key: 'not-the-right-key' });
    expect(code).toBe('key.refused');
    expect(message).toMatch(/Atlassian does not accept this key/);
    expect(site.stored().some(({ secret }) => secret === true)).toBe(false);
    expect((await site.get('admin', 'get-session')).mode).toBe('jira-only');
  });

  test('that is wrong does not take the place of a good one', async () => {
    const site = await aSite();
    await site.refusal('admin', 'save-org-key', { key: 'not-the-right-key' });
    expect((await site.scan()).state).toBe('complete');
  });

  test('with scopes is refused with a sentence', async () => {
    const seed = tiny((each) => Object.assign(each, { orgKey: { scoped: true } }));
    const site = await aSite({ seed, prepared: false });
    const key = site.host.organization.orgKey;
    const { code, message } = await site.refusal('admin', 'save-org-key', { key });
    expect(code).toBe('key.refused');
    expect(message).toMatch(/without scopes/);
    expect(site.stored().some(({ secret }) => secret === true)).toBe(false);
  });

  test('is stored by an administrator of the organization or the site alone', async () => {
    const site = await aSite({ prepared: false });
    site.host.apply({ do: 'add-to-group', account: people.casey, group: groups.jiraAdmins });
    await site.host.advance('PT1M');
    const key = site.host.organization.orgKey;
    expect((await site.refusal(people.casey, 'save-org-key', { key })).code).toBe('access.denied');
    expect((await site.refusal(people.fay, 'save-org-key', { key })).code).toBe('access.denied');
    expect(site.stored().some(({ secret }) => secret === true)).toBe(false);
    expect((await site.get('approver', 'save-org-key', { key })).orgKey).toMatchObject({
      present: true,
      storedBy: people.bram,
    });
  });

  test('shows what it can do and who created it', async () => {
    const site = await aSite();
    const { orgKey } = await site.get('admin', 'get-settings');
    expect(orgKey).toMatchObject({ present: true, organizationName: 'Northwind Example' });
    expect(orgKey.abilities.map(({ works }) => works)).toEqual(orgKey.abilities.map(() => true));
  });

  test('is gone after it was removed, and the history keeps that it was there', async () => {
    const site = await aSite();
    const settings = await site.get('admin', 'remove-org-key', { reason: 'rotation' });
    expect(settings.orgKey.present).toBe(false);
    expect(site.stored().some(({ secret }) => secret === true)).toBe(false);
    expect(JSON.stringify(site.stored())).toContain('key-removed');
  });

  test('is deleted by the app itself before it goes', async () => {
    const site = await aSite();
    // Changes nothing about a deletion, but is used up by it.
    site.host.fault({ target: 'kvs', match: 'delete organization-key', mode: 'stale-read' });
    await site.host.uninstall();
    expect(site.host.faults()).toEqual([]);
  });
});

describe('Settings', () => {
  const SETTINGS = [
    'save-policy',
    'save-approved-domains',
    'save-review-settings',
    'save-owners',
    'confirm-group',
    'remove-org-key',
  ];

  test.each(SETTINGS as ResolverName[])('%s is refused to who administers Jira and no more', async (name) => {
    const site = await aSite({ seed: bundledSeed() });
    const before = site.stored();
    expect((await site.refusal('jira-admin', name, everyPayload[name])).code).toBe('access.denied');
    expect(site.stored()).toEqual(before);
    expect((await site.get('jira-admin', 'get-settings')).mayChange).toBe(false);
  });

  test('each change is a record that names who made it and how that was proved', async () => {
    const site = await aSite();
    await site.get('admin', 'save-policy', { ...everyPayload['save-policy'], thresholdDays: 60 });
    const records = site.stored().filter(({ key }) => key.startsWith('ledger:org:'));
    expect(JSON.stringify(records.at(-1))).toContain(people.ada);
    expect(JSON.stringify(records.at(-1))).toContain('the organization gives the account the role');
  });

  test('a saved policy is what the next scan goes by', async () => {
    const site = await aScannedSite();
    await site.get('admin', 'save-policy', { ...everyPayload['save-policy'], thresholdDays: 200 });
    await site.scan();
    const { verdict } = await site.get('admin', 'get-seat', {
      accountId: people.casey,
      product: 'jira-software',
    });
    expect(verdict).toBe('keep');
  });

  test('are frozen for a review when it opens', async () => {
    const review = await aReview();
    const { site } = review;
    const settings = { ...REVIEW_SETTINGS, separation: 'three-person' as const, signOffBy: people.gil };
    await site.get('admin', 'save-review-settings', settings);
    expect((await review.view()).separation).toBe('two-person');
  });

  test('are given back as they were saved', async () => {
    const site = await aSite();
    const owners = [{ class: 'identity' as const, contact: 'IdP team', accountId: people.gil }];
    const saved = await site.get('admin', 'save-owners', { owners, fallback: 'it@northwind.example' });
    expect(saved).toMatchObject({ owners, fallback: 'it@northwind.example' });
    expect(await site.get('admin', 'get-settings')).toEqual(saved);
  });
});

test('a key that is refused later does not keep an administrator from storing another', async () => {
  const site: Site = await aScannedSite();
  const key = site.host.organization.orgKey;
  site.host.fault({
    target: 'org',
    match: 'POST /admin/v2/orgs/*/directories/*/users/search',
    status: 401,
  });
  expect((await site.scan()).state).toBe('incomplete');
  expect((await site.get('admin', 'save-org-key', { key })).orgKey.present).toBe(true);
  expect((await site.scan()).state).toBe('complete');
});
