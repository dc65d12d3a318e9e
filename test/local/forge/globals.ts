import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { ForgeTarget, Invocation } from './invocation';

/** What is put in place once in a process, however many hosts live in it and however often this module is loaded. */
interface Installed {
  readonly current: AsyncLocalStorage<Invocation>;
}

declare global {
  // `var` is how a property of the global object is declared.
  var __forge_fetch__: unknown;
  var __forge_runtime__: unknown;
  var __seattrace_local__: Installed | undefined;
}

/** Runs `work` so that everything it calls, also later and in parallel, belongs to `invocation`. */
export function runInInvocation<Result>(invocation: Invocation, work: () => Result): Result {
  return installGlobals().current.run(invocation, work);
}

/** The invocation that the running code belongs to. */
export function currentInvocation(): Invocation | undefined {
  return installGlobals().current.getStore();
}

/** Runs `work` as nobody's invocation, such as timers that an invocation happens to set off. */
export function runOutsideInvocations<Result>(work: () => Result): Result {
  return installGlobals().current.exit(work);
}

/**
 * Puts `__forge_fetch__`, `__forge_runtime__`, `fetch`, `crypto.randomUUID` and the log's limits in place. Must have run before any
 * package of `@forge/*` is imported, since `@forge/api` takes `fetch` at that moment.
 */
export function installGlobals(): Installed {
  const existing = globalThis.__seattrace_local__;
  if (existing !== undefined) return existing;
  refuseLateInstall();
  const current = new AsyncLocalStorage<Invocation>();
  const installed: Installed = { current };
  globalThis.__seattrace_local__ = installed;
  globalThis.__forge_fetch__ = (target: ForgeTarget, path: string, init?: RequestInit) => {
    const invocation = current.getStore();
    if (invocation === undefined) throw new Error('Forge runtime not found.');
    return invocation.host.forgeFetch(invocation, target, path, init);
  };
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => {
      const invocation = current.getStore();
      return invocation?.host.runtime(invocation);
    },
  });
  installFetch(current);
  installUuid(current);
  installConsole(current);
  return installed;
}

/** Else the organization API would be asked for over the network, without anybody noticing. */
function refuseLateInstall(): void {
  const loaded = Object.keys(createRequire(join(process.cwd(), 'any.js')).cache);
  if (loaded.some((path) => /@forge[\\/]api[\\/]out[\\/]api[\\/]fetch\.js$/.test(path)))
    throw new Error(
      '@forge/api was imported before the local Atlassian; import test/local/forge/install first.',
    );
}

function installFetch(current: AsyncLocalStorage<Invocation>): void {
  const original = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const invocation = current.getStore();
    if (invocation === undefined) return original(input, init);
    const url = new URL(input instanceof Request ? input.url : input);
    return invocation.host.externalFetch(invocation, url, init);
  };
}

/** What an invocation writes counts against its log; everything else is written as ever. */
function installConsole(current: AsyncLocalStorage<Invocation>): void {
  for (const level of ['debug', 'info', 'log', 'warn', 'error'] as const) {
    const original = console[level].bind(console);
    console[level] = (...line: unknown[]) => {
      const invocation = current.getStore();
      const kept = invocation === undefined ? line : invocation.log.take(line);
      if (kept !== undefined) original(...kept);
    };
  }
}

/** `@forge/events` makes job ids with `crypto.randomUUID`; inside an invocation they come from the host's seed. */
function installUuid(current: AsyncLocalStorage<Invocation>): void {
  const original = crypto.randomUUID;
  crypto.randomUUID = (options) => {
    const made = current.getStore()?.host.uuid();
    if (made === undefined) return original(options);
    const [a = '', b = '', c = '', d = '', e = ''] = made.split('-');
    return `${a}-${b}-${c}-${d}-${e}`;
  };
}
