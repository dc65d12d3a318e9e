import { expect, test } from 'vitest';
import type { PayloadOf } from '../../src/contract/resolvers';
import { groups } from './a-seed';
import { aScannedSite, aSite } from './a-site';

const policy = (changes: Partial<PayloadOf<'preview-policy'>> = {}): PayloadOf<'preview-policy'> => ({
  thresholdDays: 90,
  newDays: 30,
  technical: [],
  unmanaged: 'ask-business',
  jsmOnCall: 'no',
  exemptions: [],
  ...changes,
});

test('a policy is tried on the last scan, and nothing is saved', async () => {
  const site = await aScannedSite();
  const before = await site.get('admin', 'get-settings');
  const preview = await site.get('approver', 'preview-policy', policy({ thresholdDays: 36_000 }));
  expect(preview.changed).toBeGreaterThan(0);
  expect(preview.moves.map(({ from, to }) => [from, to])).toContainEqual(['cleanup', 'keep']);
  expect(await site.get('admin', 'get-settings')).toEqual(before);
});

test('an exemption tells how many seats it would cover', async () => {
  const site = await aScannedSite();
  const exemption = { expires: '2027-01-01T00:00:00.000Z', reason: 'audit', owner: 'Finance' };
  const exemptions = [
    { ...exemption, match: { group: groups.contractors } },
    { ...exemption, match: { namePattern: 'Zoe*' } },
  ];
  const { covered } = await site.get('admin', 'preview-policy', policy({ exemptions }));
  expect(covered).toEqual([expect.any(Number), null]);
  expect(covered[0]).toBeGreaterThan(0);
});

test('before the first scan there is nothing to try it on', async () => {
  const site = await aSite();
  expect((await site.refusal('admin', 'preview-policy', policy())).code).toBe('scan.none');
});
