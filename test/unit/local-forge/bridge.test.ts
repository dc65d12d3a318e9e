import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { HostOptions, LocalHost } from '../../local/host-contract';
import type { BridgeHost } from '../../local/page/bridge/bridge-host';
import { createBridge } from '../../local/page/bridge/call-bridge';
import { EventBus } from '../../local/page/bridge/event-bus';
import { type TestHandlers, aForgeWorld, alice, codeOf, itself, tinySeed } from './a-forge-world';

const KIB = 1_024;
const people = (tinySeed as { accounts: { accountId: string }[] }).accounts.map(({ accountId }) => accountId);

/** The host and the person that the one bridge of this process belongs to. */
const page: { host?: LocalHost; accountId: string } = { accountId: alice };

const nothing = (): never => {
  throw new Error('Only invoke is of interest here.');
};
const bridgeHost: BridgeHost = {
  events: new EventBus(),
  history: {
    ...{ location: { pathname: '/', search: '', hash: '' }, action: 'POP', push: nothing, replace: nothing },
    ...{ go: nothing, goBack: nothing, goForward: nothing, createHref: nothing, listen: nothing },
  },
  ...{ reconcile: nothing, fail: nothing, context: nothing, requestProduct: nothing, showFlag: nothing },
  ...{ closeFlag: nothing, urlOf: nothing, go: nothing, reload: nothing, setTitle: nothing },
  invoke: async (resolver, payload) => page.host?.invoke({ accountId: page.accountId, resolver, payload }),
};

// `@forge/bridge` looks for it while its modules load.
Reflect.set(globalThis, '__bridge', createBridge(bridgeHost));
const { invoke } = await import('@forge/bridge');

let minute = Date.parse('2030-01-01T00:00:00Z');

// The package's own limit looks at the time of the machine: each test has a window of its own.
beforeEach(() => {
  minute += 60_000;
  vi.useFakeTimers({ toFake: ['Date'], now: minute });
});
afterEach(() => void vi.useRealTimers());

/** Lets the package's own limit start anew. */
function nextWindow(): void {
  minute += 60_000;
  vi.setSystemTime(minute);
}

async function aPage(handlers?: TestHandlers, options?: Partial<HostOptions>): Promise<LocalHost> {
  const { host } = await aForgeWorld(handlers, options);
  Object.assign(page, { host, accountId: alice });
  return host;
}

const answering =
  (resolver: (request: { call: { payload: { size: number } } }) => unknown): TestHandlers =>
  () => ({ resolver });

/** How many calls went well, and the first refusal. */
async function until(times: number, before: (n: number) => unknown): Promise<[number, unknown]> {
  for (let n = 0; n < times; n += 1) {
    await before(n);
    const failure = await invoke('work').then(() => undefined, itself);
    if (failure !== undefined) return [n, codeOf(failure)];
  }
  return [times, undefined];
}

describe('invoke of @forge/bridge', () => {
  test('reaches the resolver and gives what it returned', async () => {
    await aPage(answering(({ call }) => ({ asked: call.payload })));
    expect(await invoke('work', { a: 1 })).toEqual({ asked: { a: 1 } });
  });

  test('sends 500 KB, not a byte more', async () => {
    await aPage(answering(({ call }) => JSON.stringify(call.payload).length));
    const of = (bytes: number) => ({ text: 'x'.repeat(bytes - '{"text":""}'.length) });
    expect(await invoke('work', of(500 * KIB))).toBe(500 * KIB);
    expect(await invoke('work', of(500 * KIB + 1)).catch(codeOf)).toBe('platform.request-too-large');
  });

  test('gets 5 MB, not a byte more', async () => {
    await aPage(answering(({ call }) => 'x'.repeat(call.payload.size - 2)));
    const size = 5 * KIB * KIB;
    expect(await invoke('work', { size })).toHaveLength(size - 2);
    expect(await invoke('work', { size: size + 1 }).catch(codeOf)).toBe('platform.response-too-large');
  });

  test('waits 25 seconds for the resolver, not longer', async () => {
    await aPage((platform) => ({
      resolver: ({ call }: { call: { payload: { size: number } } }) => platform.sleep(call.payload.size),
    }));
    expect(await invoke('work', { size: 25_000 })).toBeUndefined();
    expect(await invoke('work', { size: 25_001 }).catch(codeOf)).toBe('platform.timeout');
  });

  test('tells how many calls are left when it is asked', async () => {
    await aPage();
    nextWindow();
    await invoke('work');
    const metadata = { rateLimitProperties: true };
    expect(await invoke('work', {}, metadata)).toMatchObject({
      metadata: {
        rateLimitProperties: { rateLimitLimit: 1_200, rateLimitRemaining: 1_198, rateLimitReset: 60 },
      },
    });
  });
});

describe('the calls of', () => {
  test('one page are 500 in 25 seconds, by the package itself', async () => {
    const host = await aPage();
    const pause = (n: number) => (n % 300 === 299 ? host.advance('PT1S') : undefined);
    const [times, refusal] = await until(600, pause);
    expect(times).toBe(500);
    // The class is not exported.
    expect((refusal as Error).constructor.name).toBe('BridgeAPIError');
    expect(refusal).toHaveProperty('message', 'Resolver calls are rate limited at 500req/25s');
  });

  test('one person are 1,200 a minute', async () => {
    const host = await aPage();
    const pause = async (n: number): Promise<void> => {
      if (n % 250 === 249) await host.advance('PT1S');
      if (n % 500 === 499) nextWindow();
    };
    expect(await until(1_300, pause)).toEqual([1_200, 'platform.rate-limited']);
    page.accountId = people[1] ?? '';
    expect(await invoke('work')).toBeUndefined();
    page.accountId = alice;
    await host.advance('PT1M');
    expect(await invoke('work')).toBeUndefined();
  });

  test('the installation are 300 a second', async () => {
    const host = await aPage();
    expect(await until(400, () => undefined)).toEqual([300, 'platform.rate-limited']);
    await host.advance('PT1S');
    expect(await invoke('work')).toBeUndefined();
  });

  test('the installation are 7,000 a minute', async () => {
    const host = await aPage();
    const pause = async (n: number): Promise<void> => {
      page.accountId = people[n % 7] ?? '';
      if (n % 250 === 249) await host.advance('PT1S');
      if (n % 500 === 499) nextWindow();
    };
    expect(await until(7_200, pause)).toEqual([7_000, 'platform.rate-limited']);
  });
});
