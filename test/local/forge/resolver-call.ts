import { PlatformError } from './invocation';
import type { Invoker } from './invoker';
import { INVOCATION_LIMITS } from './limits';
import type { Manifest } from './manifest';
import { type Installation, resolverArguments } from './payloads';
import { RateWindow } from './rate-window';

/** One `invoke` of a page's bridge. */
export interface ResolverCall {
  readonly accountId: string;
  /** The page that calls; by default the first page of the manifest. */
  readonly moduleKey?: string;
  readonly resolver: string;
  readonly payload?: unknown;
}

export interface ResolverHost {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly invoker: Invoker;
  now(): number;
}

/** Invocations that users have started lately. */
export class UserRates {
  private readonly perUser = new Map<string, RateWindow>();
  private readonly minute = new RateWindow(60_000, INVOCATION_LIMITS.perInstallationPerMinute);
  private readonly second = new RateWindow(1_000, INVOCATION_LIMITS.perInstallationPerSecond);

  /** @throws PlatformError when the user or the installation has started too many. */
  take(accountId: string, now: number): void {
    const user = this.perUser.get(accountId) ?? new RateWindow(60_000, INVOCATION_LIMITS.perUserPerMinute);
    this.perUser.set(accountId, user);
    if (user.take(1, now) && this.minute.take(1, now) && this.second.take(1, now)) return;
    throw new PlatformError('platform.rate-limited', 'Too many invocations; try again later.');
  }
}

/**
 * Runs a resolver function as a user; payload and result are copies, as JSON on the wire would make them.
 * @throws PlatformError when the platform refuses the call or the function does not come to an answer.
 */
export async function invokeResolver(
  host: ResolverHost,
  rates: UserRates,
  call: ResolverCall,
): Promise<unknown> {
  const { manifest, installation, invoker } = host;
  const page = manifest.pages.find((entry) => call.moduleKey === undefined || entry.key === call.moduleKey);
  if (page === undefined)
    throw new PlatformError('platform.unknown-module', `There is no page "${call.moduleKey ?? ''}".`);
  rates.take(call.accountId, host.now());
  const payload = copy(call.payload, INVOCATION_LIMITS.requestBytes, 'platform.request-too-large');
  const result = await invoker.run({
    kind: 'resolver',
    functionKey: page.function,
    moduleKey: page.key,
    accountId: call.accountId,
    args: resolverArguments(installation, page, { ...call, payload }),
  });
  return copy(result, INVOCATION_LIMITS.responseBytes, 'platform.response-too-large');
}

function copy(
  value: unknown,
  limit: number,
  code: 'platform.request-too-large' | 'platform.response-too-large',
): unknown {
  // Undefined and functions have no JSON.
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > limit)
    throw new PlatformError(code, `More than the ${String(limit)} bytes that may be sent.`);
  return JSON.parse(text) as unknown;
}
