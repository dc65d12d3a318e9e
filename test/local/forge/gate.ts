import type { FaultBoard, Fault } from '../faults';
import { type Invocation, never } from './invocation';
import type { Invoker } from './invoker';
import { INVOCATION_LIMITS, NO_ANSWER_MS } from './limits';
import { faultResponse } from './responses';

/** Milliseconds of the clock that a call takes. */
export interface Latency {
  readonly rest: number;
  readonly kvs: number;
  /** From the push of an event to its delivery, besides the delay that it asks for. */
  readonly queue: number;
}

/** What every way out of an invocation passes: time, and faults. */
export interface Gate {
  readonly invoker: Invoker;
  readonly faults: FaultBoard;
  readonly latency: () => Latency;
}

/** The ways in which one call can be carried out. `log` is told how it went; null when nothing was answered. */
export interface CallWays {
  readonly perform: () => Response;
  /** Answers as it would have been a moment ago. */
  readonly stale: () => Response;
  readonly log: (status: number | null, fault: Fault | undefined) => void;
  readonly signal?: AbortSignal | null | undefined;
}

/** Carries a call out, or fails it the way `fault` says (contracts/README.md §3). */
export async function carryOut(
  gate: Gate,
  invocation: Invocation,
  fault: Fault | undefined,
  ways: CallWays,
): Promise<Response> {
  switch (fault?.mode) {
    case undefined:
      return ways.perform();
    case 'stale-read':
      return ways.stale();
    case 'status':
      ways.log(fault.status, fault);
      return faultResponse(fault);
    case 'drop-after-write':
      ways.perform();
      return noAnswer(gate, invocation, ways.signal);
    case 'timeout':
      ways.log(null, fault);
      return noAnswer(gate, invocation, ways.signal);
    case 'crash-after-write':
      ways.perform();
      invocation.stop('crashed');
      return never();
    case 'crash':
      ways.log(null, fault);
      invocation.stop('crashed');
      return never();
  }
}

const STEP_MS = 1_000;

/** Waits in small steps, so that a caller who has given up does not drag the clock along to the end. */
async function noAnswer(
  gate: Gate,
  invocation: Invocation,
  signal: AbortSignal | null | undefined,
): Promise<never> {
  for (let waited = 0; waited < NO_ANSWER_MS; waited += STEP_MS) {
    await gate.invoker.wait(invocation, STEP_MS);
    signal?.throwIfAborted();
  }
  throw noAnswerCame();
}

/**
 * Lets the latency of an outbound request pass; what comes back says whether its answer is still waited for.
 * The request itself arrives either way.
 */
export async function passOutbound(gate: Gate, invocation: Invocation): Promise<{ isInTime: boolean }> {
  const { rest } = gate.latency();
  await gate.invoker.wait(invocation, Math.min(rest, INVOCATION_LIMITS.outboundRequestMs));
  return { isInTime: rest <= INVOCATION_LIMITS.outboundRequestMs };
}

export function noAnswerCame(): TypeError {
  const cause = Object.assign(new Error('No answer came in time'), { code: 'UND_ERR_HEADERS_TIMEOUT' });
  return new TypeError('fetch failed', { cause });
}
