import { withScannedHost } from '../../../scripts/headless/run-scan';
import { readStoredSnapshot, storedValues } from '../../../scripts/headless/stored-snapshot';
import { classifySnapshot } from '../../../src/domain/classification/classify-snapshot';
import { generateOrganization } from '../../local/generate/generate-organization';
import { recordingOrganization } from './reply-recorder';
import { ScanFolderWriter } from './scan-folder';
import { VerdictCount } from './verdict-count';

/** Child process: scans a generated organization and leaves in a folder what was stored, and what was replied. */
async function prepareScan(folder: string, accounts: number): Promise<void> {
  const writer = new ScanFolderWriter(folder);
  const organization = recordingOrganization((source, text) => writer.addPage(source, text));
  const seed = generateOrganization({ accounts });
  await withScannedHost({ seed, organization }, { orgKey: true }, async (host) => {
    const snapshot = await readStoredSnapshot(host);
    const { id, accountCount } = snapshot.header;
    for (const [key, value] of storedValues(host))
      if (key.startsWith(`snapshot:${id}:`)) writer.addValue(key, value);
    const verdicts = new VerdictCount();
    classifySnapshot(snapshot).forEach(verdicts.add);
    writer.finish({ snapshotId: id, accounts: accountCount, verdicts: verdicts.byVerdict });
  });
}

const [folder = '', accounts = ''] = process.argv.slice(2);
void prepareScan(folder, Number(accounts));
