import { describe, expect, test } from 'vitest';

import type { ResolverName } from '../../src/contract/resolvers';
import { importExport } from '../local/prepare';
import { groups, people } from './a-seed';
import { aScannedSite, aSite, type Site } from './a-site';
import { REVIEW_SETTINGS } from './a-review';
import { aRequest, ask, exempt } from './an-exemption';
import { everyPayload } from './every-payload';

const reason = 'as agreed';
const EXPORT = `User id,Last seen in Jira - northwind-example\n${people.casey},2 May 2026\n`;
const EXPORTED_ON = '2026-11-01';

const organizationRecords = (site: Site): number =>
  site.stored().filter(({ key }) => key.startsWith('ledger:org:')).length;

describe('What is saved again because an answer was lost leaves one record', () => {
  test.each<[ResolverName, unknown]>([
    ['save-policy', { ...everyPayload['save-policy'], thresholdDays: 60 }],
    ['save-approved-domains', everyPayload['preview-approved-domains']],
    ['save-review-settings', { ...REVIEW_SETTINGS, dueDays: 14 }],
    ['save-calendar', { ...everyPayload['save-calendar'], leadDays: 14 }],
    ['save-owners', everyPayload['save-owners']],
    ['confirm-group', { groupId: groups.jiraUsers, reason }],
  ])('%s', async (name, payload) => {
    const site = await aScannedSite();
    const before = organizationRecords(site);
    expect(await site.ask('admin', name, payload)).toMatchObject({ ok: true });
    expect(await site.ask('admin', name, payload)).toMatchObject({ ok: true });
    expect(organizationRecords(site)).toBe(before + 1);
  });

  test('import-user-export', async () => {
    const site = await aSite({ orgKey: false });
    const part = { part: 0, firstRow: 2, text: EXPORT, exportedOn: EXPORTED_ON };
    const { importId } = await site.get('admin', 'read-export-part', part);
    const before = organizationRecords(site);
    await site.get('admin', 'import-user-export', { importId, parts: 1 });
    await site.get('admin', 'import-user-export', { importId, parts: 1 });
    expect(organizationRecords(site)).toBe(before + 1);
  });
});

test('The same review settings saved by somebody else are theirs: they choose the no-response rule', async () => {
  const site = await aScannedSite();
  const before = organizationRecords(site);
  await site.get('admin', 'save-review-settings', REVIEW_SETTINGS);
  await site.get('approver', 'save-review-settings', REVIEW_SETTINGS);
  expect(organizationRecords(site)).toBe(before + 2);
});

describe('An exemption that is asked for again', () => {
  test('is refused while it waits', async () => {
    const site = await aScannedSite();
    await ask(site);
    const refused = await site.refusal('admin', 'ask-exemption', aRequest());
    expect(refused.message).toBe('The same exemption waits for an approval already.');
  });

  test('is refused while it is in force', async () => {
    const site = await aScannedSite();
    await exempt(site);
    const refused = await site.refusal('admin', 'ask-exemption', aRequest());
    expect(refused.message).toBe('The same exemption is in force already.');
  });

  test('with another day is another one', async () => {
    const site = await aScannedSite();
    await ask(site);
    await ask(site, { expires: '2027-02-01T00:00:00.000Z' });
    expect((await site.get('admin', 'list-exemptions')).rows).toHaveLength(2);
  });
});

test('Rows of a user export go when it is taken back again after a crash', async () => {
  const site = await aSite({ orgKey: false });
  await importExport(site.host, { text: EXPORT, exportedOn: EXPORTED_ON });
  site.host.fault({ target: 'kvs', match: 'batch export', mode: 'crash' });
  await site.ask('admin', 'remove-user-export', { reason }).catch(() => null);
  expect((await site.refusal('admin', 'remove-user-export', { reason })).message).toMatch(/^No user export/);
  expect(site.stored().some(({ key }) => key.startsWith('export:'))).toBe(false);
});
