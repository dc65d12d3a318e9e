import { z } from 'zod';
import type { ServedHost } from './served-host';

const HOURS_OF_A_DAY = 24;
const scanRecord = z.object({ key: z.literal('scan'), value: z.object({ scanId: z.string() }) });

/**
 * Runs the daily scan: the app scans in its site's own hour only, so time moves on, hour by hour, until the
 * scheduled trigger starts a scan; then the queues run until it is done. False when none was started in a day.
 */
export async function runDailyScan(host: ServedHost, moduleKey: string): Promise<boolean> {
  const before = scanOf(host);
  for (let hour = 0; hour <= HOURS_OF_A_DAY; hour += 1) {
    await host.trigger(moduleKey);
    if (scanOf(host) !== before) {
      await host.drain();
      return true;
    }
    await host.advance('PT1H');
    if (scanOf(host) !== before) {
      await host.drain();
      return true;
    }
  }
  return false;
}

function scanOf(host: ServedHost): string | undefined {
  const entries = host.inspect('kvs');
  for (const entry of Array.isArray(entries) ? entries : []) {
    const parsed = scanRecord.safeParse(entry);
    if (parsed.success) return parsed.data.value.scanId;
  }
  return undefined;
}
