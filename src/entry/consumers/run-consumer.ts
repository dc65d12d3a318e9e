import type { InvocationError } from '@forge/events';
import { runJob } from '../../queues/jobs';
import type { AppTools } from '../../usecases/app-tools';
import { continueRun } from '../../usecases/run-with-key';
import { askAgain } from './ask-again';

/** Goes on with the run that the organization key carries out. */
export function createRunConsumer(
  tools: AppTools,
): (event: { body: unknown }) => Promise<InvocationError | undefined> {
  return async (event) => {
    const job = runJob.safeParse(event.body);
    if (!job.success) {
      console.error('run job refused', job.error);
      return undefined;
    }
    return askAgain(await continueRun(job.data, tools));
  };
}
