import { KVS_LIMITS } from './limits';
import { rateLimited } from './kvs-refusal';
import { RateWindow } from './rate-window';

const SECOND = 1_000;
const MINUTE = 60_000;

/** Budgets of the key-value store: requests and bytes of the installation, bytes of single keys. */
export class KvsRates {
  private readonly requests = new RateWindow(SECOND, KVS_LIMITS.requestsPerSecond);
  private readonly reads = new RateWindow(MINUTE, KVS_LIMITS.readUnitsPerMinute);
  private readonly writes = new RateWindow(MINUTE, KVS_LIMITS.writeUnitsPerMinute);
  private keys = new Map<string, RateWindow>();
  private keysSince = Number.NEGATIVE_INFINITY;

  takeRequest(now: number): void {
    if (!this.requests.take(1, now)) throw rateLimited('requests a second');
  }

  /** One read request that answered with `bytes`. */
  takeRead(bytes: number, now: number): void {
    if (!this.reads.take(unitsOf(bytes), now)) throw rateLimited('bytes read a minute');
  }

  /** One write request of `bytes`, however many keys it holds. */
  takeWrite(bytes: number, now: number): void {
    if (!this.writes.take(unitsOf(bytes), now)) throw rateLimited('bytes written a minute');
  }

  takeKeyRead(key: string, bytes: number, now: number): void {
    const window = this.keyWindow(`r ${key}`, KVS_LIMITS.keyReadBytesPerSecond, now);
    if (!window.take(bytes, now)) throw rateLimited('bytes read a second from one key');
  }

  takeKeyWrite(key: string, bytes: number, now: number): void {
    const window = this.keyWindow(`w ${key}`, KVS_LIMITS.keyWriteBytesPerSecond, now);
    if (!window.take(bytes, now)) throw rateLimited('bytes written a second to one key');
  }

  private keyWindow(name: string, limit: number, now: number): RateWindow {
    const second = Math.floor(now / SECOND);
    if (second !== this.keysSince) {
      this.keys = new Map();
      this.keysSince = second;
    }
    const window = this.keys.get(name) ?? new RateWindow(SECOND, limit);
    this.keys.set(name, window);
    return window;
  }
}

/** Size in units of 10 KB, at least one. */
function unitsOf(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / KVS_LIMITS.rateUnitBytes));
}
