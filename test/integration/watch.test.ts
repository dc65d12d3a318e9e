import { beforeAll, describe, expect, test } from 'vitest';

import type { LedgerRecord } from '../../src/domain/evidence/record';
import { dailyHour } from '../../src/usecases/run-hourly';
import { bundledSeed } from '../local/generate/bundled';
import { parseSeed } from '../local/organization/seed';
import { people } from './a-seed';
import { aScannedSite, aSite, type Site } from './a-site';

const DAY_MS = 86_400_000;

interface Completed {
  readonly at: string;
  readonly takenAt: string;
  readonly flags: readonly { kind: string; accountId: string | null; product: string | null }[];
}

/** Scans that the organization's ledger holds, in order. */
function completedScans(site: Site): Completed[] {
  return site
    .stored()
    .filter(({ key }) => key.startsWith('ledger:org:'))
    .map(({ value }) => value as LedgerRecord & { event: { kind: string } & Omit<Completed, 'at'> })
    .sort((a, b) => a.sequence - b.sequence)
    .flatMap(({ at, event }) =>
      event.kind === 'scan-completed' ? [{ at, takenAt: event.takenAt, flags: event.flags }] : [],
    );
}

// The organization's key expires on the fortieth day.
describe('Thirty-nine days of the bundled organization', () => {
  let site: Site;
  let scans: Completed[];
  const cloudId = parseSeed(bundledSeed()).site.cloudId;

  beforeAll(async () => {
    site = await aScannedSite({ seed: bundledSeed(), schedules: true });
    await site.host.advance('P39D');
    scans = completedScans(site);
  });

  test('have one scan a day', () => {
    const days = scans.slice(1).map(({ takenAt }) => Math.floor(Date.parse(takenAt) / DAY_MS));
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(38);
    expect(days.length).toBeLessThanOrEqual(40);
  });

  test('in the hour of the site', () => {
    const hours = scans.slice(1).map(({ takenAt }) => new Date(takenAt).getUTCHours());
    expect(new Set(hours)).toEqual(new Set([dailyHour(cloudId)]));
  });

  test('without anybody who started them, and without one that failed', async () => {
    expect(await site.scanStatus()).toMatchObject({ state: 'complete', startedBy: null });
    const flags = await site.get('admin', 'list-flags');
    expect(flags.filter(({ kind }) => kind === 'scan-failed')).toEqual([]);
  });

  test('raise a flag for each seat that became stale, and for none twice', () => {
    const raised = scans.flatMap(({ flags }) =>
      flags.map(({ accountId, product }) => `${String(accountId)}/${String(product)}`),
    );
    expect(raised.length).toBeGreaterThan(0);
    expect(new Set(raised).size).toBe(raised.length);
  });

  test('raise none for seats that were stale already', () => {
    expect(scans[0]?.flags).toEqual([]);
  });

  test('flag only what the seat says now', async () => {
    const flags = await site.get('admin', 'list-flags');
    for (const { kind, accountId, product, text } of flags.slice(0, 20)) {
      expect(kind).toBe('newly-billable-stale');
      expect(text).toMatch(/bills without recent use/);
      const seat = await site.get('admin', 'get-seat', {
        accountId: accountId ?? '',
        product: product ?? '',
      });
      expect(['stale', 'never-accessed']).toContain(seat.activity);
    }
  });

  test('keep no more than one snapshot where no review rests on another', () => {
    expect(site.stored().filter(({ key }) => /^snapshot:.*:meta$/.test(key))).toHaveLength(1);
  });

  test('leave flags that a reviewer dismisses with a reason', async () => {
    const [first, ...rest] = await site.get('admin', 'list-flags');
    const flagId = first?.id ?? '';
    expect((await site.refusal('admin', 'dismiss-flag', { flagId, reason: '' })).code).toBe('input.invalid');
    const left = await site.get('admin', 'dismiss-flag', { flagId, reason: 'known, on a sabbatical' });
    expect(left).toEqual(rest);
    expect((await site.get('admin', 'list-flags')).map(({ id }) => id)).not.toContain(flagId);
  });
});

describe('The hourly wake', () => {
  test('twice in the same hour scans once', async () => {
    const site = await aSite();
    await Promise.all([site.host.trigger('seattrace-hourly'), site.host.trigger('seattrace-hourly')]);
    await site.host.drain();
    await site.host.trigger('seattrace-hourly');
    await site.host.drain();
    expect(completedScans(site)).toHaveLength(1);
    expect(site.calls('GET', /serverInfo$/)).toHaveLength(1);
  });

  test('that the platform runs twice each time scans once a day', async () => {
    const site = await aSite({ schedules: true, duplicates: 1 });
    await site.host.advance('P3D');
    const days = completedScans(site).map(({ takenAt }) => takenAt.slice(0, 10));
    expect(new Set(days).size).toBeGreaterThanOrEqual(3);
    expect(completedScans(site).length).toBeLessThanOrEqual(4);
  });

  test('does not scan again where somebody scanned by hand that day', async () => {
    const site = await aScannedSite();
    await site.host.trigger('seattrace-hourly');
    await site.host.drain();
    expect(completedScans(site)).toHaveLength(1);
  });

  test('takes up a scan whose delivery was lost', async () => {
    const site = await aSite();
    site.host.fault({ target: 'queue', match: 'deliver scan', mode: 'crash' });
    site.host.fault({ target: 'queue', match: 'deliver scan', status: 500, times: 20 });
    await site.get('admin', 'start-scan');
    await site.host.drain();
    await site.host.advance('PT1H');
    for (let wake = 0; wake < 30 && (await site.scanStatus()).state !== 'complete'; wake += 1) {
      await site.host.trigger('seattrace-hourly');
      await site.host.drain();
      await site.host.advance('PT1H');
    }
    expect((await site.scanStatus()).state).toBe('complete');
  });
});

describe('A flag', () => {
  test('of a seat that is given to an idle account waits until it is stale', async () => {
    const site = await aScannedSite({ schedules: true });
    await site.host.advance('P20D');
    expect(await site.get('admin', 'list-flags')).toEqual([]);
    await site.host.advance('P20D');
    const flags = await site.get('admin', 'list-flags');
    expect(flags.map(({ accountId, product }) => [accountId, product])).toContainEqual([
      people.gil,
      'confluence',
    ]);
  });

  test('is not raised by a change of policy', async () => {
    const site = await aScannedSite();
    const { policy } = await site.get('admin', 'get-settings');
    const { words, ...rest } = policy;
    await site.get('admin', 'save-policy', {
      ...rest,
      words: [...words],
      technical: [...policy.technical],
      thresholdDays: 2,
    });
    await site.host.advance('PT1M');
    await site.scan();
    expect(await site.get('admin', 'list-flags')).toEqual([]);
  });
});
