import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/lib/duration';
import { dailyHour } from '../../src/usecases/run-hourly';
import { runDailyScan } from '../local/server/daily-scan';
import { aSite } from './a-site';

const MODULE = 'seattrace-hourly';

describe('Running the daily scan now', () => {
  it('moves the clock to the site’s own hour and scans to the end', async () => {
    const site = await aSite();
    const started = site.host.clock.now();
    expect(await runDailyScan(site.host, MODULE)).toBe(true);
    expect(site.host.clock.now() - started).toBeLessThan(DAY_MS);
    expect(await site.get('admin', 'get-scan')).toMatchObject({ state: 'complete', startedBy: null });
  });

  it('scans again in the site’s own hour', async () => {
    const site = await aSite();
    await runDailyScan(site.host, MODULE);
    expect(await runDailyScan(site.host, MODULE)).toBe(true);
    const { startedAt } = (await site.get('admin', 'get-scan')) ?? { startedAt: '' };
    const { cloudId } = site.host.organization.seed.site;
    expect(new Date(startedAt).getUTCHours()).toBe(dailyHour(cloudId));
  });
});
