import { z } from 'zod';

const faultSchema = z.strictObject({
  target: z.enum(['jira', 'org', 'kvs', 'queue']),
  match: z.string(),
  status: z.int().min(200).max(599).default(500),
  times: z.int().min(1).default(1),
  after: z.int().min(0).default(0),
  headers: z.record(z.string(), z.string()).default({}),
  mode: z
    .enum(['status', 'timeout', 'drop-after-write', 'stale-read', 'crash', 'crash-after-write'])
    .default('status'),
});

/**
 * Makes the next `times` matching calls fail (contracts/README.md §3). Beyond that contract: `after` lets so many
 * pass first, `crash-after-write` does the call and ends the invocation, and `write` matches every write to KVS.
 */
export type Fault = z.infer<typeof faultSchema>;
export type FaultMode = Fault['mode'];

/** A fault that cannot be set; `path` says where it is wrong. */
export class FaultError extends Error {
  constructor(
    readonly path: string,
    message: string,
  ) {
    super(path === '' ? message : `${path}: ${message}`);
  }
}

const REST_MATCH = /^(\*|[A-Z]+) (\/\S*)$/;
const KVS_MATCH = /^(get|set|delete|query|batch|transact|write)(?: (.*))?$/;
const QUEUE_MATCH = /^(push|deliver) (\S+)$/;

type Call =
  | { readonly target: 'jira' | 'org'; readonly method: string; readonly path: string }
  | {
      readonly target: 'kvs';
      readonly verb: string;
      readonly keys: readonly string[];
      readonly writes: boolean;
    }
  | { readonly target: 'queue'; readonly verb: 'push' | 'deliver'; readonly queue: string };

interface ArmedFault {
  readonly fault: Fault;
  pass: number;
  left: number;
  readonly matches: (call: Call) => boolean;
}

/** The faults that are set; each is used up by the calls that it hits. */
export class FaultBoard {
  private armed: ArmedFault[] = [];

  /**
   * Sets a fault.
   * @throws FaultError when it is no fault of the contract.
   */
  arm(value: unknown): Fault {
    const fault = parseFault(value);
    this.armed.push({ fault, pass: fault.after, left: fault.times, matches: matcherOf(fault) });
    return fault;
  }

  /** What is still set, with how many calls are left for each. */
  list(): Fault[] {
    return this.armed.map(({ fault, pass, left }) => ({ ...fault, after: pass, times: left }));
  }

  /** Forgets every fault that is still to come. */
  clear(): void {
    this.armed = [];
  }

  /** The first fault that hits this call, one time of it used up. */
  take(call: Call): Fault | undefined {
    if (this.armed.length === 0) return undefined;
    const hit = this.armed.find((entry) => entry.matches(call));
    if (hit === undefined) return undefined;
    if (hit.pass > 0) {
      hit.pass -= 1;
      return undefined;
    }
    hit.left -= 1;
    if (hit.left === 0) this.armed = this.armed.filter((entry) => entry !== hit);
    return hit.fault;
  }

  /** Whether any fault is set for this target; lets callers skip the work of describing a call. */
  concerns(target: Fault['target']): boolean {
    return this.armed.some(({ fault }) => fault.target === target);
  }
}

function parseFault(value: unknown): Fault {
  const parsed = faultSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys')
    throw new FaultError(issue.keys[0] ?? '', 'This is no property of a fault.');
  throw new FaultError(issue?.path.join('.') ?? '', issue?.message ?? 'This is no fault.');
}

function matcherOf({ target, match }: Fault): (call: Call) => boolean {
  if (target === 'kvs') return kvsMatcher(match);
  if (target === 'queue') return queueMatcher(match);
  const [, method = '', path = ''] = REST_MATCH.exec(match) ?? noMatch('METHOD /path');
  const segments = path.split('/').map((segment) => (segment === '*' ? '[^/]+' : escape(segment)));
  const pattern = new RegExp(`^${segments.join('/')}$`);
  return (call) =>
    call.target === target &&
    'path' in call &&
    (method === '*' || method === call.method) &&
    (pattern.test(call.path) || pattern.test(decoded(call.path)));
}

function kvsMatcher(match: string): (call: Call) => boolean {
  const [, verb, prefix = ''] =
    KVS_MATCH.exec(match) ?? noMatch('get|set|delete|query|batch|transact|write key-prefix');
  return (call) =>
    call.target === 'kvs' &&
    (verb === 'write' ? call.writes : call.verb === verb) &&
    call.keys.some((key) => key.startsWith(prefix));
}

function queueMatcher(match: string): (call: Call) => boolean {
  const [, verb, queue] = QUEUE_MATCH.exec(match) ?? noMatch('push|deliver queue');
  return (call) => call.target === 'queue' && call.verb === verb && (queue === '*' || call.queue === queue);
}

function noMatch(expected: string): never {
  throw new FaultError('match', `Expected ${expected}.`);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Path segments are compared as the app wrote them and as they read. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
