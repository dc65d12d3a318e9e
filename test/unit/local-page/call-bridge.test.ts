import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBridge } from '../../local/page/bridge/call-bridge';
import type { BridgeHost } from '../../local/page/bridge/bridge-host';
import { EventBus } from '../../local/page/bridge/event-bus';

function aBridge() {
  const asked: unknown[] = [];
  const host: BridgeHost = {
    events: new EventBus(),
    history: {
      location: { pathname: '/', search: '', hash: '' },
      action: 'POP',
      push: () => undefined,
      replace: () => undefined,
      go: () => undefined,
      goBack: () => undefined,
      goForward: () => undefined,
      createHref: () => '/',
      listen: () => () => undefined,
    },
    reconcile: (doc) => void asked.push(['reconcile', doc.type]),
    fail: (error) => void asked.push(['fail', error]),
    context: () => Promise.resolve({ moduleKey: 'seattrace-admin', locale: 'en-US' }),
    invoke: (resolver, payload) => Promise.resolve({ resolver, payload }),
    requestProduct: ({ path }) => Promise.resolve({ status: 200, statusText: '', headers: {}, body: path }),
    showFlag: (flag) => void asked.push(['showFlag', flag.id, flag.type]),
    closeFlag: () => true,
    urlOf: () => 'http://127.0.0.1/jira',
    go: (destination, where) => void asked.push(['go', destination, where]),
    reload: () => void asked.push(['reload']),
    setTitle: (title) => void asked.push(['title', title]),
  };
  return { call: createBridge(host).callBridge, asked };
}

describe('the bridge', () => {
  afterEach(() => void vi.useRealTimers());

  it('hands the document of a reconcile to the page', async () => {
    const { call, asked } = aBridge();
    await call('reconcile', { forgeDoc: { type: 'Root', key: 'k', props: {}, children: [] } });
    expect(asked).toEqual([['reconcile', 'Root']]);
  });

  it('answers invoke with what the resolver answered', async () => {
    const { call } = aBridge();
    expect(await call('invoke', { functionKey: 'overview.get', payload: { a: 1 } })).toEqual({
      resolver: 'overview.get',
      payload: { a: 1 },
    });
  });

  it('wraps the answer of an invoke that asks for metadata', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-02T09:00:20Z') });
    const { call } = aBridge();
    const body = { resolver: 'x', payload: undefined };
    const answer = await call('invoke', { functionKey: 'x', metadata: { rateLimitProperties: true } });
    const rateLimitProperties = { rateLimitLimit: 1_200, rateLimitRemaining: 1_199, rateLimitReset: 40 };
    expect(answer).toEqual({ body, metadata: { rateLimitProperties } });
    expect(await call('invoke', { functionKey: 'x', metadata: {} })).toEqual({ body, metadata: {} });
  });

  it('navigates to URLs and to targets', async () => {
    const { call, asked } = aBridge();
    await call('navigate', { url: '/browse/OPS-1', type: 'new-tab' });
    await call('navigate', { target: 'module', moduleKey: 'seattrace-global', type: 'same-tab' });
    expect(asked).toEqual([
      ['go', { kind: 'url', url: '/browse/OPS-1' }, 'new-tab'],
      ['go', { kind: 'target', target: 'module', parameters: { moduleKey: 'seattrace-global' } }, 'same-tab'],
    ]);
  });

  it('passes events on to whoever listens, until they stop', async () => {
    const { call } = aBridge();
    const seen: unknown[] = [];
    const subscription = await call('on', {
      event: 'scanned',
      callback: (payload: unknown) => seen.push(payload),
    });
    await call('emit', { event: 'scanned', payload: 1 });
    if (typeof subscription === 'object' && subscription !== null && 'unsubscribe' in subscription) {
      (subscription.unsubscribe as () => void)();
    }
    await call('emit', { event: 'scanned', payload: 2 });
    expect(seen).toEqual([1]);
  });

  it('shows flags', async () => {
    const { call, asked } = aBridge();
    await call('showFlag', { id: 'saved', title: 'Saved', type: 'success' });
    expect(asked).toEqual([['showFlag', 'saved', 'success']]);
  });

  it('refuses what an administration page cannot do', async () => {
    const { call } = aBridge();
    expect([await call('close'), await call('submit', {}), await call('openModal', {})]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('fails on a command that it does not know', async () => {
    await expect(aBridge().call('levitate')).rejects.toThrow('does not know the bridge command "levitate"');
  });
});
