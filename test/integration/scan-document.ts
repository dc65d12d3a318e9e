import { toScanDocument } from '../../scripts/headless/scan-document';
import { readStoredSnapshot } from '../../scripts/headless/stored-snapshot';
import type { Site } from './a-site';

/** What the last complete scan says, as the headless scan prints it. */
export async function scanDocument({ host }: Site): Promise<ReturnType<typeof toScanDocument>> {
  return toScanDocument(await readStoredSnapshot(host));
}
