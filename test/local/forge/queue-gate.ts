import { type Gate, carryOut } from './gate';
import type { Invocation } from './invocation';
import type { QueueReply, QueueService } from './queue-service';
import { jsonResponse, proxyError, textResponse } from './responses';

const PATH = /^\/webhook\/queue\/(publish|stats|cancel)\//;

/** A call of `@forge/events` on its way out of an invocation; the only one that goes to the platform itself. */
export async function sendToPlatform(
  gate: Gate,
  queues: QueueService,
  invocation: Invocation,
  { path, text }: { path: string; text: string },
): Promise<Response> {
  const verb = PATH.exec(path)?.[1];
  await gate.invoker.wait(invocation, gate.latency().rest);
  if (verb === undefined) return proxyError(404, 'NOT_FOUND');
  const body: unknown = JSON.parse(text);
  const perform = (): Response => toResponse(answer(queues, verb, { body, invocation }));
  const fault = verb === 'publish' ? gate.faults.take(pushOf(body)) : undefined;
  return carryOut(gate, invocation, fault, { perform, stale: perform, log: () => undefined });
}

function answer(
  queues: QueueService,
  verb: string,
  { body, invocation }: { body: unknown; invocation: Invocation },
): QueueReply {
  if (verb === 'stats') return queues.stats(body);
  if (verb === 'cancel') return queues.cancel(body);
  return queues.push(body, invocation.chain);
}

function pushOf(body: unknown): { target: 'queue'; verb: 'push'; queue: string } {
  const named = typeof body === 'object' && body !== null && 'queueName' in body ? body.queueName : '';
  return { target: 'queue', verb: 'push', queue: String(named) };
}

function toResponse({ status, body }: QueueReply): Response {
  return body === undefined ? textResponse(status, null) : jsonResponse(status, body);
}
