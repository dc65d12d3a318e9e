import { verifyJob } from '../../queues/jobs';
import { findCurrentHeader } from '../../usecases/current-snapshot';
import { APP } from '../../usecases/organization-ledger';
import { verifyRemovals } from '../../usecases/verify-removals';
import type { AppTools } from '../../usecases/app-tools';

/** First check of a run's removals, minutes after it ended. */
export function createVerifyConsumer(
  tools: AppTools,
): (event: { body: unknown }, context?: unknown) => Promise<undefined> {
  return async (event) => {
    const job = verifyJob.safeParse(event.body);
    if (!job.success) {
      console.error('verify job refused', job.error);
      return undefined;
    }
    const header = await findCurrentHeader(tools);
    const organization = header === undefined ? null : await tools.openOrganization(header.site.cloudId);
    await verifyRemovals({ cycleId: job.data.cycleId, again: false }, APP, { ...tools, organization });
    return undefined;
  };
}
