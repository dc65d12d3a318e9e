import { scheduledRequest } from '../../contract/triggers';
import { runHourly } from '../../usecases/run-hourly';
import type { AppTools } from '../../usecases/app-tools';

/** The hourly wake: the daily scan in its hour, a scan that got stuck, removals whose check is due. */
export function createHourlyTrigger(tools: AppTools): (request: unknown) => Promise<undefined> {
  return async (raw) => {
    const parsed = scheduledRequest.safeParse(raw);
    if (!parsed.success) {
      console.error('scheduled trigger without a cloud id', parsed.error);
      return undefined;
    }
    await runHourly(parsed.data.context.cloudId, tools);
    return undefined;
  };
}
