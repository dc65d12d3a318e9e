import { InvocationError, InvocationErrorCode } from '@forge/events';
import type { Progress } from '../../usecases/progress';

/** What a consumer returns: an InvocationError where the platform is to deliver the same event again later. */
export function askAgain(progress: Progress): InvocationError | undefined {
  if (!progress.again) return undefined;
  return new InvocationError({
    retryAfter: progress.afterSeconds,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    retryData: {},
  });
}
