import { z } from 'zod';
import { runHourly } from '../../usecases/run-hourly';
import type { AppTools } from '../tools';

const request = z.looseObject({ context: z.looseObject({ cloudId: z.string() }) });

/** The hourly wake: the daily scan in its hour, a scan that got stuck, removals whose check is due. */
export function createHourlyTrigger(tools: AppTools): (request: unknown) => Promise<undefined> {
  return async (raw) => {
    const parsed = request.safeParse(raw);
    if (!parsed.success) {
      console.error('scheduled trigger without a cloud id', parsed.error);
      return undefined;
    }
    await runHourly(parsed.data.context.cloudId, tools);
    return undefined;
  };
}
