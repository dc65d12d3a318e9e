import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { BUNDLED } from '../local/generate/bundled';
import { castOf } from '../local/generate/cast';
import { stageOrganization } from '../local/generate/generate-organization';
import { SPECIAL, type NamedSituation } from '../local/generate/situations/all-situations';
import { EVERYDAY } from '../local/generate/situations/everyday';
import { aScannedSite, aSite } from './a-site';
import { scanDocument } from './scan-document';

const expected = JSON.parse(readFileSync(join(__dirname, 'expected', 'tiny.scan.json'), 'utf8')) as unknown;

test('the tiny organization gives exactly the document that product.md says', async () => {
  const site = await aScannedSite();
  expect(await scanDocument(site)).toEqual(expected);
});

test('a second scan of an unchanged organization gives the same document but for its time', async () => {
  const site = await aScannedSite();
  const first = await scanDocument(site);
  await site.host.advance('PT1M');
  await site.scan();
  const second = await scanDocument(site);
  expect(second.takenAt).toBe('2026-11-02T09:01:00.000Z');
  expect({ ...second, takenAt: first.takenAt }).toEqual(first);
});

test('a scan reads only: nobody gains or loses a group', async () => {
  const site = await aSite();
  const before = site.memberships();
  await site.scan();
  expect(site.memberships()).toEqual(before);
  expect(site.calls('DELETE')).toEqual([]);
});

test('names and e-mail addresses are matched and never stored', async () => {
  const site = await aScannedSite();
  const stored = JSON.stringify(site.stored());
  expect(stored).not.toMatch(/Casey|Jenkins|northwind\.example"|@/);
});

describe('Each seat of the bundled organization gets the reason that its situation promises', async () => {
  const { organization, cast } = stageOrganization(BUNDLED);
  const site = await aScannedSite({ seed: organization });
  const { seats, population } = await scanDocument(site);
  const reasons = new Map<string, Record<string, string>>();
  for (const { accountId, product, reason } of seats)
    reasons.set(accountId, { ...reasons.get(accountId), [product]: reason });
  const situations: readonly NamedSituation[] = [...SPECIAL, ...EVERYDAY];

  test.each(situations)('$name', ({ name, seats: promised }) => {
    const told = castOf(cast, name).map((id) => reasons.get(id) ?? {});
    expect(told).toEqual(told.map(() => promised));
    expect(told).not.toHaveLength(0);
  });

  test('every account that holds a seat belongs to one of the situations', () => {
    const staged = new Set([...cast.values()].flat());
    expect([...reasons.keys()].filter((id) => !staged.has(id))).toEqual([]);
  });

  test('and the reported counts are explained to the last seat', () => {
    expect(population.map(({ product, unexplained }) => ({ product, unexplained }))).toEqual(
      population.map(({ product }) => ({ product, unexplained: 0 })),
    );
    expect(population.length).toBeGreaterThan(1);
  });
});

test('without the key the document says so and no synced or local group is told apart', async () => {
  const site = await aScannedSite({ orgKey: false });
  const { mode, seats } = await scanDocument(site);
  expect(mode).toBe('jira-only');
  expect(new Set(seats.map(({ product }) => product))).toEqual(new Set(['jira-software']));
  expect(new Set(seats.flatMap(({ paths }) => paths.map(({ source }) => source)))).toEqual(
    new Set(['default', 'unknown']),
  );
  expect(site.calls().filter(({ target }) => target === 'org')).toEqual([]);
});

test('without the key and without an export nobody becomes a cleanup', async () => {
  const site = await aScannedSite({ orgKey: false });
  const { seats } = await scanDocument(site);
  expect(seats.filter(({ verdict }) => verdict === 'cleanup' || verdict === 'split')).toEqual([]);
});
