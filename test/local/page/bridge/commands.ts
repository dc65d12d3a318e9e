import { z } from 'zod';
import type { BridgeHost, Destination } from './bridge-host';
import { flagSchema } from './flags';
import { InvokeRate } from './invoke-rate';

type Commands = Readonly<Record<string, (data: unknown) => unknown>>;

const callback = z.custom<(payload?: unknown) => unknown>((value) => typeof value === 'function');
const invokeSchema = z.object({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.object({ rateLimitProperties: z.boolean().optional() }).optional(),
});
const eventSchema = z.object({ event: z.string(), payload: z.unknown().optional() });
const listenSchema = z.object({ event: z.string(), callback });
const publishSchema = z.object({ channelName: z.string(), eventPayload: z.unknown().optional() });
const subscribeSchema = z.object({ channelName: z.string(), onEvent: callback });
const locationSchema = z.looseObject({ url: z.string().optional(), target: z.string().optional() });
const navigateSchema = locationSchema.extend({ type: z.enum(['same-tab', 'new-tab']) });
const productSchema = z.object({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z.looseObject({ method: z.string().optional(), body: z.string().nullish() }),
});

/** The bridge's commands besides `reconcile`. One that a UI Kit page of Jira administration lacks answers `false`. */
export function bridgeCommands(host: BridgeHost): Commands {
  return { ...viewCommands(host), ...callCommands(host), ...eventCommands(host), ...routerCommands(host) };
}

function viewCommands(host: BridgeHost): Commands {
  return {
    getContext: () => host.context(),
    createHistory: () => host.history,
    enableTheming: () => undefined,
    changeWindowTitle: (title) => host.setTitle(z.string().parse(title)),
    emitReadyEvent: () => undefined,
    showFlag: (flag) => host.showFlag(flagSchema.parse(flag)),
    closeFlag: (data) => host.closeFlag(z.object({ id: flagSchema.shape.id }).parse(data).id),
    refresh: () => host.reload(),
    // An administration page is no dialog: there is nothing to close, open or submit.
    close: () => false,
    onClose: () => false,
    open: () => false,
    submit: () => false,
    openModal: () => false,
    isRovoEnabled: () => false,
    getCookieConsentPreferences: () => null,
    emitFrontendCustomMetric: () => undefined,
  };
}

function callCommands(host: BridgeHost): Commands {
  const rate = new InvokeRate(() => Date.now());
  return {
    invoke: async (data) => {
      const { functionKey, payload, metadata } = invokeSchema.parse(data);
      rate.count();
      const body = await host.invoke(functionKey, payload);
      if (metadata === undefined) return body;
      const told = metadata.rateLimitProperties === true ? { rateLimitProperties: rate.properties() } : {};
      return { body, metadata: told };
    },
    fetchProduct: (data) => {
      const { product, restPath, fetchRequestInit } = productSchema.parse(data);
      const { method, body } = fetchRequestInit;
      return host.requestProduct({ product, path: restPath, method: method ?? 'GET', body: body ?? null });
    },
  };
}

function eventCommands({ events }: BridgeHost): Commands {
  const emit = (data: unknown): void => {
    const { event, payload } = eventSchema.parse(data);
    events.emit(event, payload);
  };
  const listen = (data: unknown): { unsubscribe: () => void } => {
    const { event, callback: listener } = listenSchema.parse(data);
    return events.on(event, listener);
  };
  return {
    emit,
    emitPublic: emit,
    on: listen,
    onPublic: listen,
    publishRealtimeChannel: (data) => {
      const { channelName, eventPayload } = publishSchema.parse(data);
      events.emit(`realtime:${channelName}`, eventPayload);
    },
    subscribeRealtimeChannel: (data) => {
      const { channelName, onEvent } = subscribeSchema.parse(data);
      return events.on(`realtime:${channelName}`, onEvent);
    },
  };
}

function routerCommands(host: BridgeHost): Commands {
  return {
    navigate: (data) => {
      const { type, ...location } = navigateSchema.parse(data);
      host.go(toDestination(location), type);
    },
    getUrl: (data) => host.urlOf(toDestination(locationSchema.parse(data))),
    reload: () => host.reload(),
  };
}

function toDestination(location: z.infer<typeof locationSchema>): Destination {
  const { url, target, ...parameters } = location;
  if (url !== undefined) return { kind: 'url', url };
  if (target !== undefined) return { kind: 'target', target, parameters };
  throw new Error('A location needs a URL or a target.');
}
