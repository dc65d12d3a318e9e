import { expect, test } from 'vitest';

import { bundledSeed } from '../local/generate/bundled';
import { aScannedSite, aSite } from './a-site';

const PARTNER = { domain: 'partner.example', product: 'jira-software' };
const SENTENCE =
  /^People of \*partner\.example\* get Jira without approval, through \*jira-users.*\* ?.* may come back/;

test('Approved domains show where they let people in before they are saved', async () => {
  const site = await aScannedSite();
  const { sentences } = await site.get('admin', 'preview-approved-domains', { domains: [PARTNER] });
  expect(sentences).toEqual([expect.stringMatching(SENTENCE)]);
  expect((await site.get('admin', 'get-settings')).approvedDomains).toBeNull();
});

test('They are a finding on the overview and on the groups once they are saved', async () => {
  const site = await aScannedSite();
  await site.get('admin', 'save-approved-domains', { domains: [{ ...PARTNER, domain: 'Partner.Example' }] });
  const { snapshot } = await site.get('admin', 'get-overview');
  expect(snapshot?.hygiene).toEqual([expect.stringMatching(SENTENCE)]);
  const { rows } = await site.get('admin', 'list-groups', { finding: 'lets-people-in' });
  expect(rows.length).toBeGreaterThan(0);
  for (const { grants } of rows)
    expect(grants).toContainEqual(expect.objectContaining({ product: 'jira-software', isDefault: true }));
});

test('That no domain does is an answer, too', async () => {
  const site = await aScannedSite();
  const asked = async (): Promise<boolean> =>
    (await site.get('admin', 'get-overview')).todo.some(({ text }) => /approved domains/.test(text));
  expect(await asked()).toBe(true);
  await site.get('admin', 'save-approved-domains', { domains: [] });
  expect(await asked()).toBe(false);
});

test('A domain that is none is refused', async () => {
  const site = await aSite();
  const domains = [{ ...PARTNER, domain: 'ana@partner.example' }];
  expect(await site.refusal('admin', 'save-approved-domains', { domains })).toEqual({
    code: 'input.invalid',
    message: expect.stringMatching(/no domain, such as partner\.example/) as string,
  });
});

test('A product out of sight is left out', async () => {
  const site = await aScannedSite({ seed: bundledSeed() });
  const domains = [PARTNER, { ...PARTNER, product: 'confluence' }];
  await site.get('admin', 'save-approved-domains', { domains });
  const { sentences } = await site.get('jira-admin', 'preview-approved-domains', { domains });
  expect(sentences).toHaveLength(1);
  expect((await site.get('jira-admin', 'get-overview')).snapshot?.hygiene).toHaveLength(1);
});
