import type { FaultBoard } from '../faults';
import { PlatformError } from './invocation';
import type { Invoker } from './invoker';
import { QUEUE_LIMITS } from './limits';
import type { Manifest } from './manifest';
import { type Installation, consumerArguments, lifecycleArguments } from './payloads';
import { type Delivery, type QueuedEvent, retrySchema } from './queue-event';

/** What a delivery needs of the platform. */
export interface DeliveryHost {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly invoker: Invoker;
  readonly faults: FaultBoard;
  now(): number;
  report(error: unknown, moduleKey: string): void;
}

const PLATFORM_ERROR = 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
const PLATFORM_FAILED: Delivery = { kind: 'failed', by: 'platform', reason: PLATFORM_ERROR };
const TIMED_OUT: Delivery = { kind: 'failed', by: 'function', reason: 'FUNCTION_TIME_OUT' };
/** No code is documented for a function that throws, so it has the platform's, but it counts as a retry. */
const THREW: Delivery = { kind: 'failed', by: 'function', reason: PLATFORM_ERROR };

/** Runs the function that an event is for and says whether the event is done with. */
export async function deliverEvent(host: DeliveryHost, event: QueuedEvent): Promise<Delivery> {
  const fault =
    event.queue === null
      ? undefined
      : host.faults.take({ target: 'queue', verb: 'deliver', queue: event.queue });
  switch (fault?.mode) {
    case 'status':
    case 'crash':
      return PLATFORM_FAILED;
    case 'timeout':
      return TIMED_OUT;
    case 'crash-after-write':
    case 'drop-after-write':
      // The consumer has done its work, but the platform does not learn of it and delivers again.
      await runFunction(host, event);
      return PLATFORM_FAILED;
    case 'stale-read':
    case undefined:
      return runFunction(host, event);
  }
}

async function runFunction(host: DeliveryHost, event: QueuedEvent): Promise<Delivery> {
  const { manifest, installation, invoker } = host;
  const { queue, moduleKey, chain } = event;
  const modules = queue === null ? manifest.triggers : manifest.consumers;
  const functionKey = modules.find((entry) => entry.key === moduleKey)?.function;
  if (functionKey === undefined) return { kind: 'dropped' };
  const args =
    queue === null
      ? lifecycleArguments(installation, event.body)
      : consumerArguments(installation, event, host.now());
  const kind = queue === null ? 'lifecycle' : 'consumer';
  try {
    return toDelivery(await invoker.run({ kind, functionKey, moduleKey, accountId: null, chain, args }));
  } catch (error) {
    host.report(error, moduleKey);
    const code = error instanceof PlatformError ? error.code : undefined;
    if (code === 'platform.timeout') return TIMED_OUT;
    return code === 'platform.crashed' ? PLATFORM_FAILED : THREW;
  }
}

/** An `InvocationError` asks for another delivery; anything else that a function returns is ignored. */
function toDelivery(returned: unknown): Delivery {
  const asked = retrySchema.safeParse(returned);
  if (!asked.success) return { kind: 'done' };
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = asked.data.retryOptions;
  const text = JSON.stringify(retryData) as string | undefined;
  if (Buffer.byteLength(text ?? '') > QUEUE_LIMITS.retryDataBytes) return { kind: 'dropped' };
  const seconds = Math.min(Math.max(1, retryAfter), QUEUE_LIMITS.retryAfterSeconds);
  return { kind: 'retry', afterMs: seconds * 1_000, context: { retryReason, retryData } };
}
