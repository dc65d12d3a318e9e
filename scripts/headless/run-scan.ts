import { createHost } from '../../test/local/host';
import type { HostOptions, LocalHost } from '../../test/local/host-contract';
import { importExport, invokeAsAdmin, prepare } from '../../test/local/prepare';
import { toScanDocument } from './scan-document';
import { readStoredSnapshot } from './stored-snapshot';

/** The scan ended without a snapshot; the message says why. */
export class ScanIncomplete extends Error {}

const NO_LATENCY = { rest: 0, kvs: 0, queue: 0 };
const CONTRACT_LATENCY = { rest: 50, kvs: 5, queue: 1_000 };

export interface ScanOptions {
  readonly orgKey: boolean;
  /** A user export of Atlassian Administration, imported before the scan; made on the clock's day unless it says which. */
  readonly userExport?: { readonly text: string; readonly exportedOn?: string | undefined };
}

/** Starts the local Atlassian on the seed, runs the real scan, deepened, and gives the document of it. */
export function runScan(seed: unknown, options: ScanOptions) {
  return withScannedHost({ seed }, options, async (host) => {
    const cost = host.cost();
    return { ...toScanDocument(await readStoredSnapshot(host)), cost };
  });
}

/**
 * Lends out a host once the real scan, deepened, is complete on it.
 * @throws ScanIncomplete
 */
export async function withScannedHost<Result>(
  hostOptions: Pick<HostOptions, 'seed' | 'organization'>,
  options: ScanOptions,
  use: (host: LocalHost) => Promise<Result>,
): Promise<Result> {
  const host = await createHost({ ...hostOptions, latency: NO_LATENCY });
  try {
    host.organization.setAppRightsDelay(0);
    // Nothing but the scan is to run: its figures are printed.
    await host.install({ schedules: false });
    await prepare(host, options);
    if (options.userExport !== undefined) {
      const { text, exportedOn = host.organization.seed.clock.slice(0, 10) } = options.userExport;
      await importExport(host, { text, exportedOn });
    }
    host.resetCost();
    await invokeAsAdmin(host, 'start-scan', {});
    host.setLatency(CONTRACT_LATENCY);
    await host.drain();
    refuseIncomplete(await invokeAsAdmin(host, 'get-scan', {}));
    return await use(host);
  } finally {
    await host.close();
  }
}

function refuseIncomplete(status: unknown): void {
  if (typeof status !== 'object' || status === null) throw new ScanIncomplete('The scan did not start.');
  if ('state' in status && status.state === 'complete') return;
  throw new ScanIncomplete('message' in status ? String(status.message) : 'The scan did not complete.');
}
