import type { KvsCost } from './kvs-operations';

/** What the app has used (contracts/README.md §2, `cost`). KVS counts are requests: a batch is one. */
export interface Cost {
  readonly requests: { readonly jira: number; readonly org: number };
  readonly jiraPoints: number;
  readonly kvsReads: number;
  readonly kvsWrites: number;
  readonly kvsBytesWritten: number;
  readonly invocations: number;
  readonly maxInvocationMs: number;
}

/** Adds up what invocations use until it is reset. */
export class CostMeter implements KvsCost {
  private requests = { jira: 0, org: 0 };
  private jiraPoints = 0;
  private kvsReads = 0;
  private kvsWrites = 0;
  private kvsBytesWritten = 0;
  private invocations = 0;
  private maxInvocationMs = 0;

  request(target: 'jira' | 'org', points: number): void {
    this.requests[target] += 1;
    this.jiraPoints += points;
  }

  read(): void {
    this.kvsReads += 1;
  }

  wrote(bytes: number): void {
    this.kvsWrites += 1;
    this.kvsBytesWritten += bytes;
  }

  /** `ms` is time of the local clock. */
  invocation(ms: number): void {
    this.invocations += 1;
    this.maxInvocationMs = Math.max(this.maxInvocationMs, ms);
  }

  total(): Cost {
    const { jiraPoints, kvsReads, kvsWrites, kvsBytesWritten, invocations, maxInvocationMs } = this;
    const requests = { ...this.requests };
    return { requests, jiraPoints, kvsReads, kvsWrites, kvsBytesWritten, invocations, maxInvocationMs };
  }

  reset(): void {
    this.requests = { jira: 0, org: 0 };
    this.jiraPoints = 0;
    this.kvsReads = 0;
    this.kvsWrites = 0;
    this.kvsBytesWritten = 0;
    this.invocations = 0;
    this.maxInvocationMs = 0;
  }
}
