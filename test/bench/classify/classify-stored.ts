import { readFileSync } from 'node:fs';
import { readingClient } from '../../../scripts/headless/reading-client';
import { classifyAccount } from '../../../src/domain/classification/classify-account';
import { indexOrganization } from '../../../src/domain/classification/organization-index';
import type { Seat } from '../../../src/domain/seat';
import { createSnapshotStore } from '../../../src/storage/snapshot-repository';
import { valuePath, type ScanIndex } from './scan-folder';
import { Stopwatch } from './stopwatch';

/**
 * From what lies in the KVS to every seat's result, each handed on and then forgotten, through the app's own
 * repository and rules. Gives the milliseconds that it took without the reading of files.
 */
export async function classifyStored(
  folder: string,
  { snapshotId, keys }: ScanIndex,
  handOn: (seat: Seat) => void,
): Promise<number> {
  const reading = new Stopwatch();
  const places = new Map(keys.map((key, index) => [key, index]));
  const find = (key: string): unknown => {
    const place = places.get(key);
    if (place === undefined) return undefined;
    return JSON.parse(reading.time(() => readFileSync(valuePath(folder, place), 'utf8'))) as unknown;
  };
  const start = performance.now();
  const snapshots = createSnapshotStore(readingClient(find));
  const header = await snapshots.findHeader(snapshotId);
  if (header === undefined) throw new Error(`${folder} holds no header.`);
  const index = indexOrganization(header);
  for await (const accounts of snapshots.readSegments(snapshotId))
    for (const account of accounts) classifyAccount(account, index).forEach(handOn);
  return performance.now() - start - reading.ms;
}
