import { type Gate, carryOut } from './gate';
import type { Invocation } from './invocation';
import { type KvsService, describeKvsRequest } from './kvs-service';
import { textResponse } from './responses';

/** A `stale-read` fault answers as the store stood this long ago. */
const STALE_MS = 2_000;

/** A call of `@forge/kvs` on its way out of an invocation. */
export async function sendToKvs(
  gate: Gate,
  service: KvsService,
  invocation: Invocation,
  { path, text }: { path: string; text: string },
): Promise<Response> {
  await gate.invoker.wait(invocation, gate.latency().kvs);
  const fault = gate.faults.concerns('kvs')
    ? gate.faults.take({ target: 'kvs', ...describeKvsRequest(path, text) })
    : undefined;
  const answer = (staleMs: number) => (): Response => {
    const reply = service.handle(path, text, staleMs);
    return textResponse(reply.status, reply.text);
  };
  return carryOut(gate, invocation, fault, {
    perform: answer(0),
    stale: answer(STALE_MS),
    log: () => undefined,
  });
}
