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

test('an exemption in it is refused: it is asked for by itself', async () => {
  const site = await aScannedSite();
  const exemptions = [{ match: { group: groups.contractors } }];
  for (const name of ['preview-policy', 'save-policy'] as const)
    expect(await site.refusal('admin', name, { ...policy(), exemptions })).toEqual({
      code: 'input.invalid',
      message: expect.stringMatching(/asked for one by one, and approved by somebody else/) as string,
    });
});

test('before the first scan there is nothing to try it on', async () => {
  const site = await aSite();
  expect((await site.refusal('admin', 'preview-policy', policy())).code).toBe('scan.none');
});
