import type { InvocationError } from '@forge/events';
import { scanJob } from '../../queues/jobs';
import { closeHandoffs } from '../../usecases/close-handoffs';
import { completeScan } from '../../usecases/complete-scan';
import { draftNext } from '../../usecases/draft-next';
import { findUserExport } from '../../usecases/import-user-export';
import { loadOrganization, loadPolicy } from '../../usecases/organization-ledger';
import { continueScan } from '../../usecases/scan-organization';
import type { AppTools } from '../../usecases/app-tools';
import { askAgain } from './ask-again';

/** Goes on with the running scan. Returns an InvocationError when the platform is to deliver again later. */
export function createScanConsumer(
  tools: AppTools,
): (event: { body: unknown }) => Promise<InvocationError | undefined> {
  return async (event) => {
    const job = scanJob.safeParse(event.body);
    if (!job.success) {
      console.error('scan job refused', job.error);
      return undefined;
    }
    const policy = await loadPolicy(tools);
    const progress = await continueScan(job.data, {
      ...tools,
      policy,
      sources: async (mode, cloudId) => ({
        jira: tools.jira,
        organization: mode === 'org-key' ? await tools.openOrganization(cloudId) : null,
        findUserExport: async () => findUserExport(await loadOrganization(tools), tools.exports),
      }),
      finish: async (scan) => {
        const { organization } = scan.sources;
        await completeScan(scan, {
          ...tools,
          closeHandoffs: (id) => closeHandoffs(id, { ...tools, organization }),
          draftNext: () => draftNext(tools),
        });
      },
    });
    return askAgain(progress);
  };
}
