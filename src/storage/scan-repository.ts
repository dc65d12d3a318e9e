import { z } from 'zod';
import { AppError } from '../lib/app-error';
import type { ScanStore } from '../ports/stores';
import { keys } from './keys';
import type { KvsClient } from './kvs-client';
import { deletePacked, readPacked, writePacked } from './packed-values';

const scanState = z.object({
  v: z.literal(1),
  scanId: z.string(),
  cloudId: z.string(),
  state: z.enum(['waiting', 'running', 'complete', 'incomplete']),
  mode: z.enum(['org-key', 'jira-only']),
  depth: z.enum(['bulk', 'deep']),
  startedAt: z.string(),
  startedBy: z.string().nullable(),
  projectScan: z.boolean().default(false),
  updatedAt: z.string(),
  endedAt: z.string().nullable(),
  message: z.string(),
  phase: z.int().min(0),
  cursor: z.string().nullable(),
  step: z.int().min(0),
  failures: z.int().min(0),
  parts: z.record(z.string(), z.int().min(0)),
  counts: z.record(z.string(), z.object({ requests: z.int(), rows: z.int() })).default({}),
});

/** The running scan: one small state, and parts that are only added until the snapshot is made of them. */
export function createScanStore(client: KvsClient): ScanStore {
  return {
    async find() {
      const parsed = scanState.safeParse(await client.get(keys.scan));
      if (!parsed.success) return undefined;
      const { v: _, ...state } = parsed.data;
      return state;
    },
    save: (state) => client.set(keys.scan, { v: 1, ...state }),
    async savePart(scanId, part, index, rows) {
      await writePacked(client, [{ key: keys.scanPart(scanId, part, index), value: rows }]);
    },
    async readParts<Row>(scanId: string, part: string, count: number) {
      const wanted = Array.from({ length: count }, (_, index) => keys.scanPart(scanId, part, index));
      const parts = await readPacked(client, wanted);
      return parts.flatMap((rows) => {
        if (!Array.isArray(rows))
          throw new AppError('storage.malformed', 'A part of the running scan is lost.', {
            context: { part },
          });
        // Written by the same phase of the same scan; the hash was checked when it was unpacked.
        return z.array(z.custom<Row>((row) => typeof row === 'object' && row !== null)).parse(rows);
      });
    },
    async dropParts(scanId, parts) {
      const all = Object.entries(parts).flatMap(([part, count]) =>
        Array.from({ length: count }, (_, index) => keys.scanPart(scanId, part, index)),
      );
      await deletePacked(client, all);
    },
  };
}
